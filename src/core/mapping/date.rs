//! Dates as APIs write them.

use super::{Scalar, rfc3339};
use crate::core::calendar::{Day, Timestamp, Zone};
use crate::core::connection::DateForm;
use chrono::{DateTime, NaiveDateTime};

/// Epoch numbers below this are seconds (until the year 5138), from it on milliseconds.
const FIRST_MILLIS: f64 = 1e11;

/// A date before this day is not taken for true: 1990-01-01.
const EARLIEST: Day = Day(7305);

/// An instant and the local day it falls on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The instant.
    pub at: Timestamp,
    /// The local day.
    pub day: Day,
}

/// The workspace's clock: its zone, and what time it is now.
pub struct Clock {
    zone: Box<dyn Zone>,
    now: Timestamp,
    tomorrow: Day,
}

impl Clock {
    /// A clock of the zone that days are counted in, standing at `now`.
    pub fn new(zone: impl Zone + 'static, now: Timestamp) -> Self {
        let tomorrow = Day::of(now, &zone).plus(1);
        Self { zone: Box::new(zone), now, tomorrow }
    }

    /// The zone that days are counted in.
    pub fn zone(&self) -> &dyn Zone {
        self.zone.as_ref()
    }

    /// When it stands.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// True when somebody can have answered on that day: since 1990 and no later than tomorrow,
    /// because a clock elsewhere may be ahead.
    pub fn is_plausible(&self, day: Day) -> bool {
        (EARLIEST..=self.tomorrow).contains(&day)
    }
}

/// Reads a date: ISO text with an offset, without one (then local), a day alone, the same as spreadsheets write it
/// (`2026/3/7 8:05`), or an epoch number.
/// `None` when it is no date.
pub fn moment(value: Scalar, form: DateForm, zone: &dyn Zone) -> Option<Moment> {
    match (value, form) {
        (Scalar::Text(text), DateForm::Auto) => {
            let text = text.trim();
            let spreadsheet = || iso(&spreadsheet(text)?, zone);
            iso(text, zone).or_else(spreadsheet).or_else(|| epoch(text.parse().ok()?, form, zone))
        }
        (Scalar::Text(text), _) => epoch(text.trim().parse().ok()?, form, zone),
        (Scalar::Whole(number), _) => epoch(number as f64, form, zone),
        (Scalar::Number(number), _) => epoch(number, form, zone),
        (Scalar::Bool(_) | Scalar::Composite(_), _) => None,
    }
}

fn epoch(number: f64, form: DateForm, zone: &dyn Zone) -> Option<Moment> {
    let millis = match form {
        DateForm::EpochSeconds => number * 1000.0,
        DateForm::EpochMillis => number,
        DateForm::Auto if number.abs() < FIRST_MILLIS => number * 1000.0,
        DateForm::Auto => number,
    };
    // Beyond the years chrono can name nothing is a date.
    (millis.abs() < 8.0e15).then(|| instant(Timestamp(millis.floor() as i64), zone))
}

/// Reads RFC 3339, to which it brings the other spellings of ISO 8601.
fn iso(text: &str, zone: &dyn Zone) -> Option<Moment> {
    if let Some(millis) = rfc3339::millis(text) {
        return Some(instant(Timestamp(millis), zone));
    }
    if let Ok(exact) = DateTime::parse_from_rfc3339(text) {
        return Some(instant(Timestamp(exact.timestamp_millis()), zone));
    }
    let (day, time) = text.split_at_checked(10).filter(|_| text.is_ascii())?;
    let time = time.trim_start_matches(['T', 't', ' ']);
    let zone_at = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, offset) = time.split_at(zone_at);
    let clock = match clock.trim_end() {
        "" => "00:00:00",
        minutes if minutes.len() == 5 => &format!("{minutes}:00"),
        seconds => seconds,
    };
    let offset_text = match offset.as_bytes() {
        [] => "Z".to_owned(),
        [_, _, _] => format!("{offset}:00"),
        [_, _, _, _, _] if !offset.contains(':') => format!("{}:{}", &offset[..3], &offset[3..]),
        _ => offset.to_owned(),
    };
    let exact = DateTime::parse_from_rfc3339(&format!("{day}T{clock}{offset_text}")).ok()?;
    Some(if offset.is_empty() {
        local(exact.naive_utc(), zone)
    } else {
        instant(Timestamp(exact.timestamp_millis()), zone)
    })
}

/// What a spreadsheet writes, the year first, in the spelling of ISO 8601. Where the day comes first nobody can tell it
/// from the month.
fn spreadsheet(text: &str) -> Option<String> {
    let (day, time) = text.split_once(' ').unwrap_or((text, ""));
    let (year, day) = day.split_once('/').filter(|(year, _)| year.len() == 4)?;
    let (month, day) = day.split_once('/')?;
    let zero = if time.find(':') == Some(1) { "0" } else { "" };
    Some(format!("{year}-{month:0>2}-{day:0>2} {zero}{time}"))
}

fn instant(at: Timestamp, zone: &dyn Zone) -> Moment {
    Moment { at, day: Day::of(at, zone) }
}

/// A time without a zone is a local one: its day is as written.
fn local(naive: NaiveDateTime, zone: &dyn Zone) -> Moment {
    let as_utc = Timestamp(naive.and_utc().timestamp_millis());
    let offset = i64::from(zone.offset_seconds(as_utc)) * 1000;
    Moment { at: Timestamp(as_utc.0 - offset), day: Day::from_date(naive.date()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::calendar::FixedZone;

    const SHANGHAI: FixedZone = FixedZone { seconds: 8 * 3600 };
    const NOW: Timestamp = Timestamp(1_793_460_600_000);

    fn day(value: Scalar, form: DateForm) -> Option<String> {
        moment(value, form, &SHANGHAI).map(|moment| moment.day.to_string())
    }

    #[test]
    fn the_same_evening_in_many_spellings() {
        for text in [
            "2026-10-31T23:30:00+08:00",
            "2026-10-31T15:30:00Z",
            "2026-10-31T15:30:00.250Z",
            "2026-10-31 15:30:00+00:00",
            "2026-10-31T15:30:00+0000",
            "2026-10-31T15:30+00",
            "2026-10-31 23:30",
            "2026-10-31 23:30:00",
            "2026-10-31T23:30:00",
            "2026-10-31T23:30:00.5",
            "2026-10-31",
            "2026/10/31",
            "2026/10/31 8:05",
            "2026/10/31 23:30:00",
            "1793460600",
            "1793460600000",
            "1793460600.25",
        ] {
            let found = day(Scalar::Text(text), DateForm::Auto);
            assert_eq!(found.as_deref(), Some("2026-10-31"), "{text}");
        }
    }

    #[test]
    fn epochs_come_in_seconds_and_milliseconds() {
        let seconds = Scalar::Whole(1_793_460_600);
        assert_eq!(day(seconds, DateForm::EpochSeconds).as_deref(), Some("2026-10-31"));
        assert_eq!(day(seconds, DateForm::Auto).as_deref(), Some("2026-10-31"));
        let wrong_unit = moment(seconds, DateForm::EpochMillis, &SHANGHAI).expect("a date");
        assert_eq!(wrong_unit.day.to_string(), "1970-01-22");
        let clock = Clock::new(SHANGHAI, NOW);
        assert!(!clock.is_plausible(wrong_unit.day));
    }

    #[test]
    fn tomorrow_is_plausible_and_the_day_after_is_not() {
        let clock = Clock::new(SHANGHAI, NOW);
        let today = Day::of(NOW, clock.zone());
        assert!(clock.is_plausible(today.plus(1)) && !clock.is_plausible(today.plus(2)));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "soon",
            "2026-02-30",
            "31/10/2026",
            "2026/13/1",
            "2026/1/",
            "NaN",
            "1e300",
            "2026-10-31T25:00",
            "2026-10-31 10:00+1é0",
            "二〇二六年十月三十一日",
        ] {
            assert_eq!(day(Scalar::Text(text), DateForm::Auto), None, "{text}");
        }
        assert_eq!(day(Scalar::Bool(true), DateForm::Auto), None);
    }
}
