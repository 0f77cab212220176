//! The cells of one touchpoint, by time.

use super::Cell;
use super::cell_counts::CellCounts;
use crate::core::calendar::{Day, Period};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Days in a block: about a month, and quickly divided by.
const BLOCK: i32 = 32;

/// Slots most responses fill.
const ROOM: usize = 8;

/// The cells of one touchpoint in blocks of days, so that a sum over a period looks at the cells near it and not
/// at years of others.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    blocks: BTreeMap<i32, FxHashMap<Cell, CellCounts>>,
}

impl Cells {
    /// How many cells hold counts.
    pub(super) fn len(&self) -> usize {
        self.blocks.values().map(FxHashMap::len).sum()
    }

    /// The counts of a cell, empty when it is new.
    pub(super) fn at(&mut self, cell: Cell) -> &mut CellCounts {
        let block = self.blocks.entry(block_of(cell.day)).or_default();
        block.entry(cell).or_insert_with(|| CellCounts::with_room(ROOM))
    }

    /// Every cell.
    pub(super) fn all(&self) -> impl Iterator<Item = (&Cell, &CellCounts)> {
        self.blocks.values().flatten()
    }

    /// The cells of the blocks a period touches; days beside it may be among them.
    pub(super) fn near(
        &self,
        period: Option<Period>,
    ) -> impl Iterator<Item = (&Cell, &CellCounts)> {
        self.blocks.range(blocks_of(period)).flat_map(|(_, cells)| cells)
    }
}

fn block_of(day: Day) -> i32 {
    day.0.div_euclid(BLOCK)
}

fn blocks_of(period: Option<Period>) -> RangeInclusive<i32> {
    match period {
        None => i32::MIN..=i32::MAX,
        // A period that ends before it begins holds nothing, and is no range either.
        Some(Period { first, last }) => block_of(first)..=block_of(last.max(first)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(days: &[i32]) -> Cells {
        let mut cells = Cells::default();
        days.iter().for_each(|day| cells.at(Cell { day: Day(*day), dimensions: [0; 3] }).add(0, 1));
        cells
    }

    fn days<'a>(cells: impl Iterator<Item = (&'a Cell, &'a CellCounts)>) -> Vec<i32> {
        let mut days: Vec<i32> = cells.map(|(cell, _)| cell.day.0).collect();
        days.sort_unstable();
        days
    }

    #[test]
    fn a_period_leaves_out_only_blocks_it_does_not_touch() {
        let cells = cells(&[-700, -1, 0, 31, 32, 63, 64, 9000]);
        let near =
            |first, last| days(cells.near(Some(Period { first: Day(first), last: Day(last) })));
        assert_eq!(near(0, 0), [0, 31]);
        assert_eq!(near(31, 32), [0, 31, 32, 63]);
        assert_eq!(near(-1, -1), [-1]);
        assert_eq!(near(65, 60), [64]);
        assert_eq!(days(cells.near(None)), days(cells.all()));
        assert_eq!(cells.len(), 8);
    }
}
