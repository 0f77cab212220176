//! The address bar.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{History, Url, Window, window};

/// Where the app lives: the path of the page's base, without a slash at its end.
fn base() -> String {
    let base = window().and_then(|w| w.document()).and_then(|d| d.base_uri().ok().flatten());
    let path = base.and_then(|base| Url::new(&base).ok()).map(|url| url.pathname());
    path.unwrap_or_default().trim_end_matches('/').to_owned()
}

/// The path below the app's base and the query without its question mark.
pub fn address() -> (String, String) {
    let Some(location) = window().map(|window| window.location()) else {
        return Default::default();
    };
    let path = location.pathname().unwrap_or_default();
    let path = path.strip_prefix(&base()).unwrap_or(&path).to_owned();
    let query = location.search().unwrap_or_default();
    (path, query.trim_start_matches('?').to_owned())
}

/// A place below the app's base as the address of a link.
pub fn href_of(place: &str) -> String {
    format!("{}{place}", base())
}

/// Goes to a place below the app's base; the way back leads here.
pub fn push(place: &str) {
    with_history(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&href_of(place))));
}

/// Changes the address of the place one is at.
pub fn replace(place: &str) {
    with_history(|history| {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&href_of(place)))
    });
}

/// Calls back when the user goes back or forth. It ends when what is returned is dropped.
pub fn on_travel(tell: impl Fn() + 'static) -> Option<EventListener> {
    let window: Window = window()?;
    Some(EventListener::new(&window, "popstate", move |_| tell()))
}

/// Loads a place below the app's base as a page of its own: everything begins anew.
pub fn restart(place: &str) {
    if let Some(window) = window() {
        // An address of this very site is never refused.
        let _ = window.location().assign(&href_of(place));
    }
}

/// A browser may refuse an address (a file opened from disk, too many in a second): the page is then
/// right, and only the address bar is behind.
fn with_history(act: impl FnOnce(&History) -> Result<(), JsValue>) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = act(&history);
    }
}
