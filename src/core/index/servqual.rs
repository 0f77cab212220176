//! SERVQUAL: how a service compares with what was expected of it.

use super::{BatterySums, Estimate, Level, servperf};
use serde::{Deserialize, Serialize};

/// The sums behind SERVQUAL. They add up.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ServqualSums {
    /// What was expected, where both answers were given.
    pub expectation: BatterySums,
    /// What was perceived, where both answers were given.
    pub perception: BatterySums,
    /// Perception − expectation.
    pub gap: BatterySums,
}

impl ServqualSums {
    /// No respondents yet, of dimensions with so many items.
    pub fn empty(sizes: &[usize]) -> Self {
        let battery = BatterySums::empty(sizes);
        Self { expectation: battery.clone(), perception: battery.clone(), gap: battery }
    }

    /// Counts a respondent: two answers an item, dimension after dimension, and a weight a dimension, or none at all.
    /// An item of which one answer is missing is left out whole.
    pub fn add(
        &mut self,
        expectation: &[Option<f64>],
        perception: &[Option<f64>],
        weights: &[Option<f64>],
    ) {
        let pairs = expectation.iter().zip(perception).map(|(expected, got)| expected.zip(*got));
        let pairs: Vec<Option<(f64, f64)>> = pairs.collect();
        let of = |value: fn((f64, f64)) -> f64| -> Vec<Option<f64>> {
            pairs.iter().map(|pair| pair.map(value)).collect()
        };
        self.expectation.add(&of(|(expected, _)| expected), weights);
        self.perception.add(&of(|(_, perceived)| perceived), weights);
        self.gap.add(&of(|(expected, perceived)| perceived - expected), weights);
    }

    /// Adds another lot of the same survey.
    pub fn merge(&mut self, other: &Self) {
        self.expectation.merge(&other.expectation);
        self.perception.merge(&other.perception);
        self.gap.merge(&other.gap);
    }
}

/// The gaps between what was expected and what was perceived, in the unit of the scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Servqual {
    /// Respondents who answered any item on both sides.
    pub n: u64,
    /// Those of them who left an item out: they have no overall gap.
    pub n_missing: u64,
    /// Mean of the dimensions' gaps.
    pub gap: Estimate,
    /// The same weighted by what matters to each respondent; absent where nobody said.
    pub weighted_gap: Estimate,
    /// Of each dimension.
    pub dimensions: Vec<ServqualDimension>,
}

/// A dimension's gap, and what makes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ServqualDimension {
    /// Mean expectation.
    pub expectation: Estimate,
    /// Mean perception.
    pub perception: Estimate,
    /// Mean gap; its interval is of paired answers.
    pub gap: Estimate,
    /// Of each item.
    pub items: Vec<ServqualItem>,
}

/// An item's gap, and what makes it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ServqualItem {
    /// Mean expectation.
    pub expectation: Estimate,
    /// Mean perception.
    pub perception: Estimate,
    /// Mean gap.
    pub gap: Estimate,
}

/// SERVQUAL: gap = perception − expectation of each item; a dimension's is the mean of its items', the overall one
/// the mean of the dimensions' (not of the items'), the weighted one Σw·gap/Σw over the dimensions. Each is worked
/// out by respondent and then averaged, with a t interval of the respondents' gaps. On a scale from 1 to 7 gaps lie
/// between −6 and 6; below zero the service falls short of what was expected.
///
/// A respondent who left out an item has no gap of its dimension, and no overall one; `n` of each figure says who is
/// in it. Weights need not sum to 100. Absent without respondents.
///
/// Source: A. Parasuraman, V. Zeithaml, L. Berry, "SERVQUAL", Journal of Retailing 64 (1988); "Refinement and
/// reassessment", Journal of Retailing 67 (1991).
///
/// # Example
/// ```
/// use heartline::core::index::{Level, ServqualSums, servqual};
/// let mut sums = ServqualSums::empty(&[1, 1]);
/// sums.add(&[Some(7.0), Some(6.0)], &[Some(4.0), Some(6.0)], &[Some(60.0), Some(40.0)]);
/// let result = servqual(&sums, Level::default()).expect("a respondent");
/// assert_eq!((result.gap.value, result.weighted_gap.value), (Some(-1.5), Some(-1.8)));
/// ```
pub fn servqual(sums: &ServqualSums, level: Level) -> Option<Servqual> {
    let [expectation, perception, gap] =
        [&sums.expectation, &sums.perception, &sums.gap].map(|battery| servperf(battery, level));
    let (expectation, perception, gap) = (expectation?, perception?, gap?);
    let sides = expectation.dimensions.into_iter().zip(perception.dimensions);
    let dimensions = sides.zip(gap.dimensions).map(|((expectation, perception), gap)| {
        let pairs = expectation.items.into_iter().zip(perception.items);
        let items = pairs.zip(gap.items).map(|((expectation, perception), gap)| ServqualItem {
            expectation,
            perception,
            gap,
        });
        ServqualDimension {
            items: items.collect(),
            expectation: expectation.score,
            perception: perception.score,
            gap: gap.score,
        }
    });
    Some(Servqual {
        n: gap.n,
        n_missing: gap.n_missing,
        gap: gap.score,
        weighted_gap: gap.weighted_score,
        dimensions: dimensions.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Row = (Vec<Option<f64>>, Vec<Option<f64>>);

    fn answers() -> impl Strategy<Value = Vec<Option<f64>>> {
        prop::collection::vec(prop::option::weighted(0.95, (1i8..=7).prop_map(f64::from)), 5)
    }

    fn sums(rows: &[Row]) -> ServqualSums {
        let mut sums = ServqualSums::empty(&[2, 3]);
        rows.iter().for_each(|(expected, got)| sums.add(expected, got, &[Some(2.0), Some(3.0)]));
        sums
    }

    fn near(a: Option<f64>, b: Option<f64>) -> bool {
        a.zip(b).map_or(a == b, |(a, b)| (a - b).abs() < 1e-9)
    }

    #[test]
    fn an_item_with_one_answer_is_left_out_whole() {
        let sums =
            sums(&[(vec![Some(7.0); 5], vec![None, Some(5.0), Some(5.0), Some(5.0), Some(5.0)])]);
        let result = servqual(&sums, Level::default()).expect("a respondent");
        assert_eq!((result.n, result.n_missing, result.gap.value), (1, 1, None));
        let [first, second] = &result.dimensions[..] else { panic!("two dimensions") };
        assert_eq!((first.gap.value, first.items[0].expectation.n), (None, 0));
        assert_eq!((first.items[1].gap.value, second.gap.value), (Some(-2.0), Some(-2.0)));
    }

    proptest! {
        #[test]
        fn merged_halves_are_the_whole_and_gaps_are_differences(
            rows in prop::collection::vec((answers(), answers()), 1..40), cut in 0usize..40,
        ) {
            let (left, right) = rows.split_at(cut.min(rows.len()));
            let mut merged = sums(right);
            merged.merge(&sums(left));
            let level = Level::default();
            let (one, other) = (servqual(&merged, level), servqual(&sums(&rows), level));
            prop_assert_eq!(one.is_some(), other.is_some());
            if let Some((one, other)) = one.zip(other) {
                prop_assert_eq!((one.n, one.n_missing), (other.n, other.n_missing));
                prop_assert!(near(one.gap.value, other.gap.value));
                prop_assert!(near(one.weighted_gap.value, other.weighted_gap.value));
                for dimension in &one.dimensions {
                    let difference = dimension.perception.value.zip(dimension.expectation.value);
                    prop_assert!(near(dimension.gap.value, difference.map(|(got, expected)| got - expected)));
                }
                let gaps: Option<Vec<f64>> = one.dimensions.iter().map(|d| d.gap.value).collect();
                if let Some(gaps) = gaps.filter(|_| one.n_missing == 0) {
                    prop_assert!(near(one.gap.value, Some(gaps.iter().sum::<f64>() / 2.0)));
                }
            }
        }
    }
}
