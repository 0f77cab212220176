//! Asks for what lets the reader in: a key, a password, or a user's name and a password.

use crate::core::connection::{Secret, Wanted};
use crate::core::model::Lang;
use crate::locales::shell as t;
use crate::state::Engine;
use leptos::prelude::*;
use web_sys::{HtmlInputElement, SubmitEvent};

type Field = NodeRef<leptos::html::Input>;

/// Asks for the secret of a connection, the `number`th; it is named where there are several. The secret is not kept
/// in the page.
pub(super) fn key_form(
    number: usize,
    source: String,
    wanted: &Wanted,
    name: Option<String>,
    lang: Lang,
) -> impl IntoView + use<> {
    let engine = Engine::here();
    let (user, key) = (Field::new(), Field::new());
    let asks_user = *wanted == Wanted::UserAndPassword;
    let is_key = *wanted == Wanted::Key;
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
    let (id, hint) = (format!("secret-{number}"), format!("secret-hint-{number}"));
    let user = asks_user.then(|| user_field(number, user, lang));
    let name = name.map(|name| view! { <p class="of">{name}</p> });
    view! {
        <form class="notice" on:submit=unlock>
            {name}
            {user}
            <label for=id.clone()>{label(wanted, lang)}</label>
            <input id=id type="password" autocomplete="off" node_ref=key aria-describedby=hint.clone()/>
            <button type="submit">{if is_key { t::unlock(lang) } else { t::sign_in(lang) }}</button>
            <p id=hint>{t::key_hint(lang)}</p>
        </form>
    }
}

fn user_field(number: usize, field: Field, lang: Lang) -> impl IntoView {
    let id = format!("user-{number}");
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
