//! `/responses/surveys`: questions that are judged together.

mod controls;
mod empty;
mod items;
mod kano;
mod plane;
mod quality;
mod scale;
mod track;

use crate::components::{answered, missing, page_head};
use crate::core::model::Lang;
use crate::core::query::{Page, SurveysState};
use crate::core::scene::{Findings, Question, SurveysScene};
use crate::locales::{shell, surveys as t};
use crate::state::{Engine, Navigation};
use controls::controls;
use leptos::prelude::*;

/// One survey, of one touchpoint or of all.
pub fn surveys(lang: Lang) -> AnyView {
    let navigation = Navigation::here();
    let state = move || match navigation.page() {
        Page::Surveys(state) => state,
        _ => SurveysState::default(),
    };
    let scene =
        Engine::here().ask(move || Some(Question::surveys(state(), navigation.filters(), lang)));
    let none = move || {
        missing(shell::no_touchpoint(lang), shell::no_touchpoint_hint(lang), lang).into_any()
    };
    answered(scene, lang, none, move |scene| content(scene, lang)).into_any()
}

fn content(scene: &SurveysScene, lang: Lang) -> AnyView {
    let parts = [&scene.shown, &scene.touchpoint].into_iter().flatten();
    let title =
        parts.fold(t::title(lang).to_owned(), |title, part| format!("{title} · {}", part.name));
    let respondents = scene.shown.as_ref().map(|_| scene.respondents);
    view! {
        <div class="surveys">
            {page_head(title, scene.period, respondents, lang)}
            {controls(scene, lang)}
            {body(scene, lang)}
            {invalid(scene.n_invalid, lang)}
        </div>
    }
    .into_any()
}

fn body(scene: &SurveysScene, lang: Lang) -> AnyView {
    if scene.surveys.is_empty() {
        return empty::none_asked(lang);
    }
    match (&scene.shown, &scene.findings) {
        (None, _) => empty::empty(t::no_such(lang), t::no_such_hint(lang)),
        (_, None) => empty::empty(t::nobody(lang), t::nobody_hint(lang)),
        (_, Some(Findings::Quality(found))) => quality::quality(found, lang),
        (_, Some(Findings::Kano(found))) => kano::kano(found, lang),
        (_, Some(Findings::Scale(found))) => scale::scale(found, lang),
    }
}

fn invalid(count: u64, lang: Lang) -> Option<AnyView> {
    (count > 0).then(|| view! { <p class="note">{t::n_invalid(lang, count)}</p> }.into_any())
}
