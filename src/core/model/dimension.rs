//! The ways a response is told apart from another one, beyond its touchpoint and its day.

use serde::{Deserialize, Serialize};

/// One dimension of the tally.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// What kind of customer.
    Segment,
    /// Through which channel.
    Channel,
    /// Served by which team.
    Team,
}

impl Dimension {
    /// All dimensions.
    pub const ALL: [Dimension; 3] = [Dimension::Segment, Dimension::Channel, Dimension::Team];

    /// The dimension's place in arrays of three.
    pub fn index(self) -> usize {
        self as usize
    }

    /// The name used in files and URLs.
    pub fn id(self) -> &'static str {
        match self {
            Dimension::Segment => "segment",
            Dimension::Channel => "channel",
            Dimension::Team => "team",
        }
    }

    /// The dimension of a name.
    pub fn from_id(id: &str) -> Option<Dimension> {
        Self::ALL.into_iter().find(|dimension| dimension.id() == id)
    }
}
