//! The secrets of connections. They are kept apart from everything else: no document, address or export has them.

use crate::platform::{Keep, forget, load, save};

/// What a secret is kept under, followed by the id of a connection of this device.
const NAME: &str = "heartline.secret";

/// The secret of one connection: of the site's own, or of one of this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secret {
    name: String,
}

impl Secret {
    /// The secret of a connection of this device by its id; of the site's own without one.
    pub fn of(connection: Option<&str>) -> Self {
        let name = connection.map_or_else(|| NAME.to_owned(), |id| format!("{NAME}.{id}"));
        Self { name }
    }

    /// What was typed, as long as it is kept.
    pub fn get(&self) -> Option<String> {
        load(Keep::Session, &self.name).or_else(|| load(Keep::Device, &self.name))
    }

    /// True while it is kept.
    pub fn is_kept(&self) -> bool {
        self.get().is_some()
    }

    /// True while it outlives this tab.
    pub fn is_on_device(&self) -> bool {
        load(Keep::Device, &self.name).is_some()
    }

    /// Keeps it until the tab is closed, or on the device until it is forgotten.
    pub fn keep(&self, secret: &str, keep: Keep) {
        self.forget();
        save(keep, &self.name, secret);
    }

    /// Forgets it.
    pub fn forget(&self) {
        forget(Keep::Session, &self.name);
        forget(Keep::Device, &self.name);
    }
}
