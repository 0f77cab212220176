//! The sum of some cells.

use super::Layout;
use super::cell_counts::CellCounts;
use crate::core::hearts::{HeartScore, heart_score};
use crate::core::index::{Ces, Counts, Csat, Estimate, Level, Nps, ces, csat, nps};
use crate::core::model::{Heart, Role, Scale};

/// The slots a sum is about; a table of a hundred thousand sums keeps only what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub(super) first: u16,
    pub(super) end: u16,
}

/// Counts by slot, summed over cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    responses: u64,
    /// The slot of the first count.
    first: usize,
    counts: Vec<u64>,
}

impl Totals {
    pub(super) fn add_cell(&mut self, cell: &CellCounts, window: Window) {
        self.first = usize::from(window.first);
        self.counts.resize(usize::from(window.end.saturating_sub(window.first)), 0);
        cell.for_each(|slot, count| {
            if slot == Layout::RESPONSES {
                self.responses = self.responses.saturating_add(count);
            }
            let place = usize::from(slot).checked_sub(self.first);
            if let Some(sum) = place.and_then(|place| self.counts.get_mut(place)) {
                *sum = sum.saturating_add(count);
            }
        });
    }

    /// Adds the counts of other cells, summed over the same window.
    pub fn merge(&mut self, other: &Totals) {
        self.responses = self.responses.saturating_add(other.responses);
        self.first = self.first.max(other.first);
        self.counts.resize(self.counts.len().max(other.counts.len()), 0);
        self.counts
            .iter_mut()
            .zip(&other.counts)
            .for_each(|(sum, more)| *sum = sum.saturating_add(*more));
    }

    /// Responses counted; 0 where rows were grouped beforehand without saying.
    pub fn responses(&self) -> u64 {
        self.responses
    }

    /// The answers to one question; none when it lies outside the window.
    pub fn counts(&self, layout: &Layout, question: usize) -> Counts {
        let scale = layout.questions().get(question).map_or(Scale::FIVE, |q| q.scale());
        let mut counts = Counts::empty(scale);
        let Some(base) = layout.base(question).and_then(|b| usize::from(b).checked_sub(self.first))
        else {
            return counts;
        };
        let slot = |place: usize| self.counts.get(base + place).copied().unwrap_or(0);
        (0..scale.len()).for_each(|place| counts.add(place, slot(place)));
        counts.n_invalid = slot(scale.len());
        counts.n_missing =
            self.responses.saturating_sub(counts.n().saturating_add(counts.n_invalid));
        counts
    }

    /// The answers to all questions of a role, together. The scale is the role's. Who answered two of them is one
    /// respondent: there are no more of them than responses.
    pub fn role(&self, layout: &Layout, role: Role) -> Counts {
        let mut counts = Counts::empty(role.scale());
        let mut most = 0;
        for place in layout.with_role(role) {
            let of_one = self.counts(layout, place);
            most = most.max(of_one.n());
            counts.merge(&of_one);
        }
        // Rows that were grouped beforehand may not say how many responses there were.
        counts.given_by(self.responses.max(most))
    }

    /// Net promoter score.
    pub fn nps(&self, layout: &Layout, level: Level) -> Nps {
        nps(&self.role(layout, Role::Nps), level)
    }

    /// Satisfaction.
    pub fn csat(&self, layout: &Layout, level: Level) -> Csat {
        csat(&self.role(layout, Role::Csat), level)
    }

    /// The share satisfied alone. A heat map has thousands of them, and a mean's interval takes longest.
    pub fn satisfied(&self, layout: &Layout, level: Level) -> Estimate {
        self.role(layout, Role::Csat).share(4, 5, level)
    }

    /// Effort.
    pub fn ces(&self, layout: &Layout, level: Level) -> Ces {
        ces(&self.role(layout, Role::Ces), level)
    }

    /// The score of one heart, over its items.
    pub fn heart(&self, layout: &Layout, heart: Heart, level: Level) -> HeartScore {
        let items: Vec<Counts> = layout
            .with_role(Role::Heart(heart))
            .map(|question| self.counts(layout, question))
            .collect();
        heart_score(heart, &items, level)
    }

    /// All five hearts, in the order of the loop.
    pub fn hearts(&self, layout: &Layout, level: Level) -> [HeartScore; 5] {
        Heart::ALL.map(|heart| self.heart(layout, heart, level))
    }
}
