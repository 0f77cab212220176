//! The raw answer as a tree: what is in it can be given a role.

use super::roles::{Active, used};
use crate::core::connection::FeedKind;
use crate::core::model::Lang;
use crate::core::preview::{OutlineNode, Place, ValueKind};
use crate::locales::connections as t;
use crate::platform::number_text;
use crate::protocol::SampleScene;
use leptos::prelude::*;

pub(super) fn outline(scene: &SampleScene, feed: FeedKind, lang: Lang) -> impl IntoView + use<> {
    let active = expect_context::<Active>();
    let used = used(scene, feed);
    let nodes = scene.outline.nodes.iter().zip(&scene.in_row);
    let items = nodes.map(|(node, path)| {
        let is_taken = path.as_ref().is_some_and(|path| used.contains(path));
        item(node, path.clone().map(|path| (path, is_taken)), active, feed, lang)
    });
    view! { <ol class="outline" aria-label=t::answer(lang)>{items.collect_view()}</ol> }
}

fn item(
    node: &OutlineNode,
    path: Option<(String, bool)>,
    active: Active,
    feed: FeedKind,
    lang: Lang,
) -> impl IntoView + use<> {
    let key = key(&node.place);
    let shown = value(node, lang);
    let inner = view! { <span class="key">{key}</span> " " <span class="value" class:nested=is_nested(node)>{shown}</span> };
    let content = match path {
        Some((path, is_taken)) => {
            let label = t::use_path(lang, &path);
            let take = move |_| active.take(&path, feed);
            view! { <button type="button" class="leaf" class:taken=is_taken title=label on:click=take>{inner}</button> }
                .into_any()
        }
        None => view! { <span class="branch">{inner}</span> }.into_any(),
    };
    let more = (node.more > 0).then(|| {
        let more = t::more(lang, &number_text(node.more as f64, 0, lang));
        view! { <span class="note more">{more}</span> }
    });
    view! { <li style:--depth=node.depth.to_string()>{content}{more}</li> }
}

fn is_nested(node: &OutlineNode) -> bool {
    matches!(node.kind, ValueKind::Object | ValueKind::Array)
}

fn key(place: &Place) -> String {
    match place {
        Place::Top(0) => "$".to_owned(),
        Place::Top(line) => format!("{}", line + 1),
        Place::Member(name) => name.clone(),
        Place::Element(index) => format!("[{index}]"),
    }
}

fn value(node: &OutlineNode, lang: Lang) -> String {
    let count = number_text(node.count as f64, 0, lang);
    let goes_on = if node.value.goes_on || node.is_cut { "…" } else { "" };
    match node.kind {
        ValueKind::Object => t::members(lang, &count),
        ValueKind::Array => t::elements(lang, &count),
        ValueKind::Text => format!("“{}{goes_on}”", node.value.text),
        ValueKind::Null => "null".to_owned(),
        ValueKind::Number | ValueKind::Truth => format!("{}{goes_on}", node.value.text),
    }
}
