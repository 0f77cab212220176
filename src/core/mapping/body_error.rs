//! Why a body did not give its rows.

use serde::{Deserialize, Serialize};

/// A body did not give its rows, or not all of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum BodyError {
    /// Nothing arrived.
    #[error("the body is empty")]
    Empty,
    /// It is not JSON.
    #[error("the body is not JSON: it begins with {beginning}")]
    NotJson {
        /// Its beginning.
        beginning: String,
    },
    /// It is JSON, but the rows are not where they should be.
    #[error("no rows at {path}; found {}", found.join(", "))]
    NoRows {
        /// Where they should be.
        path: String,
        /// What was there instead: names of members.
        found: Vec<String>,
    },
    /// It broke off, or went wrong, after so many rows.
    #[error("the body breaks off after {rows} rows")]
    CutOff {
        /// Rows read before.
        rows: u64,
    },
}

/// The first characters of a text that was no JSON.
pub(in crate::core) fn beginning(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(80).collect()
}
