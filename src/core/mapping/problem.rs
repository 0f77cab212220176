//! What was wrong with rows: counted by reason, the first ones kept.

use crate::core::connection::FeedKind;
use serde::{Deserialize, Serialize};

/// How many problems are kept with their row; the rest are only counted.
pub const SHOWN: usize = 100;

/// The longest piece of a bad value that is quoted, in characters.
const QUOTED: usize = 60;

/// What is wrong with a row or one of its values, without the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReasonKind {
    /// The row is no object.
    NotAnObject,
    /// The row holds a value no program can read, such as a number beyond all bounds.
    Unreadable,
    /// A field that a record cannot do without is not there.
    Missing,
    /// Not a date.
    NotADate,
    /// A date before 1990 or after today: most often a wrong unit.
    ImplausibleDate,
    /// No journey has this touchpoint.
    UnknownTouchpoint,
    /// The tally knows no such question.
    UnknownQuestion,
    /// Not a number.
    NotANumber,
    /// Not a whole number on the question's scale.
    OffScale,
    /// None of the values that are allowed here.
    NotAllowed,
    /// An id that was there before.
    Duplicate,
    /// More different values than can be told apart.
    TooManyNames,
}

impl ReasonKind {
    /// True when the whole row is lost; else only one of its values is.
    pub fn loses_row(self) -> bool {
        !matches!(self, Self::OffScale | Self::NotANumber | Self::NotAllowed)
    }
}

/// What is wrong, with the value that is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// What is wrong.
    pub kind: ReasonKind,
    /// The field, by the JSONPath it was looked for under; empty when it is the row.
    pub field: String,
    /// The beginning of the bad value; empty when there is none.
    pub value: String,
}

impl Reason {
    /// A reason about one field's value, of which the beginning is kept.
    pub fn new(kind: ReasonKind, field: &str, value: &str) -> Self {
        let value = value.chars().take(QUOTED).collect();
        Self { kind, field: field.to_owned(), value }
    }
}

/// One problem and where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// In which feed.
    pub feed: FeedKind,
    /// In which row, from 1.
    pub row: u64,
    /// What it is.
    pub reason: Reason,
}

/// How often one thing was wrong in one field of a feed. There are few of them: a search is quick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Count {
    feed: FeedKind,
    kind: ReasonKind,
    field: String,
    times: u64,
}

impl Count {
    fn is_of(&self, feed: FeedKind, reason: &Reason) -> bool {
        self.feed == feed && self.kind == reason.kind && self.field == reason.field
    }
}

/// All problems of a reading: counted by feed and reason, the first [`SHOWN`] kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemLog {
    counts: Vec<Count>,
    first: Vec<Problem>,
}

impl ProblemLog {
    /// Counts a problem, and keeps it if it is among the first.
    pub fn add(&mut self, feed: FeedKind, row: u64, reason: Reason) {
        match self.counts.iter_mut().find(|count| count.is_of(feed, &reason)) {
            Some(count) => count.times += 1,
            None => self.counts.push(Count {
                feed,
                kind: reason.kind,
                field: reason.field.clone(),
                times: 1,
            }),
        }
        if self.first.len() < SHOWN {
            self.first.push(Problem { feed, row, reason });
        }
    }

    /// How often each reason occurred, by feed and field.
    pub fn counts(&self) -> impl Iterator<Item = (FeedKind, ReasonKind, &str, u64)> {
        self.counts.iter().map(|one| (one.feed, one.kind, one.field.as_str(), one.times))
    }

    /// The first problems.
    pub fn first(&self) -> &[Problem] {
        &self.first
    }

    /// Rows lost in a feed.
    pub fn rows_lost(&self, feed: FeedKind) -> u64 {
        self.sum(|of, kind| of == feed && kind.loses_row())
    }

    /// Single values lost in rows that still count.
    pub fn values_lost(&self, feed: FeedKind) -> u64 {
        self.sum(|of, kind| of == feed && !kind.loses_row())
    }

    /// True when nothing was wrong.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    fn sum(&self, of: impl Fn(FeedKind, ReasonKind) -> bool) -> u64 {
        self.counts().filter(|(feed, kind, ..)| of(*feed, *kind)).map(|(.., count)| count).sum()
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
        assert_eq!((log.first().len(), log.first()[99].row), (SHOWN, 100));
        assert_eq!(log.rows_lost(FeedKind::Responses), 150);
        assert_eq!(log.values_lost(FeedKind::Responses), 1);
        assert_eq!(log.rows_lost(FeedKind::Journeys), 0);
    }

    #[test]
    fn long_values_are_cut_between_characters() {
        let reason = Reason::new(ReasonKind::NotADate, "$.at", &"客".repeat(500));
        assert_eq!(reason.value.chars().count(), QUOTED);
    }
}
