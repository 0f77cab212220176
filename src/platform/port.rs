//! The engine's side of the wire to the page.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

/// Sends bytes to the page.
#[derive(Clone, Debug)]
pub struct EnginePort(DedicatedWorkerGlobalScope);

impl EnginePort {
    /// The port of the worker this runs in; `None` anywhere else.
    pub fn of_this_worker() -> Option<Self> {
        js_sys::global().dyn_into().ok().map(Self)
    }

    /// Sends a message. Its memory is handed over, not copied.
    pub fn send(&self, message: &[u8]) {
        let bytes = Uint8Array::from(message);
        let handed_over = Array::of1(&bytes.buffer());
        // A page that has gone takes no messages; there is nobody to tell.
        let _ = self.0.post_message_with_transfer(&bytes, &handed_over);
    }
}
