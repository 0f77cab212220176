//! Count, sum and sum of squares: what a mean and its interval rest on.

use super::exact_sum::ExactSum;
use super::{Estimate, Interval, Level};
use serde::{Deserialize, Serialize};

/// As a share of the sum of squares: under this a spread is what roundings leave.
const ROUNDING: f64 = 1e-28;

/// Count, sum and sum of squares of some values. They add up: `a.merge(&b)` is what both lots together give.
///
/// Sums are kept with twice the digits of a number: those of whole numbers are exact, and a variance is found
/// however large the values are beside their spread.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Moments {
    /// Values counted.
    pub n: u64,
    sum: ExactSum,
    squares: ExactSum,
}

impl Moments {
    /// Counts one value.
    pub fn add(&mut self, value: f64) {
        self.n += 1;
        self.sum.add(value);
        self.squares.add_product(value, value);
    }

    /// Adds another lot.
    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.sum.add_times(1.0, other.sum);
        self.squares.add_times(1.0, other.squares);
    }

    /// The mean; absent without values.
    pub fn mean(&self) -> Option<f64> {
        (self.n > 0).then(|| self.sum.value() / self.n as f64)
    }

    /// The sample variance, Σ(x − x̄)²/(n − 1); absent with fewer than two values.
    pub fn variance(&self) -> Option<f64> {
        let (n, mean) = (self.n as f64, self.mean()?);
        // Σ(x − m)² = Σx² − m·Σx − m·(Σx − n·m), whatever m is: here the mean, which is rounded.
        let mut off = self.sum;
        off.add_product(-n, mean);
        let mut squares = self.squares;
        squares.add_times(-mean, self.sum);
        squares.add_times(-mean, off);
        // A rounding may lead below zero, where no variance is, or leave a trace of equal values.
        let spread = squares.value();
        let is_rounding = spread <= ROUNDING * self.squares.value();
        (self.n > 1).then(|| if is_rounding { 0.0 } else { spread / (n - 1.0) })
    }

    /// The mean with Student's t interval, which needs two values that differ.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::{Level, Moments};
    /// let mut gaps = Moments::default();
    /// [-1.0, 0.0, -2.0].into_iter().for_each(|gap| gaps.add(gap));
    /// let mean = gaps.estimate(Level::default());
    /// assert_eq!((mean.value, mean.n), (Some(-1.0), 3));
    /// ```
    pub fn estimate(&self, level: Level) -> Estimate {
        Estimate { value: self.mean(), n: self.n, ci: self.interval(level) }
    }

    fn interval(&self, level: Level) -> Option<Interval> {
        let (mean, variance) = (self.mean()?, self.variance().filter(|variance| *variance > 0.0)?);
        let t = level.t(self.n as f64 - 1.0)?;
        Some(Interval::around(mean, t * (variance / self.n as f64).sqrt()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::index::Counts;
    use crate::core::model::Scale;
    use proptest::prelude::*;

    fn moments(values: &[f64]) -> Moments {
        let mut moments = Moments::default();
        values.iter().for_each(|value| moments.add(*value));
        moments
    }

    #[test]
    fn without_values_there_is_no_mean_and_of_one_no_interval() {
        assert_eq!(moments(&[]).estimate(Level::default()), Estimate::default());
        let one = moments(&[3.0]).estimate(Level::default());
        assert_eq!((one.value, one.ci), (Some(3.0), None));
    }

    proptest! {
        #[test]
        fn merged_halves_are_the_whole_and_say_what_single_answers_say(
            answers in prop::collection::vec(1i16..=7, 2..80), cut in 0usize..80,
        ) {
            let answers: Vec<f64> = answers.into_iter().map(f64::from).collect();
            let (left, right) = answers.split_at(cut.min(answers.len()));
            let mut merged = moments(right);
            merged.merge(&moments(left));
            prop_assert_eq!(merged, moments(&answers));
            let counted = Counts::of(Scale::SEVEN, &answers).mean_estimate(Level::default());
            let mean = merged.estimate(Level::default());
            prop_assert_eq!(mean.ci.is_some(), counted.ci.is_some());
            if let Some((ours, theirs)) = mean.ci.zip(counted.ci) {
                prop_assert!((ours.low - theirs.low).abs() < 1e-9 && (ours.high - theirs.high).abs() < 1e-9);
                prop_assert!(mean.value.is_some_and(|value| ours.contains(value)));
            }
        }

        #[test]
        fn equal_values_have_no_spread(value in -1e9f64..1e9, times in 2usize..50) {
            let same = moments(&vec![value; times]);
            prop_assert_eq!((same.variance(), same.estimate(Level::default()).ci), (Some(0.0), None));
        }

        #[test]
        fn a_spread_is_found_however_large_the_values_are(values in prop::collection::vec(1i16..=7, 2..40), by in prop::sample::select(vec![1e4, 1e8, 1e10])) {
            let near: Vec<f64> = values.iter().map(|value| f64::from(*value)).collect();
            let far: Vec<f64> = near.iter().map(|value| value + by).collect();
            let (near, far) = (moments(&near).variance(), moments(&far).variance());
            prop_assert!(near.zip(far).is_some_and(|(near, far)| (near - far).abs() <= 1e-9 * near));
        }
    }
}
