//! The script beside this module.

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, File, Worker};

#[wasm_bindgen(module = "/src/platform/js/host.js")]
extern "C" {
    #[wasm_bindgen(js_name = numberText)]
    pub(super) fn number_text(tag: &str, value: f64, decimals: u8, signed: bool) -> String;

    #[wasm_bindgen(js_name = dateText)]
    pub(super) fn date_text(tag: &str, year: i32, month: u32, day: u32) -> String;

    #[wasm_bindgen(js_name = momentText)]
    pub(super) fn moment_text(tag: &str, millis: f64) -> String;

    #[wasm_bindgen(js_name = copyText)]
    pub(super) fn copy_text(text: &str) -> Promise;

    #[wasm_bindgen(js_name = downloadText)]
    pub(super) fn download_text(name: &str, kind: &str, text: &str);

    #[wasm_bindgen(js_name = fetchText)]
    pub(super) fn fetch_text(name: &str) -> Promise;

    #[wasm_bindgen(js_name = clearDevice, catch)]
    pub(super) async fn clear_device() -> Result<(), JsValue>;

    #[wasm_bindgen(js_name = watchSize)]
    pub(super) fn watch_size(element: &Element, tell: &Function) -> Function;

    #[wasm_bindgen(js_name = tokenPixels)]
    pub(super) fn token_pixels(name: &str) -> f64;

    #[wasm_bindgen(js_name = watchPrint)]
    pub(super) fn watch_print(tell: &Function) -> Function;

    #[wasm_bindgen(js_name = printPage)]
    pub(super) fn print_page();

    #[wasm_bindgen(js_name = loadCharts)]
    pub(super) fn load_charts() -> Promise;

    #[wasm_bindgen(js_name = handOver)]
    pub(super) fn hand_over(program: &str) -> Promise;

    #[wasm_bindgen(js_name = takesOver)]
    pub(super) fn takes_over() -> bool;

    #[wasm_bindgen(js_name = nextNumber)]
    pub(super) fn next_number() -> u32;

    pub(super) fn engine() -> Option<Worker>;

    #[wasm_bindgen(js_name = engineFailed)]
    pub(super) fn engine_failed() -> bool;

    #[wasm_bindgen(js_name = connectionsRead)]
    pub(super) fn connections_read() -> Vec<String>;

    pub(super) fn snapshot() -> Option<Uint8Array>;
}

#[wasm_bindgen(module = "/src/platform/js/place.js")]
extern "C" {
    #[wasm_bindgen(js_name = keepPlace)]
    pub(super) fn keep_place() -> Function;

    #[wasm_bindgen(js_name = keepFocus)]
    pub(super) fn keep_focus(root: &Element) -> Function;

    #[wasm_bindgen(js_name = focusWhenThere)]
    pub(super) fn focus_when_there(id: &str);
}

#[wasm_bindgen(module = "/src/platform/js/files.js")]
extern "C" {
    #[wasm_bindgen(js_name = filesOf)]
    pub(super) fn files_of(source: &JsValue) -> Vec<File>;

    #[wasm_bindgen(js_name = fileBeginning, catch)]
    pub(super) async fn file_beginning(file: &File) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = keepFile, catch)]
    pub(super) async fn keep_file(
        key: &str,
        file: &File,
        encoding: &str,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = aboutFile, catch)]
    pub(super) async fn about_file(key: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = sweepKept)]
    pub(super) fn sweep_kept();
}
