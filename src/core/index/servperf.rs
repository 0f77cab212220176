//! SERVPERF: how good a service is, as it is perceived.

use super::{BatterySums, Estimate, Level};
use serde::{Deserialize, Serialize};

/// The scores of a battery of items, in the unit of its scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Servperf {
    /// Respondents who answered any item.
    pub n: u64,
    /// Those of them who left an item out: they have no overall score.
    pub n_missing: u64,
    /// Mean of the dimensions, over respondents who answered every item.
    pub score: Estimate,
    /// The same weighted by what matters to each respondent; absent where nobody said.
    pub weighted_score: Estimate,
    /// Of each dimension.
    pub dimensions: Vec<DimensionScore>,
}

/// A dimension's score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DimensionScore {
    /// Mean of its items, over respondents who answered all of them.
    pub score: Estimate,
    /// Mean of each item, over respondents who answered it.
    pub items: Vec<Estimate>,
}

/// SERVPERF: perceptions alone, without expectations. A respondent's score in a dimension is the mean of its items;
/// overall it is the mean of the dimensions, not of the items, so that a dimension of five items weighs as much as
/// one of four; weighted it is Σw·score/Σw over the dimensions. What is reported are the means over respondents
/// with Student's t intervals. Scores are in the unit of the scale, 1 to 7 as a rule.
///
/// Respondents without a whole score are left out of that score (`n` of each figure says who is in it). Absent
/// without respondents.
///
/// Source: J. Cronin, S. Taylor, "Measuring service quality", Journal of Marketing 56 (1992).
///
/// # Example
/// ```
/// use heartline::core::index::{BatterySums, Level, servperf};
/// let mut sums = BatterySums::empty(&[2, 1]);
/// sums.add(&[Some(6.0), Some(4.0), Some(7.0)], &[Some(75.0), Some(25.0)]);
/// let result = servperf(&sums, Level::default()).expect("a respondent");
/// assert_eq!((result.score.value, result.weighted_score.value), (Some(6.0), Some(5.5)));
/// ```
pub fn servperf(sums: &BatterySums, level: Level) -> Option<Servperf> {
    let mut items = sums.items.iter();
    let dimensions = sums.sizes().iter().zip(&sums.dimensions).map(|(size, dimension)| {
        let own = items.by_ref().take(*size).map(|item| item.estimate(level));
        DimensionScore { items: own.collect(), score: dimension.estimate(level) }
    });
    let dimensions = dimensions.collect();
    (sums.n > 0).then(|| Servperf {
        n: sums.n,
        n_missing: sums.n - sums.overall.n,
        score: sums.overall.estimate(level),
        weighted_score: sums.weighted.estimate(level),
        dimensions,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn without_respondents_there_is_nothing_to_say() {
        assert_eq!(servperf(&BatterySums::empty(&[1]), Level::default()), None);
    }

    proptest! {
        #[test]
        fn scores_stay_on_the_scale_and_in_their_intervals(
            rows in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.95, (1i8..=7).prop_map(f64::from)), 5), 1..40),
        ) {
            let mut sums = BatterySums::empty(&[2, 3]);
            rows.iter().for_each(|row| sums.add(row, &[Some(1.0), Some(2.0)]));
            if let Some(result) = servperf(&sums, Level::default()) {
                let of_dimensions = result.dimensions.iter().flat_map(|d| d.items.iter().chain([&d.score]));
                for figure in of_dimensions.chain([&result.score, &result.weighted_score]) {
                    let value = figure.value;
                    prop_assert!(value.is_none_or(|value| (1.0 - 1e-9..=7.0 + 1e-9).contains(&value)));
                    prop_assert!(figure.ci.is_none_or(|ci| value.is_some_and(|value| ci.contains(value))));
                }
                prop_assert_eq!(result.n_missing + result.score.n, result.n);
            }
        }
    }
}
