//! Where rows are, as a choice.

use crate::core::connection::{FeedKind, RowsPath, SelectorError};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Where the rows of an answer are.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RowsPlace {
    /// In one JSON document, at this JSONPath.
    At(String),
    /// One a line.
    Lines,
}

impl RowsPlace {
    /// Where a connection's document says that the rows of a feed are.
    pub fn said(document: &Value, feed: FeedKind) -> Option<Self> {
        let said = document.get("feeds")?.get(feed.id())?;
        let said = if feed == FeedKind::Summary { said.get(0)? } else { said };
        match said.get("format").and_then(Value::as_str) {
            Some("json_lines") => Some(Self::Lines),
            _ => said.get("rows")?.as_str().map(|path| Self::At(path.to_owned())),
        }
    }

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
