//! How urgent an alert is, and until when somebody must act.

use crate::core::calendar::Day;
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
    fn deadlines_follow_the_colour() {
        let raised = Day::parse("2026-12-31").expect("a day");
        let due = |colour: Colour| colour.due(raised).on.to_string();
        assert_eq!(due(Colour::Red), "2027-01-02");
        assert_eq!(due(Colour::Yellow), "2027-01-07");
        assert_eq!(due(Colour::Blue), "2027-01-01");
    }
}
