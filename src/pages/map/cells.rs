//! The rows of the map and their cells.

use super::Map;
use super::canvas::{Canvas, ROWS_ABOVE, cell_id};
use super::drag::Drag;
use crate::components::{Unit, heart_mark, plain};
use crate::core::model::{Heart, Lang};
use crate::core::query::Lane;
use crate::core::scene::{MapTouchpoint, TouchpointScore};
use crate::locales::{map as t, names};
use leptos::prelude::*;

/// The row of touchpoints' names.
pub(super) fn names(map: Map, canvas: Canvas, drag: Drag) -> impl IntoView {
    view! {
        <div class="row names" role="row" aria-rowindex="2">
            <div class="label" role="rowheader">{t::touchpoint(map.lang)}</div>
            <For each=move || canvas.made() key=|column| *column let:column>
                {name(map, canvas, drag, column)}
            </For>
        </div>
    }
}

fn name(map: Map, canvas: Canvas, drag: Drag, column: usize) -> impl IntoView {
    let lang = map.lang;
    let inner = with_touchpoint(map, column, |touchpoint| {
        let moment = touchpoint.moment_of_truth.then(|| {
            view! { <span class="moment" title=t::moment_of_truth(lang)>"★"<span class="visually-hidden">{t::moment_of_truth(lang)}</span></span> }
        });
        view! { {moment}<span class="clamp">{touchpoint.touchpoint.name.clone()}</span> }.into_any()
    });
    cell(Spot { row: 0, column }, "columnheader", map, canvas, drag, inner)
}

/// One lane.
pub(super) fn lane(
    lane: Lane,
    lanes: Memo<Vec<Lane>>,
    map: Map,
    canvas: Canvas,
    drag: Drag,
) -> impl IntoView {
    let place =
        Memo::new(move |_| lanes.get().iter().position(|one| *one == lane).unwrap_or_default());
    view! {
        <div class="row lane" role="row" data-lane=lane.id()
            aria-rowindex=move || (place.get() + ROWS_ABOVE + 2).to_string()>
            <div class="label" role="rowheader">{names::lane(lane, map.lang)}</div>
            <For each=move || canvas.made() key=|column| *column let:column>
                {move || {
                    let spot = Spot { row: place.get() + ROWS_ABOVE, column };
                    cell(spot, "gridcell", map, canvas, drag, content(lane, map, column))
                }}
            </For>
        </div>
    }
}

/// A cell's place in the grid, without the row of stages.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub row: usize,
    pub column: usize,
}

/// A cell of the grid: it can have the focus, and a click opens its touchpoint.
pub(super) fn cell(
    spot: Spot,
    role: &'static str,
    map: Map,
    canvas: Canvas,
    drag: Drag,
    inner: AnyView,
) -> impl IntoView {
    let Spot { row, column } = spot;
    let is_active = Memo::new(move |_| canvas.active.get() == (row, column));
    let is_open = move || canvas.open.get() == Some(column);
    let click = move |_| {
        if !drag.was_dragged() {
            canvas.active.set((row, column));
            map.open(column);
        }
    };
    view! {
        <div class="cell" class:open=is_open role=role id=cell_id(row, column) aria-colindex=(column + 2).to_string()
            tabindex=move || if is_active.get() { "0" } else { "-1" }
            style:--place=column.to_string()
            on:focus=move |_| canvas.focused((row, column))
            on:click=click>
            {inner}
        </div>
    }
}

/// Something made of a touchpoint; nothing when there is none.
pub(super) fn with_touchpoint(
    map: Map,
    column: usize,
    view: impl FnOnce(&MapTouchpoint) -> AnyView,
) -> AnyView {
    map.scene.with_value(|scene| scene.touchpoints.get(column).map(view)).into_any()
}

fn content(lane: Lane, map: Map, column: usize) -> AnyView {
    if lane == Lane::Hearts {
        return hearts(map, column);
    }
    with_touchpoint(map, column, |touchpoint| match lane {
        Lane::Pains => list(&touchpoint.pains),
        Lane::Opportunities => list(&touchpoint.opportunities),
        Lane::Thought => thought(&touchpoint.thought),
        _ => text(lane_text(lane, touchpoint)),
    })
}

/// What a touchpoint says in a lane of plain text.
pub(super) fn lane_text(lane: Lane, touchpoint: &MapTouchpoint) -> String {
    match lane {
        Lane::Action => touchpoint.action.clone(),
        Lane::Thought => touchpoint.thought.clone(),
        Lane::Channel => touchpoint.channel.clone(),
        Lane::Backstage => touchpoint.backstage.clone(),
        Lane::Support => touchpoint.support.clone(),
        Lane::Owner => touchpoint.owner.clone(),
        Lane::Pains => touchpoint.pains.join("\n"),
        Lane::Opportunities => touchpoint.opportunities.join("\n"),
        Lane::Hearts => String::new(),
    }
}

fn text(text: String) -> AnyView {
    view! { <span class="clamp">{text}</span> }.into_any()
}

fn thought(text: &str) -> AnyView {
    let quoted = (!text.is_empty()).then(|| format!("“{text}”"));
    view! { <q class="clamp">{quoted}</q> }.into_any()
}

fn list(texts: &[String]) -> AnyView {
    let items = texts.iter().map(|text| view! { <li>{text.clone()}</li> }).collect_view();
    view! { <ul class="clamp">{items}</ul> }.into_any()
}

/// The hearts a touchpoint relies on; those it misses are crossed, not only coloured.
fn hearts(map: Map, column: usize) -> AnyView {
    let lang = map.lang;
    let hearts =
        map.scene.with_value(|scene| scene.touchpoints.get(column).map(|t| t.hearts.clone()));
    let score = score(map, column);
    (move || {
        let hearts = hearts.clone().unwrap_or_default();
        let marks = hearts.into_iter().map(|heart| heart_sign(heart, score.get().as_ref(), lang));
        view! { <ul class="heart-signs">{marks.collect_view()}</ul> }
    })
    .into_any()
}

fn heart_sign(heart: Heart, score: Option<&TouchpointScore>, lang: Lang) -> impl IntoView + use<> {
    let missed =
        score.and_then(|score| score.missed.iter().find(|(missed, _)| *missed == heart)).copied();
    let name = names::heart(heart, lang);
    let words = match missed {
        Some((_, value)) => t::heart_missed(lang, name, &plain(value.value, Unit::Score, lang)),
        None => t::relies_on(lang, name),
    };
    let title = words.clone();
    view! {
        <li class="heart-sign" data-heart=heart.id() class:missed=missed.is_some() title=title>
            {heart_mark(heart)}
            <span class="heart-word" aria-hidden="true">{name}</span>
            <span class="visually-hidden">{words}</span>
        </li>
    }
}

/// A touchpoint's own figures; only their change makes what shows them change.
pub(super) fn score(map: Map, column: usize) -> Memo<Option<TouchpointScore>> {
    Memo::new(move |_| map.scores.with(|scores| scores.as_ref()?.touchpoints.get(column).cloned()))
}
