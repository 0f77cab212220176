//! The tally itself.

mod kept;
mod numbers;

pub(super) use numbers::Numbers;

use super::cell::{Cell, NOT_GIVEN};
use super::cell_counts::CellCounts;
use super::cells::Cells;
use super::slice::Filter;
use super::{Dictionary, Grain, Layout, Slice, Totals, Window};
use crate::core::calendar::{Day, Month};
use crate::core::model::{Dimension, Response};
use std::sync::Arc;

/// A dimension has more distinct values than a tally tells apart (65,535).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many different values of {}", .0.id())]
pub struct TooManyNames(pub Dimension);

/// Counts of answers per touchpoint, day, segment, channel and team.
#[derive(Clone, Debug)]
pub struct Tally {
    layout: Arc<Layout>,
    grain: Grain,
    touchpoints: Dictionary,
    /// Names of segments, channels and teams; number 0 stands for "not given".
    dimensions: [Dictionary; 3],
    cells: Vec<Cells>,
    span: Option<(Day, Day)>,
    /// The day counted last and its month: most responses come in order of time.
    month: (Day, Month),
}

/// Where a response was counted, by the tally's numbers.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// The touchpoint.
    pub touchpoint: u32,
    /// Segment, channel and team.
    pub dimensions: [u16; 3],
}

/// A cell as a grouping sees it.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The touchpoint by number.
    pub touchpoint: u32,
    /// Day and dimensions; the first day of its month where the slice covers the month.
    pub cell: Cell,
}

impl Tally {
    /// An empty tally of these questions.
    pub fn new(layout: Arc<Layout>, grain: Grain) -> Self {
        let mut named = Dictionary::default();
        named.intern("");
        let dimensions = [named.clone(), named.clone(), named];
        let touchpoints = Dictionary::default();
        let month = (Day::default(), Day::default().month());
        Self { layout, grain, touchpoints, dimensions, cells: Vec::new(), span: None, month }
    }

    /// What its slots count.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// What its slots count, for another tally of the same questions.
    pub fn shared_layout(&self) -> Arc<Layout> {
        Arc::clone(&self.layout)
    }

    /// What it tells apart.
    pub fn grain(&self) -> Grain {
        self.grain
    }

    /// Says what the rows that were added tell apart.
    pub fn set_grain(&mut self, grain: Grain) {
        self.grain = grain;
    }

    /// The first and the last day with responses.
    pub fn span(&self) -> Option<(Day, Day)> {
        self.span
    }

    /// How many cells hold counts.
    pub fn cells(&self) -> usize {
        self.cells.iter().map(Cells::len).sum()
    }

    /// Counts one response.
    ///
    /// # Errors
    /// When a dimension runs out of numbers; the response is then not counted at all.
    pub fn count(&mut self, response: &Response) -> Result<Counted, TooManyNames> {
        let dimensions = self.number_all(response.dimensions)?;
        let touchpoint = self.touchpoints.intern(response.touchpoint);
        let (layout, cell) = self.cell(touchpoint, Cell { day: response.day, dimensions });
        cell.add(Layout::RESPONSES, 1);
        let answers = response.answers.iter();
        answers
            .filter_map(|answer| layout.slot(answer.question, answer.value))
            .for_each(|slot| cell.add(slot, 1));
        Ok(Counted { touchpoint, dimensions })
    }

    /// Adds counts that were grouped beforehand, by slot.
    ///
    /// # Errors
    /// When a dimension runs out of numbers; nothing is then added.
    pub fn add(
        &mut self,
        touchpoint: &str,
        day: Day,
        dimensions: [Option<&str>; 3],
        counts: &[(u16, u64)],
    ) -> Result<(), TooManyNames> {
        let dimensions = self.number_all(dimensions)?;
        let touchpoint = self.touchpoints.intern(touchpoint);
        let (_, cell) = self.cell(touchpoint, Cell { day, dimensions });
        counts.iter().for_each(|(slot, count)| cell.add(*slot, *count));
        Ok(())
    }

    /// Adds another tally of the same questions; the grain becomes the coarser of both. Says by which numbers this
    /// tally knows what the other names.
    ///
    /// # Errors
    /// When a dimension runs out of numbers; nothing is then added.
    pub fn merge(&mut self, other: &Tally) -> Result<Numbers, TooManyNames> {
        let numbers = Numbers::of(other, self)?;
        for (touchpoint, cells) in other.cells.iter().enumerate() {
            let touchpoint = numbers.touchpoint(touchpoint as u32);
            for (cell, counts) in cells.all() {
                let (_, own) = self.cell(touchpoint, numbers.cell(*cell));
                counts.for_each(|slot, count| own.add(slot, count));
            }
        }
        self.grain = self.grain.coarser(other.grain);
        Ok(numbers)
    }

    /// The sum of the cells a slice lets through.
    pub fn totals(&self, slice: &Slice) -> Totals {
        let mut totals = [Totals::default()];
        self.group(slice, self.layout.all(), &mut totals, |_| Some(0));
        let [totals] = totals;
        totals
    }

    /// Sums the cells a slice lets through into groups, within a window: `place` names the group of
    /// a cell, or none.
    pub fn group(
        &self,
        slice: &Slice,
        window: Window,
        groups: &mut [Totals],
        place: impl Fn(Group) -> Option<usize>,
    ) {
        let filter = Filter::new(slice, self);
        for (touchpoint, cells) in self.cells.iter().enumerate() {
            cells.visit_near(slice.period, |cell, counts| {
                let group = Group { touchpoint: touchpoint as u32, cell: *cell };
                let place = filter.passes(cell).then(|| place(group)).flatten();
                if let Some(totals) = place.and_then(|place| groups.get_mut(place)) {
                    totals.add_cell(counts, window);
                }
            });
        }
    }

    /// Touchpoints by number.
    pub fn touchpoints(&self) -> &Dictionary {
        &self.touchpoints
    }

    /// The values of a dimension that occur, by number; the first stands for "not given".
    pub fn values(&self, dimension: Dimension) -> &Dictionary {
        &self.dimensions[dimension.index()]
    }

    pub(super) fn value_number(&self, dimension: usize, name: &str) -> Option<u16> {
        self.dimensions.get(dimension)?.find(name).map(|number| number as u16)
    }

    fn number_all(&mut self, names: [Option<&str>; 3]) -> Result<[u16; 3], TooManyNames> {
        let mut numbers = [NOT_GIVEN; 3];
        for dimension in Dimension::ALL {
            let place = dimension.index();
            let number = self.dimensions[place].intern(names[place].unwrap_or(""));
            numbers[place] = u16::try_from(number).map_err(|_| TooManyNames(dimension))?;
        }
        Ok(numbers)
    }

    /// What the slots of a cell count, and its counts.
    fn cell(&mut self, touchpoint: u32, cell: Cell) -> (&Layout, &mut CellCounts) {
        let touchpoint = touchpoint as usize;
        if self.cells.len() <= touchpoint {
            self.cells.resize_with(touchpoint + 1, Cells::default);
        }
        let (first, last) = self.span.unwrap_or((cell.day, cell.day));
        self.span = Some((first.min(cell.day), last.max(cell.day)));
        if self.month.0 != cell.day {
            self.month = (cell.day, cell.day.month());
        }
        (&self.layout, self.cells[touchpoint].at(self.month.1, cell))
    }
}

#[cfg(test)]
mod tests;
