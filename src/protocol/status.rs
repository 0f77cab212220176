//! How the reading of the connection stands.

use crate::core::connection::{ConfigError, FeedId, FeedKind};
use crate::core::model::{Lang, LocalText};
use crate::core::workspace::{Failure, FeedState, Phase, Workspace};
use serde::{Deserialize, Serialize};

/// The configuration cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConfigFault {
    /// It could not be fetched: the HTTP status, or none when no answer came.
    Unreachable(Option<u16>),
    /// Something in it is wrong.
    Wrong(ConfigError),
}

impl From<ConfigError> for ConfigFault {
    fn from(error: ConfigError) -> Self {
        Self::Wrong(error)
    }
}

/// How the reading stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// The connection's name in English and Chinese.
    pub connection: [String; 2],
    /// True when it is the demo.
    pub is_demo: bool,
    /// What is wrong with the configuration; nothing is read then.
    pub config: Option<ConfigFault>,
    /// Feeds that failed, and why.
    pub failures: Vec<(FeedKind, String, Failure)>,
    /// True when the connection's secret is wanted, or the one given was refused.
    pub wants_secret: bool,
    /// True while anything is being read.
    pub reading: bool,
    /// True while a new reading goes on behind the one on screen.
    pub refreshing: bool,
    /// Responses read so far.
    pub rows: u64,
    /// Bytes of responses read so far, and how many there are where the server said.
    pub bytes: (u64, Option<u64>),
    /// Rows that could not be used, in all feeds.
    pub rows_lost: u64,
    /// Single values that could not be used.
    pub values_lost: u64,
    /// When the figures on screen were read whole, in milliseconds since 1970.
    pub read_at: Option<i64>,
}

impl Status {
    /// The status of a workspace.
    pub fn of(workspace: &Workspace) -> Self {
        let feeds = || workspace.feeds.iter();
        let failure = |(feed, state): (FeedId, &FeedState)| match &state.phase {
            Phase::Failed(failure) => Some((feed.kind, state.url.clone(), failure.clone())),
            _ => None,
        };
        let failures: Vec<_> = feeds().filter_map(failure).collect();
        let responses = workspace.feeds.get(FeedKind::Responses);
        let lost = |of: &dyn Fn(FeedKind) -> u64| FeedKind::ALL.into_iter().map(of).sum();
        Self {
            wants_secret: failures.iter().any(|(.., failure)| wants_secret(failure)),
            failures,
            reading: workspace.feeds.is_reading(),
            rows: responses.map_or(0, |state| state.rows),
            bytes: responses.map_or((0, None), |state| (state.bytes, state.total_bytes)),
            rows_lost: lost(&|feed| workspace.problems.rows_lost(feed)),
            values_lost: lost(&|feed| workspace.problems.values_lost(feed)),
            ..Self::default()
        }
    }

    /// The connection's name for a reader.
    pub fn name(&self, lang: Lang) -> &str {
        &self.connection[lang as usize]
    }

    /// The same status, of a connection with this name.
    pub fn named(mut self, name: &LocalText, is_demo: bool) -> Self {
        self.connection = Lang::ALL.map(|lang| name.get(lang).to_owned());
        self.is_demo = is_demo;
        self
    }
}

fn wants_secret(failure: &Failure) -> bool {
    matches!(
        failure,
        Failure::NeedsSecret | Failure::UnfitSecret | Failure::Status { code: 401 | 403, .. }
    )
}
