//! Confidence levels and their quantiles.

use super::student_t;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statrs::function::erf::{erf_inv, erfc_inv};
use std::f64::consts::SQRT_2;

/// A two-sided confidence level, such as 0.95.
///
/// # Example
/// ```
/// use heartline::core::index::Level;
/// assert!((Level::default().z() - 1.959963984540054).abs() < 1e-12);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "f64", into = "f64")]
#[schemars(extend("exclusiveMinimum" = 0, "exclusiveMaximum" = 1))]
pub struct Level(f64);

/// The number is no confidence level.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("a level lies between 0 and 1, such as 0.95; {0} does not")]
pub struct NotALevel(pub f64);

impl TryFrom<f64> for Level {
    type Error = NotALevel;

    fn try_from(level: f64) -> Result<Self, NotALevel> {
        Self::new(level).ok_or(NotALevel(level))
    }
}

impl From<Level> for f64 {
    fn from(level: Level) -> f64 {
        level.share()
    }
}

impl Default for Level {
    /// 95 %.
    fn default() -> Self {
        Self(0.95)
    }
}

impl Level {
    /// A level strictly between 0 and 1; `None` for anything else.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::Level;
    /// assert_eq!(Level::new(0.9).map(Level::share), Some(0.9));
    /// assert_eq!(Level::new(95.0), None);
    /// ```
    pub fn new(level: f64) -> Option<Level> {
        (level > 0.0 && level < 1.0).then_some(Level(level))
    }

    /// The level as a share, 0 to 1.
    pub fn share(self) -> f64 {
        self.0
    }

    /// The standard normal quantile that leaves half of the rest above it.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::Level;
    /// assert!(Level::new(0.99).is_some_and(|level| (level.z() - 2.5758293).abs() < 1e-7));
    /// ```
    pub fn z(self) -> f64 {
        // Each way about, what is small is given as it is: as 1 less the other it would lose its digits.
        if self.0 < 0.5 { SQRT_2 * erf_inv(self.0) } else { SQRT_2 * erfc_inv(self.outside()) }
    }

    /// Student's t quantile with `df` degrees of freedom; `None` unless `df` is positive, and where it is beyond all
    /// numbers, as with a thousandth of a degree.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::Level;
    /// assert!(Level::default().t(9.0).is_some_and(|t| (t - 2.2621572).abs() < 1e-7));
    /// assert_eq!(Level::default().t(0.0), None);
    /// ```
    pub fn t(self, df: f64) -> Option<f64> {
        student_t::quantile(self, df)
    }

    /// What the level leaves out, on both sides together.
    pub(super) fn outside(self) -> f64 {
        1.0 - self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_lies_strictly_between_zero_and_one() {
        for wrong in [0.0, 1.0, -0.1, 1.5, f64::NAN] {
            assert_eq!(Level::new(wrong), None, "{wrong}");
        }
    }
}
