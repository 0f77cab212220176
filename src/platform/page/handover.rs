//! From the overview's program to the whole app.

use super::host;
use wasm_bindgen_futures::JsFuture;

/// Puts the whole app in the place of the overview's program, which ends with it. False when the app could not
/// be loaded; trying again may help.
pub async fn hand_over() -> bool {
    let done = JsFuture::from(host::hand_over()).await;
    done.ok().and_then(|done| done.as_bool()).unwrap_or(false)
}

/// True when this program takes the place of the overview's.
pub fn takes_over() -> bool {
    host::takes_over()
}
