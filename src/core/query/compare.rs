//! What is held against what.

use crate::core::calendar::Day;
use crate::core::model::{Dimension, TouchpointId};
use serde::{Deserialize, Serialize};

/// Two sides of the responses, and what they are about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CompareState {
    /// The touchpoint they are about; all when none.
    pub touchpoint: Option<TouchpointId>,
    /// The sides.
    pub sides: Sides,
    /// What an address has for a day and is none.
    pub unread: Option<String>,
}

/// Two sides. What is not chosen yet is chosen by whoever answers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Sides {
    /// The period's days before a day, and from that day on.
    Date(Option<Day>),
    /// Two values of a dimension: segments, channels, or teams such as a pilot and its control.
    Values(Dimension, Option<String>, Option<String>),
}

impl Default for Sides {
    fn default() -> Self {
        Self::Date(None)
    }
}

impl Sides {
    /// What there is to choose: a date, or one of the dimensions.
    pub const BY_DATE: &'static str = "date";

    /// What the sides differ by, as URLs name it.
    pub fn by(&self) -> &'static str {
        match self {
            Self::Date(_) => Self::BY_DATE,
            Self::Values(dimension, ..) => dimension.id(),
        }
    }

    /// Sides that differ by this, with nothing else chosen.
    pub fn from_id(by: &str) -> Option<Self> {
        if by == Self::BY_DATE {
            return Some(Self::default());
        }
        Dimension::from_id(by).map(|dimension| Self::Values(dimension, None, None))
    }
}
