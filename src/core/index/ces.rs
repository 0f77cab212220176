//! Customer effort score 2.0.

use super::{Answers, Estimate, Level};
use crate::core::model::Scale;
use serde::{Deserialize, Serialize};

/// Agreement that it was easy, answered from 1 to 7.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ces {
    /// Answers counted; of several questions together, the people who gave them.
    pub n: u64,
    /// Answers 5 to 7; 4 is not agreement.
    pub agreeing: u64,
    /// Mean answer, 1 to 7, with Student's t interval (two answers that differ).
    pub mean: Estimate,
    /// Share of 5 to 7, between 0 and 1, with Wilson's interval.
    pub share: Estimate,
    /// Responses without an answer.
    pub n_missing: u64,
    /// Answers off the scale.
    pub n_invalid: u64,
}

/// The effort score of answers from 1 to 7, higher is easier: the mean with Student's t interval, and the share of 5
/// to 7 with Wilson's. They are two different figures, not two forms of one. Without answers each is absent.
///
/// Source: CEB, "Effortless experience" (2013), version 2.0 of the question.
///
/// # Example
/// ```
/// use heartline::core::index::{Level, ces};
/// let ces = ces(&[7, 5, 4, 2], Level::default());
/// assert_eq!((ces.agreeing, ces.mean.value), (2, Some(4.5)));
/// ```
pub fn ces(answers: &(impl Answers + ?Sized), level: Level) -> Ces {
    let counts = answers.on(Scale::SEVEN);
    let (n, agreeing) = (counts.respondents(), counts.between(5, 7));
    Ces {
        n,
        agreeing,
        mean: counts.mean_estimate(level),
        share: counts.share(5, 7, level),
        n_missing: counts.n_missing,
        n_invalid: counts.n_invalid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn easier_never_lowers_it_and_intervals_hold_what_they_are_of(answers in prop::collection::vec(1i32..=7, 2..60)) {
            let of = |answers: &[i32]| ces(answers, Level::default());
            let easier: Vec<i32> = answers.iter().map(|answer| (answer + 1).min(7)).collect();
            let (ces, easier) = (of(&answers), of(&easier));
            prop_assert!(ces.share.value <= easier.share.value && ces.mean.value <= easier.mean.value);
            for figure in [ces.share, ces.mean] {
                prop_assert!(figure.ci.is_none_or(|ci| figure.value.is_some_and(|value| ci.contains(value))));
            }
        }
    }
}
