//! Which responses a question is about.

use super::{Cell, Grain, Resolution, Tally};
use crate::core::calendar::{Day, Period};
use serde::{Deserialize, Serialize};

/// A filter: the responses of a period with these values of these dimensions. Empty filters let
/// everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Slice {
    /// Given in this period.
    pub period: Option<Period>,
    /// Segment, channel and team, where one is asked for.
    pub dimensions: [Option<String>; 3],
}

impl Slice {
    /// All responses of a period.
    pub fn of(period: Period) -> Self {
        Self { period: Some(period), ..Self::default() }
    }

    /// The same filter over another period.
    pub fn over(&self, period: Period) -> Self {
        Self { period: Some(period), ..self.clone() }
    }

    /// The grain a tally must have to answer this slice.
    pub fn grain(&self) -> Grain {
        let by_month = self.period.is_none_or(|period| period.is_whole_months());
        Grain {
            touchpoint: false,
            resolution: if by_month { Resolution::Month } else { Resolution::Day },
            dimensions: self.dimensions.each_ref().map(Option::is_some),
        }
    }
}

/// A slice with its names looked up in one tally.
pub(super) struct Filter {
    period: Option<Period>,
    /// `Err` when the tally has never seen the name: nothing passes.
    dimensions: [Option<Result<u16, ()>>; 3],
}

impl Filter {
    pub(super) fn new(slice: &Slice, tally: &Tally) -> Self {
        let mut dimensions = [None; 3];
        for (place, name) in slice.dimensions.iter().enumerate() {
            dimensions[place] = name.as_ref().map(|name| tally.value_number(place, name).ok_or(()));
        }
        Self { period: slice.period, dimensions }
    }

    pub(super) fn passes(&self, cell: &Cell) -> bool {
        self.lets_through(cell.day, cell.dimensions)
    }

    pub(super) fn lets_through(&self, day: Day, dimensions: [u16; 3]) -> bool {
        let wanted = self.dimensions.iter().zip(dimensions);
        let same = wanted.clone().all(|(want, has)| want.is_none_or(|want| want == Ok(has)));
        same && self.period.is_none_or(|period| period.contains(day))
    }
}
