//! The five hearts.

use super::CalculationError;
use super::answers::{Answers, together};
use super::calculation::Calculation;
use crate::core::hearts::{self, Blend, HealthIndex, HealthRules, Weighted};
use crate::core::index::Level;
use crate::core::model::{Goalposts, Heart, Scale};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The score of one heart from its items, 1 to 5 each.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct HeartScore {
    #[serde(default = "care")]
    heart: Heart,
    /// The answers to each item.
    items: Vec<Answers>,
    #[serde(default)]
    level: Level,
    /// The score aimed at, 0 to 100, to learn whether the heart is missed.
    #[serde(default)]
    target: Option<f64>,
}

#[derive(Serialize)]
pub(super) struct HeartResult {
    #[serde(flatten)]
    score: hearts::HeartScore,
    /// Whether even the upper end of the interval is under the target.
    misses: Option<bool>,
}

fn care() -> Heart {
    Heart::Care
}

impl Calculation for HeartScore {
    const NAME: &'static str = "heart_score";
    const SCALE: Option<Scale> = Some(Scale::FIVE);
    type Result = HeartResult;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        let places = self.items.into_iter().enumerate();
        let items: Result<Vec<_>, _> =
            places.map(|(place, item)| item.on(Scale::FIVE, &format!("items[{place}]"))).collect();
        let items = items?;
        together(&items, "items")?;
        let score = hearts::heart_score(self.heart, &items, self.level);
        Ok(HeartResult { score, misses: self.target.map(|target| score.misses(target)) })
    }
}

/// The health index: scores of 0 to 100 by their weights.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Health {
    /// The indicators' scores, 0 to 100; null where one is unknown.
    scores: Vec<Option<f64>>,
    /// Their weights.
    weights: Vec<f64>,
    /// The share of the weight that must be present, 0 to 1; 0.7 when left out.
    #[serde(default = "least")]
    #[schemars(range(min = 0, max = 1))]
    min_coverage: f64,
    /// How they are blended; linearly when left out.
    #[serde(default)]
    blend: Blend,
}

fn least() -> f64 {
    HealthRules::default().min_coverage
}

impl Calculation for Health {
    const NAME: &'static str = "health_index";
    type Result = HealthIndex;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        if self.scores.len() != self.weights.len() {
            return Err(CalculationError::at("weights", "as many are wanted as there are scores"));
        }
        if let Some(place) = self.weights.iter().position(|weight| *weight < 0.0) {
            return Err(CalculationError::at(
                &format!("weights[{place}]"),
                "a weight is not negative",
            ));
        }
        let is_off =
            |score: &Option<f64>| score.is_some_and(|score| !(0.0..=100.0).contains(&score));
        if let Some(place) = self.scores.iter().position(is_off) {
            return Err(CalculationError::at(
                &format!("scores[{place}]"),
                "a score lies from 0 to 100",
            ));
        }
        if !(0.0..=1.0).contains(&self.min_coverage) {
            return Err(CalculationError::at("min_coverage", "a share lies from 0 to 1"));
        }
        let rules = HealthRules { min_coverage: self.min_coverage, blend: self.blend };
        let parts = self.scores.into_iter().zip(self.weights);
        let scores: Vec<_> = parts.map(|(score, weight)| Weighted { score, weight }).collect();
        Ok(hearts::health_index(&scores, &rules))
    }
}

/// A value between fixed goalposts, as 0 to 100.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct GoalpostScore {
    value: f64,
    /// The value that scores 0; above `hundred` where less is better.
    zero: f64,
    /// The value that scores 100.
    hundred: f64,
}

impl Calculation for GoalpostScore {
    const NAME: &'static str = "goalpost_score";
    type Result = Option<f64>;

    fn calculate(self) -> Result<Option<f64>, CalculationError> {
        let Self { value, zero, hundred } = self;
        Ok(hearts::goalpost_score(value, &Goalposts { zero, hundred }))
    }
}

/// The loop of the five hearts: its nodes, the links between them, its weakest node and its strength.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct HeartLoop {
    /// Each heart's index from care on; null where it is unknown.
    nodes: [Option<f64>; 5],
    /// For each heart the indices of it and of the next one, by touchpoint and month.
    pairs: [Vec<(f64, f64)>; 5],
}

impl Calculation for HeartLoop {
    const NAME: &'static str = "heart_loop";
    type Result = hearts::HeartLoop;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        Ok(hearts::heart_loop(self.nodes, &self.pairs))
    }
}
