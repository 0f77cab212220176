//! What the connection is called, and what can be done with all of it.

use crate::components::link;
use crate::core::model::Lang;
use crate::core::query::{Page, Place, encode};
use crate::locales::connections as t;
use crate::platform::{download, restart};
use crate::state::{Connections, Draft, Navigation};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

pub(super) fn head(lang: Lang) -> impl IntoView {
    let place = Navigation::here().place_now();
    view! {
        <div class="page-head">
            <div>
                <p class="note no-print">{link(place.to(Page::Connections), "", t::all(lang))}</p>
                <h1 id="heading" tabindex="-1">{move || title(lang)}</h1>
                <p class="about url">{whereabouts}</p>
            </div>
            <div class="actions no-print">
                {steps(lang)}
                {export(lang)}
                {choose(lang)}
            </div>
        </div>
    }
}

/// Where it reads.
fn whereabouts() -> Option<String> {
    let id = expect_context::<Draft>().id();
    expect_context::<Connections>().find(&id).map(|own| own.place())
}

/// What it is called: by its name, else by its address.
fn title(lang: Lang) -> String {
    let draft = expect_context::<Draft>();
    let own = expect_context::<Connections>().find(&draft.id());
    let name = own.map(|own| own.name(lang)).unwrap_or_default();
    if name.trim().is_empty() { t::unnamed(lang).to_owned() } else { name }
}

/// The way back and forth among changes, by button and by key.
fn steps(lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let keys = window_event_listener(leptos::ev::keydown, move |event| press(draft, &event));
    on_cleanup(move || keys.remove());
    view! {
        <button type="button" disabled=move || !draft.can_undo() aria-keyshortcuts="Control+Z"
            on:click=move |_| draft.undo()>{t::undo(lang)}</button>
        <button type="button" disabled=move || !draft.can_redo() aria-keyshortcuts="Control+Shift+Z"
            on:click=move |_| draft.redo()>{t::redo(lang)}</button>
    }
}

/// In a field the keys are the field's own.
fn press(draft: Draft, event: &KeyboardEvent) {
    let is_z = event.key().eq_ignore_ascii_case("z") && (event.ctrl_key() || event.meta_key());
    if !is_z || is_typing(event) {
        return;
    }
    event.prevent_default();
    if event.shift_key() { draft.redo() } else { draft.undo() }
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| {
        use leptos::wasm_bindgen::JsCast;
        target.dyn_into::<leptos::web_sys::Element>().ok()
    });
    target.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}

fn export(lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let own = expect_context::<Connections>();
    let press = move |_| {
        if let Some(own) = own.find(&draft.id()) {
            download(&format!("{}.json", own.id), &own.exported());
        }
    };
    view! { <button type="button" on:click=press>{t::export(lang)}</button> }
}

/// Reads from here from now on: everything begins anew, at the overview.
fn choose(lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let own = expect_context::<Connections>();
    let press = move |_| {
        // One that is read beside others stays so.
        let used = untrack(|| own.in_use());
        let used = if used.contains(&draft.id()) { used } else { vec![draft.id()] };
        if own.choose(used) {
            let lang = Navigation::here().place_now().lang;
            restart(&encode(&Place { lang, ..Place::default() }));
        }
    };
    let is_used = move || own.in_use().contains(&draft.id());
    let name = move || if is_used() { t::read_anew(lang) } else { t::choose(lang) };
    view! {
        <button type="button" class="primary" disabled=move || !draft.has_any() on:click=press>{name}</button>
    }
}
