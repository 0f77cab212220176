//! Where the API is, and what it is told of who asks.

use super::seen::Seen;
use crate::core::connection::put;
use crate::core::model::Lang;
use crate::locales::{connections as t, shell};
use crate::platform::Keep;
use crate::state::{Draft, SecretPlace};
use leptos::html::Input;
use leptos::prelude::*;
use serde_json::json;

/// The ways a request says who asks: their ids in a document, with their names.
const WAYS: [(&str, fn(Lang) -> &'static str); 3] =
    [("none", t::auth_none), ("bearer", t::auth_bearer), ("header", t::auth_header)];

pub(super) fn access(lang: Lang) -> impl IntoView {
    view! {
        <section class="card access">
            <h2>{t::access(lang)}</h2>
            <div class="fields">
                {text_field("connection-name", t::name(lang), &["name"], "", lang)}
                {text_field("base-url", t::base_url(lang), &["base_url"], "https://api.example.com/v1/", lang)}
                <label>{t::auth(lang)}{way(lang)}</label>
                {move || header_name(lang)}
            </div>
            {move || secret(lang)}
        </section>
    }
}

/// A field for one text of the document. It is kept when the field is left.
pub(super) fn text_field(
    id: &'static str,
    label: &'static str,
    place: &'static [&'static str],
    example: &'static str,
    _lang: Lang,
) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let write = move |event| draft.write(place, &event_target_value(&event));
    view! {
        <label for=id>
            {label}
            <input id=id type="text" autocomplete="off" spellcheck="false" placeholder=example
                prop:value=move || draft.text(place) on:change=write/>
        </label>
    }
}

fn kind(draft: Draft) -> String {
    let kind = draft.text(&["auth", "kind"]);
    if kind.is_empty() { "none".to_owned() } else { kind }
}

fn way(lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let options = WAYS.map(|(id, name)| {
        view! { <option value=id selected=move || kind(draft) == id>{name(lang)}</option> }
    });
    let choose = move |event| {
        let auth = match event_target_value(&event).as_str() {
            "none" => None,
            "header" => Some(json!({"kind": "header", "name": "X-Api-Key"})),
            kind => Some(json!({"kind": kind})),
        };
        draft.change(|document| put(document, &["auth"], auth));
    };
    view! { <select on:change=choose>{options.into_iter().collect_view()}</select> }
}

fn header_name(lang: Lang) -> Option<impl IntoView> {
    let draft = expect_context::<Draft>();
    (kind(draft) == "header").then(|| {
        text_field("header-name", t::header_name(lang), &["auth", "name"], "X-Api-Key", lang)
    })
}

/// The secret is typed here and stays out of the document.
fn secret(lang: Lang) -> Option<impl IntoView> {
    let draft = expect_context::<Draft>();
    if kind(draft) == "none" {
        return None;
    }
    let seen = expect_context::<Seen>();
    let kept = SecretPlace::of(Some(&draft.id()));
    let (field, on_device) = (NodeRef::<Input>::new(), NodeRef::<Input>::new());
    let (keeping, is_on_device) = (kept.clone(), kept.is_on_device());
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        let lasts = on_device.get_untracked().is_some_and(|field| field.checked());
        if !typed.trim().is_empty() {
            keeping.keep(typed.trim(), if lasts { Keep::Device } else { Keep::Session });
        }
        seen.look_again();
    };
    let forget = move |_| {
        kept.forget();
        seen.look_again();
    };
    Some(view! {
        <form class="secret" on:submit=keep>
            <label for="own-secret">{shell::key(lang)}</label>
            <input id="own-secret" type="password" autocomplete="off" node_ref=field aria-describedby="own-secret-hint"/>
            <label class="check"><input type="checkbox" node_ref=on_device checked=is_on_device/>{t::on_device(lang)}</label>
            <button type="submit">{shell::unlock(lang)}</button>
            <button type="button" class="quiet" on:click=forget>{t::forget(lang)}</button>
            <p class="note" id="own-secret-hint">{t::secret_hint(lang)}</p>
        </form>
    })
}

