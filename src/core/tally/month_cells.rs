//! The cells of one touchpoint in one month.

use super::Cell;
use super::cell_counts::CellCounts;
use crate::core::calendar::Month;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// Cells by day, and their sums over the month: most questions ask for whole months, and a month has a thirtieth of
/// the cells its days have.
#[derive(Clone, Debug, Default)]
pub(super) struct MonthCells {
    days: FxHashMap<Cell, CellCounts>,
    /// Made when first asked for, and again when a day has changed since.
    sums: OnceLock<Vec<(Cell, CellCounts)>>,
}

impl MonthCells {
    /// How many days' cells hold counts.
    pub(super) fn len(&self) -> usize {
        self.days.len()
    }

    /// The counts of a day's cell, empty when it is new.
    pub(super) fn at(&mut self, cell: Cell) -> &mut CellCounts {
        self.sums.take();
        self.days.entry(cell).or_insert_with(CellCounts::empty)
    }

    /// The cells of its days.
    pub(super) fn days(&self) -> impl Iterator<Item = (&Cell, &CellCounts)> {
        self.days.iter()
    }

    /// The cells of the month as a whole, under its first day.
    pub(super) fn sums(&self, month: Month) -> &[(Cell, CellCounts)] {
        self.sums.get_or_init(|| {
            let mut sums: FxHashMap<[u16; 3], Vec<u64>> = FxHashMap::default();
            for (cell, counts) in &self.days {
                counts.add_to(sums.entry(cell.dimensions).or_default());
            }
            let day = month.first_day();
            let cell = |dimensions| Cell { day, dimensions };
            sums.into_iter().map(|(at, counts)| (cell(at), CellCounts::of(&counts))).collect()
        })
    }
}
