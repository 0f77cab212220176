//! How often each answer on a scale was given.

use super::proportion::share_of;
use super::{Estimate, Interval, Level};
use crate::core::model::Scale;

/// A histogram of whole-number answers on one scale.
///
/// Counts add up: `a.merge(&b)` is what counting both lots together gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    scale: Scale,
    values: Vec<u64>,
    /// How many people gave the answers at most; none when each gave one.
    respondents: Option<u64>,
    /// Responses that had no answer.
    pub n_missing: u64,
    /// Answers that were no whole number on the scale.
    pub n_invalid: u64,
}

impl Counts {
    /// No answers yet, on this scale.
    ///
    /// # Example
    /// ```
    /// use heartline::core::{index::Counts, model::Scale};
    /// assert_eq!(Counts::empty(Scale::FIVE).n(), 0);
    /// ```
    pub fn empty(scale: Scale) -> Self {
        Self { scale, values: vec![0; scale.len()], respondents: None, n_missing: 0, n_invalid: 0 }
    }

    /// Counts answers given one by one; what is not a whole number on the scale is counted apart.
    ///
    /// # Example
    /// ```
    /// use heartline::core::{index::Counts, model::Scale};
    /// let counts = Counts::of(Scale::FIVE, &[5.0, 4.0, 4.5, 9.0]);
    /// assert_eq!((counts.n(), counts.n_invalid), (2, 2));
    /// ```
    pub fn of(scale: Scale, answers: &[f64]) -> Self {
        let mut counts = Self::empty(scale);
        for answer in answers {
            match scale.place(*answer) {
                Some(place) => counts.add(place, 1),
                None => counts.n_invalid += 1,
            }
        }
        counts
    }

    /// The counts of each answer from the lowest of the scale to the highest; absent unless there are as many
    /// as the scale has answers. Counts stop at 2⁶⁴ − 1, and so does their sum.
    ///
    /// # Example
    /// ```
    /// use heartline::core::{index::Counts, model::Scale};
    /// let counts = Counts::of_counts(Scale::FIVE, &[0, 1, 2, 9, 4]).expect("five counts");
    /// assert_eq!((counts.n(), counts.between(4, 5)), (16, 13));
    /// assert_eq!(Counts::of_counts(Scale::FIVE, &[1, 2]), None);
    /// ```
    pub fn of_counts(scale: Scale, counts: &[u64]) -> Option<Self> {
        let fits = counts.len() == scale.len();
        let values = || counts.to_vec();
        fits.then(|| Self { values: values(), ..Self::empty(scale) })
    }

    /// Adds `count` answers at a place on the scale, from 0; a place beyond its end is ignored.
    ///
    /// # Example
    /// ```
    /// use heartline::core::{index::Counts, model::Scale};
    /// let mut counts = Counts::empty(Scale::FIVE);
    /// counts.add(4, 12); // twelve fives
    /// assert_eq!(counts.mean(), Some(5.0));
    /// ```
    pub fn add(&mut self, place: usize, count: u64) {
        if let Some(value) = self.values.get_mut(place) {
            *value = value.saturating_add(count);
        }
    }

    /// Adds another lot counted on the same scale; on a different one, answer by answer where they
    /// fall on this scale.
    ///
    /// # Example
    /// ```
    /// use heartline::core::{index::Counts, model::Scale};
    /// let mut week = Counts::of(Scale::FIVE, &[5.0, 4.0]);
    /// week.merge(&Counts::of(Scale::FIVE, &[1.0, 9.0]));
    /// assert_eq!((week.n(), week.n_invalid), (3, 1));
    /// ```
    pub fn merge(&mut self, other: &Counts) {
        for (answer, count) in other.iter() {
            match self.scale.place(answer) {
                Some(place) => self.add(place, count),
                None => self.n_invalid = self.n_invalid.saturating_add(count),
            }
        }
        self.n_missing = self.n_missing.saturating_add(other.n_missing);
        self.n_invalid = self.n_invalid.saturating_add(other.n_invalid);
    }

    /// The scale counted on.
    pub fn scale(&self) -> Scale {
        self.scale
    }

    /// The count of each answer, lowest first.
    ///
    /// # Example
    /// ```
    /// use heartline::core::{index::Counts, model::Scale};
    /// assert_eq!(Counts::of(Scale::FIVE, &[5.0, 1.0, 5.0]).values(), [1, 0, 0, 0, 2]);
    /// ```
    pub fn values(&self) -> &[u64] {
        &self.values
    }

    /// Each answer with its count, lowest first.
    ///
    /// # Example
    /// ```
    /// use heartline::core::{index::Counts, model::Scale};
    /// let counts = Counts::of(Scale::FIVE, &[1.0]);
    /// assert_eq!(counts.iter().next(), Some((1.0, 1)));
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (f64, u64)> + '_ {
        let min = f64::from(self.scale.min);
        self.values.iter().enumerate().map(move |(place, count)| (min + place as f64, *count))
    }

    /// Answers counted.
    pub fn n(&self) -> u64 {
        self.values.iter().fold(0, |n, count| n.saturating_add(*count))
    }

    /// The same answers, given by so many people at most: intervals and tests are of people, not of answers.
    pub(crate) fn given_by(self, respondents: u64) -> Self {
        Self { respondents: Some(respondents), ..self }
    }

    /// How many people gave the answers.
    pub(crate) fn respondents(&self) -> u64 {
        let n = self.n();
        self.respondents.map_or(n, |respondents| respondents.min(n))
    }

    /// The share of the answers from `low` to `high`, with Wilson's interval of so many people.
    pub(crate) fn share(&self, low: i16, high: i16, level: Level) -> Estimate {
        share_of(self.between(low, high), self.n(), self.respondents(), level)
    }

    /// How many answers lie from `low` to `high`, both included.
    ///
    /// # Example
    /// ```
    /// use heartline::core::{index::Counts, model::Scale};
    /// assert_eq!(Counts::of(Scale::FIVE, &[5.0, 4.0, 3.0]).between(4, 5), 2);
    /// ```
    pub fn between(&self, low: i16, high: i16) -> u64 {
        let inside = |answer: f64| answer >= f64::from(low) && answer <= f64::from(high);
        let counts = self.iter().filter(|(answer, _)| inside(*answer)).map(|(_, count)| count);
        counts.fold(0, u64::saturating_add)
    }

    /// The mean answer; absent without answers.
    ///
    /// # Example
    /// ```
    /// use heartline::core::{index::Counts, model::Scale};
    /// assert_eq!(Counts::of(Scale::FIVE, &[5.0, 4.0]).mean(), Some(4.5));
    /// assert_eq!(Counts::empty(Scale::FIVE).mean(), None);
    /// ```
    pub fn mean(&self) -> Option<f64> {
        let given = || self.iter().filter(|(_, count)| *count > 0);
        // From the lowest on: the mean of equal answers is exactly theirs, however many they are.
        let lowest = given().next()?.0;
        let n: f64 = given().map(|(_, count)| count as f64).sum();
        let above: f64 = given().map(|(answer, count)| (answer - lowest) * count as f64).sum();
        Some(lowest + above / n)
    }

    /// The sample variance (divisor n − 1); absent with fewer than two answers.
    ///
    /// # Example
    /// ```
    /// use heartline::core::{index::Counts, model::Scale};
    /// assert_eq!(Counts::of(Scale::FIVE, &[5.0, 3.0]).variance(), Some(2.0));
    /// assert_eq!(Counts::of(Scale::FIVE, &[5.0]).variance(), None);
    /// ```
    pub fn variance(&self) -> Option<f64> {
        let (n, mean) = (self.n(), self.mean()?);
        let squares: f64 = self.iter().map(|(a, count)| (a - mean).powi(2) * count as f64).sum();
        (n > 1).then(|| squares / (n as f64 - 1.0))
    }

    /// The mean with Student's t interval x̄ ± t·s/√n, in the unit of the answers. It needs two answers that differ:
    /// of equal ones its width would be zero, which claims a certainty that a few answers do not give.
    ///
    /// Source: Student, Biometrika 6 (1908). Agrees with `scipy.stats.t.interval`.
    ///
    /// # Example
    /// ```
    /// use heartline::core::{index::{Counts, Level}, model::Scale};
    /// let mean = Counts::of(Scale::FIVE, &[5.0, 4.0, 3.0]).mean_estimate(Level::default());
    /// assert_eq!((mean.value, mean.n), (Some(4.0), 3));
    /// assert!(mean.ci.is_some_and(|ci| ci.contains(4.0)));
    /// ```
    pub fn mean_estimate(&self, level: Level) -> Estimate {
        self.mean_of(self.respondents(), level)
    }

    /// The mean with an interval as wide as `respondents` independent answers give, for pooled items
    /// that the same people answered.
    pub(crate) fn mean_of(&self, respondents: u64, level: Level) -> Estimate {
        Estimate { value: self.mean(), n: respondents, ci: self.mean_interval(respondents, level) }
    }

    fn mean_interval(&self, n: u64, level: Level) -> Option<Interval> {
        let (mean, variance) = (self.mean()?, self.variance().filter(|variance| *variance > 0.0)?);
        let t = level.t(n.checked_sub(1)? as f64)?;
        Some(Interval::around(mean, t * (variance / n as f64).sqrt()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn without_answers_everything_is_absent() {
        let none = Counts::empty(Scale::FIVE);
        assert_eq!(none.mean_estimate(Level::default()), Estimate::default());
        let one = Counts::of(Scale::FIVE, &[3.0]).mean_estimate(Level::default());
        assert_eq!((one.value, one.ci), (Some(3.0), None));
    }

    #[test]
    fn equal_answers_have_no_interval() {
        let same = Counts::of(Scale::FIVE, &[4.0, 4.0, 4.0]).mean_estimate(Level::default());
        assert_eq!((same.value, same.ci), (Some(4.0), None));
    }

    proptest! {
        #[test]
        fn merged_halves_are_the_whole(answers in prop::collection::vec(-2i16..14, 0..80), cut in 0usize..80) {
            let answers: Vec<f64> = answers.into_iter().map(f64::from).collect();
            let (left, right) = answers.split_at(cut.min(answers.len()));
            let mut merged = Counts::of(Scale::NPS, left);
            merged.merge(&Counts::of(Scale::NPS, right));
            prop_assert_eq!(merged, Counts::of(Scale::NPS, &answers));
        }

        #[test]
        fn the_interval_holds_the_mean(answers in prop::collection::vec(1i16..=5, 2..60)) {
            let answers: Vec<f64> = answers.into_iter().map(f64::from).collect();
            let mean = Counts::of(Scale::FIVE, &answers).mean_estimate(Level::default());
            let value = mean.value.expect("a mean");
            prop_assert_eq!(mean.ci.is_some(), answers.iter().any(|answer| *answer != answers[0]));
            prop_assert!(mean.ci.is_none_or(|ci| ci.contains(value)));
        }

        #[test]
        fn however_many_answers_there_are_nothing_overflows(values in any::<[u64; 5]>(), apart in any::<[u64; 2]>()) {
            let mut counts = Counts::of_counts(Scale::FIVE, &values).expect("five counts");
            (counts.n_missing, counts.n_invalid) = (apart[0], apart[1]);
            counts.merge(&counts.clone());
            let mean = counts.mean_estimate(Level::default());
            prop_assert!(mean.value.is_none_or(|value| (1.0..=5.0).contains(&value)));
            prop_assert!(mean.ci.is_none_or(|ci| mean.value.is_some_and(|value| ci.contains(value))));
        }

        #[test]
        fn equal_answers_have_their_value_and_no_spread(place in 0usize..11, count in 1u64..) {
            let mut counts = Counts::empty(Scale::NPS);
            counts.add(place, count);
            prop_assert_eq!(counts.mean(), Some(place as f64));
            prop_assert!(counts.variance().is_none_or(|variance| variance == 0.0));
        }
    }
}
