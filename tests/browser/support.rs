//! What the tests share.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlElement, Window};

#[wasm_bindgen(module = "/tests/browser/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = pause)]
    fn pause_js(millis: u32) -> Promise;

    #[wasm_bindgen(js_name = frames)]
    fn frames_js() -> Promise;

    #[wasm_bindgen(js_name = takeAccidents)]
    fn take_accidents_js() -> Vec<String>;

    #[wasm_bindgen(js_name = replace)]
    fn replace_js(owner: &JsValue, name: &str, value: &JsValue) -> Function;

    #[wasm_bindgen(js_name = refuseStorage)]
    fn refuse_storage_js() -> Function;

    #[wasm_bindgen(js_name = countCalls)]
    fn count_calls_js(owner: &JsValue, name: &str) -> Object;

    #[wasm_bindgen(js_name = pretendPrinter)]
    fn pretend_printer_js() -> Object;

    #[wasm_bindgen(js_name = pretendNetwork)]
    fn pretend_network_js(asked: &Array) -> Function;
}

/// A change of the browser, undone when dropped.
pub struct Change(Function);

impl Drop for Change {
    fn drop(&mut self) {
        let _ = self.0.call0(&JsValue::NULL);
    }
}

/// Gives an object of the browser another value under a name.
pub fn replace(owner: &JsValue, name: &str, value: &JsValue) -> Change {
    Change(replace_js(owner, name, value))
}

/// Makes the browser one that forbids storage.
pub fn refuse_storage() -> Change {
    Change(refuse_storage_js())
}

/// Counts the calls of a method while it lives.
pub struct Counter(Object, #[expect(dead_code, reason = "ends the counting when dropped")] Change);

impl Counter {
    pub fn of(owner: &JsValue, name: &str) -> Self {
        let counter = count_calls_js(owner, name);
        let restore = get(&counter, "restore").unchecked_into();
        Self(counter, Change(restore))
    }

    pub fn calls(&self) -> f64 {
        get(&self.0, "calls").as_f64().expect("a number")
    }
}

/// A printer that prints when told so, or by the page itself.
pub struct Printer(Object, #[expect(dead_code, reason = "takes the printer away")] Change);

impl Printer {
    pub fn pretend() -> Self {
        let printer = pretend_printer_js();
        let restore = get(&printer, "restore").unchecked_into();
        Self(printer, Change(restore))
    }

    pub fn print(&self, printing: bool) {
        let turn: Function = get(&self.0, "turn").unchecked_into();
        turn.call1(&JsValue::NULL, &printing.into()).expect("an event");
    }

    /// How often the page has been printed.
    pub fn printed(&self) -> u32 {
        get(&self.0, "printed").unchecked_into::<Array>().length()
    }
}

/// A network of our own, and every request it got.
pub struct Network(Array, #[expect(dead_code, reason = "gives the network back")] Change);

impl Network {
    pub fn pretend() -> Self {
        let asked = Array::new();
        let change = Change(pretend_network_js(&asked));
        Self(asked, change)
    }

    /// The latest request.
    pub fn asked(&self) -> web_sys::Request {
        self.0.at(-1).unchecked_into()
    }
}

/// A property that must be there.
pub fn get(owner: &JsValue, name: &str) -> JsValue {
    Reflect::get(owner, &name.into()).expect("an object")
}

pub fn window() -> Window {
    web_sys::window().expect("a page")
}

pub fn document() -> Document {
    window().document().expect("a document")
}

/// An element added to the page, and taken away again when dropped.
pub struct Planted(pub HtmlElement);

impl Planted {
    pub fn new(tag: &str, into: &JsValue) -> Self {
        let element = document().create_element(tag).expect("an element");
        into.unchecked_ref::<web_sys::Node>().append_child(&element).expect("a place");
        Self(element.unchecked_into())
    }

    /// In the page's body.
    pub fn in_body(tag: &str) -> Self {
        Self::new(tag, &document().body().expect("a body"))
    }

    /// In the page's head.
    pub fn in_head(tag: &str) -> Self {
        Self::new(tag, &document().head().expect("a head"))
    }
}

impl Drop for Planted {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Lets so much time pass.
pub async fn pause(millis: u32) {
    JsFuture::from(pause_js(millis)).await.expect("time passes");
}

/// Lets two frames pass, and with them whatever was put off to the next.
pub async fn frames() {
    JsFuture::from(frames_js()).await.expect("time passes");
}

/// Waits until something holds, which must be soon.
pub async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..500 {
        if holds() {
            return;
        }
        pause(10).await;
    }
    assert!(holds(), "waited in vain: {what}");
}

/// Whatever went wrong in a callback since this was last asked.
pub fn accidents() -> Vec<String> {
    take_accidents_js()
}
