//! The priority matrix: importance against performance of the journey's touchpoints.

mod controls;
mod drawing;
mod keys;
mod layout;
mod list;
mod plot;
mod table;
mod words;

use super::Heat;
use crate::components::{
    Unit, answered, computed, method_of, missing, on_paper, page_head, period_text, value_text,
};
use crate::core::calendar::Period;
use crate::core::model::{Lang, TouchpointId};
use crate::core::query::{Importance, MapState, Page, Place};
use crate::core::scene::{PriorityScene, Question};
use crate::locales::methods::Method;
use crate::locales::{map, matrix as t, names, shell};
use crate::platform::number_text;
use crate::state::Engine;
use leptos::prelude::*;

/// The priority matrix of a journey.
pub(super) fn priority(heat: Heat) -> AnyView {
    let Heat { lang, id, navigation, .. } = heat;
    // Showing the table asks nothing new.
    let asked = Memo::new(move |_| heat.state.with(|state| state.of_priority()));
    let scene = Engine::here().ask(move || {
        Some(Question::priority(id.get_value(), asked.get(), navigation.filters(), lang))
    });
    let none =
        move || missing(shell::no_journey(lang), shell::no_journey_hint(lang), lang).into_any();
    let kept = Kept { active: RwSignal::new(0), width: RwSignal::new(0.0) };
    answered(scene, lang, none, move |scene| content(heat, scene, kept)).into_any()
}

/// What stays while answers come and go.
#[derive(Clone, Copy)]
struct Kept {
    /// The point that has the focus, or would have it.
    active: RwSignal<usize>,
    /// The width there is, in pixels.
    width: RwSignal<f64>,
}

fn content(heat: Heat, scene: &PriorityScene, kept: Kept) -> AnyView {
    let lang = heat.lang;
    let title = t::priority_title(lang, &scene.journey.name);
    kept.active.update(|place| *place = (*place).min(scene.points.len().saturating_sub(1)));
    let body = if scene.points.is_empty() { empty(scene, lang) } else { matrix(heat, scene, kept) };
    view! {
        {page_head(title, scene.period, None, lang)}
        {controls::controls(heat, scene)}
        {notes(scene, lang)}
        {body}
        {how(scene, lang)}
    }
    .into_any()
}

/// The picture with its ranking, or the table behind both. On paper there are both.
fn matrix(heat: Heat, scene: &PriorityScene, kept: Kept) -> AnyView {
    let scene = StoredValue::new(scene.clone());
    let spot = RwSignal::new(None);
    let as_table = Memo::new(move |_| heat.state.with(|state| state.table));
    let shown = move || match as_table.get() {
        true => table::table(heat, scene),
        false => view! {
            <div class="matrix">
                {plot::plot(heat, scene, kept, spot)}
                {list::list(heat, scene, spot)}
            </div>
            {on_paper(move || table::table(heat, scene))}
        }
        .into_any(),
    };
    shown.into_any()
}

/// What is not shown, and where a derived importance comes from.
fn notes(scene: &PriorityScene, lang: Lang) -> impl IntoView + use<> {
    let measure = names::measure(scene.state.measure, lang);
    let all = [
        scene.months.map(|(first, last)| {
            t::derived_from(lang, &period_text(Period::of_months(first, last), lang), measure)
        }),
        (scene.no_importance > 0).then(|| t::without_importance(lang, scene.no_importance as u64)),
        (scene.no_figure > 0).then(|| t::without_figure(lang, scene.no_figure as u64)),
        (scene.crosshair.is_none() && !scene.points.is_empty())
            .then(|| t::no_lines(lang).to_owned()),
    ];
    all.into_iter().flatten().map(|text| view! { <p class="note">{text}</p> }).collect_view()
}

fn empty(scene: &PriorityScene, lang: Lang) -> AnyView {
    let (title, hint) = match (scene.no_importance > 0, scene.state.importance) {
        (true, Importance::Stated) => (t::no_stated(lang), t::no_stated_hint(lang)),
        (true, _) => (t::no_derived(lang), t::no_derived_hint(lang)),
        (false, _) if scene.no_figure > 0 => (t::no_answers(lang), t::no_answers_hint(lang)),
        (false, _) => (map::empty(lang), map::empty_hint(lang)),
    };
    view! { <section class="empty"><h2>{title}</h2><p>{hint}</p></section> }.into_any()
}

fn how(scene: &PriorityScene, lang: Lang) -> AnyView {
    let unit = Unit::of(scene.state.measure);
    let n = scene.points.iter().map(|point| point.figure.n).sum::<u64>();
    let target = map::target(lang, &value_text(scene.target, unit, lang));
    let lines = format!("{} {}", t::lines(lang), t::lines_at(scene.state.lines, lang));
    let mut all = vec![
        (Method::MATRIX, format!("{target} · {lines}")),
        (method_of(scene.state.measure), shell::n_is(lang, &number_text(n as f64, 0, lang))),
    ];
    if scene.state.importance != Importance::Stated {
        let by = t::importance_by(scene.state.importance, lang);
        all.insert(1, (Method::DERIVED, by.to_owned()));
    }
    all.push((Method::TARGET_TEST, String::new()));
    computed(&all, lang)
}

/// Where a touchpoint's details are.
fn details(heat: Heat, touchpoint: &str, place: Place) -> Place {
    let state = MapState { open: Some(TouchpointId::new(touchpoint)), ..MapState::default() };
    place.to(Page::Map(heat.id.get_value(), state))
}
