//! The cells of one touchpoint, by time.

use super::Cell;
use super::cell_counts::CellCounts;
use super::month_cells::MonthCells;
use crate::core::calendar::{Month, Period};
use std::collections::BTreeMap;

/// The cells of one touchpoint by month, so that a sum over a period looks at the cells near it and not at years of
/// others.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    months: BTreeMap<Month, MonthCells>,
}

impl Cells {
    /// How many cells hold counts.
    pub(super) fn len(&self) -> usize {
        self.months.values().map(MonthCells::len).sum()
    }

    /// The counts of a cell, empty when it is new. Its month is told, for whoever counts knows it.
    pub(super) fn at(&mut self, month: Month, cell: Cell) -> &mut CellCounts {
        self.months.entry(month).or_default().at(cell)
    }

    /// Every cell.
    pub(super) fn all(&self) -> impl Iterator<Item = (&Cell, &CellCounts)> {
        self.months.values().flat_map(MonthCells::days)
    }

    /// Visits the cells a period touches. Where it covers a month, the month's days are visited as one: a cell of its
    /// first day. Days beside the period may be visited too.
    pub(super) fn visit_near(
        &self,
        period: Option<Period>,
        mut visit: impl FnMut(&Cell, &CellCounts),
    ) {
        for (month, cells) in self.touched(period) {
            let is_whole = period.is_none_or(|period| covers(period, *month));
            match is_whole {
                true => cells.sums(*month).iter().for_each(|(cell, counts)| visit(cell, counts)),
                false => cells.days().for_each(|(cell, counts)| visit(cell, counts)),
            }
        }
    }

    fn touched(&self, period: Option<Period>) -> impl Iterator<Item = (&Month, &MonthCells)> {
        let (first, last) = period.map_or((Month(i32::MIN), Month(i32::MAX)), |p| p.months());
        // A period that ends before it begins holds nothing, and is no range either.
        self.months.range(first..=last.max(first))
    }
}

fn covers(period: Period, month: Month) -> bool {
    period.first <= month.first_day() && month.last_day() <= period.last
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::calendar::Day;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn cells(days: &[&str]) -> Cells {
        let mut cells = Cells::default();
        for text in days {
            let cell = Cell { day: day(text), dimensions: [0; 3] };
            cells.at(cell.day.month(), cell).add(0, 1);
        }
        cells
    }

    /// The days visited for a period, with their counts.
    fn near(cells: &Cells, period: Option<(&str, &str)>) -> Vec<(String, u64)> {
        let period = period.map(|(first, last)| Period { first: day(first), last: day(last) });
        let mut found = Vec::new();
        cells.visit_near(period, |cell, counts| {
            counts.for_each(|_, count| found.push((cell.day.to_string(), count)));
        });
        found.sort();
        found
    }

    fn told(days: &[(&str, u64)]) -> Vec<(String, u64)> {
        days.iter().map(|(day, count)| ((*day).to_owned(), *count)).collect()
    }

    #[test]
    fn whole_months_are_visited_as_one_and_others_by_their_days() {
        let cells = cells(&["2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01", "2026-03-09"]);
        assert_eq!(cells.len(), 5);
        let all = [("2026-01-01", 1), ("2026-02-01", 2), ("2026-03-01", 2)];
        assert_eq!(near(&cells, None), told(&all));
        assert_eq!(near(&cells, Some(("2026-02-01", "2026-02-28"))), told(&[("2026-02-01", 2)]));
        let from_middle = [("2026-02-01", 1), ("2026-02-28", 1), ("2026-03-01", 2)];
        assert_eq!(near(&cells, Some(("2026-02-02", "2026-03-31"))), told(&from_middle));
        assert_eq!(near(&cells, Some(("2026-05-01", "2026-04-01"))), []);
    }

    #[test]
    fn a_sum_is_made_anew_when_its_month_grows() {
        let mut cells = cells(&["2026-02-03"]);
        assert_eq!(near(&cells, None), told(&[("2026-02-01", 1)]));
        let cell = Cell { day: day("2026-02-04"), dimensions: [0; 3] };
        cells.at(cell.day.month(), cell).add(0, 6);
        assert_eq!(near(&cells, None), told(&[("2026-02-01", 7)]));
    }
}
