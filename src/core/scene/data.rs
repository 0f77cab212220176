//! What was read, and what was wrong with it.

use crate::core::calendar::Day;
use crate::core::connection::FeedId;
use crate::core::mapping::{Problem, ReasonKind};
use crate::core::order::sort_by;
use crate::core::tally::Grain;
use crate::core::workspace::{FeedState, Workspace};
use serde::{Deserialize, Serialize};

/// One feed of the connection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedLine {
    /// Which feed.
    pub feed: FeedId,
    /// How far it has been read.
    pub state: FeedState,
    /// Rows that could not be used.
    pub rows_lost: u64,
    /// Single values that could not be used, in rows that still count.
    pub values_lost: u64,
}

/// How often one thing was wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemCount {
    /// In which feed.
    pub feed: FeedId,
    /// What.
    pub kind: ReasonKind,
    /// In which field.
    pub field: String,
    /// How often.
    pub count: u64,
}

/// What was read, and what was wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataScene {
    /// Every feed.
    pub feeds: Vec<FeedLine>,
    /// Problems by feed, kind and field, most frequent first.
    pub counts: Vec<ProblemCount>,
    /// The first problems, with their rows.
    pub first: Vec<Problem>,
    /// The days with responses.
    pub span: Option<(Day, Day)>,
    /// Journeys read.
    pub journeys: usize,
    /// Touchpoints read.
    pub touchpoints: usize,
    /// Cells of the tally.
    pub cells: usize,
}

impl DataScene {
    /// The problems listed for a reason, or for all.
    pub fn listed(&self, kind: Option<ReasonKind>) -> impl Iterator<Item = &Problem> {
        self.first.iter().filter(move |problem| kind.is_none_or(|kind| kind == problem.reason.kind))
    }

    /// The reasons there are, with how often each was told, most frequent first.
    pub fn reasons(&self) -> Vec<(ReasonKind, u64)> {
        let mut reasons: Vec<(ReasonKind, u64)> = Vec::new();
        for count in &self.counts {
            match reasons.iter_mut().find(|(kind, _)| *kind == count.kind) {
                Some((_, times)) => *times += count.count,
                None => reasons.push((count.kind, count.count)),
            }
        }
        sort_by(&mut reasons, |a, b| b.1.cmp(&a.1));
        reasons
    }
}

impl Workspace {
    /// What was read, and what was wrong with it.
    pub fn data_scene(&self) -> DataScene {
        let feeds = self.feeds.iter().map(|(feed, state)| FeedLine {
            feed,
            state: state.clone(),
            rows_lost: self.problems.rows_lost(feed),
            values_lost: self.problems.values_lost(feed),
        });
        let counts = self.problems.counts().map(|(feed, kind, field, count)| ProblemCount {
            feed,
            kind,
            field: field.to_owned(),
            count,
        });
        let mut counts: Vec<ProblemCount> = counts.collect();
        sort_by(&mut counts, |a, b| b.count.cmp(&a.count));
        let tally = self.feedback.tally(Grain::MONTHS);
        DataScene {
            feeds: feeds.collect(),
            counts,
            first: self.problems.first().to_vec(),
            span: tally.span(),
            journeys: self.journeys.len(),
            touchpoints: self.touchpoints().count(),
            cells: tally.cells(),
        }
    }
}
