//! The program of sources: the connections, and what was read from them.

use heartline::app::Sources;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Puts the program on the page.
#[wasm_bindgen]
pub fn enter() {
    heartline::app::enter(Sources);
}

/// Takes it off the page: another one is there in its place.
#[wasm_bindgen]
pub fn leave() {
    heartline::app::leave();
}
