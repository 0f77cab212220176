//! How figures are computed.

use crate::core::hearts::HealthRules;
use crate::core::model::Lang;
use crate::core::query::Measure;
use crate::locales::methods::{self as t, Method};
use crate::platform::number_text;
use leptos::prelude::*;

/// A fold that says how the figures beside it are computed: formula, what n counts, source.
pub fn methods(all: &[Method], lang: Lang) -> AnyView {
    computed(&all.iter().map(|method| (*method, String::new())).collect::<Vec<_>>(), lang)
}

/// The same with what is taken here: a target, a baseline, how many answers. An empty text says nothing.
pub fn computed(all: &[(Method, String)], lang: Lang) -> AnyView {
    let lines = all.iter().map(|(method, here)| {
        let here =
            (!here.is_empty()).then(|| view! { <span class="here">{t::here(lang, here)}</span> });
        view! {
            <dt>{method.name(lang)}</dt>
            <dd>{method.formula(lang)}{here}<span class="note">{method.source(lang)}</span></dd>
        }
    });
    view! {
        <details class="methods">
            <summary>{t::how(lang)}</summary>
            <dl>{lines.collect_view()}</dl>
            <p class="note">{t::n_means(lang)}</p>
        </details>
    }
    .into_any()
}

/// How a measure is computed.
pub fn method_of(measure: Measure) -> Method {
    match measure {
        Measure::Csat | Measure::Ces => Method::SHARE,
        Measure::Nps => Method::NPS,
        Measure::Emotion => Method::EMOTION,
        Measure::Heart(_) => Method::HEART,
    }
}

/// What a health index rests on: how much of its weight, and how it is blended.
pub fn health_words(coverage: f64, rules: &HealthRules, lang: Lang) -> String {
    let [now, least] = [coverage, rules.min_coverage]
        .map(|share| format!("{}%", number_text(share * 100.0, 0, lang)));
    format!("{} · {}", t::coverage(lang, &now, &least), t::blend(rules.blend, lang))
}
