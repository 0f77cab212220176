//! The tally itself.

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
    pub fn count(&mut self, response: &Response) -> Result<(), TooManyNames> {
        let dimensions = self.number_all(response.dimensions)?;
        let layout = Arc::clone(&self.layout);
        let cell = self.cell(response.touchpoint, Cell { day: response.day, dimensions });
        cell.add(Layout::RESPONSES, 1);
        let answers = response.answers.iter();
        answers
            .filter_map(|answer| layout.slot(answer.question, answer.value))
            .for_each(|slot| cell.add(slot, 1));
        Ok(())
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
        let cell = self.cell(touchpoint, Cell { day, dimensions });
        counts.iter().for_each(|(slot, count)| cell.add(*slot, *count));
        Ok(())
    }

    /// Adds another tally of the same questions; the grain becomes the coarser of both.
    ///
    /// # Errors
    /// When a dimension runs out of numbers; cells up to that one are added.
    pub fn merge(&mut self, other: &Tally) -> Result<(), TooManyNames> {
        for (touchpoint, cells) in other.cells.iter().enumerate() {
            let name = other.touchpoints.name(touchpoint as u32).unwrap_or_default();
            for (cell, counts) in cells.all() {
                let mut entries = Vec::new();
                counts.for_each(|slot, count| entries.push((slot, count)));
                self.add(name, cell.day, other.names(cell), &entries)?;
            }
        }
        self.grain = self.grain.coarser(other.grain);
        Ok(())
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

    fn names(&self, cell: &Cell) -> [Option<&str>; 3] {
        let mut names = [None; 3];
        for (place, number) in cell.dimensions.into_iter().enumerate() {
            if number != NOT_GIVEN {
                names[place] = self.dimensions[place].name(u32::from(number));
            }
        }
        names
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

    fn cell(&mut self, touchpoint: &str, cell: Cell) -> &mut CellCounts {
        let touchpoint = self.touchpoints.intern(touchpoint) as usize;
        if self.cells.len() <= touchpoint {
            self.cells.resize_with(touchpoint + 1, Cells::default);
        }
        let (first, last) = self.span.unwrap_or((cell.day, cell.day));
        self.span = Some((first.min(cell.day), last.max(cell.day)));
        if self.month.0 != cell.day {
            self.month = (cell.day, cell.day.month());
        }
        self.cells[touchpoint].at(self.month.1, cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::calendar::{Period, Timestamp};
    use crate::core::model::{Answer, Question};
    use proptest::prelude::*;

    /// Touchpoint, day, team and the satisfaction answered.
    type Row = (u8, i32, u8, i8);

    fn tally_of(rows: &[Row]) -> Tally {
        let layout = Arc::new(Layout::new(Question::defaults()));
        let csat = layout.find("csat").expect("a default question");
        let mut tally = Tally::new(layout, Grain::FINEST);
        for (touchpoint, day, team, value) in rows {
            let (touchpoint, team) = (touchpoint.to_string(), team.to_string());
            let answers = [Answer { question: csat, value: Some(f64::from(*value)) }];
            let response = Response {
                id: None,
                touchpoint: &touchpoint,
                submitted_at: Timestamp::default(),
                day: Day(*day),
                dimensions: [None, None, Some(&team)],
                answers: &answers,
                comment: None,
            };
            tally.count(&response).expect("few names");
        }
        tally
    }

    fn team(name: &str) -> Slice {
        Slice { dimensions: [None, None, Some(name.into())], ..Slice::default() }
    }

    fn by_touchpoint(tally: &Tally, slice: &Slice) -> Vec<(String, Totals)> {
        let mut groups = vec![Totals::default(); tally.touchpoints().len()];
        tally.group(slice, tally.layout().all(), &mut groups, |group| {
            Some(group.touchpoint as usize)
        });
        let mut named: Vec<_> =
            tally.touchpoints().names().map(str::to_owned).zip(groups).collect();
        named.sort_by(|a, b| a.0.cmp(&b.0));
        named
    }

    fn rows() -> impl Strategy<Value = Vec<Row>> {
        prop::collection::vec((0u8..6, 0i32..90, 0u8..4, -1i8..8), 0..120)
    }

    proptest! {
        #[test]
        fn merged_halves_are_the_whole_in_any_order(rows in rows(), cut in 0usize..120) {
            let whole = tally_of(&rows);
            let (left, right) = rows.split_at(cut.min(rows.len()));
            let mut merged = tally_of(right);
            merged.merge(&tally_of(left)).expect("few names");
            let everything = Slice::default();
            prop_assert_eq!(by_touchpoint(&merged, &everything), by_touchpoint(&whole, &everything));
            prop_assert_eq!(merged.span(), whole.span());
            prop_assert_eq!(merged.cells(), whole.cells());
        }

        #[test]
        fn the_slices_of_a_dimension_add_up_to_everything(rows in rows()) {
            let tally = tally_of(&rows);
            let mut sum = Totals::default();
            for name in ["0", "1", "2", "3", "nobody"] {
                sum.merge(&tally.totals(&team(name)));
            }
            let whole = tally.totals(&Slice::default());
            prop_assert_eq!(sum.responses(), whole.responses());
            prop_assert_eq!(whole.responses(), rows.len() as u64);
        }

        #[test]
        fn a_period_lets_its_days_through_and_no_others(rows in rows(), first in 0i32..90, length in 0i32..40) {
            let period = Period { first: Day(first), last: Day(first + length) };
            let kept = rows.iter().filter(|row| period.contains(Day(row.1))).count() as u64;
            prop_assert_eq!(tally_of(&rows).totals(&Slice::of(period)).responses(), kept);
        }
    }

    #[test]
    fn answers_off_the_scale_and_missing_ones_are_counted_apart() {
        let tally = tally_of(&[(1, 0, 0, 5), (1, 0, 0, 7), (1, 1, 0, -1)]);
        let totals = tally.totals(&Slice::default());
        let csat = totals.csat(tally.layout(), Default::default());
        assert_eq!((csat.n, csat.n_invalid, csat.n_missing), (1, 2, 0));
        let nps = totals.nps(tally.layout(), Default::default());
        assert_eq!((nps.n, nps.n_missing), (0, 3));
    }

    #[test]
    fn an_unknown_value_lets_nothing_through() {
        let tally = tally_of(&[(1, 0, 0, 5)]);
        assert_eq!(tally.totals(&team("nobody")).responses(), 0);
        assert_eq!(
            tally
                .totals(&Slice { dimensions: [Some("".into()), None, None], ..Slice::default() })
                .responses(),
            1
        );
    }
}
