//! How large things are, when they are printed, and whether they lose the focus.

use super::host;
use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

/// Watches something until it is dropped.
pub struct Watch {
    end: Function,
    _tell: JsValue,
}

impl Drop for Watch {
    fn drop(&mut self) {
        // Ending a watch does not fail.
        let _ = self.end.call0(&JsValue::NULL);
    }
}

/// Tells an element's width and height, now and whenever they change.
pub fn watch_size(element: &Element, tell: impl Fn(f64, f64) + 'static) -> Watch {
    let tell: Closure<dyn Fn(f64, f64)> = Closure::new(tell);
    let tell = tell.into_js_value();
    Watch { end: host::watch_size(element, tell.unchecked_ref()), _tell: tell }
}

/// Tells when the page is about to be printed, in time to draw what only paper shows, and when that is over.
pub fn watch_print(tell: impl Fn(bool) + 'static) -> Watch {
    let tell: Closure<dyn Fn(bool)> = Closure::new(tell);
    let tell = tell.into_js_value();
    Watch { end: host::watch_print(tell.unchecked_ref()), _tell: tell }
}

/// Gives the focus back to what is moved in a list and loses it thereby. A reader who presses or tabs
/// elsewhere has meant to lose it.
pub fn keep_focus(root: &Element) -> Watch {
    Watch { end: host::keep_focus(root), _tell: JsValue::UNDEFINED }
}

/// A length among the tokens, by its name, in pixels.
pub fn token_pixels(name: &str) -> f64 {
    host::token_pixels(name)
}
