//! The grid's head and rows.

use super::readout::{cell_text, unit_of};
use super::{Heat, column_name, whole_name};
use crate::core::query::HeatOrder;
use crate::core::scene::{HeatRow, HeatScene};
use crate::locales::shell;
use leptos::either::Either;
use leptos::prelude::*;

pub(super) fn head(
    heat: Heat,
    scene: StoredValue<HeatScene>,
    columns: Memo<Vec<usize>>,
) -> impl IntoView {
    view! {
        <div class="heat-corner" role="columnheader" tabindex="-1" aria-colindex="1">
            {crate::locales::map::touchpoint(heat.lang)}
        </div>
        <For each=move || columns.get() key=|column| *column let:column>
            {head_cell(heat, scene, column)}
        </For>
    }
}

fn head_cell(heat: Heat, scene: StoredValue<HeatScene>, column: usize) -> impl IntoView {
    let lang = heat.lang;
    // A new order comes with a new answer, which makes the head anew.
    let order = heat.state.with_untracked(|state| state.order);
    let (name, sorted) = scene.with_value(|scene| match column.checked_sub(1) {
        None => (whole_name(scene, lang).to_owned(), order == HeatOrder::Coldest),
        Some(place) => {
            let name = scene.columns.get(place).map(|column| column_name(column, lang));
            (name.unwrap_or_default(), order == HeatOrder::Column(place as u16))
        }
    });
    view! {
        <div class="heat-column" role="columnheader" tabindex="-1"
            aria-colindex=(column + 2).to_string() aria-sort=if sorted { "ascending" } else { "none" }
            style:--place=column.to_string()>
            <span>{name}</span>
        </div>
    }
}

/// A row. It is made once, while its columns come and go with the scrolling.
pub(super) fn body_row(
    heat: Heat,
    scene: StoredValue<HeatScene>,
    row: usize,
    columns: Memo<Vec<usize>>,
) -> impl IntoView {
    let name = scene.with_value(|scene| scene.rows.get(row).map(row_name));
    view! {
        <div class="heat-row" role="row" aria-rowindex=(row + 2).to_string() style:--place=row.to_string()>
            {name}
            <For each=move || columns.get() key=|column| *column let:column>
                {scene.with_value(|scene| {
                    let line = scene.rows.get(row)?;
                    Some(body_cell(heat, scene, line, column))
                })}
            </For>
        </div>
    }
}

fn row_name(line: &HeatRow) -> impl IntoView + use<> {
    view! {
        <div class="heat-name" role="rowheader" tabindex="-1" aria-colindex="1"
            title=line.touchpoint.name.clone()>
            <span class="clamp">{line.touchpoint.name.clone()}</span>
            <span class="note">{line.stage.clone()}</span>
        </div>
    }
}

fn body_cell(
    heat: Heat,
    scene: &HeatScene,
    line: &HeatRow,
    column: usize,
) -> impl IntoView + use<> {
    let cell = match column.checked_sub(1) {
        None => Some(line.whole),
        Some(place) => line.cells.get(place).copied(),
    }
    .unwrap_or_default();
    let text = cell_text(&cell, unit_of(scene, column), heat);
    let content = match text.is_empty() {
        false => Either::Left(text),
        true => Either::Right(
            view! { <span class="visually-hidden">{shell::no_value(heat.lang)}</span> },
        ),
    };
    // There are many of these: each has what it needs and no more. It becomes a tab stop when it is the active one.
    view! {
        <div class="heat-cell" role="gridcell" aria-colindex=(column + 2).to_string()
            data-step=cell.step.map(|step| step.to_string()) style:--place=column.to_string()>
            {content}
        </div>
    }
}
