//! The table behind the priority matrix. It is also what is printed.

use super::super::Heat;
use super::words;
use crate::components::{Unit, estimate_note, plain};
use crate::core::scene::{PriorityPoint, PriorityScene};
use crate::locales::{map, matrix as t, names, shell};
use leptos::prelude::*;

pub(super) fn table(heat: Heat, scene: StoredValue<PriorityScene>) -> AnyView {
    let lang = heat.lang;
    scene.with_value(|scene| {
        let measure = names::measure(scene.state.measure, lang);
        let heads = [
            (map::touchpoint(lang), false),
            (t::quadrant_head(lang), false),
            (measure, true),
            (t::importance(lang), true),
            (t::priority_head(lang), true),
            (t::about_target(lang), false),
        ];
        let heads = heads.map(|(head, number)| {
            view! { <th scope="col" class:number=number>{head}</th> }
        });
        let rows = scene.points.iter().map(|point| row(heat, scene, point)).collect_view();
        let caption = shell::table_of(lang, &t::priority_title(lang, &scene.journey.name));
        view! {
            <div class="table-frame" tabindex="0" role="region" aria-label=caption>
                <table class="data">
                    <thead><tr>{heads.into_iter().collect_view()}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    })
}

fn row(heat: Heat, scene: &PriorityScene, point: &PriorityPoint) -> impl IntoView + use<> {
    let lang = heat.lang;
    let unit = Unit::of(scene.state.measure);
    let quadrant = point.quadrant.map_or("–", |quadrant| t::quadrant(quadrant, lang));
    view! {
        <tr>
            <th scope="row">{point.touchpoint.name.clone()}<span class="note">{point.stage.clone()}</span></th>
            <td>{quadrant}</td>
            <td class="number">
                {plain(point.figure.value, unit, lang)}
                <span class="note">{estimate_note(&point.figure, unit, lang)}</span>
            </td>
            <td class="number">{words::importance(scene, point.importance, lang)}</td>
            <td class="number">{words::priority(point.priority, lang)}</td>
            <td>{words::certainty(point, lang).unwrap_or("–")}</td>
        </tr>
    }
}
