//! How the reading of the connection stands.

use crate::core::connection::{ConfigError, FeedId, FeedKind, Wanted};
use crate::core::model::{Lang, LocalText};
use crate::core::workspace::{Failure, FeedState, NotKept, Pace, Pause, Workspace};
use serde::{Deserialize, Serialize};

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

/// A feed that could not be read, or not whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedFailure {
    /// Which feed.
    pub feed: FeedKind,
    /// Where it is.
    pub url: String,
    /// Why.
    pub why: Failure,
    /// On which page, where the feed comes in pages.
    pub page: Option<u32>,
    /// Rows that came before, and count; none where older figures stand instead.
    pub rows: u64,
    /// True when what an earlier reading gave still stands.
    pub stands: bool,
}

impl FeedFailure {
    fn of((id, state): (FeedId, &FeedState)) -> Option<Self> {
        let why = state.failure()?.clone();
        let stands = state.refresh_failed.is_some();
        // Sums that are not whole would pass for all there is: none of them is used.
        let counts = !stands && id.kind != FeedKind::Summary;
        let rows = if counts { state.rows } else { 0 };
        // An older reading's page says nothing of where the newer one failed.
        let page = state.pages.filter(|_| !stands).map(|pages| pages.number);
        Some(Self { feed: id.kind, url: state.url.clone(), why, page, rows, stands })
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
    pub failures: Vec<FeedFailure>,
    /// True when the connection's secret is wanted, or the one given was refused.
    pub wants_secret: bool,
    /// What that secret is.
    pub wanted: Wanted,
    /// True while anything is being read.
    pub reading: bool,
    /// True while a new reading goes on behind the one on screen.
    pub refreshing: bool,
    /// True when only what is new is being asked for.
    pub resuming: bool,
    /// True when a refresh can ask for what is new alone.
    pub resumes: bool,
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
    /// When the figures on screen were read whole, in milliseconds since 1970.
    pub read_at: Option<i64>,
    /// Why the figures on screen are not kept on this device.
    pub not_kept: Option<NotKept>,
}

impl Status {
    /// The status of a workspace.
    pub fn of(workspace: &Workspace) -> Self {
        let failures: Vec<_> = workspace.feeds.iter().filter_map(FeedFailure::of).collect();
        let counted = workspace.feeds.counted();
        let lost = |of: &dyn Fn(FeedKind) -> u64| FeedKind::ALL.into_iter().map(of).sum();
        Self {
            wants_secret: failures.iter().any(|failure| wants_secret(&failure.why)),
            failures,
            reading: workspace.feeds.is_reading(),
            resuming: counted.is_some_and(|state| state.resumed.is_some()),
            rows: counted.map_or(0, FeedState::new_rows),
            bytes: counted.map_or(0, |state| state.bytes),
            percent: counted.and_then(FeedState::percent),
            page: counted.and_then(|state| state.pages).map(|pages| pages.number),
            pause: workspace.feeds.pause(),
            pace: counted.and_then(|state| state.pace),
            rows_lost: lost(&|feed| workspace.problems.rows_lost(feed)),
            values_lost: lost(&|feed| workspace.problems.values_lost(feed)),
            ..Self::default()
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
    match failure {
        Failure::Lookup(_, why) => wants_secret(why),
        Failure::Status { code, .. } => matches!(code, 401 | 403),
        failure => matches!(failure, Failure::NeedsSecret | Failure::UnfitSecret),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::calendar::Day;
    use crate::core::connection::Settings;
    use crate::core::workspace::{Phase, Resumed};

    fn workspace() -> Workspace {
        Workspace::new(Settings::default(), Day::default())
    }

    #[test]
    fn what_came_before_a_failure_is_told_where_it_counts() {
        let mut workspace = workspace();
        for kind in [FeedKind::Responses, FeedKind::Summary] {
            let state = workspace.feeds.of(FeedId::only(kind));
            state.rows = 150;
            state.phase = Phase::Failed(Failure::Cancelled);
        }
        let failures = Status::of(&workspace).failures;
        let told: Vec<_> = failures.iter().map(|one| (one.feed, one.rows, one.stands)).collect();
        let expected = [(FeedKind::Responses, 150, false), (FeedKind::Summary, 0, false)];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_refresh_that_failed_leaves_what_was_read() {
        let (mut shown, mut next) = (workspace(), workspace());
        let id = FeedId::only(FeedKind::Responses);
        let done = shown.feeds.of(id);
        (done.phase, done.rows) = (Phase::Done, 300);
        next.feeds.of(id).phase = Phase::Failed(Failure::TimedOut(3));
        assert!(!shown.is_outdone_by(&next));
        shown.note_failed_refresh(&next);
        let status = Status::of(&shown);
        assert!(!status.reading);
        assert_eq!((status.failures[0].rows, status.failures[0].stands), (0, true));
        assert_eq!(shown.feeds.of(id).rows, 300);
    }

    #[test]
    fn a_refresh_counts_what_is_new() {
        let mut workspace = workspace();
        let state = workspace.feeds.of(FeedId::only(FeedKind::Responses));
        let since = crate::core::calendar::Timestamp(0);
        state.resumed = Some(Resumed { since, before: 300, known: 4 });
        state.rows = 10;
        assert_eq!((state.all_rows(), state.new_rows()), (306, 6));
        let status = Status::of(&workspace);
        assert_eq!((status.rows, status.resuming), (6, true));
    }
}
