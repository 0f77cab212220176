//! How much a touchpoint matters, derived from what customers answer.

use super::{Correlation, pearson, spearman};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How importance is derived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum CorrelationMethod {
    /// From the values.
    Pearson,
    /// From their ranks: fits answers on a scale, and is hardly moved by a stray.
    #[default]
    Spearman,
}

/// The importance of a touchpoint as the correlation of its score with the overall one, over respondents who gave
/// both: −1 to 1, with its n. Absent with fewer than two pairs, or when either never varies.
///
/// It tells what goes along with satisfaction, not what causes it: touchpoints that are good together all seem
/// to matter.
///
/// Source: J. Martilla, J. James, "Importance-performance analysis", Journal of Marketing 41 (1977); derived instead of
/// stated importance as in K. Matzler et al., Industrial Marketing Management 33 (2004).
///
/// # Example
/// ```
/// use heartline::core::index::{CorrelationMethod, derived_importance};
/// let answers = [(5.0, 5.0), (4.0, 4.0), (2.0, 3.0), (1.0, 1.0)];
/// let importance = derived_importance(&answers, CorrelationMethod::Spearman).expect("they vary");
/// assert_eq!((importance.n, importance.r), (4, 1.0));
/// ```
pub fn derived_importance(
    score_and_overall: &[(f64, f64)],
    method: CorrelationMethod,
) -> Option<Correlation> {
    match method {
        CorrelationMethod::Pearson => pearson(score_and_overall),
        CorrelationMethod::Spearman => spearman(score_and_overall),
    }
}
