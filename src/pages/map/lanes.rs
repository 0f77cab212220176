//! Which lanes the map shows, and in which order.

use super::Map;
use crate::core::query::Lane;
use crate::locales::{map as t, names};
use leptos::prelude::*;

/// The lanes shown come first, in their order; the others follow.
pub(super) fn menu(map: Map) -> impl IntoView {
    let order = Memo::new(move |_| {
        let shown = map.state.with(|state| state.lanes.clone());
        let others = Lane::ALL.into_iter().filter(|lane| !shown.contains(lane)).collect::<Vec<_>>();
        [shown, others].concat()
    });
    view! {
        <ul class="choices">
            <For each=move || order.get() key=|lane| *lane let:lane>{entry(map, lane)}</For>
        </ul>
    }
}

fn entry(map: Map, lane: Lane) -> impl IntoView {
    let place = Memo::new(move |_| map.state.with(|s| s.lanes.iter().position(|one| *one == lane)));
    let last = Memo::new(move |_| map.state.with(|state| state.lanes.len().saturating_sub(1)));
    let name = names::lane(lane, map.lang);
    view! {
        <li>
            <label>
                <input type="checkbox" prop:checked=move || place.get().is_some()
                    on:change=move |_| toggle(map, lane)/>
                {name}
            </label>
            <button type="button" class="quiet" aria-label=t::move_up(map.lang, name)
                disabled=move || place.get().is_none_or(|place| place == 0)
                on:click=move |_| shift(map, lane, -1)>"↑"</button>
            <button type="button" class="quiet" aria-label=t::move_down(map.lang, name)
                disabled=move || place.get().is_none_or(|place| place == last.get())
                on:click=move |_| shift(map, lane, 1)>"↓"</button>
        </li>
    }
}

fn toggle(map: Map, lane: Lane) {
    map.look(|state| match state.lanes.iter().position(|one| *one == lane) {
        Some(place) => {
            state.lanes.remove(place);
        }
        None => state.lanes.push(lane),
    });
}

fn shift(map: Map, lane: Lane, by: isize) {
    map.look(|state| {
        let place = state.lanes.iter().position(|one| *one == lane);
        let to = place.and_then(|place| place.checked_add_signed(by));
        if let Some((place, to)) = place.zip(to.filter(|to| *to < state.lanes.len())) {
            state.lanes.swap(place, to);
        }
    });
}
