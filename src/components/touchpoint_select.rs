//! A choice among all touchpoints.

use crate::core::model::{Lang, TouchpointId};
use crate::core::scene::Named;
use crate::locales::responses as t;
use leptos::prelude::*;

/// A choice among all touchpoints, by journey; `None` is all of them.
pub fn touchpoint_select(
    all: &[(Named, Vec<Named>)],
    chosen: Option<&Named>,
    lang: Lang,
    choose: impl Fn(Option<TouchpointId>) + 'static,
) -> AnyView {
    let chosen = chosen.map(|touchpoint| touchpoint.id.clone());
    let option = |touchpoint: &Named| {
        let is_chosen = chosen.as_ref() == Some(&touchpoint.id);
        view! { <option value=touchpoint.id.clone() selected=is_chosen>{touchpoint.name.clone()}</option> }
    };
    let groups = all.iter().map(|(journey, touchpoints)| {
        let options = touchpoints.iter().map(option).collect_view();
        view! { <optgroup label=journey.name.clone()>{options}</optgroup> }
    });
    let groups = groups.collect_view();
    let change = move |event: leptos::ev::Event| {
        let id = Some(event_target_value(&event)).filter(|id| !id.is_empty());
        choose(id.map(TouchpointId::new));
    };
    view! {
        <label class="choose no-print">
            {t::touchpoint(lang)}
            <select on:change=change>
                <option value="" selected=chosen.is_none()>{t::all_touchpoints(lang)}</option>
                {groups}
            </select>
        </label>
    }
    .into_any()
}
