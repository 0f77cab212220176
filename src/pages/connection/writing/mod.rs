//! What the API takes, and a try at each of it.

mod case;
mod conflict;
mod journey;
mod outcome;
mod response;
mod settings;

use crate::core::connection::{WriteKind, put};
use crate::core::model::Lang;
use crate::locales::writing as t;
use crate::state::Draft;
use leptos::prelude::*;
use serde_json::{Value, json};

pub(super) fn writing(lang: Lang) -> impl IntoView {
    view! {
        <section class="card writing">
            <h2>{t::title(lang)}</h2>
            <p class="note">{t::about(lang)}</p>
            {WriteKind::ALL.map(|kind| of_kind(kind, lang)).into_iter().collect_view()}
        </section>
    }
}

fn of_kind(kind: WriteKind, lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let is_on = Memo::new(move |_| draft.takes(kind));
    let switch = move |event| {
        let write = event_target_checked(&event).then(|| usual(draft, kind));
        draft.change(|document| put(document, &["writes", kind.id()], write));
    };
    let more =
        move || is_on.get().then(|| view! { {settings::settings(kind, lang)} {trial(kind, lang)} });
    view! {
        <div class="write">
            <label class="check">
                <input type="checkbox" prop:checked=move || is_on.get() on:change=switch/>
                {t::kind(kind, lang)}
            </label>
            {more}
        </div>
    }
}

/// What most APIs want: a new record is posted where the others are, one that was changed is put where it is.
fn usual(draft: Draft, kind: WriteKind) -> Value {
    let path = untrack(|| draft.text(&["feeds", kind.id(), "path"]));
    let path = path.split('?').next().filter(|path| !path.is_empty()).unwrap_or(kind.id());
    match kind {
        WriteKind::Journeys => json!({"method": "PUT", "path": format!("{path}/{{id}}")}),
        WriteKind::Responses | WriteKind::Cases => json!({"method": "POST", "path": path}),
    }
}

/// A try at it, once it is wanted: an API is not asked before.
fn trial(kind: WriteKind, lang: Lang) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let name = move || if is_open.get() { t::put_away(lang) } else { t::try_it(lang) };
    let form = move || {
        is_open.get().then(|| match kind {
            WriteKind::Responses => response::response(lang).into_any(),
            WriteKind::Journeys => journey::journey(lang).into_any(),
            WriteKind::Cases => case::case(lang).into_any(),
        })
    };
    view! {
        <button type="button" aria-expanded=move || is_open.get().to_string()
            on:click=move |_| is_open.update(|open| *open = !*open)>{name}</button>
        {form}
    }
}
