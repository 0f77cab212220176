//! The maturity level and what the next one lacks.

use crate::components::methods;
use crate::core::hearts::{Gap, MaturityLevel, Requirement};
use crate::core::model::Lang;
use crate::core::scene::{Label, Overview};
use crate::locales::methods::Method;
use crate::locales::{names, overview as t};
use crate::platform::number_text;
use leptos::prelude::*;

/// The maturity level and what the next one lacks.
pub fn maturity(scene: &Overview, lang: Lang) -> impl IntoView + use<> {
    let level = scene.maturity;
    let steps = MaturityLevel::ALL.map(|step| {
        view! { <li class:reached=step <= level class:here=step == level>{format!("L{}", step.number())}</li> }
    });
    view! {
        <section class="card maturity">
            <h2>{t::maturity(lang)}</h2>
            <p class="big">
                <span class="number">{t::level(lang, &level.number().to_string(), names::level(level, lang))}</span>
            </p>
            <ol class="ladder" aria-hidden="true">{steps.into_iter().collect_view()}</ol>
            {lacking(scene, lang)}
            {methods(&[Method::MATURITY], lang)}
        </section>
    }
}

fn lacking(scene: &Overview, lang: Lang) -> AnyView {
    if scene.lacking.is_empty() {
        return view! { <p>{t::at_top(lang)}</p> }.into_any();
    }
    let next = (scene.maturity.number() + 1).to_string();
    let gaps = scene.lacking.iter().map(|(gap, label)| {
        let (name, unit) = name_and_unit(label);
        let wanted = requirement_text(gap.criterion.requirement, &unit, lang);
        view! {
            <li>
                <span class="name">{name}</span>
                <span class="note">{format!("{} · {wanted}", value_now(gap, &unit, lang))}</span>
            </li>
        }
    });
    view! {
        <h3>{t::next_lacks(lang, &next)}</h3>
        <ul class="gaps">{gaps.collect_view()}</ul>
    }
    .into_any()
}

fn value_now(gap: &Gap, unit: &str, lang: Lang) -> String {
    match gap.value {
        Some(value) => t::now_is(lang, &with_unit(value, unit, lang)),
        None => t::unknown(lang).to_owned(),
    }
}

/// What a measure must reach, in words.
pub fn requirement_text(requirement: Requirement, unit: &str, lang: Lang) -> String {
    match requirement {
        Requirement::AtLeast(value) => t::at_least(lang, &with_unit(value, unit, lang)),
        Requirement::AtMost(value) => t::at_most(lang, &with_unit(value, unit, lang)),
    }
}

/// A value with as many decimals as it needs, up to one, and its unit.
pub fn with_unit(value: f64, unit: &str, lang: Lang) -> String {
    let decimals = u8::from(value.fract().abs() > 0.04 && value.abs() < 100.0);
    format!("{}{unit}", number_text(value, decimals, lang))
}

/// The name of what is measured, and its unit.
pub fn name_and_unit(label: &Label) -> (String, String) {
    match label {
        Label::Indicator { name, unit, .. } => (name.clone(), unit.clone()),
        Label::Touchpoint { name, .. } => (name.clone(), "%".to_owned()),
        Label::Team(team) => (team.name.clone(), "%".to_owned()),
    }
}
