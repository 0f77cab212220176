//! How the map is looked at: lanes, segments, zoom, table.

use super::{Map, lanes};
use crate::components::{Disclosure, link};
use crate::core::model::{Dimension, JourneyId};
use crate::core::query::{HeatState, Page, Zoom};
use crate::core::scene::{Named, PersonaLine, Question};
use crate::locales::{map as t, shell};
use crate::state::{Asked, Engine};
use leptos::prelude::*;

/// Curves that can be told apart at once.
const MOST_OVERLAYS: usize = 4;

pub(super) fn toolbar(map: Map) -> impl IntoView {
    let lang = map.lang;
    let journey = map.scene.with_value(|scene| JourneyId::new(&scene.journey.id));
    let heat = map.navigation.place_now().to(Page::Heat(journey, HeatState::default()));
    let as_table = move || map.state.with(|state| state.table);
    view! {
        <div class="toolbar no-print">
            {personas(map)}
            <Disclosure label=t::overlays(lang).to_owned()>{overlays(map)}</Disclosure>
            <Disclosure label=t::lanes(lang).to_owned()>{lanes::menu(map)}</Disclosure>
            <span class="zoom">
                <button type="button" aria-label=t::zoom_out(lang) title=t::zoom_out(lang)
                    on:click=move |_| map.look(|state| state.zoom = state.zoom.farther())>"−"</button>
                <button type="button" aria-label=t::zoom_in(lang) title=t::zoom_in(lang)
                    on:click=move |_| map.look(|state| state.zoom = state.zoom.nearer())>"+"</button>
                <button type="button" aria-pressed=move || pressed(map.state.with(|s| s.zoom) == Zoom::Fit)
                    on:click=move |_| map.look(|state| state.zoom = if state.zoom == Zoom::Fit { Zoom::Normal } else { Zoom::Fit })>
                    {t::zoom_fit(lang)}
                </button>
            </span>
            <button type="button" aria-pressed=move || pressed(as_table())
                on:click=move |_| map.look(|state| state.table = !state.table)>
                {shell::show_table(lang)}
            </button>
            {link(heat, "button", t::heat_map(lang))}
        </div>
    }
}

fn pressed(pressed: bool) -> &'static str {
    if pressed { "true" } else { "false" }
}

/// The personas; each lays its segment's curve over the map.
fn personas(map: Map) -> impl IntoView {
    let personas = map.scene.with_value(|scene| scene.personas.clone());
    let chips = personas.into_iter().map(|persona| chip(map, persona)).collect_view();
    view! { <ul class="personas" aria-label=t::personas(map.lang)>{chips}</ul> }
}

fn chip(map: Map, line: PersonaLine) -> impl IntoView {
    let Some(segment) = line.segment else {
        return view! { <li><span class="chip" title=line.description>{line.persona.name}</span></li> }.into_any();
    };
    let own = segment.clone();
    let is_on = Memo::new(move |_| map.state.with(|state| state.overlays.contains(&own)));
    view! {
        <li>
            <button type="button" class="chip" title=line.description
                aria-pressed=move || pressed(is_on.get())
                on:click=move |_| toggle(map, &segment)>
                {line.persona.name}
            </button>
        </li>
    }
    .into_any()
}

fn overlays(map: Map) -> impl IntoView {
    let choices = Engine::here().ask(move || Some(Question::choices(map.lang)));
    let segments = move || {
        let Asked::Scene(choices) = choices.get() else { return Vec::new() };
        let segments =
            choices.dimensions.into_iter().find(|one| one.dimension == Dimension::Segment);
        segments.map(|one| one.values).unwrap_or_default()
    };
    view! {
        <p class="note">{t::overlay_hint(map.lang)}</p>
        <ul class="choices">
            {move || segments().into_iter().map(|segment| overlay(map, segment)).collect_view()}
        </ul>
    }
}

fn overlay(map: Map, segment: Named) -> impl IntoView {
    let id = StoredValue::new(segment.id);
    let is_on =
        Memo::new(move |_| map.state.with(|state| id.with_value(|id| state.overlays.contains(id))));
    view! {
        <li>
            <label>
                <input type="checkbox" prop:checked=move || is_on.get()
                    on:change=move |_| id.with_value(|id| toggle(map, id))/>
                {segment.name}
            </label>
        </li>
    }
}

/// Lays a segment over the map or takes it off. The oldest makes room for a fifth.
fn toggle(map: Map, segment: &str) {
    map.look(|state| {
        if let Some(place) = state.overlays.iter().position(|one| one == segment) {
            state.overlays.remove(place);
            return;
        }
        if state.overlays.len() == MOST_OVERLAYS {
            state.overlays.remove(0);
        }
        state.overlays.push(segment.to_owned());
    });
}
