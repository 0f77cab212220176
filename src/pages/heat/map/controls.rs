//! What the heat map shows, by what, and in which order.

use super::super::views::views;
use super::{Heat, column_name};
use crate::core::query::{HeatBy, HeatOrder, Measure};
use crate::core::scene::HeatScene;
use crate::locales::{heat as t, names, shell};
use crate::state::Asked;
use leptos::prelude::*;

const ORDERS: [HeatOrder; 4] =
    [HeatOrder::Journey, HeatOrder::Name, HeatOrder::Coldest, HeatOrder::Warmest];

pub(super) fn controls(heat: Heat, scene: ReadSignal<Asked<HeatScene>>) -> impl IntoView {
    let lang = heat.lang;
    let by_heart = move || heat.state.with(|state| state.by == HeatBy::Heart);
    let search = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        heat.look(|state| state.search = text);
    };
    view! {
        <form class="toolbar no-print" on:submit=|event| event.prevent_default()>
            {views(heat)}
            <label>{t::columns(lang)}{columns(heat)}</label>
            // Columns of hearts show each heart's score, whatever else could be measured.
            <label hidden=by_heart>{t::measure(lang)}{measures(heat)}</label>
            <label>{t::order(lang)}{orders(heat, scene)}</label>
            <label>
                <span class="visually-hidden">{t::search(lang)}</span>
                <input type="search" placeholder=t::search(lang)
                    prop:value=move || heat.state.with(|state| state.search.clone()) on:input=search/>
            </label>
            <button type="button" aria-pressed=move || if heat.state.with(|s| s.table) { "true" } else { "false" }
                on:click=move |_| heat.look(|state| state.table = !state.table)>
                {shell::show_table(lang)}
            </button>
        </form>
    }
}

fn columns(heat: Heat) -> impl IntoView {
    let options = HeatBy::ALL.map(|by| {
        let chosen = move || heat.state.with(|state| state.by == by);
        view! { <option value=by.id() prop:selected=chosen>{names::heat_by(by, heat.lang)}</option> }
    });
    let choose = move |event: leptos::ev::Event| {
        if let Some(by) = HeatBy::from_id(&event_target_value(&event)) {
            heat.look(|state| (state.by, state.order) = (by, HeatOrder::Journey));
        }
    };
    view! { <select on:change=choose>{options.into_iter().collect_view()}</select> }
}

fn measures(heat: Heat) -> impl IntoView {
    let options = Measure::ALL.map(|measure| {
        let chosen = move || heat.state.with(|state| state.measure == measure);
        view! { <option value=measure.id() prop:selected=chosen>{names::measure(measure, heat.lang)}</option> }
    });
    let choose = move |event: leptos::ev::Event| {
        if let Some(measure) = Measure::from_id(&event_target_value(&event)) {
            heat.look(|state| state.measure = measure);
        }
    };
    view! { <select on:change=choose>{options.into_iter().collect_view()}</select> }
}

fn orders(heat: Heat, scene: ReadSignal<Asked<HeatScene>>) -> impl IntoView {
    let lang = heat.lang;
    let order = Memo::new(move |_| heat.state.with(|state| state.order));
    let options = ORDERS.map(|one| {
        view! { <option value=one.id() prop:selected=move || order.get() == one>{t::order_name(one, lang)}</option> }
    });
    // An order by column is chosen at the column's head; it is shown here while it holds.
    let by_column = move || {
        let HeatOrder::Column(place) = order.get() else { return None };
        let name = scene.with(|scene| match scene {
            Asked::Scene(scene) => {
                scene.columns.get(usize::from(place)).map(|column| column_name(column, lang))
            }
            _ => None,
        })?;
        Some(
            view! { <option value=order.get().id() prop:selected=true>{t::by_column(lang, &name)}</option> },
        )
    };
    let choose = move |event: leptos::ev::Event| {
        if let Some(order) = HeatOrder::from_id(&event_target_value(&event)) {
            heat.look(|state| state.order = order);
        }
    };
    view! { <select on:change=choose>{options.into_iter().collect_view()}{by_column}</select> }
}
