//! Confidence levels and their quantiles.

use super::student_t;
use statrs::distribution::{ContinuousCDF, Normal};

/// A two-sided confidence level, such as 0.95.
///
/// # Example
/// ```
/// use heartline::core::index::Level;
/// assert!((Level::default().z() - 1.959963984540054).abs() < 1e-12);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level(f64);

impl Default for Level {
    /// 95 %.
    fn default() -> Self {
        Self(0.95)
    }
}

impl Level {
    /// A level strictly between 0 and 1; `None` for anything else.
    pub fn new(level: f64) -> Option<Level> {
        (level > 0.0 && level < 1.0).then_some(Level(level))
    }

    /// The level as a share, 0 to 1.
    pub fn share(self) -> f64 {
        self.0
    }

    /// The standard normal quantile that leaves half of the rest above it.
    pub fn z(self) -> f64 {
        Normal::standard().inverse_cdf(self.upper_tail_at())
    }

    /// Student's t quantile with `df` degrees of freedom; `None` unless `df` is positive.
    pub fn t(self, df: f64) -> Option<f64> {
        student_t::quantile(self.upper_tail_at(), self.z(), df)
    }

    fn upper_tail_at(self) -> f64 {
        (1.0 + self.0) / 2.0
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
