//! The program of analysis: responses, comparisons, surveys, the five hearts.

use heartline::app::Analysis;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Puts the program on the page.
#[wasm_bindgen]
pub fn enter() {
    heartline::app::enter(Analysis);
}

/// Takes it off the page: another one is there in its place.
#[wasm_bindgen]
pub fn leave() {
    heartline::app::leave();
}
