//! The page's side of the wire to the engine.

use super::host;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, MessageEvent, Worker};

/// The engine's worker, which the boot script has started.
pub struct EngineWorker {
    worker: Worker,
    _hear: Closure<dyn Fn(MessageEvent)>,
    _fail: Closure<dyn Fn(Event)>,
}

impl EngineWorker {
    /// Takes the worker over: `hear` gets every message, `fail` learns when it cannot run. `None`
    /// when no worker was started, or when it has failed already.
    pub fn take(hear: impl Fn(Vec<u8>) + 'static, fail: impl Fn() + 'static) -> Option<Self> {
        let worker = host::engine().filter(|_| !host::engine_failed())?;
        let hear: Closure<dyn Fn(MessageEvent)> = Closure::new(move |event: MessageEvent| {
            if let Ok(bytes) = event.data().dyn_into::<Uint8Array>() {
                hear(bytes.to_vec());
            }
        });
        let fail: Closure<dyn Fn(Event)> = Closure::new(move |_| fail());
        worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        worker.set_onerror(Some(fail.as_ref().unchecked_ref()));
        Some(Self { worker, _hear: hear, _fail: fail })
    }

    /// Sends a message.
    pub fn send(&self, message: &[u8]) {
        // A worker that cannot run has told so by its error event.
        let _ = self.worker.post_message(&Uint8Array::from(message));
    }

    /// A number no question has had, in whichever program.
    pub fn next_number() -> u32 {
        host::next_number()
    }

    /// The ids of the connections that the engine was started with; of several of the site's own the first alone.
    pub fn connections() -> Vec<String> {
        host::connections_read()
    }

    /// The answers made when the site was built, if there are any.
    pub fn snapshot() -> Option<Vec<u8>> {
        host::snapshot().map(|bytes| bytes.to_vec())
    }
}
