//! Count, sum and sum of squares: what a mean and its interval rest on.

use super::{Estimate, Interval, Level};
use serde::{Deserialize, Serialize};

/// Count, sum and sum of squares of some values. They add up: `a.merge(&b)` is what both lots together give.
///
/// Sums of whole numbers are exact up to 2⁵³; others are as exact as f64 is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Moments {
    /// Values counted.
    pub n: u64,
    /// Their sum.
    pub sum: f64,
    /// The sum of their squares.
    pub squares: f64,
}

impl Moments {
    /// Counts one value.
    pub fn add(&mut self, value: f64) {
        self.n += 1;
        self.sum += value;
        self.squares += value * value;
    }

    /// Adds another lot.
    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.sum += other.sum;
        self.squares += other.squares;
    }

    /// The mean; absent without values.
    pub fn mean(&self) -> Option<f64> {
        (self.n > 0).then(|| self.sum / self.n as f64)
    }

    /// The sample variance, (n·Σx² − (Σx)²)/(n(n − 1)); absent with fewer than two values.
    pub fn variance(&self) -> Option<f64> {
        let n = self.n as f64;
        let squares = n * self.squares - self.sum * self.sum;
        // A rounding may lead below zero, where no variance is.
        (self.n > 1).then(|| (squares / (n * (n - 1.0))).max(0.0))
    }

    /// The mean with Student's t interval, which needs two values.
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
        let (mean, variance) = (self.mean()?, self.variance()?);
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
            let (ours, theirs) = (mean.ci.expect("two answers"), counted.ci.expect("two answers"));
            prop_assert!((ours.low - theirs.low).abs() < 1e-9 && (ours.high - theirs.high).abs() < 1e-9);
            prop_assert!(mean.value.is_some_and(|value| ours.contains(value)));
        }
    }
}
