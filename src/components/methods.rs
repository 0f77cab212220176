//! How figures are computed.

use crate::core::model::Lang;
use crate::locales::methods::{self as t, Method};
use leptos::prelude::*;

/// A fold that says how the figures beside it are computed: formula, what n counts, source.
pub fn methods(all: &[Method], lang: Lang) -> impl IntoView + use<> {
    let lines = all.iter().map(|method| {
        view! {
            <dt>{method.name(lang)}</dt>
            <dd>{method.formula(lang)}<span class="note">{method.source(lang)}</span></dd>
        }
    });
    view! {
        <details class="methods">
            <summary>{t::how(lang)}</summary>
            <dl>{lines.collect_view()}</dl>
            <p class="note">{t::n_means(lang)}</p>
        </details>
    }
}
