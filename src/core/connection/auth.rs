//! How requests prove who they are. The secret itself is never here: the user types it.

use serde::Deserialize;

/// Where a request carries its secret.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Auth {
    /// Nowhere: the API is open.
    #[default]
    None,
    /// `Authorization: Bearer …`
    Bearer,
    /// A header of this name.
    Header {
        /// The header's name.
        name: String,
    },
}

impl Auth {
    /// True when a secret must be typed before the first request.
    pub fn needs_secret(&self) -> bool {
        *self != Auth::None
    }

    /// The header that carries the secret: its name and its value.
    pub fn header(&self, secret: &str) -> Option<(&str, String)> {
        match self {
            Auth::None => None,
            Auth::Bearer => Some(("Authorization", format!("Bearer {secret}"))),
            Auth::Header { name } => Some((name, secret.to_owned())),
        }
    }
}
