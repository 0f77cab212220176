//! The table behind the map: a row a touchpoint.

use super::Map;
use super::cells::lane_text;
use crate::components::{Unit, estimate_note, plain};
use crate::core::query::Lane;
use crate::core::scene::{MapTouchpoint, TouchpointScore};
use crate::locales::{map as t, names, shell};
use leptos::prelude::*;

pub(super) fn table(map: Map) -> AnyView {
    let lang = map.lang;
    let lanes = move || map.state.with(|state| state.lanes.clone());
    let head = move || {
        lanes()
            .into_iter()
            .map(|lane| view! { <th scope="col">{names::lane(lane, lang)}</th> })
            .collect_view()
    };
    let rows = move || {
        let lanes = lanes();
        map.scene.with_value(|scene| {
            let stage_of = |place: usize| {
                let stage = scene.stages.iter().rev().find(|stage| stage.first <= place);
                stage.map(|stage| stage.name.clone()).unwrap_or_default()
            };
            let each = scene.touchpoints.iter().enumerate();
            each.map(|(place, touchpoint)| row(map, place, stage_of(place), touchpoint, &lanes))
                .collect_view()
        })
    };
    let caption = map.scene.with_value(|scene| shell::table_of(lang, &scene.journey.name));
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=caption>
            <table class="data">
                <thead>
                    <tr>
                        <th scope="col">{t::stage(lang)}</th>
                        <th scope="col">{t::touchpoint(lang)}</th>
                        <th scope="col">{t::measured(lang)}</th>
                        <th scope="col">{t::interval(lang)}</th>
                        <th scope="col">{t::assumed(lang)}</th>
                        {head}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(
    map: Map,
    place: usize,
    stage: String,
    touchpoint: &MapTouchpoint,
    lanes: &[Lane],
) -> impl IntoView + use<> {
    let lang = map.lang;
    let score = super::cells::score(map, place);
    let figures = move || {
        let score = score.get().unwrap_or_default();
        view! {
            <td>{plain(score.emotion.value, Unit::Emotion, lang)}</td>
            <td>{estimate_note(&score.emotion, Unit::Emotion, lang)}</td>
        }
    };
    let hearts = touchpoint.hearts.clone();
    let cells = lanes.iter().map(|lane| match lane {
        Lane::Hearts => {
            let hearts = hearts.clone();
            view! { <td>{move || hearts_text(&hearts, score.get().as_ref(), map)}</td> }.into_any()
        }
        lane => view! { <td class="lines">{lane_text(*lane, touchpoint)}</td> }.into_any(),
    });
    let star = touchpoint.moment_of_truth.then_some("★ ");
    view! {
        <tr>
            <td>{stage}</td>
            <th scope="row">{star}{touchpoint.touchpoint.name.clone()}</th>
            {figures}
            <td>{plain(touchpoint.assumed, Unit::Emotion, lang)}</td>
            {cells.collect_view()}
        </tr>
    }
}

fn hearts_text(
    hearts: &[crate::core::model::Heart],
    score: Option<&TouchpointScore>,
    map: Map,
) -> String {
    let lang = map.lang;
    let one = |heart: &crate::core::model::Heart| {
        let name = names::heart(*heart, lang);
        let missed =
            score.is_some_and(|score| score.missed.iter().any(|(missed, _)| missed == heart));
        if missed { format!("{name} ({})", t::missed(lang)) } else { name.to_owned() }
    };
    hearts.iter().map(one).collect::<Vec<_>>().join(", ")
}
