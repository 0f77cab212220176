//! Small things that are remembered. A browser may forbid it; then nothing is remembered.

use super::host;
use gloo_events::EventListener;
use web_sys::{Storage, window};

/// For how long something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Until the tab is closed.
    Session,
    /// On this device.
    Device,
}

fn storage(keep: Keep) -> Option<Storage> {
    let window = window()?;
    match keep {
        Keep::Session => window.session_storage().ok()?,
        Keep::Device => window.local_storage().ok()?,
    }
}

/// What was kept under a name.
pub fn load(keep: Keep, name: &str) -> Option<String> {
    storage(keep)?.get_item(name).ok()?
}

/// Keeps a text under a name. False when the browser would not.
pub fn save(keep: Keep, name: &str, text: &str) -> bool {
    storage(keep).is_some_and(|storage| storage.set_item(name, text).is_ok())
}

/// Forgets what was kept under a name.
pub fn forget(keep: Keep, name: &str) {
    if let Some(storage) = storage(keep) {
        // What cannot be removed was not kept.
        let _ = storage.remove_item(name);
    }
}

/// Calls back when another tab has kept something. It ends when what is returned is dropped.
pub fn on_storage(tell: impl Fn() + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "storage", move |_| tell()))
}

/// Forgets everything that is kept on this device: the reader's choices and secrets, the figures, the page itself.
/// False when the browser would not; then nothing was kept that it let us see.
pub async fn clear_device() -> bool {
    host::clear_device().await.is_ok()
}
