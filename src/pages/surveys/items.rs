//! The table behind the drawing: dimensions, and the items under each.

use super::quality::tone;
use crate::components::{Unit, estimate_note, plain};
use crate::core::index::Estimate;
use crate::core::model::Lang;
use crate::core::scene::{QualityFigures, QualityLine, QualityScene};
use crate::locales::surveys as t;
use leptos::prelude::*;

/// A figure's column: what it is called and how it is written.
type Column = (&'static str, Unit, fn(&QualityFigures) -> Option<Estimate>);

/// The columns of a survey: where nobody is asked what was expected, there is nothing to hold against it.
fn columns(scene: &QualityScene, lang: Lang) -> Vec<Column> {
    let found: Column = (t::found(lang), Unit::Rating, |line| Some(line.perception));
    match scene.overall.gap {
        Some(_) => vec![
            (t::expected(lang), Unit::Rating, |line| line.expectation),
            found,
            (t::gap(lang), Unit::Gap, |line| line.gap),
        ],
        None => vec![found],
    }
}

pub(super) fn items(scene: &QualityScene, lang: Lang) -> impl IntoView + use<> {
    let columns = columns(scene, lang);
    let is_weighted = scene.dimensions.iter().any(|line| line.weight.is_some());
    let heads =
        columns.iter().map(|(name, ..)| view! { <th scope="col" class="number">{*name}</th> });
    let heads = heads.collect_view();
    let weight =
        is_weighted.then(|| view! { <th scope="col" class="number">{t::weight(lang)}</th> });
    let bodies = scene.dimensions.iter();
    let bodies = bodies.map(|line| body(line, &columns, is_weighted, lang)).collect_view();
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=t::items_caption(lang)>
            <table class="data stacked survey-items">
                <caption class="visually-hidden">{t::items_caption(lang)}</caption>
                <thead><tr><th scope="col">{t::item(lang)}</th>{heads}{weight}</tr></thead>
                {bodies}
            </table>
        </div>
    }
}

fn body(
    line: &QualityLine,
    columns: &[Column],
    is_weighted: bool,
    lang: Lang,
) -> impl IntoView + use<> {
    let weight = is_weighted.then(|| cell(t::weight(lang), line.weight, Unit::Percent, lang));
    let items = line.items.iter().map(|item| {
        view! {
            <tr data-said=tone(item.said)>
                <th scope="row">{item.name.clone()}</th>
                {cells(item, columns, lang)}
                {is_weighted.then(|| view! { <td class="none"></td> })}
            </tr>
        }
    });
    let items = items.collect_view();
    view! {
        <tbody>
            <tr class="whole" data-said=tone(line.figures.said)>
                <th scope="rowgroup">{line.figures.name.clone()}</th>
                {cells(&line.figures, columns, lang)}
                {weight}
            </tr>
            {items}
        </tbody>
    }
}

fn cells(figures: &QualityFigures, columns: &[Column], lang: Lang) -> impl IntoView + use<> {
    let cells = columns.iter().map(|(name, unit, of)| cell(name, of(figures), *unit, lang));
    cells.collect_view()
}

fn cell(
    name: &'static str,
    figure: Option<Estimate>,
    unit: Unit,
    lang: Lang,
) -> impl IntoView + use<> {
    let figure = figure.unwrap_or_default();
    view! {
        <td class="number" data-label=name>
            <span class="value">{plain(figure.value, unit, lang)}</span>
            <span class="note">{estimate_note(&figure, unit, lang)}</span>
        </td>
    }
}
