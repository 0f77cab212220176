//! A span of whole days.

use super::{Day, Month};
use serde::{Deserialize, Serialize};

/// A span of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
}

impl Period {
    /// The days of the months from `first` to `last`, both included.
    pub fn of_months(first: Month, last: Month) -> Period {
        Period { first: first.first_day(), last: last.last_day() }
    }

    /// The `count` months that end with `last`.
    pub fn months_until(last: Month, count: i32) -> Period {
        Period::of_months(last.plus(1 - count), last)
    }

    /// True when the day lies in the period.
    pub fn contains(&self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// The first and the last month the period touches.
    pub fn months(&self) -> (Month, Month) {
        (self.first.month(), self.last.month())
    }

    /// True when the period is made of whole months.
    pub fn is_whole_months(&self) -> bool {
        let (first, last) = self.months();
        *self == Period::of_months(first, last)
    }

    /// The period of equal length right before: the same number of months when it is made of whole
    /// months, else the same number of days.
    pub fn previous(&self) -> Period {
        if self.is_whole_months() {
            let (first, last) = self.months();
            return Period::months_until(first.plus(-1), last.0 - first.0 + 1);
        }
        let days = self.last.0 - self.first.0 + 1;
        Period { first: self.first.plus(-days), last: self.first.plus(-1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_period_before_a_quarter_is_the_quarter_before() {
        let quarter = Period::months_until(Month::new(2026, 3), 3);
        let before = quarter.previous();
        assert_eq!(before.first.to_string(), "2025-10-01");
        assert_eq!(before.last.to_string(), "2025-12-31");
    }

    #[test]
    fn the_period_before_ten_days_is_ten_days() {
        let day = |text| Day::parse(text).expect("a day");
        let ten = Period { first: day("2026-03-05"), last: day("2026-03-14") };
        let before = ten.previous();
        assert_eq!((before.first, before.last), (day("2026-02-23"), day("2026-03-04")));
    }
}
