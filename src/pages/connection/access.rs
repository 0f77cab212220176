//! Where the API is, and what it is told of who asks.

use super::refresh::refresh;
use super::seen::Seen;
use super::session;
use crate::core::connection::{Secret, put};
use crate::core::model::Lang;
use crate::locales::{connections as t, shell};
use crate::platform::Keep;
use crate::state::{Draft, SecretPlace};
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use serde_json::json;

/// Where it is chosen how a request says who asks.
pub(super) const WHO: &str = "who-asks";

type Text = fn(Lang) -> &'static str;

/// The ways a request says who asks: their ids in a document, with their names.
const WAYS: [(&str, Text); 6] = [
    ("none", t::auth_none),
    ("bearer", t::auth_bearer),
    ("basic", t::auth_basic),
    ("header", t::auth_header),
    ("query", t::auth_query),
    ("session", t::auth_session),
];

pub(super) fn access(lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let has_session = Memo::new(move |_| kind(draft) == "session");
    view! {
        <section class="card access">
            <h2>{t::access(lang)}</h2>
            <div class="fields">
                {text_field("connection-name", t::name(lang), &["name"], "")}
                {text_field("base-url", t::base_url(lang), &["base_url"], "https://api.example.com/v1/")}
                <label>{t::auth(lang)}{way(lang)}</label>
                {move || carrier(lang)}
            </div>
            {move || has_session.get().then(|| session::session(lang))}
            {move || secret(lang)}
            <details class="no-print">
                <summary>{t::proxy(lang)}</summary>
                <div class="fields">
                    {text_field("proxy", t::proxy_address(lang), &["proxy"], "https://proxy.example.com/?url={url}")}
                </div>
                <p class="note">{t::proxy_hint(lang)}</p>
            </details>
            {refresh(lang)}
        </section>
    }
}

/// A field for one text of the document. It is kept when the field is left.
pub(super) fn text_field(
    id: &'static str,
    label: &'static str,
    place: &'static [&'static str],
    example: &'static str,
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
            "query" => Some(json!({"kind": "query", "name": "api_key"})),
            "session" => Some(session::usual()),
            kind => Some(json!({"kind": kind})),
        };
        draft.change(|document| put(document, &["auth"], auth));
    };
    view! { <select id=WHO on:change=choose>{options.into_iter().collect_view()}</select> }
}

/// What carries the key, where that has a name.
fn carrier(lang: Lang) -> Option<impl IntoView> {
    let draft = expect_context::<Draft>();
    let (label, example) = match kind(draft).as_str() {
        "header" => (t::header_name(lang), "X-Api-Key"),
        "query" => (t::parameter_name(lang), "api_key"),
        _ => return None,
    };
    Some(text_field("carrier", label, &["auth", "name"], example))
}

/// The secret is typed here and stays out of the document.
fn secret(lang: Lang) -> Option<impl IntoView> {
    let draft = expect_context::<Draft>();
    if kind(draft) == "none" {
        return None;
    }
    let seen = expect_context::<Seen>();
    let kept = SecretPlace::of(&draft.id());
    let fields = Typed::default();
    let asks_user = matches!(kind(draft).as_str(), "basic" | "session");
    let (label, button) = match asks_user {
        true => (shell::password(lang), shell::sign_in(lang)),
        false => (shell::key(lang), shell::unlock(lang)),
    };
    let (keeping, is_on_device) = (kept.clone(), kept.is_on_device());
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some((secret, keep)) = fields.take(asks_user) {
            keeping.keep(&secret, keep);
        }
        seen.look_again();
    };
    let forget = move |_| {
        kept.forget();
        seen.look_again();
    };
    let user = asks_user.then(|| view! {
        <label for="own-user">{t::user(lang)}</label>
        <input id="own-user" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" node_ref=fields.user/>
    });
    Some(view! {
        <form class="secret" on:submit=keep>
            {user}
            <label for="own-secret">{label}</label>
            <input id="own-secret" type="password" autocomplete="off" node_ref=fields.key aria-describedby="own-secret-hint"/>
            <label class="check"><input type="checkbox" node_ref=fields.on_device checked=is_on_device/>{t::on_device(lang)}</label>
            <button type="submit">{button}</button>
            <button type="button" class="quiet" on:click=forget>{t::forget(lang)}</button>
            <p class="note" id="own-secret-hint">{t::secret_hint(lang)}</p>
        </form>
    })
}

/// The fields a secret is typed into.
#[derive(Clone, Copy, Default)]
struct Typed {
    user: NodeRef<Input>,
    key: NodeRef<Input>,
    on_device: NodeRef<Input>,
}

impl Typed {
    /// What was typed, and for how long it is to be kept; the fields are empty then. A key that was pasted may have
    /// blanks around it, a password may begin with one.
    fn take(self, is_password: bool) -> Option<(Secret, Keep)> {
        let take = |field: NodeRef<Input>| {
            let text = field.get_untracked().map(|field| (field.value(), field.set_value("")));
            text.map(|(text, ())| text).unwrap_or_default()
        };
        let lasts = self.on_device.get_untracked().is_some_and(|field| field.checked());
        let user = self.user.get_untracked().map(|field| field.value()).unwrap_or_default();
        let key = take(self.key);
        let key = if is_password { key } else { key.trim().to_owned() };
        let secret = Secret { user: user.trim().to_owned(), key };
        let is_typed = !(secret.user.is_empty() && secret.key.is_empty());
        is_typed.then_some((secret, if lasts { Keep::Device } else { Keep::Session }))
    }
}
