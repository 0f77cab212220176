//! What stands where a survey has nothing to show.

use crate::core::model::Lang;
use crate::locales::surveys as t;
use leptos::prelude::*;

pub(super) fn empty(title: &'static str, hint: &'static str) -> AnyView {
    view! { <section class="empty"><h2>{title}</h2><p>{hint}</p></section> }.into_any()
}

/// The deployment asks no survey: how it would.
pub(super) fn none_asked(lang: Lang) -> AnyView {
    view! {
        <section class="empty">
            <h2>{t::none_asked(lang)}</h2>
            <p>{t::none_asked_hint(lang)}</p>
            <pre class="example" tabindex="0" role="region" aria-label="config.json"><code>{t::EXAMPLE}</code></pre>
        </section>
    }
    .into_any()
}
