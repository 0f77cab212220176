//! `/responses`: how questions were answered, and what customers wrote.

use crate::components::{answered, comments, distribution, missing, page_head};
use crate::core::model::{Lang, TouchpointId};
use crate::core::query::Page;
use crate::core::scene::{Named, Question, ResponsesScene};
use crate::locales::{responses as t, shell};
use crate::platform::number_text;
use crate::state::{Engine, Navigation};
use leptos::prelude::*;

/// The responses, of one touchpoint or of all.
pub fn responses(lang: Lang) -> AnyView {
    let navigation = Navigation::here();
    let chosen = move || match navigation.page() {
        Page::Responses(touchpoint) => touchpoint,
        _ => None,
    };
    let scene =
        Engine::here().ask(move || Some(Question::responses(chosen(), navigation.filters(), lang)));
    let none = move || {
        missing(shell::no_touchpoint(lang), shell::no_touchpoint_hint(lang), lang).into_any()
    };
    answered(scene, lang, none, move |scene| content(scene, lang)).into_any()
}

fn content(scene: &ResponsesScene, lang: Lang) -> AnyView {
    let title = match &scene.touchpoint {
        Some(touchpoint) => format!("{} · {}", t::title(lang), touchpoint.name),
        None => t::title(lang).to_owned(),
    };
    let body = if scene.responses == 0 && scene.distributions.is_empty() {
        view! { <section class="empty"><h2>{t::none(lang)}</h2><p>{t::none_hint(lang)}</p></section> }.into_any()
    } else {
        answers(scene, lang)
    };
    view! {
        <div class="responses">
            {page_head(title, scene.period, Some(scene.responses), lang)}
            {touchpoint_select(scene, lang)}
            {body}
        </div>
    }
    .into_any()
}

fn answers(scene: &ResponsesScene, lang: Lang) -> AnyView {
    let distributions =
        scene.distributions.iter().map(|one| distribution(one, lang)).collect_view();
    let none = scene.comments.is_empty().then(|| view! { <p>{t::no_comments(lang)}</p> });
    let kept = (!scene.comments.is_empty()).then(|| {
        let n = number_text(scene.comments.len() as f64, 0, lang);
        view! { <p class="note">{t::comments_note(lang, &n)}</p> }
    });
    view! {
        <div class="columns">
            <section class="card">
                <h2>{t::distributions(lang)}</h2>
                <div class="distributions">{distributions}</div>
            </section>
            <section class="card">
                <h2>{t::comments(lang)}</h2>
                {kept}
                {none}
                {comments(&scene.comments, scene.touchpoint.is_none(), lang)}
            </section>
        </div>
    }
    .into_any()
}

fn touchpoint_select(scene: &ResponsesScene, lang: Lang) -> impl IntoView + use<> {
    let navigation = Navigation::here();
    let chosen = scene.touchpoint.as_ref().map(|touchpoint| touchpoint.id.clone());
    let option = |touchpoint: &Named| {
        let is_chosen = chosen.as_ref() == Some(&touchpoint.id);
        view! { <option value=touchpoint.id.clone() selected=is_chosen>{touchpoint.name.clone()}</option> }
    };
    let groups = scene.touchpoints.iter().map(|(journey, touchpoints)| {
        let options = touchpoints.iter().map(option).collect_view();
        view! { <optgroup label=journey.name.clone()>{options}</optgroup> }
    });
    let choose = move |event: leptos::ev::Event| {
        let id =
            Some(event_target_value(&event)).filter(|id| !id.is_empty()).map(TouchpointId::new);
        navigation.step(|place| place.page = Page::Responses(id));
    };
    view! {
        <label class="choose no-print">
            {t::touchpoint(lang)}
            <select on:change=choose>
                <option value="" selected=chosen.is_none()>{t::all_touchpoints(lang)}</option>
                {groups.collect_view()}
            </select>
        </label>
    }
}
