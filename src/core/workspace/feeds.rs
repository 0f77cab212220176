//! How far each feed has been read.

use crate::core::connection::{FeedId, FeedKind};
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

impl FeedState {
    fn is_going_on(&self) -> bool {
        matches!(self.phase, Phase::Waiting | Phase::Reading)
    }
}

/// The state of every feed of the connection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feeds(Vec<(FeedId, FeedState)>);

impl Feeds {
    /// The state of a feed; made when first asked for.
    pub fn of(&mut self, feed: FeedId) -> &mut FeedState {
        let known = self.0.iter().position(|(known, _)| *known == feed);
        let place = known.unwrap_or_else(|| {
            self.0.push((feed, FeedState::default()));
            self.0.len() - 1
        });
        &mut self.0[place].1
    }

    /// The state of the first feed of a kind that the connection has.
    pub fn get(&self, feed: FeedKind) -> Option<&FeedState> {
        self.0.iter().find(|(known, _)| known.kind == feed).map(|(_, state)| state)
    }

    /// All feeds of the connection.
    pub fn iter(&self) -> impl Iterator<Item = (FeedId, &FeedState)> {
        self.0.iter().map(|(feed, state)| (*feed, state))
    }

    /// True when every feed of a kind has been read, or has failed, or the connection has none.
    pub fn have_ended(&self, kind: FeedKind) -> bool {
        let mut own = self.0.iter().filter(|(feed, _)| feed.kind == kind);
        own.all(|(_, state)| !state.is_going_on())
    }

    /// True while any feed is being waited for or read.
    pub fn is_reading(&self) -> bool {
        self.0.iter().any(|(_, state)| state.is_going_on())
    }
}
