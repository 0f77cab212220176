//! Totals by touchpoint, month and dimension.

use super::Workspace;
use crate::core::calendar::Month;
use crate::core::model::{Dimension, Touchpoint};
use crate::core::order::sort_by;
use crate::core::tally::{Cell, Grain, Slice, Tally, Totals, Window};

/// What the columns of a breakdown are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Columns {
    /// One, with everything.
    Whole,
    /// A column a month, from the first to the last.
    Months(Month, Month),
    /// A column for each of these values of a dimension.
    Values(Dimension, Vec<String>),
}

impl Columns {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Whole => 1,
            Self::Months(first, last) => usize::try_from(last.0 - first.0 + 1).unwrap_or(0),
            Self::Values(_, values) => values.len(),
        }
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The grain a tally must have to tell the columns apart.
    pub fn grain(&self) -> Grain {
        let mut grain = Grain::MONTHS;
        if let Self::Values(dimension, _) = self {
            grain.dimensions[dimension.index()] = true;
        }
        grain
    }

    fn place(&self, tally: &Tally) -> ColumnOf {
        match self {
            Self::Whole => Box::new(|_| Some(0)),
            Self::Months(first, _) => {
                let first = *first;
                Box::new(move |cell| usize::try_from(cell.day.month().0 - first.0).ok())
            }
            Self::Values(dimension, values) => {
                let place = |name: &str| values.iter().position(|value| value == name);
                let places: Vec<_> = tally.values(*dimension).names().map(place).collect();
                let dimension = dimension.index();
                Box::new(move |cell| *places.get(usize::from(cell.dimensions[dimension]))?)
            }
        }
    }
}

/// The column of a cell, if it is in any.
type ColumnOf = Box<dyn Fn(&Cell) -> Option<usize>>;

const BY_TOUCHPOINT: Grain = Grain { touchpoint: true, ..Grain::MONTHS };

impl Workspace {
    /// The sum of a slice.
    pub fn totals(&self, slice: &Slice) -> Totals {
        self.feedback.tally(slice.grain()).totals(slice)
    }

    /// The sums of a slice by column, over all touchpoints.
    pub fn by_column(&self, slice: &Slice, columns: &Columns) -> Vec<Totals> {
        let tally = self.feedback.tally(slice.grain().finer(columns.grain()));
        let place = columns.place(tally);
        let count = columns.len();
        let mut groups = vec![Totals::default(); count];
        let place = |cell: &Cell| place(cell).filter(|column| *column < count);
        tally.group(slice, tally.layout().all(), &mut groups, |group| place(&group.cell));
        groups
    }

    /// The sums of a slice by touchpoint.
    pub fn by_touchpoint(&self, slice: &Slice, touchpoints: &[&Touchpoint]) -> Vec<Totals> {
        self.cross(slice, touchpoints, &Columns::Whole, self.layout().all())
    }

    /// The sums of a slice by touchpoint and column, row after row, within a window.
    pub fn cross(
        &self,
        slice: &Slice,
        touchpoints: &[&Touchpoint],
        columns: &Columns,
        window: Window,
    ) -> Vec<Totals> {
        let tally = self.feedback.tally(slice.grain().finer(BY_TOUCHPOINT).finer(columns.grain()));
        let mut rows = vec![None; tally.touchpoints().len()];
        for (row, touchpoint) in touchpoints.iter().enumerate() {
            if let Some(number) = tally.touchpoints().find(touchpoint.id.as_str()) {
                rows[number as usize] = Some(row);
            }
        }
        let (count, place) = (columns.len(), columns.place(tally));
        let mut groups = vec![Totals::default(); touchpoints.len() * count];
        tally.group(slice, window, &mut groups, |group| {
            let row = (*rows.get(group.touchpoint as usize)?)?;
            let column = place(&group.cell).filter(|column| *column < count)?;
            Some(row * count + column)
        });
        groups
    }

    /// How many responses each value of a dimension has in each journey, or at one touchpoint alone.
    pub fn responses_by_journey(
        &self,
        slice: &Slice,
        only: Option<&Touchpoint>,
        dimension: Dimension,
        values: &[String],
    ) -> Vec<Vec<u64>> {
        let columns = Columns::Values(dimension, values.to_vec());
        let tally = self.feedback.tally(slice.grain().finer(BY_TOUCHPOINT).finer(columns.grain()));
        let mut rows = vec![None; tally.touchpoints().len()];
        for (row, journey) in self.journeys.iter().enumerate() {
            for touchpoint in journey.touchpoints() {
                let is_wanted = only.is_none_or(|only| only.id == touchpoint.id);
                let number = tally.touchpoints().find(touchpoint.id.as_str());
                if let Some(number) = number.filter(|_| is_wanted) {
                    rows[number as usize] = Some(row);
                }
            }
        }
        let (count, place) = (columns.len(), columns.place(tally));
        let mut groups = vec![Totals::default(); self.journeys.len() * count];
        tally.group(slice, self.layout().window(&[]), &mut groups, |group| {
            let row = (*rows.get(group.touchpoint as usize)?)?;
            Some(row * count + place(&group.cell).filter(|column| *column < count)?)
        });
        let responses: Vec<u64> = groups.iter().map(Totals::responses).collect();
        responses.chunks(count.max(1)).map(<[u64]>::to_vec).collect()
    }

    /// True when what a slice says by these columns, and by touchpoint if asked, will not change as
    /// more responses are read.
    pub fn is_settled(&self, slice: &Slice, columns: &Columns, by_touchpoint: bool) -> bool {
        let rows = if by_touchpoint { BY_TOUCHPOINT } else { Grain::MONTHS };
        self.feedback.is_settled(slice.grain().finer(rows).finer(columns.grain()))
    }

    /// The values of a dimension that occur, named ones first in their own order, then by text.
    pub fn values(&self, dimension: Dimension) -> Vec<String> {
        let mut grain = Grain::MONTHS;
        grain.dimensions[dimension.index()] = true;
        let tally = self.feedback.tally(grain);
        let mut values: Vec<String> = tally
            .values(dimension)
            .names()
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect();
        sort_by(&mut values, String::cmp);
        values
    }
}
