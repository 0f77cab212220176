//! The maturity ladder, with what each level asks for.

use crate::components::methods;
use crate::core::hearts::Requirement;
use crate::core::model::Lang;
use crate::core::scene::{HeartsScene, Label, LadderStep, Rung};
use crate::locales::methods::Method;
use crate::locales::{hearts as t, names, overview};
use crate::platform::number_text;
use leptos::prelude::*;

pub(super) fn ladder(scene: &HeartsScene, lang: Lang) -> impl IntoView + use<> {
    let steps = scene.ladder.iter().map(|one| step(one, lang)).collect_view();
    view! {
        <section class="card ladder-card">
            <h2>{t::ladder(lang)}</h2>
            <ol class="steps">{steps}</ol>
            {methods(&[Method::MATURITY], lang)}
        </section>
    }
}

fn step(step: &LadderStep, lang: Lang) -> impl IntoView + use<> {
    let name =
        overview::level(lang, &step.level.number().to_string(), names::level(step.level, lang));
    let state = if step.reached { t::reached(lang) } else { t::not_reached(lang) };
    let rungs = step.rungs.iter().map(|one| rung(one, lang)).collect_view();
    let start = step.rungs.is_empty().then(|| view! { <p class="note">{t::start(lang)}</p> });
    view! {
        <li class="step" class:reached=step.reached>
            <h3>{name}<span class="note">{state}</span></h3>
            {start}
            <ul>{rungs}</ul>
        </li>
    }
}

fn rung(rung: &Rung, lang: Lang) -> impl IntoView + use<> {
    let (name, unit) = match &rung.label {
        Label::Indicator { name, unit, .. } => (name.clone(), unit.clone()),
        Label::Touchpoint { name, .. } => (name.clone(), String::new()),
        Label::Team(team) => (team.name.clone(), String::new()),
    };
    let text =
        |value: f64| format!("{}{unit}", number_text(value, u8::from(value.fract() != 0.0), lang));
    let wanted = match rung.requirement {
        Requirement::AtLeast(value) => overview::at_least(lang, &text(value)),
        Requirement::AtMost(value) => overview::at_most(lang, &text(value)),
    };
    let now = match rung.value {
        Some(value) => overview::now_is(lang, &text(value)),
        None => overview::unknown(lang).to_owned(),
    };
    let (sign, word) = if rung.met { ("✓", t::met(lang)) } else { ("✗", t::not_met(lang)) };
    view! {
        <li class:met=rung.met>
            <span class="sign" aria-hidden="true">{sign}</span>
            <span class="visually-hidden">{word}</span>
            <span>{name}<span class="note">{format!("{wanted} · {now}")}</span></span>
        </li>
    }
}
