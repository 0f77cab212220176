//! Customer satisfaction.

use super::{Answers, Estimate, Level};
use crate::core::model::Scale;
use serde::{Deserialize, Serialize};

/// Satisfaction answered from 1 to 5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Csat {
    /// Answers counted; of several questions together, the people who gave them.
    pub n: u64,
    /// Answers 4 and 5.
    pub satisfied: u64,
    /// Share of 4 and 5, between 0 and 1, with Wilson's interval.
    pub share: Estimate,
    /// Mean answer, 1 to 5, with Student's t interval (two answers that differ).
    pub mean: Estimate,
    /// The mean on 0 to 100: (mean − 1)/4·100.
    pub index: Estimate,
    /// Responses without an answer.
    pub n_missing: u64,
    /// Answers off the scale.
    pub n_invalid: u64,
}

/// Satisfaction of answers from 1 to 5: the share of 4 and 5 with Wilson's interval, the mean with Student's t
/// interval, and the mean on 0 to 100. Without answers each is absent; a mean of equal answers, or of one, has no interval.
///
/// Source: the share is the usual top-two-box score; for the intervals
/// see [`wilson`](super::wilson) and [`Counts::mean_estimate`](super::Counts::mean_estimate).
///
/// # Example
/// ```
/// use heartline::core::index::{Level, csat};
/// let csat = csat(&[5, 4, 3, 1], Level::default());
/// assert_eq!(csat.share.value, Some(0.5));
/// assert_eq!(csat.mean.value, Some(3.25));
/// assert_eq!(csat.index.value, Some(56.25));
/// ```
pub fn csat(answers: &(impl Answers + ?Sized), level: Level) -> Csat {
    let counts = answers.on(Scale::FIVE);
    let (n, satisfied) = (counts.respondents(), counts.between(4, 5));
    let mean = counts.mean_estimate(level);
    Csat {
        n,
        satisfied,
        share: counts.share(4, 5, level),
        mean,
        index: mean.map(to_hundred),
        n_missing: counts.n_missing,
        n_invalid: counts.n_invalid,
    }
}

/// A mean on 1 to 5, as 0 to 100.
pub(super) fn to_hundred(mean: f64) -> f64 {
    (mean - 1.0) / 4.0 * 100.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_better_answer_never_lowers_it_and_intervals_hold_what_they_are_of(answers in prop::collection::vec(1i32..=5, 2..60)) {
            let of = |answers: &[i32]| csat(answers, Level::default());
            let better: Vec<i32> = answers.iter().map(|answer| (answer + 1).min(5)).collect();
            let (csat, better) = (of(&answers), of(&better));
            prop_assert!(csat.share.value <= better.share.value && csat.index.value <= better.index.value);
            for figure in [csat.share, csat.mean, csat.index] {
                prop_assert!(figure.ci.is_none_or(|ci| figure.value.is_some_and(|value| ci.contains(value))));
            }
        }
    }
}
