//! Customer satisfaction.

use super::{Counts, Estimate, Level, wilson};
use serde::{Deserialize, Serialize};

/// Satisfaction answered from 1 to 5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Csat {
    /// Answers counted.
    pub n: u64,
    /// Answers 4 and 5.
    pub satisfied: u64,
    /// Share of 4 and 5, between 0 and 1, with Wilson's interval.
    pub share: Estimate,
    /// Mean answer, 1 to 5, with Student's t interval (n ≥ 2).
    pub mean: Estimate,
    /// The mean on 0 to 100: (mean − 1)/4·100.
    pub index: Estimate,
    /// Responses without an answer.
    pub n_missing: u64,
    /// Answers off the scale.
    pub n_invalid: u64,
}

/// Satisfaction of answers from 1 to 5.
///
/// # Example
/// ```
/// use heartline::core::{index::{Counts, Level, csat}, model::Scale};
/// let csat = csat(&Counts::of(Scale::FIVE, &[5.0, 4.0, 3.0, 1.0]), Level::default());
/// assert_eq!(csat.share.value, Some(0.5));
/// assert_eq!(csat.mean.value, Some(3.25));
/// assert_eq!(csat.index.value, Some(56.25));
/// ```
pub fn csat(counts: &Counts, level: Level) -> Csat {
    let (n, satisfied) = (counts.n(), counts.between(4, 5));
    let mean = counts.mean_estimate(level);
    Csat {
        n,
        satisfied,
        share: wilson(satisfied, n, level),
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
