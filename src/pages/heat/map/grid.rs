//! The heat map as a grid: only what is in view is made, one tab stop, arrow keys move.

use super::Heat;
use super::cells::{body_row, head};
use super::keys::{act, key};
use super::readout::{Spot, readout};
use super::view::{View, keep_tab_stop, scrolled, view_of, watch};
use crate::core::scene::HeatScene;
use crate::locales::heat as t;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

pub(super) fn grid(heat: Heat, scene: StoredValue<HeatScene>) -> AnyView {
    let view = view_of(heat.eye, scene);
    let spot = RwSignal::new(None);
    watch(view);
    keep_tab_stop(view);
    let (columns, rows) = scene.with_value(|scene| (scene.columns.len() + 1, scene.rows.len()));
    view! {
        {readout(heat, scene, spot)}
        <div class="heat-frame" node_ref=view.frame>
            <div class="heat" role="grid" node_ref=view.root aria-label=t::grid_words(heat.lang)
                aria-rowcount=(rows + 1).to_string() aria-colcount=(columns + 1).to_string()
                style:--columns=columns.to_string() style:--rows=rows.to_string()
                on:scroll=move |_| scrolled(view)
                on:keydown=move |event| key(&event, heat, scene, view)
                on:click=move |event| act(place_of(event.target()), heat, scene)
                on:focusin=move |event| point(place_of(event.target()), view, spot)
                on:pointerover=move |event| hover(place_of(event.target()), spot)>
                <div class="heat-head" role="row" aria-rowindex="1">
                    {head(heat, scene, view.columns)}
                </div>
                <For each=move || view.rows.get() key=|row| *row let:row>
                    {body_row(heat, scene, row, view.columns)}
                </For>
            </div>
        </div>
    }
    .into_any()
}

/// The row and column of the cell an event happened in.
fn place_of(target: Option<EventTarget>) -> Option<(usize, usize)> {
    let cell = target?.dyn_into::<Element>().ok()?.closest("[aria-colindex]").ok()??;
    let row = cell.closest("[aria-rowindex]").ok()??;
    let index = |of: &Element, name| of.get_attribute(name)?.parse::<usize>().ok()?.checked_sub(1);
    Some((index(&row, "aria-rowindex")?, index(&cell, "aria-colindex")?))
}

fn spot_of(place: Option<(usize, usize)>) -> Option<Spot> {
    let (row, column) = place?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

fn point(place: Option<(usize, usize)>, view: View, spot: RwSignal<Option<Spot>>) {
    if let Some(place) = place {
        view.focused(place);
        spot.set(spot_of(Some(place)));
    }
}

fn hover(place: Option<(usize, usize)>, spot: RwSignal<Option<Spot>>) {
    let at = spot_of(place);
    if at.is_some() && spot.get_untracked() != at {
        spot.set(at);
    }
}
