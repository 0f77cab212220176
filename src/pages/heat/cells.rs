//! The grid's head and rows.

use super::readout::{cell_text, unit_of};
use super::{Heat, column_name, whole_name};
use crate::core::query::HeatOrder;
use crate::core::scene::{HeatRow, HeatScene};
use crate::locales::shell;
use leptos::prelude::*;
use std::ops::Range;

pub(super) fn head(
    heat: Heat,
    scene: StoredValue<HeatScene>,
    columns: Range<usize>,
) -> impl IntoView {
    let lang = heat.lang;
    // A new order comes with a new answer, which makes the head anew.
    let order = heat.state.with_untracked(|state| state.order);
    let cells = columns.map(|column| {
        let (name, sorted) = match column.checked_sub(1) {
            None => {
                let name = scene.with_value(|scene| whole_name(scene, lang));
                (name.to_owned(), order == HeatOrder::Coldest)
            },
            Some(place) => {
                let name = scene.with_value(|s| s.columns.get(place).map(|c| column_name(c, lang)));
                (name.unwrap_or_default(), order == HeatOrder::Column(place as u16))
            }
        };
        view! {
            <div class="heat-column" role="columnheader" tabindex="-1" data-row="0" data-column=(column + 1).to_string()
                aria-colindex=(column + 2).to_string() aria-sort=if sorted { "ascending" } else { "none" }
                style:--place=column.to_string()>
                <span>{name}</span>
            </div>
        }
    });
    view! {
        <div class="heat-corner" role="columnheader" tabindex="-1" data-row="0" data-column="0" aria-colindex="1">
            {crate::locales::map::touchpoint(lang)}
        </div>
        {cells.collect_view()}
    }
}

/// A row. It is made once, while its columns come and go with the scrolling.
pub(super) fn body_row(
    heat: Heat,
    scene: StoredValue<HeatScene>,
    row: usize,
    columns: Memo<Range<usize>>,
) -> impl IntoView {
    let name = scene.with_value(|scene| scene.rows.get(row).map(|line| row_name(line, row)));
    let cells = move || {
        let columns = columns.get();
        scene.with_value(|scene| {
            let line = scene.rows.get(row)?;
            Some(columns.map(|column| body_cell(heat, scene, line, row, column)).collect_view())
        })
    };
    view! {
        <div class="heat-row" role="row" aria-rowindex=(row + 2).to_string() style:--place=row.to_string()>
            {name}
            {cells}
        </div>
    }
}

fn row_name(line: &HeatRow, row: usize) -> impl IntoView + use<> {
    view! {
        <div class="heat-name" role="rowheader" tabindex="-1" aria-colindex="1"
            data-row=(row + 1).to_string() data-column="0" title=line.touchpoint.name.clone()>
            <span class="clamp">{line.touchpoint.name.clone()}</span>
            <span class="note">{line.stage.clone()}</span>
        </div>
    }
}

fn body_cell(
    heat: Heat,
    scene: &HeatScene,
    line: &HeatRow,
    row: usize,
    column: usize,
) -> impl IntoView + use<> {
    let cell = match column.checked_sub(1) {
        None => Some(line.whole),
        Some(place) => line.cells.get(place).copied(),
    }
    .unwrap_or_default();
    let text = cell_text(&cell, unit_of(scene, column), heat);
    let empty = text
        .is_empty()
        .then(|| view! { <span class="visually-hidden">{shell::no_value(heat.lang)}</span> });
    view! {
        <div class="heat-cell" role="gridcell" tabindex="-1" aria-colindex=(column + 2).to_string()
            data-row=(row + 1).to_string() data-column=(column + 1).to_string()
            data-step=cell.step.map(|step| step.to_string()) style:--place=column.to_string()>
            {text}{empty}
        </div>
    }
}
