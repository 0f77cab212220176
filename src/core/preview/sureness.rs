//! How sure a suggestion is. It never is certain.

use serde::{Deserialize, Serialize};

/// How much speaks for a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Sureness {
    /// It is possible.
    Weak,
    /// Something speaks for it.
    Fair,
    /// Several signs, or a plain one, speak for it.
    Strong,
}

impl Sureness {
    /// From the points signs have given; `None` where they are too few to speak of.
    pub(super) fn of(points: i32) -> Option<Self> {
        match points {
            85.. => Some(Self::Strong),
            55.. => Some(Self::Fair),
            28.. => Some(Self::Weak),
            _ => None,
        }
    }
}
