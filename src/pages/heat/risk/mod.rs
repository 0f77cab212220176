//! The risk matrix: what may fail at the journey's touchpoints, how badly and how often.

mod grid;
mod table;

use super::Heat;
use super::views::views;
use crate::components::{answered, computed, missing, timeless_head};
use crate::core::index::ActionPriority;
use crate::core::model::Lang;
use crate::core::scene::{Question, RisksScene};
use crate::locales::methods::Method;
use crate::locales::{matrix as t, shell};
use crate::platform::number_text;
use crate::state::Engine;
use leptos::prelude::*;

/// From the most urgent on, as scenes count them.
const URGENCIES: [ActionPriority; 3] =
    [ActionPriority::High, ActionPriority::Medium, ActionPriority::Low];

/// The risk matrix of a journey.
pub(super) fn risk(heat: Heat) -> AnyView {
    let Heat { lang, id, .. } = heat;
    let scene = Engine::here().ask(move || Some(Question::risks(id.get_value(), lang)));
    let none =
        move || missing(shell::no_journey(lang), shell::no_journey_hint(lang), lang).into_any();
    answered(scene, lang, none, move |scene| content(heat, scene)).into_any()
}

fn content(heat: Heat, scene: &RisksScene) -> AnyView {
    let lang = heat.lang;
    let title = t::risk_title(lang, &scene.journey.name);
    let body = if scene.lines.is_empty() { empty(lang) } else { matrix(heat, scene) };
    view! {
        {timeless_head(title, risks_text(scene.lines.len(), lang), None, lang)}
        <form class="toolbar no-print" on:submit=|event| event.prevent_default()>{views(heat)}</form>
        {body}
        {computed(&[(Method::RISK, String::new())], lang)}
    }
    .into_any()
}

fn empty(lang: Lang) -> AnyView {
    view! {
        <section class="empty"><h2>{t::no_risks(lang)}</h2><p>{t::no_risks_hint(lang)}</p></section>
    }
    .into_any()
}

fn matrix(heat: Heat, scene: &RisksScene) -> AnyView {
    let lang = heat.lang;
    let counts = URGENCIES.into_iter().zip(scene.counts).map(|(urgency, count)| {
        view! {
            <li>
                {sign(Some(urgency))}
                <span class="number">{number_text(count as f64, 0, lang)}</span>
                <span>{t::urgency(Some(urgency), lang)}</span>
            </li>
        }
    });
    let notes = [
        (scene.unrated > 0).then(|| t::n_unrated(lang, scene.unrated as u64)),
        (scene.touchpoints_without > 0)
            .then(|| t::n_without(lang, scene.touchpoints_without as u64)),
    ];
    let notes =
        notes.into_iter().flatten().map(|text| view! { <p class="note">{text}</p> }).collect_view();
    let counts = counts.collect_view();
    let scene = StoredValue::new(scene.clone());
    view! {
        <p class="note">{t::action_priority(lang)}</p>
        <ul class="urgencies">{counts}</ul>
        {notes}
        <div class="matrix">
            {grid::grid(heat, scene)}
            {table::table(heat, scene)}
        </div>
    }
    .into_any()
}

/// An urgency as a letter on its colour.
fn sign(urgency: Option<ActionPriority>) -> impl IntoView {
    view! { <span class="urgency" data-urgency=urgency_id(urgency) aria-hidden="true">{letter(urgency)}</span> }
}

/// The letter the handbook writes.
fn letter(urgency: Option<ActionPriority>) -> &'static str {
    match urgency {
        Some(ActionPriority::High) => "H",
        Some(ActionPriority::Medium) => "M",
        Some(ActionPriority::Low) => "L",
        None => "?",
    }
}

fn urgency_id(urgency: Option<ActionPriority>) -> &'static str {
    match urgency {
        Some(ActionPriority::High) => "high",
        Some(ActionPriority::Medium) => "medium",
        Some(ActionPriority::Low) => "low",
        None => "none",
    }
}

fn risks_text(count: usize, lang: Lang) -> String {
    match count {
        0 => t::no_risk_here(lang).to_owned(),
        n => t::n_risks(lang, n as u64),
    }
}
