//! Alerts: what is off, by how much, and until when somebody must act.

use crate::core::calendar::Day;
use crate::core::index::{Estimate, THIN};
use crate::core::model::{Direction, IndicatorId, TouchpointId};
use serde::{Deserialize, Serialize};

/// How urgent an alert is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    /// In the next monthly report.
    Blue,
    /// The owner acts within 7 days.
    Yellow,
    /// The chief acts within 48 hours.
    Red,
}

/// Until when an alert wants an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The last day for it.
    pub on: Day,
    /// Days from the alert to that day.
    pub days: i32,
}

impl Colour {
    /// The deadline of an alert raised on a day: 48 hours, 7 days, or the first of the next month,
    /// when the monthly report is due.
    ///
    /// # Example
    /// ```
    /// use heartline::core::{calendar::Day, hearts::Colour};
    /// let raised = Day::parse("2026-12-31").expect("a day");
    /// assert_eq!(Colour::Yellow.due(raised).on.to_string(), "2027-01-07");
    /// assert_eq!(Colour::Blue.due(raised).days, 1);
    /// ```
    pub fn due(self, raised: Day) -> Due {
        let on = match self {
            Colour::Red => raised.plus(2),
            Colour::Yellow => raised.plus(7),
            Colour::Blue => raised.month().plus(1).first_day(),
        };
        Due { on, days: on.0 - raised.0 }
    }
}

/// What an alert is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// An operational indicator.
    Indicator(IndicatorId),
    /// A touchpoint.
    Touchpoint(TouchpointId),
    /// A team.
    Team(String),
}

/// Which figure an alert names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The indicator's own value, in its unit.
    Value,
    /// Share satisfied, in percent.
    Csat,
    /// Net promoter score, in points.
    Nps,
}

/// What a figure is held against.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reference {
    /// The value aimed at.
    Target(f64),
    /// The value it used to have.
    Baseline(f64),
}

impl Reference {
    /// The value itself.
    pub fn value(self) -> f64 {
        match self {
            Reference::Target(value) | Reference::Baseline(value) => value,
        }
    }
}

/// The rule that raised an alert.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Off its reference by this many percent, in the bad direction.
    Deviation {
        /// What it is held against.
        from: Reference,
        /// By how much, in percent of the reference.
        percent: f64,
    },
    /// A behaviour rate in a band.
    Band {
        /// The rate aimed at, in percent.
        target: f64,
    },
    /// Worse two months in a row.
    Decline {
        /// The value two months before.
        from: f64,
    },
    /// A touchpoint's NPS 30 % under its benchmark on three days running: find the root cause.
    Benchmark {
        /// The benchmark, in points.
        benchmark: f64,
    },
}

/// One alert.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alert {
    /// How urgent.
    pub colour: Colour,
    /// About what.
    pub subject: Subject,
    /// Which figure of it.
    pub measure: Measure,
    /// The figure, with its n and interval where it has them.
    pub figure: Estimate,
    /// Why.
    pub rule: Rule,
    /// The day it was raised: the last day of what it looks at.
    pub raised: Day,
    /// Until when.
    pub due: Due,
}

/// How far a value is off its reference in the bad direction, in percent of the reference's size;
/// zero or less when it is not worse. Absent when the reference is zero.
///
/// # Example
/// ```
/// use heartline::core::{hearts::deviation, model::Direction};
/// assert_eq!(deviation(72.0, 90.0, Direction::Higher), Some(20.0));
/// assert_eq!(deviation(6.0, 5.0, Direction::Lower), Some(20.0));
/// ```
pub fn deviation(value: f64, reference: f64, direction: Direction) -> Option<f64> {
    let worse_by = match direction {
        Direction::Higher => reference - value,
        Direction::Lower => value - reference,
    };
    (reference != 0.0).then(|| worse_by * 100.0 / reference.abs())
}

/// Red over 20 %, yellow from 10 to 20 %, blue under 10 %; none when not worse at all.
///
/// # Example
/// ```
/// use heartline::core::hearts::{Colour, colour_of_deviation};
/// assert_eq!(colour_of_deviation(20.0), Some(Colour::Yellow));
/// assert_eq!(colour_of_deviation(0.0), None);
/// ```
pub fn colour_of_deviation(percent: f64) -> Option<Colour> {
    match percent {
        p if p > 20.0 => Some(Colour::Red),
        p if p >= 10.0 => Some(Colour::Yellow),
        p if p > 0.0 => Some(Colour::Blue),
        _ => None,
    }
}

/// A behaviour rate in percent by its band: blue from 85, yellow from 75, red under it. A rate that
/// has reached its target raises nothing.
///
/// # Example
/// ```
/// use heartline::core::hearts::{Colour, colour_of_behaviour};
/// assert_eq!(colour_of_behaviour(85.0, 95.0), Some(Colour::Blue));
/// assert_eq!(colour_of_behaviour(74.9, 95.0), Some(Colour::Red));
/// assert_eq!(colour_of_behaviour(95.0, 95.0), None);
/// ```
pub fn colour_of_behaviour(rate: f64, target: f64) -> Option<Colour> {
    match rate {
        r if r >= target => None,
        r if r >= 85.0 => Some(Colour::Blue),
        r if r >= 75.0 => Some(Colour::Yellow),
        _ => Some(Colour::Red),
    }
}

/// True when the last of three values in a row is worse than the one before, and that one than the
/// first: two declines running.
///
/// # Example
/// ```
/// use heartline::core::{hearts::is_declining, model::Direction};
/// assert!(is_declining([90.0, 88.0, 87.0], Direction::Higher));
/// assert!(!is_declining([90.0, 88.0, 88.0], Direction::Higher));
/// ```
pub fn is_declining(values: [f64; 3], direction: Direction) -> bool {
    let worse = |a: f64, b: f64| match direction {
        Direction::Higher => b < a,
        Direction::Lower => b > a,
    };
    worse(values[0], values[1]) && worse(values[1], values[2])
}

/// True when NPS was at least 30 % under its benchmark on each of three days and the days together
/// are not thin.
///
/// # Example
/// ```
/// use heartline::core::{hearts::benchmark_missed, index::Estimate};
/// let day = |nps, n| Estimate { value: Some(nps), n, ci: None };
/// assert!(benchmark_missed(&[day(20.0, 12), day(28.0, 9), day(15.0, 11)], 40.0));
/// assert!(!benchmark_missed(&[day(20.0, 2), day(28.0, 3), day(15.0, 1)], 40.0));
/// ```
pub fn benchmark_missed(days: &[Estimate; 3], benchmark: f64) -> bool {
    let low = |day: &Estimate| {
        let off = day.value.and_then(|nps| deviation(nps, benchmark, Direction::Higher));
        off.is_some_and(|percent| percent >= 30.0)
    };
    days.iter().all(low) && days.iter().map(|day| day.n).sum::<u64>() >= THIN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_change_at_ten_and_twenty_percent() {
        let colour = colour_of_deviation;
        assert_eq!(colour(20.1), Some(Colour::Red));
        assert_eq!(colour(20.0), Some(Colour::Yellow));
        assert_eq!(colour(10.0), Some(Colour::Yellow));
        assert_eq!(colour(9.9), Some(Colour::Blue));
        assert_eq!((colour(0.0), colour(-5.0)), (None, None));
    }

    #[test]
    fn behaviour_goes_by_band_until_its_target() {
        let colour = |rate| colour_of_behaviour(rate, 95.0);
        assert_eq!(colour(95.0), None);
        assert_eq!(colour(85.0), Some(Colour::Blue));
        assert_eq!(colour(84.9), Some(Colour::Yellow));
        assert_eq!(colour(75.0), Some(Colour::Yellow));
        assert_eq!(colour(74.9), Some(Colour::Red));
    }

    #[test]
    fn deviation_has_a_size_also_from_a_negative_reference() {
        assert_eq!(deviation(-30.0, -20.0, Direction::Higher), Some(50.0));
        assert_eq!(deviation(1.0, 0.0, Direction::Higher), None);
    }

    #[test]
    fn a_standstill_is_no_decline() {
        assert!(is_declining([90.0, 88.0, 87.0], Direction::Higher));
        assert!(!is_declining([90.0, 88.0, 88.0], Direction::Higher));
        assert!(is_declining([1.0, 2.0, 3.0], Direction::Lower));
    }

    #[test]
    fn three_low_days_want_a_root_cause_unless_thin() {
        let day = |nps: f64, n| Estimate { value: Some(nps), n, ci: None };
        assert!(benchmark_missed(&[day(28.0, 10), day(10.0, 10), day(27.0, 10)], 40.0));
        assert!(!benchmark_missed(&[day(28.1, 10), day(10.0, 10), day(27.0, 10)], 40.0));
        assert!(!benchmark_missed(&[day(0.0, 9), day(0.0, 10), day(0.0, 10)], 40.0));
    }

    #[test]
    fn deadlines_follow_the_colour() {
        let raised = Day::parse("2026-12-31").expect("a day");
        let due = |colour: Colour| colour.due(raised).on.to_string();
        assert_eq!(due(Colour::Red), "2027-01-02");
        assert_eq!(due(Colour::Yellow), "2027-01-07");
        assert_eq!(due(Colour::Blue), "2027-01-01");
    }
}
