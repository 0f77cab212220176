//! Two means held against each other.

use super::sample::Sample;
use super::student_t::two_sided;
use super::{Answers, Interval, Level};
use serde::{Deserialize, Serialize};

/// The difference of two means, with unequal variances.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Welch {
    /// Answers of the first lot.
    pub n_a: u64,
    /// Answers of the second lot.
    pub n_b: u64,
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

/// Welch's t test of two lots of answers, or of any other values: t = (x̄ − ȳ)/√(s²ₓ/n + s²ᵧ/m), with Satterthwaite's
/// degrees of freedom and Student's interval of the difference. Absent when either has fewer than two answers, or
/// when neither varies.
///
/// Source: B. L. Welch, Biometrika 34 (1947). Agrees with `scipy.stats.ttest_ind(equal_var=False)`.
///
/// # Example
/// ```
/// use heartline::core::index::{Level, welch};
/// let (calm, cross) = ([4, 5, 5], [1, 2, 2]);
/// assert!(welch(&calm, &cross, Level::default()).is_some_and(|w| w.p_value < 0.01));
/// ```
pub fn welch(
    a: &(impl Answers + ?Sized),
    b: &(impl Answers + ?Sized),
    level: Level,
) -> Option<Welch> {
    compared(Sample::of(a)?, Sample::of(b)?, level)
}

fn compared(a: Sample, b: Sample, level: Level) -> Option<Welch> {
    let (one, two) = (a.of_mean(), b.of_mean());
    let variance = one + two;
    if variance <= 0.0 {
        return None;
    }
    let df = variance.powi(2) / (one.powi(2) / (a.n - 1.0) + two.powi(2) / (b.n - 1.0));
    let difference = a.mean - b.mean;
    let t = difference / variance.sqrt();
    let ci = Interval::around(difference, level.t(df)? * variance.sqrt());
    let (n_a, n_b) = (a.n as u64, b.n as u64);
    Some(Welch { n_a, n_b, difference, ci, t, df, p_value: two_sided(t, df)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::index::Counts;
    use crate::core::model::Scale;
    use proptest::prelude::*;

    #[test]
    fn needs_two_answers_each_and_some_spread() {
        let level = Level::default();
        assert_eq!(welch(&[1], &[1, 2], level), None);
        assert_eq!(welch(&[3, 3], &[4, 4], level), None);
        assert!(welch(&[3, 3], &[4, 5], level).is_some());
        assert_eq!(welch(&[0.1; 3], &[0.2; 3], level), None, "roundings are no spread");
    }

    proptest! {
        #[test]
        fn mirrored_the_other_way_round_and_holding_the_difference(a in prop::collection::vec(1i32..=5, 2..40), b in prop::collection::vec(1i32..=5, 2..40)) {
            let (there, back) = (welch(&a, &b, Level::default()), welch(&b, &a, Level::default()));
            prop_assert_eq!(there.is_some(), back.is_some());
            if let Some((there, back)) = there.zip(back) {
                prop_assert!((there.t + back.t).abs() < 1e-9 && (there.df - back.df).abs() < 1e-9);
                prop_assert!(there.ci.contains(there.difference));
                prop_assert!((0.0..=1.0).contains(&there.p_value));
            }
        }

        #[test]
        fn counted_or_one_by_one_is_the_same(a in prop::collection::vec(1i32..=5, 2..40), b in prop::collection::vec(1i32..=5, 2..40)) {
            let [x, y] = [&a, &b].map(|lot| {
                Counts::of(Scale::FIVE, &lot.iter().map(|answer| f64::from(*answer)).collect::<Vec<_>>())
            });
            prop_assert_eq!(welch(&a, &b, Level::default()), welch(&x, &y, Level::default()));
        }
    }
}
