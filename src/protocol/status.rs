//! How the reading of the connection stands.

mod failure;
mod progress;
mod source;

pub use failure::FeedFailure;
pub use source::{Live, SourceStatus};

use crate::core::connection::ConfigError;
use crate::core::workspace::{NotKept, Pace, Pause, Workspace};
use progress::Progress;
use serde::{Deserialize, Serialize};

/// What the first connection of the site itself is known by. Those after it have a hyphen and their number.
pub const SITE: &str = "site";

/// The configuration cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConfigFault {
    /// It could not be fetched: the HTTP status, or none when no answer came.
    Unreachable(Option<u16>),
    /// Something in it is wrong.
    Wrong(ConfigError),
    /// Something is wrong in the connection that this device uses instead of the site's own.
    Own(ConfigError),
}

impl From<ConfigError> for ConfigFault {
    fn from(error: ConfigError) -> Self {
        Self::Wrong(error)
    }
}

/// Where the reading stands, in few words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// The connection is being read for the first time.
    Reading,
    /// It is being read again.
    Refreshing,
    /// All has been read.
    Whole,
    /// It ended otherwise; failures say how.
    Ended,
}

/// How the reading stands, of all connections together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// Every connection that is read.
    pub sources: Vec<SourceStatus>,
    /// True when the site names no connection of its own: it shows the demo.
    pub site_is_demo: bool,
    /// What is wrong with the configuration; nothing is read then.
    pub config: Option<ConfigFault>,
    /// Feeds that failed, and why.
    pub failures: Vec<FeedFailure>,
    /// True while anything is being read.
    pub reading: bool,
    /// True while what is being read goes on behind figures that are on screen.
    pub refreshing: bool,
    /// True when only what is new is being asked for.
    pub resuming: bool,
    /// Responses read so far, or rows of counts where there are no responses.
    pub rows: u64,
    /// Bytes of them read so far.
    pub bytes: u64,
    /// How much of them is here, in percent; absent where nobody knows how much there is.
    pub percent: Option<u64>,
    /// Which page of them is being read, where they come in pages.
    pub page: Option<u32>,
    /// What is waited for, where a request was turned away for now.
    pub pause: Option<Pause>,
    /// How fast they are being read.
    pub pace: Option<Pace>,
    /// Rows that could not be used, in all feeds.
    pub rows_lost: u64,
    /// Single values that could not be used.
    pub values_lost: u64,
    /// When the figures on screen were read whole, in milliseconds since 1970: the oldest of them.
    pub read_at: Option<i64>,
    /// Why the figures on screen are not kept on this device.
    pub not_kept: Option<NotKept>,
}

impl Status {
    /// The status of connections of which these have been read, in the same order.
    pub fn of(sources: Vec<SourceStatus>, read: &[&Workspace]) -> Self {
        let failed = read.iter().enumerate().flat_map(|(source, workspace)| {
            let feeds = workspace.feeds.iter();
            feeds.filter_map(move |(id, state)| FeedFailure::of((id.of_source(source), state)))
        });
        let progress = Progress::of(read);
        let lost = read.iter().map(|workspace| workspace.problems.lost());
        let is_first = |source: &SourceStatus| source.reading && source.read_at.is_none();
        Self {
            failures: failed.collect(),
            reading: read.iter().any(|workspace| workspace.feeds.is_reading()),
            refreshing: sources.iter().any(|one| one.reading) && !sources.iter().any(is_first),
            resuming: progress.resuming,
            rows: progress.rows,
            bytes: progress.bytes,
            percent: progress.percent,
            page: progress.page,
            pause: read.iter().find_map(|workspace| workspace.feeds.pause()),
            pace: progress.pace,
            rows_lost: lost.clone().map(|(rows, _)| rows).sum(),
            values_lost: lost.map(|(_, values)| values).sum(),
            read_at: sources.iter().map(|source| source.read_at).min().flatten(),
            sources,
            site_is_demo: false,
            config: None,
            not_kept: None,
        }
    }

    /// Where the reading stands, as one is told who cannot see it: it changes when that does, not with every row.
    pub fn stand(&self) -> Stand {
        match (self.reading, self.refreshing) {
            (true, false) => Stand::Reading,
            (true, true) => Stand::Refreshing,
            _ if self.read_at.is_some() && self.failures.is_empty() => Stand::Whole,
            _ => Stand::Ended,
        }
    }
}

#[cfg(test)]
mod tests;
