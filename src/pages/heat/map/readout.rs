//! What stands behind the cell that is pointed at.

use super::{Heat, column_name};
use crate::components::{Unit, estimate_note, plain};
use crate::core::query::Measure;
use crate::core::scene::{HeatCell, HeatColumn, HeatScene};
use crate::locales::{heat as t, names};
use leptos::prelude::*;

/// A cell's place: its row, and its column from 0 for the whole period.
pub(super) type Spot = (usize, usize);

/// One line that says which cell is meant, its value, its n and its interval. It has its place
/// whatever it says, so nothing moves.
pub(super) fn readout(
    heat: Heat,
    scene: StoredValue<HeatScene>,
    spot: RwSignal<Option<Spot>>,
) -> impl IntoView {
    let words = move || {
        let words = spot.get().and_then(|spot| scene.with_value(|scene| words(scene, spot, heat)));
        words.unwrap_or_else(|| t::readout_hint(heat.lang).to_owned())
    };
    view! { <p class="readout no-print" id="readout" role="status">{words}</p> }
}

fn words(scene: &HeatScene, (row, column): Spot, heat: Heat) -> Option<String> {
    let lang = heat.lang;
    let row = scene.rows.get(row)?;
    let own_scale = unit_of(scene, 0) != unit_of(scene, 1);
    let (name, cell) = match column.checked_sub(1) {
        None if own_scale => (names::measure(scene.measure, lang).to_owned(), row.whole),
        None => (t::whole_period(lang).to_owned(), row.whole),
        Some(column) => (column_name(scene.columns.get(column)?, lang), *row.cells.get(column)?),
    };
    let unit = unit_of(scene, column);
    let value = plain(cell.figure.value, unit, lang);
    let note = estimate_note(&cell.figure, unit, lang);
    Some(format!("{} · {name}: {value} · {note}", row.touchpoint.name))
}

/// The unit of a column: hearts are scores, whatever else is measured.
pub(super) fn unit_of(scene: &HeatScene, column: usize) -> Unit {
    let heart = column.checked_sub(1).and_then(|column| scene.columns.get(column));
    match heart {
        Some(HeatColumn::Heart(heart)) => Unit::of(Measure::Heart(*heart)),
        _ => Unit::of(scene.measure),
    }
}

/// A cell's text: its value, marked when it is thin.
pub(super) fn cell_text(cell: &HeatCell, unit: Unit, heat: Heat) -> String {
    let value = match cell.figure.value {
        Some(value) => crate::components::value_text(value, unit, heat.lang),
        None => return String::new(),
    };
    if cell.figure.is_thin() { format!("{value}°") } else { value }
}
