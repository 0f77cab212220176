//! Two means held against each other.

use super::student_t::two_sided;
use super::{Counts, Interval, Level};
use serde::{Deserialize, Serialize};

/// The difference of two means, with unequal variances.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Welch {
    /// First mean less second.
    pub difference: f64,
    /// Interval of the difference.
    pub ci: Interval,
    /// The t statistic.
    pub t: f64,
    /// Satterthwaite's degrees of freedom.
    pub df: f64,
    /// Two-sided.
    pub p_value: f64,
}

/// Welch's t test of two lots of answers. Absent when either has fewer than two answers, or when
/// neither varies.
///
/// Source: B. L. Welch, Biometrika 34 (1947). Agrees with
/// `scipy.stats.ttest_ind(equal_var=False)`.
///
/// # Example
/// ```
/// use heartline::core::{index::{Counts, Level, welch}, model::Scale};
/// let calm = Counts::of(Scale::FIVE, &[4.0, 5.0, 5.0]);
/// let cross = Counts::of(Scale::FIVE, &[1.0, 2.0, 2.0]);
/// assert!(welch(&calm, &cross, Level::default()).is_some_and(|w| w.p_value < 0.01));
/// ```
pub fn welch(a: &Counts, b: &Counts, level: Level) -> Option<Welch> {
    let [one, two] = [a, b].map(|lot| lot.variance().map(|v| v / lot.n() as f64));
    let (one, two) = (one?, two?);
    let variance = one + two;
    if variance <= 0.0 {
        return None;
    }
    let df =
        variance.powi(2) / (one.powi(2) / (a.n() - 1) as f64 + two.powi(2) / (b.n() - 1) as f64);
    let difference = a.mean()? - b.mean()?;
    let t = difference / variance.sqrt();
    let ci = Interval::around(difference, level.t(df)? * variance.sqrt());
    Some(Welch { difference, ci, t, df, p_value: two_sided(t, df)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::model::Scale;

    #[test]
    fn needs_two_answers_each_and_some_spread() {
        let counts = |answers: &[f64]| Counts::of(Scale::FIVE, answers);
        let level = Level::default();
        assert_eq!(welch(&counts(&[1.0]), &counts(&[1.0, 2.0]), level), None);
        assert_eq!(welch(&counts(&[3.0, 3.0]), &counts(&[4.0, 4.0]), level), None);
        assert!(welch(&counts(&[3.0, 3.0]), &counts(&[4.0, 5.0]), level).is_some());
    }
}
