//! A button that opens a panel below it.

use crate::platform::{Watch, keep_focus};
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlElement};

/// A button and the panel it opens. Escape closes it and gives the focus back to the button; so does
/// leaving it.
#[component]
pub fn Disclosure(
    /// What the button says.
    label: String,
    /// What the panel holds.
    children: ChildrenFn,
) -> impl IntoView {
    let (open, set_open) = signal(false);
    let button = NodeRef::<leptos::html::Button>::new();
    let root = NodeRef::<leptos::html::Div>::new();
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
            set_open.set(false);
            if let Some(button) = button.get_untracked() {
                let _ = button.focus();
            }
        }
    };
    let is_inside = move |element: &HtmlElement| {
        root.get_untracked().is_some_and(|root| root.contains(Some(element)))
    };
    let leave = move |event: FocusEvent| {
        if html(event.related_target()).is_some_and(|to| !is_inside(&to)) {
            set_open.set(false);
        }
    };
    let keeping: StoredValue<Option<Watch>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        keeping.set_value(root.get().map(|root| keep_focus(&root)));
    });
    let outside = window_event_listener(leptos::ev::pointerdown, move |event| {
        if html(event.target()).is_none_or(|target| !is_inside(&target)) {
            set_open.set(false);
        }
    });
    on_cleanup(move || {
        outside.remove();
        keeping.dispose();
    });
    view! {
        <div class="disclosure" node_ref=root on:keydown=key on:focusout=leave>
            <button type="button" node_ref=button aria-expanded=move || open.get().to_string()
                on:click=move |_| set_open.update(|open| *open = !*open)>
                {label}
            </button>
            // The panel may be pressed without losing the focus to nothing.
            <div class="panel" tabindex="-1" hidden=move || !open.get()>{children()}</div>
        </div>
    }
}

fn html(target: Option<EventTarget>) -> Option<HtmlElement> {
    target?.dyn_into().ok()
}
