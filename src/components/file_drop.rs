//! Files from the reader: dropped on a card, or chosen by a button in it.

use crate::core::model::Lang;
use crate::locales::connections as t;
use crate::platform::{NotTaken, chosen_files, dropped_files};
use leptos::prelude::*;
use leptos::web_sys::{DragEvent, File, Node};

/// What every file that can be read ends with; some systems know only the ending, others only the type.
const ENDINGS: &str = ".json,.ndjson,.jsonl,.csv,.tsv,.txt,application/json,text/csv,text/plain";

/// A card that takes what is dropped on it. Keyboard and touch have a [`file_button`] in it.
pub fn file_drop(
    class: &'static str,
    take: impl Fn(Vec<File>) + 'static,
    inner: impl IntoView,
) -> impl IntoView {
    let is_over = RwSignal::new(false);
    let over = move |event: DragEvent| {
        // Otherwise the browser opens the file in the page's place.
        event.prevent_default();
        is_over.set(true);
    };
    let leave = move |event: DragEvent| is_over.set(is_inside(&event));
    let drop = move |event: DragEvent| {
        event.prevent_default();
        is_over.set(false);
        take(dropped_files(&event));
    };
    view! {
        <section class=class class:over=is_over on:dragover=over on:dragleave=leave on:drop=drop>{inner}</section>
    }
}

/// True when what is dragged has only gone on to something inside of the card.
fn is_inside(event: &DragEvent) -> bool {
    let node = |target: Option<leptos::web_sys::EventTarget>| -> Option<Node> {
        use leptos::wasm_bindgen::JsCast;
        target?.dyn_into().ok()
    };
    let (card, to) = (node(event.current_target()), node(event.related_target()));
    card.is_some_and(|card| to.is_some() && card.contains(to.as_ref()))
}

/// A button that lets files be chosen.
pub fn file_button(
    label: impl IntoView + 'static,
    many: bool,
    take: impl Fn(Vec<File>) + 'static,
) -> impl IntoView {
    let choose = move |event| take(chosen_files(&event_target(&event)));
    view! {
        <label class="button import">
            {label}
            <input type="file" class="visually-hidden" accept=ENDINGS multiple=many on:change=choose/>
        </label>
    }
}

/// Why a file was not taken, and what to do.
pub fn not_taken(why: NotTaken, name: &str, lang: Lang) -> String {
    match why {
        NotTaken::Unread => t::not_text(lang, name),
        NotTaken::Full => t::file_full(lang, name),
        NotTaken::Denied => t::file_denied(lang, name),
    }
}
