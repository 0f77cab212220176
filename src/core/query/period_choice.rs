//! Which period a view is about.

use crate::core::calendar::{Day, Month, Period};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A period as it is chosen: relative to the latest data, or fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PeriodChoice {
    /// The latest so many whole months.
    Latest(u16),
    /// From the first month to the last.
    Months(Month, Month),
    /// From the first day to the last.
    Days(Day, Day),
    /// All there is.
    All,
}

impl Default for PeriodChoice {
    fn default() -> Self {
        Self::Latest(3)
    }
}

impl PeriodChoice {
    /// The days meant, when the latest whole month is `latest` and data begin on `first`.
    pub fn resolve(self, latest: Month, first: Day) -> Period {
        match self {
            Self::Latest(count) => Period::months_until(latest, i32::from(count.max(1))),
            Self::Months(first, last) => Period::of_months(first, last),
            Self::Days(first, last) => Period { first, last },
            Self::All => Period::of_months(first.month().min(latest), latest),
        }
    }

    /// The choice that means exactly this period whenever it is opened.
    pub fn fixed(period: Period) -> Self {
        if period.is_whole_months() {
            let (first, last) = period.months();
            return Self::Months(first, last);
        }
        Self::Days(period.first, period.last)
    }

    /// Reads `3m`, `all`, `2026-08`, `2026-08..2026-10` or `2026-08-05..2026-08-19`. Crossed ends are
    /// no period.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "all" {
            return Some(Self::All);
        }
        if let Some(count) = text.strip_suffix('m') {
            let count = count.parse().ok().filter(|count| (1..=600).contains(count))?;
            return Some(Self::Latest(count));
        }
        let (first, last) = text.split_once("..").unwrap_or((text, text));
        let months = Month::parse(first).zip(Month::parse(last));
        let months = months.filter(|(first, last)| first <= last);
        let days = Day::parse(first).zip(Day::parse(last)).filter(|(first, last)| first <= last);
        months
            .map(|(first, last)| Self::Months(first, last))
            .or(days.map(|(first, last)| Self::Days(first, last)))
    }
}

impl fmt::Display for PeriodChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Latest(count) => write!(f, "{count}m"),
            Self::Months(first, last) if first == last => write!(f, "{first}"),
            Self::Months(first, last) => write!(f, "{first}..{last}"),
            Self::Days(first, last) => write!(f, "{first}..{last}"),
            Self::All => f.write_str("all"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_round_trip_as_text() {
        for text in ["3m", "all", "2026-08", "2026-08..2026-10", "2026-08-05..2026-08-19"] {
            let choice = PeriodChoice::parse(text).expect("a period");
            assert_eq!(choice.to_string(), text);
        }
        for wrong in ["", "0m", "m", "2026-10..2026-08", "2026-13", "601m", "2026-08..x"] {
            assert_eq!(PeriodChoice::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_relative_choice_ends_with_the_latest_month() {
        let latest = Month::new(2026, 10);
        let first = Day::parse("2024-11-05").expect("a day");
        let period = PeriodChoice::Latest(3).resolve(latest, first);
        assert_eq!(PeriodChoice::fixed(period).to_string(), "2026-08..2026-10");
        let all = PeriodChoice::All.resolve(latest, first);
        assert_eq!(PeriodChoice::fixed(all).to_string(), "2024-11..2026-10");
    }
}
