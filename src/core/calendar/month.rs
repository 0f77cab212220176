//! A calendar month.

use super::Day;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A calendar month, as months since January of year 0.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Month(pub i32);

impl Month {
    /// A month from its year and its number, 1 to 12.
    pub fn new(year: i32, month: u32) -> Month {
        Month(year * 12 + month as i32 - 1)
    }

    /// A month from `2026-10`; anything after it, such as a day, is refused.
    pub fn parse(text: &str) -> Option<Month> {
        let (year, month) = text.split_once('-')?;
        let (year, month) = (digits(year, 4)?, digits(month, 2)?);
        (1..=12).contains(&month).then(|| Month::new(year as i32, month))
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month's number, 1 to 12.
    pub fn number(self) -> u32 {
        self.0.rem_euclid(12) as u32 + 1
    }

    /// This month plus a number of months.
    pub fn plus(self, months: i32) -> Month {
        Month(self.0.saturating_add(months))
    }

    /// The first day of the month.
    pub fn first_day(self) -> Day {
        Day::from_ymd(self.year(), self.number(), 1).unwrap_or_default()
    }

    /// The last day of the month.
    pub fn last_day(self) -> Day {
        self.plus(1).first_day().plus(-1)
    }

    /// Every month from this one to `last`, both included; none when `last` is earlier.
    pub fn through(self, last: Month) -> impl DoubleEndedIterator<Item = Month> + Clone {
        (self.0..=last.0).map(Month)
    }
}

/// The number that so many digits write; a sign is none.
pub(super) fn digits(text: &str, count: usize) -> Option<u32> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// `2026-10`
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_cross_years_both_ways() {
        let january = Month::new(2026, 1);
        assert_eq!(january.plus(-1).to_string(), "2025-12");
        assert_eq!(january.plus(12).to_string(), "2027-01");
        assert_eq!(Month::new(2028, 2).last_day().to_string(), "2028-02-29");
        assert_eq!(january.through(Month::new(2026, 3)).count(), 3);
        assert_eq!(january.through(Month::new(2025, 3)).count(), 0);
    }

    #[test]
    fn only_a_whole_month_is_read() {
        assert_eq!(Month::parse("2026-10"), Some(Month::new(2026, 10)));
        for wrong in [
            "2026-13",
            "2026-00",
            "2026-1",
            "26-01",
            "2026-10-01",
            "2026",
            "",
            "2026-+1",
            "+026-01",
        ] {
            assert_eq!(Month::parse(wrong), None, "{wrong}");
        }
    }
}
