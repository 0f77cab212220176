//! The sum of some cells.

use super::Layout;
use super::cell_counts::CellCounts;
use crate::core::hearts::{HeartScore, heart_score};
use crate::core::index::{Ces, Counts, Csat, Level, Nps, ces, csat, nps};
use crate::core::model::{Heart, Role, Scale};

/// Counts by slot, summed over cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    slots: Vec<u64>,
}

impl Totals {
    pub(super) fn add_cell(&mut self, cell: &CellCounts, slots: usize) {
        self.slots.resize(slots, 0);
        cell.for_each(|slot, count| {
            if let Some(sum) = self.slots.get_mut(usize::from(slot)) {
                *sum += count;
            }
        });
    }

    /// Adds the counts of other cells of the same layout.
    pub fn merge(&mut self, other: &Totals) {
        self.slots.resize(self.slots.len().max(other.slots.len()), 0);
        self.slots.iter_mut().zip(&other.slots).for_each(|(sum, more)| *sum += more);
    }

    /// Responses counted; 0 where rows were grouped beforehand without saying.
    pub fn responses(&self) -> u64 {
        self.slots.first().copied().unwrap_or(0)
    }

    /// The answers to one question.
    pub fn counts(&self, layout: &Layout, question: usize) -> Counts {
        let scale = layout.questions().get(question).map_or(Scale::FIVE, |q| q.scale());
        let mut counts = Counts::empty(scale);
        let base = layout.base(question).map_or(usize::MAX, usize::from);
        let slot = |place: usize| self.slots.get(base.saturating_add(place)).copied().unwrap_or(0);
        (0..scale.len()).for_each(|place| counts.add(place, slot(place)));
        counts.n_invalid = slot(scale.len());
        counts.n_missing = self.responses().saturating_sub(counts.n() + counts.n_invalid);
        counts
    }

    /// The answers to all questions of a role, together. The scale is the role's.
    pub fn role(&self, layout: &Layout, role: Role) -> Counts {
        let mut counts = Counts::empty(role.scale());
        layout.with_role(role).for_each(|place| counts.merge(&self.counts(layout, place)));
        counts
    }

    /// Net promoter score.
    pub fn nps(&self, layout: &Layout, level: Level) -> Nps {
        nps(&self.role(layout, Role::Nps), level)
    }

    /// Satisfaction.
    pub fn csat(&self, layout: &Layout, level: Level) -> Csat {
        csat(&self.role(layout, Role::Csat), level)
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
