//! A session, as it is described: where one logs in, where the token is, and where it goes.

use super::access::text_field;
use super::json_field::{json_field, value};
use crate::core::connection::put;
use crate::core::model::Lang;
use crate::locales::connections as t;
use crate::state::Draft;
use leptos::prelude::*;
use serde_json::{Value, json};

type Text = fn(Lang) -> &'static str;

/// Where a token goes: the ids in a document, with their names.
const WAYS: [(&str, Text); 4] = [
    ("bearer", t::auth_bearer),
    ("header", t::auth_header),
    ("query", t::auth_query),
    ("body", t::token_in_body),
];

/// What a document may say beside what is asked for here: it stays as it is.
const BESIDE: [[&str; 3]; 4] = [
    ["auth", "login", "method"],
    ["auth", "login", "query"],
    ["auth", "login", "headers"],
    ["auth", "carried", "value"],
];

/// A session as one begins to describe it.
pub(super) fn usual() -> Value {
    json!({
        "kind": "session",
        "login": {"path": "login", "body": {"username": "$.user", "password": "$.password"}},
        "token": "$.token",
    })
}

pub(super) fn session(lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let is_header = Memo::new(move |_| value(draft, &["auth", "token", "header"]).is_some());
    let token = move || match is_header.get() {
        true => text_field("token", t::token_header(lang), &["auth", "token", "header"], ""),
        false => text_field("token", t::token(lang), &["auth", "token"], "$.data.access_token"),
    };
    view! {
        <fieldset class="session">
            <legend>{t::login(lang)}</legend>
            <div class="fields">
                {text_field("login", t::path(lang), &["auth", "login", "path"], "auth/login")}
                {token}
                <label>{t::carried(lang)}{way(lang)}</label>
                {move || place(lang)}
                {text_field("refusal", t::refusal(lang), &["auth", "error"], "$.error")}
            </div>
            {json_field(["auth", "login", "body"], t::login_body(lang), t::login_body_hint(lang), "", lang)}
            {move || beside(lang)}
        </fieldset>
    }
}

fn kind(draft: Draft) -> String {
    let kind = draft.text(&["auth", "carried", "kind"]);
    if kind.is_empty() { WAYS[0].0.to_owned() } else { kind }
}

fn way(lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let options = WAYS.map(|(id, name)| {
        view! { <option value=id selected=move || kind(draft) == id>{name(lang)}</option> }
    });
    let choose = move |event| {
        let carried = match event_target_value(&event).as_str() {
            "header" => Some(json!({"kind": "header", "name": "X-Session"})),
            "query" => Some(json!({"kind": "query", "name": "session"})),
            "body" => Some(json!({"kind": "body", "path": "$.session"})),
            _ => None,
        };
        draft.change(|document| put(document, &["auth", "carried"], carried));
    };
    view! { <select on:change=choose>{options.into_iter().collect_view()}</select> }
}

/// The name of what carries the token, or its place.
fn place(lang: Lang) -> Option<impl IntoView> {
    let draft = expect_context::<Draft>();
    let field = |label, member: &'static [&'static str], example| {
        Some(text_field("carried", label, member, example))
    };
    match kind(draft).as_str() {
        "header" => field(t::header_name(lang), &["auth", "carried", "name"], "X-Session"),
        "query" => field(t::parameter_name(lang), &["auth", "carried", "name"], "session"),
        "body" => field(t::token_place(lang), &["auth", "carried", "path"], "$.params[0]"),
        _ => None,
    }
}

fn beside(lang: Lang) -> Option<impl IntoView> {
    let draft = expect_context::<Draft>();
    let is_there = |place: &[&str; 3]| value(draft, place).is_some();
    let names: Vec<String> =
        BESIDE.iter().filter(|place| is_there(place)).map(|place| place.join(".")).collect();
    (!names.is_empty()).then(|| view! { <p class="note">{t::beside(lang, &names.join(", "))}</p> })
}
