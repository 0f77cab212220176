//! A local calendar day.

use super::month::digits;
use super::{Month, Timestamp, Zone};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Days between 0001-01-01 and the epoch, plus one: chrono counts from the common era.
const EPOCH_FROM_CE: i32 = 719_163;
const SECONDS_A_DAY: i64 = 86_400;

/// A calendar day, as days since 1970-01-01.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Day(pub i32);

impl Day {
    /// The local day of an instant. Days of 23 and 25 hours come out right, because the offset is
    /// the one that held at that instant.
    pub fn of(at: Timestamp, zone: &dyn Zone) -> Day {
        let local = at.seconds() + i64::from(zone.offset_seconds(at));
        Day(local.div_euclid(SECONDS_A_DAY).clamp(i32::MIN.into(), i32::MAX.into()) as i32)
    }

    /// A day from year, month (1–12) and day of month; `None` when there is no such day.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        NaiveDate::from_ymd_opt(year, month, day).map(Day::from_date)
    }

    /// A day from chrono's date.
    pub fn from_date(date: NaiveDate) -> Day {
        Day(date.num_days_from_ce() - EPOCH_FROM_CE)
    }

    /// Chrono's date of this day; far beyond its range, the epoch.
    pub fn date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0.saturating_add(EPOCH_FROM_CE))
            .unwrap_or_default()
    }

    /// A day from `2026-10-31`.
    pub fn parse(text: &str) -> Option<Day> {
        let (month, day) = text.rsplit_once('-')?;
        let month = Month::parse(month)?;
        Day::from_ymd(month.year(), month.number(), digits(day, 2)?)
    }

    /// The month the day is in.
    pub fn month(self) -> Month {
        let date = self.date();
        Month::new(date.year(), date.month())
    }

    /// This day plus a number of days.
    pub fn plus(self, days: i32) -> Day {
        Day(self.0.saturating_add(days))
    }
}

/// `2026-10-31`
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        write!(f, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::calendar::{FixedZone, OffsetTable, Transition};

    #[test]
    fn the_same_instant_is_another_day_elsewhere() {
        let at = Timestamp::from_seconds(1_793_480_400); // 2026-10-31T21:00:00Z
        let day = |hours: i32| Day::of(at, &FixedZone { seconds: hours * 3600 }).to_string();
        assert_eq!(day(0), "2026-10-31");
        assert_eq!(day(8), "2026-11-01");
        assert_eq!(day(-5), "2026-10-31");
    }

    #[test]
    fn a_day_of_25_hours_is_one_day() {
        let spring =
            Transition { from: Timestamp::from_seconds(1_774_746_000), offset_seconds: 7200 };
        let autumn =
            Transition { from: Timestamp::from_seconds(1_792_890_000), offset_seconds: 3600 };
        let berlin = OffsetTable { before: 3600, transitions: vec![spring, autumn] };
        let first = 1_792_879_200; // 2026-10-24T22:00Z: midnight in Berlin
        for hour in 0..25 {
            let at = Timestamp::from_seconds(first + hour * 3600);
            assert_eq!(Day::of(at, &berlin).to_string(), "2026-10-25", "hour {hour}");
        }
        let next = Timestamp::from_seconds(first + 25 * 3600);
        assert_eq!(Day::of(next, &berlin).to_string(), "2026-10-26");
    }

    #[test]
    fn text_round_trips_and_refuses_days_that_are_not() {
        assert_eq!(Day::parse("2028-02-29").map(|d| d.to_string()).as_deref(), Some("2028-02-29"));
        for wrong in ["2026-02-29", "2026-01-+1", "2026-1-01", "2026-01-1", "2026-01-01 ", ""] {
            assert_eq!(Day::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Day::parse("1969-12-31"), Some(Day(-1)));
    }
}
