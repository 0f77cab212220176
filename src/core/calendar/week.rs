//! A calendar week.

use super::Day;
use super::month::digits;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Days from the Monday of the epoch's week, 1969-12-29, to the epoch, a Thursday.
const MONDAY_TO_EPOCH: i32 = 3;

/// A week from Monday to Sunday (ISO 8601), as weeks since the one of 1970-01-01.
///
/// It belongs to the year its Thursday is in: the ISO week year, which is not the calendar year of each of its
/// days.
///
/// # Example
/// ```
/// use heartline::core::calendar::{Day, Week};
/// let new_year = Day::parse("2027-01-01").expect("a day");
/// assert_eq!(Week::of(new_year).to_string(), "2026-W53");
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Week(pub i32);

impl Week {
    /// The week a day is in.
    pub fn of(day: Day) -> Week {
        Week(day.0.saturating_add(MONDAY_TO_EPOCH).div_euclid(7))
    }

    /// A week from its ISO week year and its number; `None` for a number the year does not have.
    pub fn new(year: i32, number: u32) -> Option<Week> {
        NaiveDate::from_isoywd_opt(year, number, Weekday::Mon).map(Day::from_date).map(Week::of)
    }

    /// A week from `2026-W53`.
    ///
    /// # Example
    /// ```
    /// use heartline::core::calendar::Week;
    /// assert_eq!(Week::parse("2026-W53").map(|week| week.number()), Some(53));
    /// assert_eq!(Week::parse("2025-W53"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Week> {
        let (year, number) = text.split_once("-W")?;
        Week::new(digits(year, 4)? as i32, digits(number, 2)?)
    }

    /// The ISO week year.
    pub fn year(self) -> i32 {
        self.first_day().date().iso_week().year()
    }

    /// The week's number in its year, 1 to 52 or 53.
    pub fn number(self) -> u32 {
        self.first_day().date().iso_week().week()
    }

    /// This week plus a number of weeks.
    pub fn plus(self, weeks: i32) -> Week {
        Week(self.0.saturating_add(weeks))
    }

    /// Its Monday.
    pub fn first_day(self) -> Day {
        Day(self.0.saturating_mul(7).saturating_sub(MONDAY_TO_EPOCH))
    }

    /// Its Sunday.
    pub fn last_day(self) -> Day {
        self.first_day().plus(6)
    }
}

/// `2026-W53`
impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year(), self.number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_a_whole_week_of_its_year_is_read() {
        for wrong in
            ["2026-W54", "2026-W00", "2026-W1", "26-W01", "2026W01", "2026-W+1", "+026-W01", ""]
        {
            assert_eq!(Week::parse(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn seven_days_that_round_trip_and_follow_each_other(day in -800_000i32..800_000) {
            let week = Week::of(Day(day));
            prop_assert!(week.first_day() <= Day(day) && Day(day) <= week.last_day());
            prop_assert_eq!(week.first_day().date().weekday(), Weekday::Mon);
            prop_assert_eq!(week.plus(1).first_day(), week.last_day().plus(1));
            prop_assert_eq!(Week::new(week.year(), week.number()), Some(week));
        }
    }
}
