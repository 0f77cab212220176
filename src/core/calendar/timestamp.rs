//! An instant.

use super::{Day, FixedZone};
use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00:00 UTC.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// From whole seconds since the epoch.
    pub fn from_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(1000))
    }

    /// Whole seconds since the epoch, rounded down.
    pub fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// Hours from an earlier instant to this one; negative when it is the later one.
    ///
    /// # Example
    /// ```
    /// use heartline::core::calendar::Timestamp;
    /// assert_eq!(Timestamp::from_seconds(5400).hours_since(Timestamp::default()), 1.5);
    /// ```
    pub fn hours_since(self, earlier: Self) -> f64 {
        self.0.saturating_sub(earlier.0) as f64 / 3_600_000.0
    }

    /// This instant plus a number of hours.
    pub fn plus_hours(self, hours: i64) -> Self {
        Self(self.0.saturating_add(hours.saturating_mul(3_600_000)))
    }

    /// In universal time, to the second, as ISO 8601 writes it. By hand, because a formatter of all there is weighs
    /// some kilobytes in a page.
    ///
    /// ```
    /// use heartline::core::calendar::Timestamp;
    ///
    /// assert_eq!(Timestamp(1_793_460_600_250).iso(), "2026-10-31T15:30:00Z");
    /// assert_eq!(Timestamp(-1).iso(), "1969-12-31T23:59:59Z");
    /// ```
    pub fn iso(self) -> String {
        let day = Day::of(self, &FixedZone::default());
        let second = self.seconds().rem_euclid(86_400);
        let (hour, minute) = (second / 3600, second / 60 % 60);
        format!("{day}T{hour:02}:{minute:02}:{:02}Z", second % 60)
    }
}
