//! The core as a native program: how fast the same code can be at all.
//!
//! `cargo bench --no-default-features --bench growth` measures its parts on responses of its own. With
//! `HEARTLINE_RESPONSES` naming a file of responses, that file is read once instead, and what came of it is written
//! as JSON: the browser's bench holds the engine against it.

#![expect(clippy::expect_used, reason = "a bench that cannot read its data has nothing to measure")]

mod data;
mod dice;
mod file;
mod index;
mod mapping;
mod reading;
mod tally;

fn main() {
    match std::env::var_os("HEARTLINE_RESPONSES") {
        Some(path) => file::measure(path.as_ref()),
        None => divan::main(),
    }
}
