//! The Five-Heart Health Index: a weighted composite, 0 to 100.

use crate::core::model::Goalposts;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How scores are blended into one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Blend {
    /// The weighted mean: strength in one place makes up for weakness in another.
    #[default]
    Linear,
    /// The weighted geometric mean, scores floored at 1: weakness is hardly made up for.
    Geometric,
}

/// When and how the index is shown.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct HealthRules {
    /// The share of the weight that must be present, 0 to 1.
    pub min_coverage: f64,
    /// How scores are blended.
    pub blend: Blend,
}

impl Default for HealthRules {
    fn default() -> Self {
        Self { min_coverage: 0.7, blend: Blend::Linear }
    }
}

/// Adding up weights may fall short of the share by this much.
const ROUNDING: f64 = 1e-9;

/// One score with its weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighted {
    /// 0 to 100; absent when the indicator has no value.
    pub score: Option<f64>,
    /// Not negative.
    pub weight: f64,
}

/// A composite with its coverage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HealthIndex {
    /// 0 to 100; absent while too little of the weight is present.
    pub index: Option<f64>,
    /// The share of the weight that is present, 0 to 1.
    pub coverage: f64,
}

/// A value between fixed goalposts as 0 to 100, (value − zero)/(hundred − zero)·100, clipped; absent when the
/// goalposts coincide, or for a value that is not finite. They are fixed by whoever sets the target, never the
/// sample's lowest and highest, so that a score means the same next month.
///
/// The goalposts carry the direction: for a measure where less is better, `zero` is the larger.
///
/// # Example
/// ```
/// use heartline::core::{hearts::goalpost_score, model::Goalposts};
/// let minutes = Goalposts { zero: 60.0, hundred: 0.0 };
/// assert_eq!(goalpost_score(15.0, &minutes), Some(75.0));
/// assert_eq!(goalpost_score(90.0, &minutes), Some(0.0));
/// ```
pub fn goalpost_score(value: f64, goalposts: &Goalposts) -> Option<f64> {
    let span = goalposts.hundred - goalposts.zero;
    (span != 0.0 && span.is_finite() && value.is_finite())
        .then(|| ((value - goalposts.zero) / span * 100.0).clamp(0.0, 100.0))
}

/// The health index of weighted scores, 0 to 100: Σw·s/Σw over those present, or exp(Σw·ln max(s, 1)/Σw) when blended
/// geometrically. Absent while less of the weight is present than the rules ask for.
///
/// Source: OECD/JRC, "Handbook on constructing composite indicators" (2008).
///
/// # Example
/// ```
/// use heartline::core::hearts::{HealthRules, Weighted, health_index};
/// let scores = [Some(80.0), Some(60.0), None].map(|score| Weighted { score, weight: 1.0 });
/// let lenient = HealthRules { min_coverage: 0.6, ..HealthRules::default() };
/// assert_eq!(health_index(&scores, &lenient).index, Some(70.0));
/// assert_eq!(health_index(&scores, &HealthRules::default()).index, None);
/// ```
pub fn health_index(scores: &[Weighted], rules: &HealthRules) -> HealthIndex {
    let all: f64 = scores.iter().map(|s| s.weight).sum();
    let present: Vec<(f64, f64)> = scores
        .iter()
        .filter_map(|s| Some((s.score.filter(|s| s.is_finite())?, s.weight)))
        .collect();
    let weight: f64 = present.iter().map(|(_, weight)| weight).sum();
    if all <= 0.0 || weight <= 0.0 {
        return HealthIndex::default();
    }
    let coverage = weight / all;
    let enough = coverage + ROUNDING >= rules.min_coverage;
    HealthIndex { index: enough.then(|| blend(&present, weight, rules.blend)), coverage }
}

fn blend(present: &[(f64, f64)], weight: f64, how: Blend) -> f64 {
    let mean = |of: fn(f64) -> f64| present.iter().map(|(s, w)| of(*s) * w).sum::<f64>() / weight;
    match how {
        Blend::Linear => mean(|score| score),
        Blend::Geometric => mean(|score| score.max(1.0).ln()).exp(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn even(scores: &[Option<f64>]) -> Vec<Weighted> {
        scores.iter().map(|score| Weighted { score: *score, weight: 1.0 }).collect()
    }

    #[test]
    fn seventy_percent_of_the_weight_is_just_enough() {
        let mut scores = vec![Some(50.0); 7];
        scores.extend([None; 3]);
        let seven_of_ten = health_index(&even(&scores), &HealthRules::default());
        assert_eq!(seven_of_ten.index, Some(50.0));
        assert_eq!(health_index(&even(&scores[1..]), &HealthRules::default()).index, None);
    }

    #[test]
    fn nothing_present_is_absent() {
        assert_eq!(health_index(&[], &HealthRules::default()), HealthIndex::default());
        let weightless = [Weighted { score: Some(50.0), weight: 0.0 }];
        assert_eq!(health_index(&weightless, &HealthRules::default()).index, None);
    }

    #[test]
    fn equal_goalposts_give_no_score() {
        assert_eq!(goalpost_score(5.0, &Goalposts { zero: 5.0, hundred: 5.0 }), None);
    }

    proptest! {
        #[test]
        fn geometric_never_exceeds_linear_and_both_stay_in_bounds(scores in prop::collection::vec(1.0f64..=100.0, 1..12)) {
            let scores: Vec<Option<f64>> = scores.into_iter().map(Some).collect();
            let of = |blend| {
                let rules = HealthRules { blend, ..HealthRules::default() };
                health_index(&even(&scores), &rules).index.expect("all present")
            };
            let (linear, geometric) = (of(Blend::Linear), of(Blend::Geometric));
            prop_assert!(geometric <= linear + 1e-9);
            prop_assert!((0.0..=100.0 + 1e-9).contains(&linear) && geometric >= 0.0);
        }

        #[test]
        fn order_does_not_matter_and_a_higher_score_never_lowers_it(parts in prop::collection::vec((0.0f64..90.0, 0.1f64..5.0), 1..12), by in 0.0f64..10.0) {
            let weighted = |by: f64| parts.iter().map(|(score, weight)| Weighted { score: Some(score + by), weight: *weight }).collect::<Vec<_>>();
            let of = |parts: &[Weighted]| health_index(parts, &HealthRules::default()).index.expect("all present");
            let turned: Vec<Weighted> = weighted(0.0).into_iter().rev().collect();
            prop_assert!((of(&turned) - of(&weighted(0.0))).abs() < 1e-9);
            prop_assert!(of(&weighted(by)) >= of(&weighted(0.0)) - 1e-9);
        }

        #[test]
        fn a_goalpost_score_is_clipped_and_follows_its_direction(zero in -50.0f64..50.0, hundred in 60.0f64..90.0, value in -200.0f64..200.0, more in 0.0f64..50.0) {
            let up = Goalposts { zero, hundred };
            let down = Goalposts { zero: hundred, hundred: zero };
            let score = |value, posts| goalpost_score(value, &posts).expect("goalposts apart");
            prop_assert!((0.0..=100.0).contains(&score(value, up)));
            prop_assert!(score(value, up) <= score(value + more, up));
            prop_assert!(score(value, down) >= score(value + more, down));
            prop_assert!((score(value, up) + score(value, down) - 100.0).abs() < 1e-9);
        }
    }
}
