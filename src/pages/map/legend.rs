//! What the lines and signs of the map mean.

use super::Map;
use crate::locales::{map as t, shell};
use leptos::prelude::*;

pub(super) fn legend(map: Map) -> impl IntoView {
    let lang = map.lang;
    let overlays = move || {
        map.scores.with(|scores| {
            let overlays =
                scores.as_ref().map(|scores| scores.overlays.clone()).unwrap_or_default();
            overlays
                .into_iter()
                .enumerate()
                .map(|(place, overlay)| {
                    let class =
                        ["overlay one", "overlay two", "overlay three", "overlay four"][place % 4];
                    entry(class, overlay.segment.name)
                })
                .collect_view()
        })
    };
    view! {
        <ul class="legend">
            {entry("measured", t::measured(lang).to_owned())}
            {entry("ribbon", t::interval(lang).to_owned())}
            {entry("assumed", t::assumed(lang).to_owned())}
            {overlays}
            <li><span class="moment" aria-hidden="true">"★"</span>{t::moment_of_truth(lang)}</li>
            <li><span class="missed-sign" aria-hidden="true"></span>{t::missed(lang)}</li>
            <li>{format!("° {}", shell::thin(lang))}</li>
        </ul>
    }
}

fn entry(class: &'static str, name: String) -> impl IntoView {
    view! {
        <li>
            <svg class="sample" viewBox="0 0 28 12" aria-hidden="true"><path class=class d="M1 6 H27"/></svg>
            {name}
        </li>
    }
}
