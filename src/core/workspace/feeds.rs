//! How far each feed has been read.

use crate::core::mapping::{BodyError, FeedKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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

/// Where a feed's reading stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Phase {
    /// It has not begun.
    #[default]
    Waiting,
    /// It is going on.
    Reading,
    /// All has been read.
    Done,
    /// It ended early.
    Failed(Failure),
}

/// How far one feed has been read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedState {
    /// Where the reading stands.
    pub phase: Phase,
    /// The URL that is read.
    pub url: String,
    /// Rows read.
    pub rows: u64,
    /// Bytes read, after decompression.
    pub bytes: u64,
    /// Bytes expected, where the server said.
    pub total_bytes: Option<u64>,
}

/// The state of every feed of the connection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feeds(BTreeMap<FeedKind, FeedState>);

impl Feeds {
    /// The state of a feed; made when first asked for.
    pub fn of(&mut self, feed: FeedKind) -> &mut FeedState {
        self.0.entry(feed).or_default()
    }

    /// The state of a feed that the connection has.
    pub fn get(&self, feed: FeedKind) -> Option<&FeedState> {
        self.0.get(&feed)
    }

    /// All feeds of the connection.
    pub fn iter(&self) -> impl Iterator<Item = (FeedKind, &FeedState)> {
        self.0.iter().map(|(feed, state)| (*feed, state))
    }

    /// True while any feed is being waited for or read.
    pub fn is_reading(&self) -> bool {
        self.0.values().any(|state| matches!(state.phase, Phase::Waiting | Phase::Reading))
    }
}
