//! The heat map: touchpoints by heart, month or dimension.

mod cells;
mod controls;
mod grid;
mod keys;
mod legend;
mod readout;
mod table;
mod view;

use super::Heat;
use crate::components::{answered, computed, method_of, missing, on_paper, page_head, value_text};
use crate::core::model::Lang;
use crate::core::query::{HeatState, Measure};
use crate::core::scene::{HeatColumn, HeatScene, Question};
use crate::locales::methods::Method;
use crate::locales::{heat as t, names, shell};
use crate::platform::{month_text, number_text};
use crate::state::{Asked, Engine};
use leptos::prelude::*;
pub(super) use view::Eye;

/// The heat map of a journey.
pub(super) fn map(heat: Heat) -> AnyView {
    let Heat { lang, id, state, navigation, .. } = heat;
    // Showing the table asks nothing new.
    let asked = Memo::new(move |_| state.with(HeatState::of_map));
    let scene = Engine::here()
        .ask(move || Some(Question::heat(id.get_value(), asked.get(), navigation.filters(), lang)));
    let none =
        move || missing(shell::no_journey(lang), shell::no_journey_hint(lang), lang).into_any();
    view! {
        {move || head(scene, lang)}
        {controls::controls(heat, scene)}
        {answered(scene, lang, none, move |scene| content(heat, scene))}
    }
    .into_any()
}

/// The title stands above the controls, which stay as they are while answers come and go.
fn head(scene: ReadSignal<Asked<HeatScene>>, lang: Lang) -> AnyView {
    scene.with(|scene| match scene {
        Asked::Scene(scene) => {
            page_head(t::title(lang, &scene.journey.name), scene.period, None, lang).into_any()
        }
        Asked::Waiting => view! { <div class="bone wide"></div> }.into_any(),
        Asked::Missing => ().into_any(),
    })
}

fn content(heat: Heat, scene: &HeatScene) -> AnyView {
    let lang = heat.lang;
    let left_out = (scene.left_out > 0).then(|| {
        view! { <p class="note">{t::left_out(lang, scene.left_out as u64)}</p> }
    });
    let scene = StoredValue::new(scene.clone());
    let (columns, rows) = scene.with_value(|scene| (scene.columns.len(), scene.rows.len()));
    let as_table = Memo::new(move |_| heat.state.with(|state| state.table));
    let body = move || match (columns, rows) {
        (0, _) => view! { <p class="empty">{t::no_columns(lang)}</p> }.into_any(),
        (_, 0) => view! { <p class="empty">{t::none(lang)}</p> }.into_any(),
        _ if as_table.get() => table::table(heat, scene),
        _ => view! { {grid::grid(heat, scene)}{on_paper(move || table::table(heat, scene))} }
            .into_any(),
    };
    view! {
        {legend::legend(heat, scene)}
        {left_out}
        {body}
        {scene.with_value(|scene| how(scene, lang))}
    }
    .into_any()
}

/// How the figures shown are computed, with what is taken here.
fn how(scene: &HeatScene, lang: Lang) -> AnyView {
    let mut shown = vec![scene.measure];
    if let Some(HeatColumn::Heart(heart)) = scene.columns.first() {
        shown.push(Measure::Heart(*heart));
    }
    let n = scene.rows.iter().map(|row| row.whole.figure.n).sum::<u64>();
    let n = shell::n_is(lang, &number_text(n as f64, 0, lang));
    let mut all: Vec<(Method, String)> =
        shown.into_iter().map(|measure| (method_of(measure), String::new())).collect();
    if let Some(first) = all.first_mut() {
        first.1 = n;
    }
    let ends = [scene.target, scene.target - scene.reach, scene.target + scene.reach];
    let [target, low, high] = ends.map(|end| value_text(end, readout::unit_of(scene, 1), lang));
    let here = format!("{} · {}", t::target_is(lang, &target), shell::between(lang, &low, &high));
    all.push((Method::SCALE, here));
    computed(&all, lang)
}

/// The name of the column of the whole period. Beside hearts it says what it measures, for it is none.
fn whole_name(scene: &HeatScene, lang: Lang) -> &'static str {
    match scene.columns.first() {
        Some(HeatColumn::Heart(_)) => names::measure(scene.measure, lang),
        _ => t::all(lang),
    }
}

/// A column's name.
fn column_name(column: &HeatColumn, lang: Lang) -> String {
    match column {
        HeatColumn::Heart(heart) => names::heart(*heart, lang).to_owned(),
        HeatColumn::Month(month) => month_text(*month, lang),
        HeatColumn::Value(_, value) => value.name.clone(),
    }
}
