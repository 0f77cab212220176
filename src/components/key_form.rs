//! Asks for what lets the reader in: a key, a password, or a user's name and a password.

use crate::core::connection::{Secret, Wanted};
use crate::core::model::Lang;
use crate::locales::shell as t;
use crate::protocol::SITE;
use crate::state::Engine;
use leptos::prelude::*;
use web_sys::{HtmlInputElement, SubmitEvent};

type Field = NodeRef<leptos::html::Input>;

/// Asks for a connection's secret; it is named where there are several. The secret is not kept in the page.
pub(super) fn key_form(
    source: String,
    wanted: &Wanted,
    name: Option<String>,
    lang: Lang,
) -> impl IntoView + use<> {
    let engine = Engine::here();
    let (user, key) = (Field::new(), Field::new());
    let asks_user = *wanted == Wanted::UserAndPassword;
    let is_key = *wanted == Wanted::Key;
    // There may be several forms, and each field is its label's.
    let [field, hint] = ["secret", "secret-hint"].map(|name| own_id(name, &source));
    let asked = asks_user.then(|| user_field(user, own_id("user", &source), lang));
    let unlock = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(key) = key.get_untracked() else { return };
        let secret = typed(user.get_untracked(), &key, is_key);
        key.set_value("");
        // A password may be empty where a key stands for the name.
        if !(secret.key.is_empty() && secret.user.is_empty()) {
            engine.unlock(&source, secret);
        }
    };
    let name = name.map(|name| view! { <p class="of">{name}</p> });
    view! {
        <form class="notice" on:submit=unlock>
            {name}
            {asked}
            <label for=field.clone()>{label(wanted, lang)}</label>
            <input id=field type="password" autocomplete="off" node_ref=key aria-describedby=hint.clone()/>
            <button type="submit">{if is_key { t::unlock(lang) } else { t::sign_in(lang) }}</button>
            <p id=hint>{t::key_hint(lang)}</p>
        </form>
    }
}

/// The id of a field: as it is where the site's own connection is asked for, which mostly is the only one.
fn own_id(name: &str, source: &str) -> String {
    if source == SITE { name.to_owned() } else { format!("{name}-{source}") }
}

fn user_field(field: Field, id: String, lang: Lang) -> impl IntoView {
    view! {
        <label for=id.clone()>{t::user(lang)}</label>
        <input id=id type="text" autocomplete="off" autocapitalize="none" spellcheck="false" node_ref=field/>
    }
}

/// What was typed. A key that was pasted may have blanks around it, a password may begin with one.
fn typed(user: Option<HtmlInputElement>, key: &HtmlInputElement, is_key: bool) -> Secret {
    let user = user.map(|field| field.value().trim().to_owned()).unwrap_or_default();
    let key = key.value();
    Secret { user, key: if is_key { key.trim().to_owned() } else { key } }
}

fn label(wanted: &Wanted, lang: Lang) -> String {
    match wanted {
        Wanted::Key => t::key(lang).to_owned(),
        Wanted::Password(user) => t::password_of(lang, user),
        Wanted::UserAndPassword => t::password(lang).to_owned(),
    }
}
