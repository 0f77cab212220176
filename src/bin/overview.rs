//! The program of the overview: what most people open first.

use heartline::app::Overview;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Puts the program on the page.
#[wasm_bindgen]
pub fn enter() {
    heartline::app::enter(Overview);
}

/// Takes it off the page: another one is there in its place.
#[wasm_bindgen]
pub fn leave() {
    heartline::app::leave();
}
