//! A field for JSON within the document.

use crate::core::connection::put;
use crate::core::model::Lang;
use crate::locales::writing as t;
use crate::state::Draft;
use leptos::prelude::*;
use serde_json::Value;

/// Where in the document.
pub(super) type Place = [&'static str; 3];

/// A field for the JSON at a place; what is none is not kept. It is described by the hint, which may be read aloud.
pub(super) fn json_field(
    place: Place,
    label: &'static str,
    hint: &'static str,
    example: &'static str,
    lang: Lang,
) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let is_wrong = RwSignal::new(false);
    let now = move || value(draft, &place).map(|json| format!("{json:#}")).unwrap_or_default();
    let write = move |event| {
        let text = event_target_value(&event);
        let json = match text.trim() {
            "" => Ok(None),
            text => serde_json::from_str::<Value>(text).map(Some),
        };
        is_wrong.set(json.is_err());
        if let Ok(json) = json {
            draft.change(|document| put(document, &place, json));
        }
    };
    let id = place.join("-");
    let fault = move || is_wrong.get().then(|| t::not_json(lang));
    view! {
        <label class="body">
            {label}
            <textarea rows="4" spellcheck="false" placeholder=example prop:value=now on:change=write
                aria-describedby=id.clone()></textarea>
        </label>
        <p class="note" id=id>{hint}</p>
        <p class="fault" role="alert">{fault}</p>
    }
}

/// What stands at a place.
pub(super) fn value(draft: Draft, place: &[&str]) -> Option<Value> {
    let document = draft.document()?;
    place.iter().try_fold(&document, |at, name| at.get(name)).cloned()
}
