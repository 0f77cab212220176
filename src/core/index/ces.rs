//! Customer effort score 2.0.

use super::{Counts, Estimate, Level, wilson};
use serde::{Deserialize, Serialize};

/// Agreement that it was easy, answered from 1 to 7.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ces {
    /// Answers counted.
    pub n: u64,
    /// Answers 5 to 7; 4 is not agreement.
    pub agreeing: u64,
    /// Mean answer, 1 to 7, with Student's t interval (n ≥ 2).
    pub mean: Estimate,
    /// Share of 5 to 7, between 0 and 1, with Wilson's interval.
    pub share: Estimate,
    /// Responses without an answer.
    pub n_missing: u64,
    /// Answers off the scale.
    pub n_invalid: u64,
}

/// The effort score of answers from 1 to 7: higher is easier.
///
/// Source: CEB, "Effortless experience" (2013), version 2.0 of the question.
///
/// # Example
/// ```
/// use heartline::core::{index::{Counts, Level, ces}, model::Scale};
/// let ces = ces(&Counts::of(Scale::SEVEN, &[7.0, 5.0, 4.0, 2.0]), Level::default());
/// assert_eq!((ces.agreeing, ces.mean.value), (2, Some(4.5)));
/// ```
pub fn ces(counts: &Counts, level: Level) -> Ces {
    let (n, agreeing) = (counts.n(), counts.between(5, 7));
    Ces {
        n,
        agreeing,
        mean: counts.mean_estimate(level),
        share: wilson(agreeing, n, level),
        n_missing: counts.n_missing,
        n_invalid: counts.n_invalid,
    }
}
