//! `/responses`: how questions were answered, and what customers wrote.

use crate::components::{
    answered, comments, distribution, link, methods, missing, page_head, touchpoint_select,
};
use crate::core::model::{Lang, TouchpointId};
use crate::core::query::{CompareState, Page, ResponsesState, SurveysState};
use crate::core::scene::{Question, ResponsesScene};
use crate::core::tally::KEPT_PER_TOUCHPOINT;
use crate::locales::methods::Method;
use crate::locales::{compare, responses as t, shell, surveys};
use crate::platform::number_text;
use crate::state::{Engine, Navigation};
use leptos::prelude::*;

/// The responses, of one touchpoint or of all.
pub fn responses(lang: Lang) -> AnyView {
    let navigation = Navigation::here();
    let state = move || match navigation.page() {
        Page::Responses(state) => state,
        _ => ResponsesState::default(),
    };
    let scene =
        Engine::here().ask(move || Some(Question::responses(state(), navigation.filters(), lang)));
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
    let navigation = Navigation::here();
    let choose = move |touchpoint| {
        navigation.step(|place| {
            if let Page::Responses(state) = &mut place.page {
                state.touchpoint = touchpoint;
            }
        });
    };
    let touchpoint = scene.touchpoint.as_ref().map(|touchpoint| TouchpointId::new(&touchpoint.id));
    let asked = SurveysState { touchpoint: touchpoint.clone(), ..SurveysState::default() };
    let to_surveys = navigation.place_now().to(Page::Surveys(asked));
    let state = CompareState { touchpoint, ..CompareState::default() };
    let to_compare = navigation.place_now().to(Page::Compare(state));
    view! {
        <div class="responses">
            {page_head(title, scene.period, Some(scene.responses), lang)}
            <div class="toolbar no-print">
                {touchpoint_select(&scene.touchpoints, scene.touchpoint.as_ref(), lang, choose)}
                {link(to_compare, "button", compare::compare(lang))}
                {link(to_surveys, "button", surveys::surveys(lang))}
            </div>
            {body}
        </div>
    }
    .into_any()
}

fn answers(scene: &ResponsesScene, lang: Lang) -> AnyView {
    let distributions =
        scene.distributions.iter().map(|one| distribution(one, lang)).collect_view();
    let none = match scene.search.as_str() {
        "" => t::no_comments(lang).to_owned(),
        search => t::none_found(lang, search),
    };
    let none = scene.comments.is_empty().then(|| view! { <p>{none}</p> });
    let kept = (!scene.comments.is_empty()).then(|| {
        let [n, found] = [scene.comments.len(), scene.comments_found];
        let number = |count: usize| number_text(count as f64, 0, lang);
        let note = t::comments_note(lang, &number(n), &number(found));
        let kept = t::kept_note(lang, &number(KEPT_PER_TOUCHPOINT));
        view! { <p class="note">{note}" · "{kept}</p> }
    });
    view! {
        <div class="columns">
            <section class="card">
                <h2>{t::distributions(lang)}</h2>
                <div class="distributions">{distributions}</div>
                {methods(&[Method::NPS, Method::SHARE, Method::HEART], lang)}
            </section>
            <section class="card">
                <h2>{t::comments(lang)}</h2>
                {search(&scene.search, lang)}
                {kept}
                {none}
                {comments(&scene.comments, scene.touchpoint.is_none(), lang)}
            </section>
        </div>
    }
    .into_any()
}

/// Finds comments by what is in them. The way back undoes it.
fn search(text: &str, lang: Lang) -> impl IntoView + use<> {
    let field = NodeRef::<leptos::html::Input>::new();
    let look = move || {
        let text = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        Navigation::here().step(|place| {
            if let Page::Responses(state) = &mut place.page {
                state.search = text;
            }
        });
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        look();
    };
    view! {
        <form class="toolbar no-print" role="search" on:submit=submit>
            <input type="search" id="find-comment" node_ref=field value=text.to_owned()
                aria-label=t::search(lang) placeholder=t::search(lang) on:change=move |_| look()/>
            <button type="submit">{t::find(lang)}</button>
        </form>
    }
}
