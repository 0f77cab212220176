//! What is kept on this device, and how it is forgotten.

use crate::core::calendar::Timestamp;
use crate::core::model::Lang;
use crate::core::query::{Place, encode};
use crate::core::workspace::NotKept;
use crate::locales::data as t;
use crate::platform::{clear_device, moment_text, restart};
use crate::protocol::Status;
use crate::state::{Engine, Navigation};
use leptos::prelude::*;
use leptos::task::spawn_local;

pub(super) fn device(lang: Lang) -> impl IntoView {
    let engine = Engine::here();
    view! {
        <section class="card device">
            <h2>{t::device(lang)}</h2>
            <p>{move || kept(&engine.status(), lang)}</p>
            <p class="note">{t::device_hint(lang)}</p>
            {clear(lang)}
        </section>
    }
}

/// Whether what was read last will be there when the page is next opened.
fn kept(status: &Status, lang: Lang) -> String {
    match (status.not_kept, status.read_at) {
        (Some(NotKept::Full), _) => t::device_full(lang).to_owned(),
        (Some(NotKept::Denied), _) => t::device_denied(lang).to_owned(),
        (None, Some(at)) => t::device_keeps(lang, &moment_text(Timestamp(at), lang)),
        (None, None) => t::device_empty(lang).to_owned(),
    }
}

/// Asks once more before it forgets; then everything begins anew.
fn clear(lang: Lang) -> impl IntoView {
    let is_sure = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let forget = move |_| {
        let lang = Navigation::here().place_now().lang;
        spawn_local(async move {
            match clear_device().await {
                true => restart(&encode(&Place { lang, ..Place::default() })),
                false => failed.set(true),
            }
        });
    };
    let buttons = move || {
        match is_sure.get() {
        false => view! {
            <button type="button" on:click=move |_| is_sure.set(true)>{t::clear(lang)}</button>
        }
        .into_any(),
        true => view! {
            <span>{t::clear_sure(lang)}</span>
            <button type="button" class="grave" autofocus on:click=forget>{t::clear_yes(lang)}</button>
            <button type="button" on:click=move |_| is_sure.set(false)>{t::clear_no(lang)}</button>
        }
        .into_any(),
    }
    };
    view! {
        <p class="actions no-print" role="group" aria-label=t::clear(lang)>{buttons}</p>
        <p role="status">{move || failed.get().then(|| t::not_cleared(lang))}</p>
    }
}
