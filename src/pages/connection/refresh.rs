//! When a connection is read again by itself.

use super::access::text_field;
use crate::core::connection::put;
use crate::core::model::Lang;
use crate::locales::connections as t;
use crate::state::Draft;
use leptos::prelude::*;
use serde_json::Value;

const EVERY: [&str; 2] = ["refresh", "every_seconds"];

pub(super) fn refresh(lang: Lang) -> impl IntoView {
    view! {
        <details class="no-print">
            <summary>{t::refresh(lang)}</summary>
            <div class="fields">
                {interval(lang)}
                {text_field("events", t::events(lang), &["refresh", "events", "path"], "changes")}
            </div>
            <p class="note">{t::refresh_hint(lang)}</p>
        </details>
    }
}

/// A number of seconds, or nothing.
fn interval(lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let shown = move || {
        let document = draft.document().unwrap_or_default();
        let found = EVERY.iter().try_fold(&document, |at, name| at.get(name));
        found.and_then(Value::as_u64).map(|seconds| seconds.to_string()).unwrap_or_default()
    };
    let write = move |event| {
        let seconds = event_target_value(&event).trim().parse::<u32>().ok();
        let seconds = seconds.filter(|seconds| *seconds > 0).map(Value::from);
        draft.change(|document| put(document, &EVERY, seconds));
    };
    view! {
        <label for="every">
            {t::every(lang)}
            <input id="every" type="number" min="1" step="1" inputmode="numeric" placeholder="300"
                prop:value=shown on:change=write/>
        </label>
    }
}
