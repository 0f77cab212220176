//! A connection that is new here: from an address, from a preset, from a file.

use super::kinds::Kinds;
use crate::core::connection::connection_document;
use crate::core::model::Lang;
use crate::core::preview::Address;
use crate::core::query::{ConnectionState, Page};
use crate::locales::{connections as t, faults};
use crate::platform::file_text;
use crate::state::{Connections, Navigation};
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What a connection can be made of.
pub(super) fn add(lang: Lang) -> impl IntoView {
    let (fault, set_fault) = signal(String::new());
    view! {
        <section class="card add-connection no-print">
            <h2>{t::connect(lang)}</h2>
            {address(set_fault, lang)}
            <p class="note" id="address-hint">{t::address_hint(lang)}</p>
            <p class="fault" role="alert">{fault}</p>
            {file(set_fault, lang)}
        </section>
    }
}

/// Begins with the address of an answer, and with what is known of APIs of its kind.
fn address(set_fault: WriteSignal<String>, lang: Lang) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let own = expect_context::<Connections>();
    let (known, navigation) = (Kinds::begin(), Navigation::here());
    let look = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        match Address::of(&typed) {
            Some(address) => open(navigation, &own.add(known.document(&address))),
            None => set_fault.set(t::no_address(lang).to_owned()),
        }
    };
    view! {
        <form class="address" on:submit=look>
            <label for="address">{t::address(lang)}</label>
            <input id="address" type="text" inputmode="url" autocomplete="off" spellcheck="false"
                placeholder="https://api.example.com/responses" node_ref=field aria-describedby="address-hint"/>
            <label>{t::kind(lang)}{known.select(lang)}</label>
            <button type="submit">{t::look(lang)}</button>
        </form>
        <p class="note" role="status">{move || known.hint(lang)}</p>
    }
}

/// Goes to a connection, to be looked at and changed.
fn open(navigation: Navigation, id: &str) {
    let page = Page::Connection(id.to_owned(), ConnectionState::default());
    navigation.go(navigation.place_now().to(page));
}

/// Takes the document of a connection that was exported.
fn file(set_fault: WriteSignal<String>, lang: Lang) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let navigation = Navigation::here();
    let own = expect_context::<Connections>();
    let read = move |_| {
        let Some(field) = field.get_untracked() else { return };
        spawn_local(async move {
            let Some(text) = file_text(&field).await else { return };
            match connection_document(&text) {
                Ok(document) => open(navigation, &own.add(document)),
                Err(what) => {
                    let _ = set_fault.try_set(faults::at_fault(&what, lang));
                }
            }
        });
    };
    view! {
        <label class="button import">
            {t::import(lang)}
            <input type="file" class="visually-hidden" accept=".json,application/json" node_ref=field on:change=read/>
        </label>
    }
}
