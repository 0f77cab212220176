//! The secrets of connections. They are kept apart from everything else: no document, address or export has them.

use crate::core::connection::Secret;
use crate::platform::{Keep, forget, load, save};
use crate::protocol::SITE;

/// What the key is kept under, and the user's name with it, each followed by the id of the connection.
const NAMES: [&str; 2] = ["heartline.secret", "heartline.user"];

/// Where the secret of one connection is kept: of the site's own, or of one of this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecretPlace {
    names: [String; 2],
}

impl SecretPlace {
    /// That of a connection.
    pub fn of(id: &str) -> Self {
        let suffix = if id == SITE { String::new() } else { format!(".{id}") };
        Self { names: NAMES.map(|name| format!("{name}{suffix}")) }
    }

    /// What was typed, as long as it is kept.
    pub fn get(&self) -> Option<Secret> {
        self.kept(Keep::Session).or_else(|| self.kept(Keep::Device))
    }

    /// True while it is kept.
    pub fn is_kept(&self) -> bool {
        self.get().is_some()
    }

    /// True while it outlives this tab.
    pub fn is_on_device(&self) -> bool {
        self.kept(Keep::Device).is_some()
    }

    /// Keeps it until the tab is closed, or on the device until it is forgotten.
    pub fn keep(&self, secret: &Secret, keep: Keep) {
        self.forget();
        let [key, user] = &self.names;
        save(keep, key, &secret.key);
        save(keep, user, &secret.user);
    }

    /// Forgets it.
    pub fn forget(&self) {
        for keep in [Keep::Session, Keep::Device] {
            self.names.iter().for_each(|name| forget(keep, name));
        }
    }

    fn kept(&self, keep: Keep) -> Option<Secret> {
        let [key, user] = &self.names;
        Some(Secret { key: load(keep, key)?, user: load(keep, user).unwrap_or_default() })
    }
}
