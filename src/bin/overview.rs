//! The overview's entrance: what most people open first, in a program of its own.

use heartline::app::Entrance;
use leptos::prelude::document;
use std::any::Any;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static MOUNTED: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

fn main() {
    if let Some(body) = document().body() {
        MOUNTED.set(Some(Box::new(leptos::mount::mount_to(body, Entrance))));
    }
}

/// Takes the overview off the page: the whole app is there in its place.
#[wasm_bindgen]
pub fn leave() {
    MOUNTED.take();
}
