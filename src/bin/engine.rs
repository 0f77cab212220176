//! The engine's entrance: a worker that the page starts.

use heartline::engine::{Session, Start};
use heartline::platform::EnginePort;
use heartline::protocol::ConfigFault;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static SESSION: RefCell<Option<Session>> = const { RefCell::new(None) };
}

fn main() {}

/// Starts reading. `config` is the text of `config.json`; without it, `status` is the HTTP status it
/// was answered with, or 0 when no answer came. A deployment without the file shows the demo. `choice` says which
/// connections are read instead of the site's, or beside them. `build` tells this program from others.
#[wasm_bindgen]
pub fn start(
    base: String,
    build: &str,
    config: Option<String>,
    status: u16,
    choice: Option<String>,
) {
    let config = match (config, status) {
        (Some(text), _) => Ok(text),
        (None, 404) => Ok("{}".to_owned()),
        (None, 0) => Err(ConfigFault::Unreachable(None)),
        (None, code) => Err(ConfigFault::Unreachable(Some(code))),
    };
    if let Some(port) = EnginePort::of_this_worker() {
        let start = Start { base, build, config, choice: choice.as_deref() };
        SESSION.set(Some(Session::start(port, start)));
    }
}

/// Takes a message from the page.
#[wasm_bindgen]
pub fn receive(message: &[u8]) {
    with_session(|session| session.receive(message));
}

/// Somebody sees the page, or nobody does any more: nothing is read by itself then.
#[wasm_bindgen]
pub fn watch(is_seen: bool) {
    with_session(|session| session.watch(is_seen));
}

/// The device is online again: what was put off is read.
#[wasm_bindgen]
pub fn online() {
    with_session(Session::reconsider);
}

fn with_session(act: impl FnOnce(&Session)) {
    SESSION.with_borrow(|session| session.as_ref().map(act));
}
