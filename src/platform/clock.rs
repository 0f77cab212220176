//! What time it is.

use crate::core::calendar::Timestamp;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;
}

/// Now, by the device's clock.
pub fn now() -> Timestamp {
    Timestamp(js_sys::Date::now() as i64)
}

/// Measures how long something takes, in milliseconds, unmoved by changes of the clock.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(f64);

impl Stopwatch {
    /// Starts now.
    pub fn start() -> Self {
        Self(performance_now())
    }

    /// Milliseconds since the start.
    pub fn millis(&self) -> f64 {
        performance_now() - self.0
    }
}
