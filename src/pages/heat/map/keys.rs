//! What keys and clicks do: move, sort, drill into responses.

use super::Heat;
use super::view::{MORE, View, bring_into_view};
use crate::core::model::{Dimension, TouchpointId};
use crate::core::query::{HeatOrder, Page, PeriodChoice, ResponsesState};
use crate::core::scene::{HeatColumn, HeatScene};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

pub(super) fn key(event: &KeyboardEvent, heat: Heat, scene: StoredValue<HeatScene>, view: View) {
    let (row, column) = view.active.get_untracked();
    let (last_row, last_column) =
        scene.with_value(|scene| (scene.rows.len(), scene.columns.len() + 1));
    let page = view.seen.get_untracked().len().saturating_sub(2 * MORE).max(1);
    let to = match (event.key().as_str(), event.ctrl_key()) {
        ("ArrowLeft", false) => (row, column.saturating_sub(1)),
        ("ArrowRight", false) => (row, (column + 1).min(last_column)),
        ("ArrowUp", false) => (row.saturating_sub(1), column),
        ("ArrowDown", false) => ((row + 1).min(last_row), column),
        ("PageUp", _) => (row.saturating_sub(page), column),
        ("PageDown", _) => ((row + page).min(last_row), column),
        ("Home", false) => (row, 0),
        ("End", false) => (row, last_column),
        ("Home", true) => (0, 0),
        ("End", true) => (last_row, last_column),
        ("Enter" | " ", false) => {
            event.prevent_default();
            return act(Some((row, column)), heat, scene);
        }
        _ => return,
    };
    event.prevent_default();
    bring_into_view(view, to);
    view.active.set(to);
}

/// A cell leads to its responses, a name to its touchpoint's, a column's head sorts.
pub(super) fn act(place: Option<(usize, usize)>, heat: Heat, scene: StoredValue<HeatScene>) {
    match place {
        Some((0, 0)) | None => {}
        Some((0, 1)) => heat.look(|state| {
            state.order = if state.order == HeatOrder::Coldest {
                HeatOrder::Journey
            } else {
                HeatOrder::Coldest
            };
        }),
        Some((0, column)) => heat.look(|state| {
            let by = HeatOrder::Column(column as u16 - 2);
            state.order = if state.order == by { HeatOrder::Journey } else { by };
        }),
        Some((row, column)) => drill(row - 1, column.checked_sub(2), heat, scene),
    }
}

/// Goes to the responses a cell is made of.
fn drill(row: usize, column: Option<usize>, heat: Heat, scene: StoredValue<HeatScene>) {
    let found = scene.with_value(|scene| {
        let row = scene.rows.get(row)?;
        let column = column.and_then(|column| scene.columns.get(column)).cloned();
        Some((TouchpointId::new(&row.touchpoint.id), column))
    });
    let Some((touchpoint, column)) = found else { return };
    let mut place =
        heat.navigation.place_now().to(Page::Responses(ResponsesState::of(Some(touchpoint))));
    match column {
        Some(HeatColumn::Month(month)) => place.filters.period = PeriodChoice::Months(month, month),
        Some(HeatColumn::Value(dimension, value)) => {
            let dimension: Dimension = dimension;
            place.filters = place.filters.with(dimension, Some(value.id));
        }
        Some(HeatColumn::Heart(_)) | None => {}
    }
    heat.navigation.go(place);
}
