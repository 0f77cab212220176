//! Which survey, and what it is about.

use crate::components::{link, touchpoint_select};
use crate::core::model::{Lang, SurveyId, TouchpointId};
use crate::core::query::{Page, ResponsesState, SurveysState};
use crate::core::scene::SurveysScene;
use crate::locales::surveys as t;
use crate::state::Navigation;
use leptos::prelude::*;

pub(super) fn controls(scene: &SurveysScene, lang: Lang) -> impl IntoView + use<> {
    let navigation = Navigation::here();
    let touchpoint = scene.touchpoint.as_ref().map(|touchpoint| TouchpointId::new(&touchpoint.id));
    let responses =
        navigation.place_now().to(Page::Responses(ResponsesState::of(touchpoint.clone())));
    let choose = move |touchpoint| {
        navigation.step(|place| {
            if let Page::Surveys(state) = &mut place.page {
                state.touchpoint = touchpoint;
            }
        });
    };
    let is_any = !scene.surveys.is_empty();
    let select = is_any
        .then(|| touchpoint_select(&scene.touchpoints, scene.touchpoint.as_ref(), lang, choose));
    view! {
        {is_any.then(|| choice(scene, touchpoint.as_ref(), lang))}
        <div class="toolbar no-print">{select}{link(responses, "button", t::to_responses(lang))}</div>
    }
}

/// The surveys there are, each a link to itself.
fn choice(
    scene: &SurveysScene,
    touchpoint: Option<&TouchpointId>,
    lang: Lang,
) -> impl IntoView + use<> {
    let place = Navigation::here().place_now();
    let shown = scene.shown.as_ref().map(|survey| survey.id.as_str());
    let links = scene.surveys.iter().map(|survey| {
        let state = SurveysState {
            survey: Some(SurveyId::new(&survey.id)),
            touchpoint: touchpoint.cloned(),
        };
        let to = place.to(Page::Surveys(state));
        let current = (shown == Some(survey.id.as_str())).then_some("true");
        view! { <li aria-current=current>{link(to, "chip", survey.name.clone())}</li> }
    });
    view! {
        <nav class="which no-print" aria-label=t::which(lang)><ul>{links.collect_view()}</ul></nav>
    }
}
