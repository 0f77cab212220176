//! A figure with its n and its interval.

use crate::core::order::within;
use serde::{Deserialize, Serialize};

/// Below this many answers a result is shown, and marked as thin.
pub const THIN: u64 = 30;

/// An interval, both ends in the unit of its estimate.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

impl Interval {
    /// `centre` ± `half`.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::Interval;
    /// assert_eq!(Interval::around(3.0, 0.5), Interval { low: 2.5, high: 3.5 });
    /// ```
    pub fn around(centre: f64, half: f64) -> Self {
        Self { low: centre - half, high: centre + half }
    }

    /// The interval with both ends put through a growing function.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::Interval;
    /// let percent = Interval { low: 0.25, high: 0.5 }.map(|share| share * 100.0);
    /// assert_eq!(percent, Interval { low: 25.0, high: 50.0 });
    /// ```
    pub fn map(self, f: impl Fn(f64) -> f64) -> Self {
        Self { low: f(self.low), high: f(self.high) }
    }

    /// The interval cut to a range its estimate cannot leave.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::Interval;
    /// assert_eq!(Interval::around(0.9, 0.2).clip(0.0, 1.0).high, 1.0);
    /// ```
    pub fn clip(self, low: f64, high: f64) -> Self {
        self.map(|end| within(end, low, high))
    }

    /// True when the value lies in the interval.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::Interval;
    /// assert!(Interval { low: 1.0, high: 2.0 }.contains(2.0));
    /// ```
    pub fn contains(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// A figure: its value, how many answers it rests on, and its interval where one is defined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The value; absent when it is not defined.
    pub value: Option<f64>,
    /// Answers counted.
    pub n: u64,
    /// The interval; absent when it is not defined.
    pub ci: Option<Interval>,
}

impl Estimate {
    /// True when the figure rests on fewer than [`THIN`] answers.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::{Level, csat};
    /// assert!(csat(&[5; 29], Level::default()).share.is_thin());
    /// assert!(!csat(&[5; 30], Level::default()).share.is_thin());
    /// ```
    pub fn is_thin(&self) -> bool {
        self.n < THIN
    }

    /// The same figure with its interval cut to a range that the value cannot leave.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::{Level, csat};
    /// let emotion = csat(&[5, 5, 4], Level::default()).mean.map(|mean| mean - 3.0).clip(-2.0, 2.0);
    /// assert!(emotion.ci.is_some_and(|ci| ci.high == 2.0));
    /// ```
    pub fn clip(self, low: f64, high: f64) -> Self {
        Self { ci: self.ci.map(|ci| ci.clip(low, high)), ..self }
    }

    /// The same figure in another unit; `f` must be growing.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::{Level, csat};
    /// let percent = csat(&[5, 4, 3, 1], Level::default()).share.map(|share| share * 100.0);
    /// assert_eq!(percent.value, Some(50.0));
    /// ```
    pub fn map(self, f: impl Fn(f64) -> f64) -> Self {
        Self { value: self.value.map(&f), n: self.n, ci: self.ci.map(|ci| ci.map(&f)) }
    }

    /// True when even the upper end of the interval is under `target`: more than chance says so.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::{Level, csat};
    /// assert!(csat(&[2; 60], Level::default()).share.is_under(0.88));
    /// assert!(!csat(&[2, 5], Level::default()).share.is_under(0.88));
    /// ```
    pub fn is_under(&self, target: f64) -> bool {
        self.ci.is_some_and(|ci| ci.high < target)
    }
}
