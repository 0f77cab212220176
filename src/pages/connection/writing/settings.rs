//! How records of one kind are written.

use super::super::json_field::{json_field, value};
use crate::core::connection::{WriteKind, put};
use crate::core::model::Lang;
use crate::locales::writing as t;
use crate::state::Draft;
use leptos::prelude::*;
use serde_json::{Value, json};

const METHODS: [&str; 3] = ["POST", "PUT", "PATCH"];

pub(super) fn settings(kind: WriteKind, lang: Lang) -> impl IntoView {
    let text = move |member, label, example| text_field(kind, member, label, example);
    view! {
        <div class="fields">
            <label>{t::method(lang)}{method(kind)}</label>
            {text("path", t::path(lang), "surveys/{id}")}
            {text("id", t::id(lang), "$.data.id")}
            {text("error", t::error(lang), "$.error")}
            {text("row", t::row(lang), "$.data")}
            {text("read", t::read(lang), "surveys/{id}")}
            {text("idempotency_key", t::idempotency_key(lang), "Idempotency-Key")}
            {(kind == WriteKind::Journeys).then(|| revision(kind, lang))}
            {(kind == WriteKind::Journeys).then(|| text("if_match", t::if_match(lang), "If-Match"))}
        </div>
        {json_field(place(kind, "body"), t::body(lang), t::body_hint(lang), r#"{"data": "$.row"}"#, lang)}
        {read_back(kind, lang)}
    }
}

fn place(kind: WriteKind, member: &'static str) -> [&'static str; 3] {
    ["writes", kind.id(), member]
}

fn text_field(
    kind: WriteKind,
    member: &'static str,
    label: &'static str,
    example: &'static str,
) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let write = move |event| draft.write(&place(kind, member), &event_target_value(&event));
    view! {
        <label>
            {label}
            <input type="text" autocomplete="off" spellcheck="false" placeholder=example
                prop:value=move || draft.text(&place(kind, member)) on:change=write/>
        </label>
    }
}

fn method(kind: WriteKind) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let now = move || {
        let method = draft.text(&place(kind, "method"));
        if method.is_empty() { METHODS[0].to_owned() } else { method }
    };
    let options = METHODS.map(|name| {
        view! { <option value=name selected=move || now() == name>{name}</option> }
    });
    let choose = move |event| draft.write(&place(kind, "method"), &event_target_value(&event));
    view! { <select on:change=choose>{options.into_iter().collect_view()}</select> }
}

/// A path begins with a dollar; anything else is the name of a header.
fn revision(kind: WriteKind, lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let now = move || {
        let revision = value(draft, &place(kind, "revision")).unwrap_or_default();
        let said = revision.get("header").or_else(|| revision.get("path"));
        said.and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let write = move |event| {
        let text = event_target_value(&event);
        let revision = match text.trim() {
            "" => None,
            path if path.starts_with('$') => Some(json!({"path": path})),
            header => Some(json!({"header": header})),
        };
        draft.change(|document| put(document, &place(kind, "revision"), revision));
    };
    view! {
        <label>
            {t::revision(lang)}
            <input type="text" autocomplete="off" spellcheck="false" placeholder="ETag" prop:value=now on:change=write/>
        </label>
    }
}

fn read_back(kind: WriteKind, lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let is_on = move || value(draft, &place(kind, "read_back")) == Some(Value::Bool(true));
    let switch = move |event| {
        let wanted = event_target_checked(&event).then_some(Value::Bool(true));
        draft.change(|document| put(document, &place(kind, "read_back"), wanted));
    };
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=is_on on:change=switch/>
            {t::read_back(lang)}
        </label>
    }
}
