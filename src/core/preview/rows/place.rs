//! Where rows are, as a choice.

use crate::core::connection::{RowsPath, SelectorError};
use serde::{Deserialize, Serialize};

/// Where the rows of an answer are.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RowsPlace {
    /// In one JSON document, at this JSONPath.
    At(String),
    /// One a line.
    Lines,
}

impl RowsPlace {
    /// The place as the mapping reads it.
    ///
    /// # Errors
    /// When the text is no JSONPath.
    pub fn path(&self) -> Result<RowsPath, SelectorError> {
        match self {
            Self::At(path) => RowsPath::parse(path),
            Self::Lines => Ok(RowsPath::lines()),
        }
    }
}
