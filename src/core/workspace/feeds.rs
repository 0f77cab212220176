//! How far each feed has been read.

use super::{Failure, Pace};
use crate::core::calendar::Timestamp;
use crate::core::connection::{FeedId, FeedKind, Veil};
use serde::{Deserialize, Serialize};

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

impl Phase {
    /// True when it ended early.
    pub fn has_failed(&self) -> bool {
        matches!(self, Self::Failed(_))
    }
}

/// A refresh that asked for what is new alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resumed {
    /// From when on it asked.
    pub since: Timestamp,
    /// Rows of the readings before it.
    pub before: u64,
    /// Rows it was given that had been read before, and were not counted again.
    pub known: u64,
}

/// The pages in which a feed is handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pages {
    /// Which one is being read, or was the last, from 1.
    pub number: u32,
    /// How many rows all of them have, where the server said.
    pub rows: Option<u64>,
}

/// A request that was turned away for now, until it is sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// In how many seconds it is sent again.
    pub seconds: u32,
    /// The HTTP status it was answered with; none when no answer came.
    pub code: Option<u16>,
}

/// How far one feed has been read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedState {
    /// Where the reading stands.
    pub phase: Phase,
    /// The URL that is read.
    pub url: String,
    /// Rows of the latest answer.
    pub rows: u64,
    /// Bytes of the latest answer, after decompression.
    pub bytes: u64,
    /// Bytes expected, where the server said.
    pub total_bytes: Option<u64>,
    /// The pages it comes in; absent where it comes at once.
    pub pages: Option<Pages>,
    /// What it waits for, where its request was turned away for now.
    pub pause: Option<Pause>,
    /// How long it took until it began to answer, in milliseconds; of its latest request.
    pub latency: Option<u32>,
    /// How fast it is being read; absent at rest.
    pub pace: Option<Pace>,
    /// What the latest answer was added to, where it was asked for what is new alone.
    pub resumed: Option<Resumed>,
    /// What the server calls this version of the body (its entity tag).
    pub version: Option<String>,
    /// Why the latest refresh gave nothing: what is here is older.
    pub refresh_failed: Option<Failure>,
}

impl FeedState {
    /// How much of the latest answer is here, in percent: by its rows where their number is known, else by its bytes.
    /// `None` where nobody knows how much there is.
    pub fn percent(&self) -> Option<u64> {
        let rows = self.pages.and_then(|pages| pages.rows);
        let by_rows = rows.and_then(|rows| percent((self.rows, Some(rows))));
        by_rows.or_else(|| percent((self.bytes, self.total_bytes)))
    }

    /// Rows of all readings, each counted once.
    pub fn all_rows(&self) -> u64 {
        let earlier = self.resumed.map_or(0, |resumed| resumed.before);
        earlier + self.new_rows()
    }

    /// Rows of the latest answer that had not been read before.
    pub fn new_rows(&self) -> u64 {
        self.rows.saturating_sub(self.resumed.map_or(0, |resumed| resumed.known))
    }

    /// Why it could not be read, or not anew.
    pub fn failure(&self) -> Option<&Failure> {
        match &self.phase {
            Phase::Failed(failure) => Some(failure),
            _ => self.refresh_failed.as_ref(),
        }
    }

    /// Hides secrets in what is said of failures.
    fn conceal(&mut self, veil: &Veil) {
        if let Phase::Failed(failure) = &mut self.phase {
            *failure = failure.clone().under(veil);
        }
        self.refresh_failed = self.refresh_failed.take().map(|failure| failure.under(veil));
    }

    fn is_going_on(&self) -> bool {
        matches!(self.phase, Phase::Waiting | Phase::Reading)
    }
}

/// How much of something is here, in percent. What is longer than announced has no end that is known.
fn percent((here, total): (u64, Option<u64>)) -> Option<u64> {
    let total = total.filter(|total| *total >= here.max(1))?;
    Some((u128::from(here) * 100 / u128::from(total)) as u64)
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

    /// The state of a feed, if the connection has it.
    pub fn find(&self, feed: FeedId) -> Option<&FeedState> {
        self.0.iter().find(|(known, _)| *known == feed).map(|(_, state)| state)
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

    /// True when every feed of a kind has been read whole.
    pub fn are_done(&self, kind: FeedKind) -> bool {
        let mut own = self.0.iter().filter(|(feed, _)| feed.kind == kind);
        own.all(|(_, state)| state.phase == Phase::Done)
    }

    /// The feed that counts what customers said: the one that is being read, if there are two.
    pub fn counted(&self) -> Option<&FeedState> {
        let feeds =
            || [FeedKind::Responses, FeedKind::Tally].into_iter().filter_map(|kind| self.get(kind));
        feeds().find(|state| state.phase == Phase::Reading).or_else(|| feeds().next())
    }

    /// Takes up those of another connection.
    pub(super) fn join(&mut self, other: &Self, source: usize) {
        self.0.extend(other.0.iter().map(|(feed, state)| (feed.of_source(source), state.clone())));
    }

    /// Hides secrets in what is said of failures.
    pub(super) fn conceal(&mut self, veil: &Veil) {
        self.0.iter_mut().for_each(|(_, state)| state.conceal(veil));
    }

    /// What is waited for, if any request was turned away for now.
    pub fn pause(&self) -> Option<Pause> {
        self.0.iter().find_map(|(_, state)| state.pause)
    }

    /// True while any feed is being waited for or read.
    pub fn is_reading(&self) -> bool {
        self.0.iter().any(|(_, state)| state.is_going_on())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(bytes: u64, total_bytes: Option<u64>) -> Option<u64> {
        FeedState { bytes, total_bytes, ..FeedState::default() }.percent()
    }

    #[test]
    fn a_share_is_told_only_of_a_known_whole() {
        assert_eq!(share(50, Some(200)), Some(25));
        assert_eq!(share(199, Some(200)), Some(99), "not all is not all");
        assert_eq!(share(200, Some(200)), Some(100));
        assert_eq!(share(201, Some(200)), None);
        assert_eq!((share(5, None), share(0, Some(0))), (None, None));
        assert_eq!(share(u64::MAX, Some(u64::MAX)), Some(100));
    }

    #[test]
    fn of_pages_the_rows_are_counted() {
        let pages = |rows| Some(Pages { number: 2, rows });
        let state = FeedState { rows: 50, bytes: 9, ..FeedState::default() };
        assert_eq!(FeedState { pages: pages(Some(200)), ..state.clone() }.percent(), Some(25));
        assert_eq!(FeedState { pages: pages(None), ..state }.percent(), None);
    }
}
