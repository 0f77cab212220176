//! What a program has put on the page.

use leptos::prelude::*;
use std::any::Any;
use std::cell::RefCell;

thread_local! {
    static MOUNTED: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

/// Puts a program on the page, until it [`leave`]s.
pub fn enter<V: IntoView + 'static>(program: fn() -> V) {
    if let Some(body) = document().body() {
        MOUNTED.set(Some(Box::new(leptos::mount::mount_to(body, program))));
    }
}

/// Takes the program off the page: another one is there in its place.
pub fn leave() {
    MOUNTED.take();
}
