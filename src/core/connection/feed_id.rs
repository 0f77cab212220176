//! Names of a connection's feeds.

use super::{Connection, Feed, FeedRequest, RowsPath, Selector};
use serde::{Deserialize, Serialize};

/// A feed of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FeedKind {
    /// Journeys.
    Journeys,
    /// Single responses.
    Responses,
    /// Counts grouped beforehand.
    Tally,
    /// Sums shown until the responses are read.
    Summary,
    /// Operational indicators.
    Indicators,
}

impl FeedKind {
    /// All feeds.
    pub const ALL: [FeedKind; 5] = [
        FeedKind::Journeys,
        FeedKind::Responses,
        FeedKind::Tally,
        FeedKind::Summary,
        FeedKind::Indicators,
    ];

    /// The feed of a name in a connection.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Its name in a connection.
    pub fn id(self) -> &'static str {
        match self {
            FeedKind::Journeys => "journeys",
            FeedKind::Responses => "responses",
            FeedKind::Tally => "tally",
            FeedKind::Summary => "summary",
            FeedKind::Indicators => "indicators",
        }
    }
}

/// Which feed is read: its kind, for summaries which of them, and of which connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FeedId {
    /// The kind.
    pub kind: FeedKind,
    /// Which one, from 0.
    pub number: usize,
    /// Which connection's, from 0, where several are read.
    pub source: usize,
}

impl FeedId {
    /// The only feed of its kind.
    pub const fn only(kind: FeedKind) -> Self {
        Self::numbered(kind, 0)
    }

    /// One of several feeds of a kind.
    pub const fn numbered(kind: FeedKind, number: usize) -> Self {
        Self { kind, number, source: 0 }
    }

    /// The same feed of another connection.
    pub const fn of_source(self, source: usize) -> Self {
        Self { source, ..self }
    }

    /// How the feed is asked for and where its rows are; `None` when the connection has no such feed.
    pub fn address(self, connection: &Connection) -> Option<(&FeedRequest, &RowsPath)> {
        let feeds = &connection.feeds;
        match self.kind {
            FeedKind::Journeys => feeds.journeys.as_ref().map(Feed::address),
            FeedKind::Responses => feeds.responses.as_ref().map(|one| one.feed.address()),
            FeedKind::Tally => feeds.tally.as_ref().map(Feed::address),
            FeedKind::Summary => feeds.summary.get(self.number).map(Feed::address),
            FeedKind::Indicators => feeds.indicators.as_ref().map(Feed::address),
        }
    }

    /// Where a row's id is, in feeds whose rows have one.
    pub fn row_id(self, connection: &Connection) -> Option<&Selector> {
        let feeds = &connection.feeds;
        match self.kind {
            FeedKind::Journeys => feeds.journeys.as_ref().map(|feed| &feed.fields.id().path),
            FeedKind::Responses => feeds.responses.as_ref().map(|one| &one.feed.fields.id().path),
            FeedKind::Indicators => feeds.indicators.as_ref().map(|feed| &feed.fields.id().path),
            FeedKind::Tally | FeedKind::Summary => None,
        }
    }
}
