//! What the journey says of a touchpoint.

use crate::core::model::Lang;
use crate::core::query::Lane;
use crate::core::scene::TouchpointScene;
use crate::locales::{map as t, names};
use leptos::prelude::*;

pub(super) fn facts(scene: &TouchpointScene, lang: Lang) -> impl IntoView + use<> {
    let facts = scene.facts.iter().map(|(fact, text)| {
        view! { <div><dt>{t::fact(*fact, lang)}</dt><dd>{text.clone()}</dd></div> }
    });
    view! {
        <dl class="facts">
            {facts.collect_view()}
            <div><dt>{t::evidence(lang)}</dt><dd>{names::evidence(scene.evidence, lang)}</dd></div>
            {list(names::lane(Lane::Pains, lang), &scene.pains)}
            {list(names::lane(Lane::Opportunities, lang), &scene.opportunities)}
        </dl>
        {standards(scene, lang)}
    }
}

fn list(name: &'static str, texts: &[String]) -> Option<impl IntoView + use<>> {
    let items = texts.iter().map(|text| view! { <li>{text.clone()}</li> }).collect_view();
    (!texts.is_empty())
        .then(|| view! { <div><dt>{name}</dt><dd><ul class="bullets">{items}</ul></dd></div> })
}

fn standards(scene: &TouchpointScene, lang: Lang) -> Option<impl IntoView + use<>> {
    let rows = scene.standards.iter().map(|texts| {
        let cells = texts.iter().map(|text| view! { <td>{text.clone()}</td> }).collect_view();
        view! { <tr>{cells}</tr> }
    });
    let rows = rows.collect_view();
    let heads = [t::scene(lang), t::behaviour(lang), t::effect(lang)];
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    (!scene.standards.is_empty()).then(|| {
        view! {
            <h3>{t::standards(lang)}</h3>
            <table class="data small"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
        }
    })
}
