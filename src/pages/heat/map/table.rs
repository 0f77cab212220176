//! The table behind the heat map: every value with its n and its interval. It is also what is printed.

use super::readout::unit_of;
use super::{Heat, column_name, whole_name};
use crate::components::{estimate_note, plain};
use crate::core::scene::{HeatCell, HeatRow, HeatScene};
use crate::locales::{heat as t, map, shell};
use leptos::prelude::*;

pub(super) fn table(heat: Heat, scene: StoredValue<HeatScene>) -> AnyView {
    let lang = heat.lang;
    scene.with_value(|scene| {
        let heads = scene
            .columns
            .iter()
            .map(|column| view! { <th scope="col">{column_name(column, lang)}</th> });
        let rows = scene.rows.iter().map(|row| line(heat, scene, row)).collect_view();
        let words = shell::table_of(lang, &t::title(lang, &scene.journey.name));
        view! {
            <div class="table-frame" tabindex="0" role="region" aria-label=words>
                <table class="data heat-table">
                    <thead>
                        <tr>
                            <th scope="col">{map::touchpoint(lang)}</th>
                            <th scope="col">{whole_name(scene, lang)}</th>
                            {heads.collect_view()}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    })
}

fn line(heat: Heat, scene: &HeatScene, row: &HeatRow) -> impl IntoView + use<> {
    let all = std::iter::once(&row.whole).chain(&row.cells).enumerate();
    let cells = all.map(|(column, cell)| one(heat, scene, cell, column)).collect_view();
    view! { <tr><th scope="row">{row.touchpoint.name.clone()}</th>{cells}</tr> }
}

fn one(heat: Heat, scene: &HeatScene, cell: &HeatCell, column: usize) -> impl IntoView + use<> {
    let unit = unit_of(scene, column);
    let note = cell.figure.value.map(|_| estimate_note(&cell.figure, unit, heat.lang));
    view! {
        <td data-step=cell.step.map(|step| step.to_string())>
            {plain(cell.figure.value, unit, heat.lang)}
            <span class="cell-note">{note}</span>
        </td>
    }
}
