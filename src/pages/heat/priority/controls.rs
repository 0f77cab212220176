//! What is weighed, and where the lines are.

use super::super::Heat;
use super::super::views::views;
use crate::core::query::{Importance, Lines, Measure};
use crate::core::scene::PriorityScene;
use crate::locales::{matrix as t, names, shell};
use leptos::prelude::*;

pub(super) fn controls(heat: Heat, scene: &PriorityScene) -> impl IntoView + use<> {
    let lang = heat.lang;
    let state = scene.state;
    let measures =
        Measure::ALL.map(|one| (one.id(), names::measure(one, lang), one == state.measure));
    let importances =
        Importance::ALL.map(|one| (one.id(), t::importance_by(one, lang), one == state.importance));
    let lines = Lines::ALL.map(|one| (one.id(), t::lines_at(one, lang), one == state.lines));
    let measure = move |id: String| {
        heat.look(|state| state.measure = Measure::from_id(&id).unwrap_or_default());
    };
    let importance = move |id: String| {
        heat.look(|state| state.importance = Importance::from_id(&id).unwrap_or_default());
    };
    let line =
        move |id: String| heat.look(|state| state.lines = Lines::from_id(&id).unwrap_or_default());
    let pressed = move || if heat.state.with(|s| s.table) { "true" } else { "false" };
    view! {
        <form class="toolbar no-print" on:submit=|event| event.prevent_default()>
            {views(heat)}
            <label>{t::performance(lang)}{select(&measures, measure)}</label>
            <label>{t::importance(lang)}{select(&importances, importance)}</label>
            <label>{t::lines(lang)}{select(&lines, line)}</label>
            <button type="button" aria-pressed=pressed
                on:click=move |_| heat.look(|state| state.table = !state.table)>
                {shell::show_table(lang)}
            </button>
        </form>
    }
}

fn select(
    options: &[(&'static str, &'static str, bool)],
    choose: impl Fn(String) + 'static,
) -> AnyView {
    let options = options
        .iter()
        .map(|(id, name, chosen)| view! { <option value=*id selected=*chosen>{*name}</option> })
        .collect_view();
    view! { <select on:change=move |event| choose(event_target_value(&event))>{options}</select> }
        .into_any()
}
