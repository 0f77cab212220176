//! Which days a choice of period means, given the data there are.

use super::Workspace;
use crate::core::calendar::{Month, Period};
use crate::core::query::Filters;
use crate::core::tally::{Grain, Slice};

impl Workspace {
    /// The latest month that is over and has responses, else the latest with responses, else with
    /// readings, else the one before today's. A running month is left out: half a month held against
    /// a whole one says nothing.
    pub fn latest_month(&self) -> Month {
        let Some((first, last)) = self.feedback.tally(Grain::MONTHS).span() else {
            return self.latest_reading().unwrap_or(self.today.month().plus(-1));
        };
        let is_over = last.month().last_day() < self.today;
        let before = last.month().plus(-1);
        if is_over || before < first.month() { last.month() } else { before }
    }

    /// The days that filters mean.
    pub fn period(&self, filters: &Filters) -> Period {
        let latest = self.latest_month();
        let first = self.feedback.tally(Grain::MONTHS).span().map(|(first, _)| first);
        filters.period.resolve(latest, first.unwrap_or(latest.first_day()))
    }

    /// The responses that filters let through.
    pub fn slice(&self, filters: &Filters) -> Slice {
        Slice { period: Some(self.period(filters)), dimensions: filters.dimensions.clone() }
    }

    fn latest_reading(&self) -> Option<Month> {
        let readings = self.indicators.iter().flat_map(|indicator| &indicator.readings);
        readings.map(|reading| reading.month).max()
    }
}
