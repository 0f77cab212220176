//! The program of the mapper: one connection, what its API gives and takes.

use heartline::app::Mapper;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Puts the program on the page.
#[wasm_bindgen]
pub fn enter() {
    heartline::app::enter(Mapper);
}

/// Takes it off the page: another one is there in its place.
#[wasm_bindgen]
pub fn leave() {
    heartline::app::leave();
}
