//! What was wrong with rows: counted by reason, the first ones kept.

use super::{Reason, ReasonKind};
use crate::core::calendar::Timestamp;
use crate::core::connection::{FeedId, FeedKind, Veil};
use serde::{Deserialize, Serialize};

/// How many problems are kept with their row; the rest are only counted.
pub const SHOWN: usize = 100;

/// Of each kind of problem so many are kept in any case: what is rare may come late.
const OF_EACH: u64 = 3;

/// One problem and where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// In which feed.
    pub feed: FeedKind,
    /// Of which connection, from 0.
    pub source: usize,
    /// In which row of the answer, from 1.
    pub row: u64,
    /// From when on the answer was asked for, where it was asked for a part.
    pub since: Option<Timestamp>,
    /// What it is.
    pub reason: Reason,
}

/// How often one thing was wrong in one field of a feed. There are few of them: a search is quick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Count {
    feed: FeedKind,
    source: usize,
    kind: ReasonKind,
    field: String,
    times: u64,
}

impl Count {
    fn is_in(&self, feed: FeedId) -> bool {
        self.feed == feed.kind && self.source == feed.source
    }

    fn is_of(&self, feed: FeedKind, reason: &Reason) -> bool {
        self.feed == feed && self.kind == reason.kind && self.field == reason.field
    }
}

/// All problems of a reading: counted by feed and reason, the first [`SHOWN`] kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemLog {
    counts: Vec<Count>,
    first: Vec<Problem>,
    since: Option<Timestamp>,
}

impl ProblemLog {
    /// The rows that follow are those of an answer to what is new since then.
    pub fn begin_part(&mut self, since: Timestamp) {
        self.since = Some(since);
    }

    /// Takes over what was wrong with one feed of an older reading.
    pub fn carry(&mut self, feed: FeedKind, older: &Self) {
        self.counts.extend(older.counts.iter().filter(|count| count.feed == feed).cloned());
        let room = SHOWN.saturating_sub(self.first.len());
        let first = older.first.iter().filter(|problem| problem.feed == feed);
        self.first.extend(first.take(room).cloned());
    }

    /// Takes up all that was wrong in another connection.
    pub fn join(&mut self, other: &Self, source: usize) {
        self.counts.extend(other.counts.iter().map(|count| Count { source, ..count.clone() }));
        self.first.extend(other.first.iter().map(|problem| Problem { source, ..problem.clone() }));
    }

    /// Hides secrets in the values that are shown.
    pub fn conceal(&mut self, veil: &Veil) {
        for problem in &mut self.first {
            problem.reason.value = veil.over(&problem.reason.value);
        }
    }

    /// Counts a problem, and keeps it if it is among the first.
    pub fn add(&mut self, feed: FeedKind, row: u64, reason: Reason) {
        let times = self.count(feed, &reason);
        if self.first.len() < SHOWN || times <= OF_EACH {
            self.first.push(Problem { feed, source: 0, row, since: self.since, reason });
        }
    }

    /// Counts a problem. Says how often there has been this one.
    fn count(&mut self, feed: FeedKind, reason: &Reason) -> u64 {
        if let Some(count) = self.counts.iter_mut().find(|count| count.is_of(feed, reason)) {
            count.times += 1;
            return count.times;
        }
        let (kind, field) = (reason.kind, reason.field.clone());
        self.counts.push(Count { feed, source: 0, kind, field, times: 1 });
        1
    }

    /// How often each reason occurred, by feed and field.
    pub fn counts(&self) -> impl Iterator<Item = (FeedId, ReasonKind, &str, u64)> {
        let told = |one: &Count| FeedId::only(one.feed).of_source(one.source);
        self.counts.iter().map(move |one| (told(one), one.kind, one.field.as_str(), one.times))
    }

    /// The first problems.
    pub fn first(&self) -> &[Problem] {
        &self.first
    }

    /// Rows lost in a feed.
    pub fn rows_lost(&self, feed: FeedId) -> u64 {
        self.sum(|of| of.is_in(feed) && of.kind.loses_row(of.feed))
    }

    /// Single values lost in rows of a feed that still count.
    pub fn values_lost(&self, feed: FeedId) -> u64 {
        self.sum(|of| of.is_in(feed) && !of.kind.loses_row(of.feed))
    }

    /// Rows lost, and single values lost in rows that still count, in all feeds.
    pub fn lost(&self) -> (u64, u64) {
        let rows = self.sum(|of| of.kind.loses_row(of.feed));
        (rows, self.sum(|_| true) - rows)
    }

    /// True when nothing was wrong.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    fn sum(&self, of: impl Fn(&Count) -> bool) -> u64 {
        self.counts.iter().filter(|count| of(count)).map(|count| count.times).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_counted_and_the_first_are_kept() {
        let mut log = ProblemLog::default();
        for row in 1..=150 {
            log.add(FeedKind::Responses, row, Reason::new(ReasonKind::NotADate, "$.at", "soon"));
        }
        log.add(FeedKind::Responses, 151, Reason::new(ReasonKind::OffScale, "$.nps", "11"));
        assert_eq!((log.first().len(), log.first()[99].row), (SHOWN + 1, 100));
        assert_eq!(log.first()[SHOWN].row, 151, "what is rare is kept though it came late");
        let responses = FeedId::only(FeedKind::Responses);
        assert_eq!((log.rows_lost(responses), log.values_lost(responses)), (150, 1));
        assert_eq!(log.rows_lost(FeedId::only(FeedKind::Journeys)), 0);
        for kind in [ReasonKind::NotACount, ReasonKind::NotAllowed, ReasonKind::UnknownQuestion] {
            log.add(FeedKind::Tally, 1, Reason::new(kind, "$.responses", "-1"));
        }
        let tally = FeedId::only(FeedKind::Tally);
        assert_eq!((log.rows_lost(tally), log.values_lost(tally)), (3, 0));
        assert_eq!(log.lost(), (153, 1));
    }

    #[test]
    fn a_refresh_takes_over_the_problems_of_one_feed() {
        let reason = || Reason::new(ReasonKind::NotADate, "$.at", "soon");
        let (mut older, mut newer) = (ProblemLog::default(), ProblemLog::default());
        older.add(FeedKind::Responses, 7, reason());
        older.add(FeedKind::Journeys, 8, reason());
        newer.carry(FeedKind::Responses, &older);
        newer.begin_part(Timestamp(5));
        newer.add(FeedKind::Responses, 1, reason());
        let rows: Vec<_> =
            newer.first().iter().map(|problem| (problem.row, problem.since)).collect();
        assert_eq!(rows, [(7, None), (1, Some(Timestamp(5)))]);
        let lost = |kind| newer.rows_lost(FeedId::only(kind));
        assert_eq!((lost(FeedKind::Responses), lost(FeedKind::Journeys)), (2, 0));
    }

    #[test]
    fn problems_of_several_connections_are_told_apart() {
        let (mut one, mut other, mut all) =
            (ProblemLog::default(), ProblemLog::default(), ProblemLog::default());
        one.add(FeedKind::Responses, 7, Reason::new(ReasonKind::NotADate, "$.at", "soon"));
        other.add(FeedKind::Responses, 8, Reason::new(ReasonKind::OffScale, "$.nps", "11"));
        all.join(&one, 0);
        all.join(&other, 1);
        let places: Vec<_> = all.first().iter().map(|one| (one.source, one.row)).collect();
        assert_eq!(places, [(0, 7), (1, 8)]);
        let responses = FeedId::only(FeedKind::Responses);
        assert_eq!((all.rows_lost(responses), all.values_lost(responses.of_source(1))), (1, 1));
        assert_eq!(all.values_lost(responses), 0);
    }
}
