//! How the reading of one connection stands: its health.

use super::FeedFailure;
use crate::core::connection::{Connection, FeedKind, Wanted};
use crate::core::model::Lang;
use crate::core::workspace::{FeedState, Workspace};
use serde::{Deserialize, Serialize};

/// Whether a connection tells of what is new by itself (server-sent events).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Live {
    /// It is being asked to.
    Connecting,
    /// It will tell.
    Listening,
    /// It does not at the moment, and is asked again before long.
    Broken,
}

/// How one of the connections that are read stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceStatus {
    /// What it is known by: [`SITE`](super::SITE) and the like, or the id of one of this device.
    pub id: String,
    /// Its name in English and Chinese.
    pub name: [String; 2],
    /// True when it is the demo.
    pub is_demo: bool,
    /// True when its secret is wanted, or the one given was refused.
    pub wants_secret: bool,
    /// What that secret is.
    pub wanted: Wanted,
    /// True when a refresh can ask for what is new alone.
    pub resumes: bool,
    /// True while anything of it is being read.
    pub reading: bool,
    /// True when a feed of it failed, or could not be read anew.
    pub has_failed: bool,
    /// When its figures on screen were read whole, in milliseconds since 1970.
    pub read_at: Option<i64>,
    /// Rows of all its readings that count customers' answers.
    pub rows: u64,
    /// Rows that could not be used, in all feeds.
    pub rows_lost: u64,
    /// How long it took at most until a feed began to answer, in milliseconds.
    pub latency: Option<u32>,
    /// When it is read again by itself, in milliseconds since 1970.
    pub next_at: Option<i64>,
    /// Whether it tells of what is new, where it can.
    pub live: Option<Live>,
}

impl SourceStatus {
    /// How a connection stands of which this has been read.
    pub fn of(id: &str, connection: &Connection, read: &Workspace) -> Self {
        let name = Lang::ALL.map(|lang| connection.name.get(lang).to_owned());
        let failures: Vec<_> = read.feeds.iter().filter_map(FeedFailure::of).collect();
        let states = || read.feeds.iter().map(|(_, state)| state);
        let counted = [FeedKind::Responses, FeedKind::Tally];
        let counted = counted.into_iter().filter_map(|kind| read.feeds.get(kind));
        Self {
            id: id.to_owned(),
            name,
            wants_secret: failures.iter().any(FeedFailure::wants_secret),
            wanted: connection.auth.wanted().unwrap_or_default(),
            resumes: connection.feeds.since().is_some(),
            reading: read.feeds.is_reading(),
            has_failed: !failures.is_empty(),
            rows: counted.map(FeedState::all_rows).sum(),
            rows_lost: read.problems.lost().0,
            latency: states().filter_map(|state| state.latency).max(),
            ..Self::default()
        }
    }

    /// Its name for a reader.
    pub fn name(&self, lang: Lang) -> &str {
        &self.name[lang as usize]
    }
}
