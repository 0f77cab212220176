//! The document as a whole.

use super::host;
use crate::core::model::Lang;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, window};

fn document() -> Option<Document> {
    window()?.document()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// Says which language the page is in.
pub fn set_language(lang: Lang) {
    set_attribute("lang", lang.tag());
}

/// Chooses a theme by name; an empty name follows the device.
pub fn set_theme(theme: &str) {
    set_attribute("data-theme", theme);
}

/// The language the device's user reads, as far as the app speaks it.
pub fn page_language() -> Lang {
    let spoken = window().map(|window| window.navigator().languages());
    let tags = spoken.map(|tags| tags.iter().filter_map(|tag| tag.as_string()).collect());
    let tags: Vec<String> = tags.unwrap_or_default();
    tags.iter().find_map(|tag| Lang::from_tag(tag)).unwrap_or_default()
}

/// True when the device asks for dark pages.
pub fn prefers_dark() -> bool {
    let query = window().and_then(|w| w.match_media("(prefers-color-scheme: dark)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Names the page in the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Gives the focus to the element of an id, if it is there.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    host::print_page();
}

/// Puts a text on the clipboard. False when the browser would not.
pub async fn copy_text(text: &str) -> bool {
    let copied = JsFuture::from(host::copy_text(text)).await;
    copied.ok().and_then(|copied| copied.as_bool()).unwrap_or(false)
}

/// Hands the reader a table as a file.
pub fn download_csv(name: &str, text: &str) {
    host::download_text(name, "text/csv;charset=utf-8", text);
}

/// Hands the reader a JSON document as a file.
pub fn download(name: &str, text: &str) {
    host::download_text(name, "application/json", text);
}

/// The text of a file of the site, by its name below the app's base; `None` when it cannot be had.
pub async fn fetch_text(name: &str) -> Option<String> {
    JsFuture::from(host::fetch_text(name)).await.ok()?.as_string()
}

fn set_attribute(name: &str, value: &str) {
    if let Some(root) = root() {
        // The names are constants and valid.
        let _ = root.set_attribute(name, value);
    }
}
