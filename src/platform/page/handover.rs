//! From one program of the page to another.

use super::host;
use wasm_bindgen_futures::JsFuture;

/// Puts another program in the place of this one, which ends with it. False when it could not be loaded; trying again
/// may help.
pub async fn hand_over(program: &str) -> bool {
    let done = JsFuture::from(host::hand_over(program)).await;
    done.ok().and_then(|done| done.as_bool()).unwrap_or(false)
}

/// True when this program takes the place of another one.
pub fn takes_over() -> bool {
    host::takes_over()
}
