//! Why a feed could not be read, or not whole.

use crate::core::mapping::BodyError;
use serde::{Deserialize, Serialize};

/// Why a feed could not be read, or not whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// No answer came. A browser does not say why; what it is likely to be follows.
    Unreachable {
        /// The device is offline.
        offline: bool,
        /// A page from https asked an API at http.
        mixed_content: bool,
        /// The API is at another origin, so that it must allow this one (CORS).
        other_origin: bool,
    },
    /// The answer began and did not arrive whole: the connection broke, or what came was not what the server had
    /// announced or packed. A browser does not say which.
    BrokeOff {
        /// The device is offline.
        offline: bool,
    },
    /// The server stayed silent for this many seconds.
    TimedOut(u32),
    /// The server answered with an error.
    Status {
        /// The HTTP status.
        code: u16,
        /// The beginning of what it said.
        beginning: String,
    },
    /// The connection asks for a secret nobody has typed.
    NeedsSecret,
    /// The secret that was typed has characters that no header can carry.
    UnfitSecret,
    /// The body could not be read.
    Body(BodyFailure),
    /// The document was written for a newer Heartline.
    TooNew(u32),
    /// The reading was cancelled.
    Cancelled,
}

/// Why a body could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BodyFailure {
    /// It is empty.
    Empty,
    /// It is no JSON; it begins like this.
    NotJson(String),
    /// The rows are not at this path; these names are there instead.
    NoRows(String, Vec<String>),
    /// It broke off after so many rows.
    CutOff(u64),
}

impl From<BodyError> for Failure {
    fn from(error: BodyError) -> Self {
        Self::Body(match error {
            BodyError::Empty => BodyFailure::Empty,
            BodyError::NotJson { beginning } => BodyFailure::NotJson(beginning),
            BodyError::NoRows { path, found } => BodyFailure::NoRows(path, found),
            BodyError::CutOff { rows } => BodyFailure::CutOff(rows),
        })
    }
}

/// Why the browser would not keep what was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum NotKept {
    /// There is no room for it.
    #[error("the device has no room for it")]
    Full,
    /// It keeps nothing for this site: it was told so, or the window is a private one.
    #[error("the browser keeps nothing for this site")]
    Denied,
}
