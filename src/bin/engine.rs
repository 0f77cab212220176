//! The engine's entrance: a worker that the page starts.

use heartline::engine::{Session, Shelf};
use heartline::platform::EnginePort;
use heartline::protocol::ConfigFault;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static SESSION: RefCell<Option<Session>> = const { RefCell::new(None) };
}

fn main() {}

/// Starts reading. `config` is the text of `config.json`; without it, `status` is the HTTP status it
/// was answered with, or 0 when no answer came. A deployment without the file shows the demo. `own` is the document of
/// the connection that this device uses instead of the site's. What is read is kept under `kept_as`; `build` tells this
/// program from others.
#[wasm_bindgen]
pub fn start(
    base: String,
    build: &str,
    kept_as: String,
    config: Option<String>,
    status: u16,
    own: Option<String>,
) {
    let config = match (config, status) {
        (Some(text), _) => Ok(text),
        (None, 404) => Ok("{}".to_owned()),
        (None, 0) => Err(ConfigFault::Unreachable(None)),
        (None, code) => Err(ConfigFault::Unreachable(Some(code))),
    };
    if let Some(port) = EnginePort::of_this_worker() {
        let shelf = Shelf::of(kept_as, build, config.as_deref().ok(), own.as_deref());
        let session = Session::start(port, base, shelf, config, own.as_deref());
        SESSION.set(Some(session));
    }
}

/// Takes a message from the page.
#[wasm_bindgen]
pub fn receive(message: &[u8]) {
    SESSION.with_borrow(|session| {
        if let Some(session) = session {
            session.receive(message);
        }
    });
}
