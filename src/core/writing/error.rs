//! Why a record cannot be written as the connection says.

use serde::{Deserialize, Serialize};

/// Why a record cannot be written as the connection says. Nothing has been sent then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum WriteError {
    /// The record has nothing for a place of the path.
    #[error("the record has nothing at {0} for the path")]
    NothingAt(String),
    /// A field is read with filters or wildcards: nobody can tell where a value of it goes.
    #[error("{0} picks out a value; where one goes it does not say")]
    NoPlace(String),
    /// Two of the API's words stand for the value.
    #[error("at {0} two words stand for the same value")]
    Ambiguous(String),
    /// A text in a language that has no field.
    #[error("at {0} there is no field for a text in the language {1}")]
    NoLanguage(String, String),
    /// The record is spread over several rows, each of them a write of its own.
    #[error("the record is spread over several rows")]
    Spread,
    /// The row is not the record it was taken for.
    #[error("the row is no such record")]
    NoRecord,
    /// What would be written would not be read as what was meant.
    #[error("what would be written at {0} would not be read as it is meant")]
    NotReadBack(String),
    /// The row is no JSON: page and engine do not understand each other.
    #[error("the row is no JSON")]
    NotJson,
}
