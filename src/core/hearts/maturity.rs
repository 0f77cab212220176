//! How mature the service culture is, and what the next level lacks.

use super::{Criterion, MaturityRules};
use serde::{Deserialize, Serialize};

/// L1 initial, L2 defined, L3 stable, L4 optimising, L5 leading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MaturityLevel {
    /// L1
    #[default]
    Initial,
    /// L2
    Defined,
    /// L3
    Stable,
    /// L4
    Optimising,
    /// L5
    Leading,
}

impl MaturityLevel {
    /// All levels, lowest first.
    pub const ALL: [MaturityLevel; 5] =
        [Self::Initial, Self::Defined, Self::Stable, Self::Optimising, Self::Leading];

    /// The level's number, 1 to 5.
    ///
    /// # Example
    /// ```
    /// use heartline::core::hearts::MaturityLevel;
    /// assert_eq!(MaturityLevel::Stable.number(), 3);
    /// ```
    pub fn number(self) -> u8 {
        self as u8 + 1
    }
}

/// A criterion that is not met.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    /// The criterion.
    pub criterion: Criterion,
    /// The value it has; absent when it is unknown, which is not met either.
    pub value: Option<f64>,
}

/// The level reached and what the next one lacks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Maturity {
    /// The highest level that is met, with all below it.
    pub level: MaturityLevel,
    /// The unmet criteria of the next level; empty at L5.
    pub lacking: Vec<Gap>,
}

/// The maturity of measured values. A level counts only when all below it are met.
///
/// # Example
/// ```
/// use heartline::core::hearts::{MaturityLevel, MaturityRules, maturity};
/// let measure = |name: &str| match name {
///     "awareness" => Some(82.0),
///     "service_error" => Some(1.2),
///     "csat" => Some(88.0),
///     _ => None,
/// };
/// let found = maturity(&MaturityRules::default(), &measure);
/// assert_eq!(found.level, MaturityLevel::Defined);
/// assert_eq!(found.lacking.len(), 2);
/// ```
pub fn maturity(rules: &MaturityRules, value_of: &dyn Fn(&str) -> Option<f64>) -> Maturity {
    for (below, criteria) in MaturityLevel::ALL.into_iter().zip(&rules.levels) {
        let lacking: Vec<Gap> = criteria.iter().filter_map(|c| gap(c, value_of)).collect();
        if !lacking.is_empty() {
            return Maturity { level: below, lacking };
        }
    }
    Maturity { level: MaturityLevel::Leading, lacking: Vec::new() }
}

fn gap(criterion: &Criterion, value_of: &dyn Fn(&str) -> Option<f64>) -> Option<Gap> {
    let value = value_of(&criterion.measure);
    let met = value.is_some_and(|value| criterion.requirement.is_met_by(value));
    (!met).then(|| Gap { criterion: criterion.clone(), value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn level_of(values: &[(&str, f64)]) -> Maturity {
        let find = |name: &str| values.iter().find(|(n, _)| *n == name).map(|(_, v)| *v);
        maturity(&MaturityRules::default(), &find)
    }

    const L3: [(&str, f64); 5] = [
        ("awareness", 70.0),
        ("service_error", 5.0),
        ("behaviour_rate", 85.0),
        ("csat", 85.0),
        ("nps", 61.0),
    ];

    #[test]
    fn thresholds_count_as_met() {
        assert_eq!(level_of(&L3).level, MaturityLevel::Stable);
    }

    #[test]
    fn a_gap_below_holds_back_everything_above() {
        let mut values = L3.to_vec();
        values[0].1 = 69.9;
        values.push(("brand_premium", 20.0));
        let found = level_of(&values);
        assert_eq!(found.level, MaturityLevel::Initial);
        assert_eq!(found.lacking[0].value, Some(69.9));
    }

    #[test]
    fn the_unknown_is_not_met_and_is_named() {
        let found = level_of(&L3);
        let names: Vec<&str> = found.lacking.iter().map(|g| g.criterion.measure.as_str()).collect();
        assert_eq!(names, ["brand_premium", "benchmark_cases"]);
        assert!(found.lacking.iter().all(|gap| gap.value.is_none()));
    }

    #[test]
    fn the_top_lacks_nothing() {
        let mut values = L3.to_vec();
        values.extend([
            ("brand_premium", 15.0),
            ("benchmark_cases", 1.0),
            ("adopted_outside", 1.0),
        ]);
        let found = level_of(&values);
        assert_eq!((found.level, found.lacking.len()), (MaturityLevel::Leading, 0));
    }

    proptest! {
        #[test]
        fn a_better_value_never_lowers_the_level(values in prop::collection::vec(prop::option::of(0u8..=100), 7), which in 0usize..7, by in 1u8..50) {
            const NAMES: [&str; 7] = ["awareness", "behaviour_rate", "csat", "nps", "brand_premium", "benchmark_cases", "adopted_outside"];
            let level = |values: &[Option<u8>]| {
                let mut known: Vec<(&str, f64)> = NAMES
                    .into_iter()
                    .zip(values)
                    .filter_map(|(name, value)| value.map(|value| (name, f64::from(value))))
                    .collect();
                known.push(("service_error", 1.0));
                level_of(&known)
            };
            let mut better = values.clone();
            better[which] = Some(better[which].unwrap_or(0).saturating_add(by));
            let (before, after) = (level(&values), level(&better));
            prop_assert!(after.level >= before.level);
            prop_assert_eq!(before.lacking.is_empty(), before.level == MaturityLevel::Leading);
        }
    }
}
