//! What the reader has done to a part of the page that is made anew.

use super::host;
use js_sys::Function;
use wasm_bindgen::JsValue;

/// Where the focus was, what was scrolled and what was folded open.
pub struct KeptPlace(Function);

/// Remembers what the reader has done to the page, just before a part of it is made anew.
pub fn keep_place() -> KeptPlace {
    KeptPlace(host::keep_place())
}

/// Gives the focus to the element of an id as soon as it is there, unless the reader moves it meanwhile.
pub fn focus_when_there(id: &str) {
    host::focus_when_there(id);
}

impl KeptPlace {
    /// Brings it back, as far as the new part is built alike.
    pub fn restore(self) {
        // Where it cannot be brought back, the reader begins at the top, as on any page.
        let _ = self.0.call0(&JsValue::NULL);
    }
}
