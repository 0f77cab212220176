//! What one feed of a connection gives, asked before anybody relies on it.

use crate::core::connection::{ConfigError, FeedKind, Secret};
use crate::core::preview::{FieldSuggestions, Lack, Outline, Preview, RowsPlace, RowsSuggestion};
use crate::core::workspace::Failure;
use serde::{Deserialize, Serialize};

/// Asks what a feed gives, and what its connection makes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewAsk {
    /// The connection's document. It need not be complete.
    pub document: String,
    /// Which of its feeds.
    pub feed: FeedKind,
    /// The secret its requests carry.
    pub secret: Option<Secret>,
    /// An answer that is at hand, pasted or from a file: nothing is fetched then.
    pub pasted: Option<String>,
    /// Counts how often the API was to be asked again; the same number may be answered from what was fetched before.
    pub time: u32,
}

/// Where a sample came from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The URL, without any secret; empty for what was pasted.
    pub url: String,
    /// Bytes that were looked at.
    pub bytes: u64,
    /// True when that was all of the answer.
    pub is_whole: bool,
    /// Milliseconds until it was there.
    pub millis: u32,
}

/// What is in an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SampleScene {
    /// Where it came from.
    pub source: Source,
    /// The answer as a tree.
    pub outline: Outline,
    /// Of each of the tree's values the path within its row, for those that are in one.
    pub in_row: Vec<Option<String>>,
    /// Where its rows may be, best first.
    pub places: Vec<RowsSuggestion>,
    /// Where they are, as the document says, else where they most likely are.
    pub place: Option<RowsPlace>,
    /// Where the fields of its records may be in a row.
    pub fields: Vec<FieldSuggestions>,
    /// What the connection makes of it, or what is wrong in the document.
    pub preview: Result<Preview, ConfigError>,
    /// Why it is not known what values stand for.
    pub unknown: Option<Failure>,
    /// What is missing to draw which page, the gravest first, from all feeds that were looked at.
    pub lacking: Vec<Lack>,
}

/// What a feed gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Previewed {
    /// The document says nothing of this feed.
    NoFeed,
    /// Something is wrong in the document, so that nobody could be asked.
    Wrong(ConfigError),
    /// No answer came, or one that is an error.
    Failed {
        /// The URL that was asked, without any secret.
        url: String,
        /// Why.
        why: Failure,
    },
    /// This is in the answer.
    Seen(Box<SampleScene>),
}
