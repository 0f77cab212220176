//! What goes with what.

use super::CalculationError;
use super::calculation::Calculation;
use crate::core::index::{self, Correlation, Interval, Level};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A correlation with its interval.
#[derive(Serialize)]
pub(super) struct Correlated {
    #[serde(flatten)]
    correlation: Correlation,
    /// Fisher's; null under four pairs, and at either end.
    ci: Option<Interval>,
}

impl Correlated {
    pub(super) fn of(correlation: Option<Correlation>, level: Level) -> Option<Self> {
        correlation.map(|correlation| Self { correlation, ci: correlation.ci(level) })
    }
}

/// Pearson's correlation of pairs of values, with Fisher's interval.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Pearson {
    pairs: Vec<(f64, f64)>,
    #[serde(default)]
    level: Level,
}

impl Calculation for Pearson {
    const NAME: &'static str = "pearson";
    type Result = Option<Correlated>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        Ok(Correlated::of(index::pearson(&self.pairs), self.level))
    }
}

/// Spearman's rank correlation of pairs of values, with Fisher's interval.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Spearman {
    pairs: Vec<(f64, f64)>,
    #[serde(default)]
    level: Level,
}

impl Calculation for Spearman {
    const NAME: &'static str = "spearman";
    type Result = Option<Correlated>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        Ok(Correlated::of(index::spearman(&self.pairs), self.level))
    }
}

/// The ranks of values from 1, ties sharing the middle one.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MidRanks {
    values: Vec<f64>,
}

impl Calculation for MidRanks {
    const NAME: &'static str = "mid_ranks";
    type Result = Vec<f64>;

    fn calculate(self) -> Result<Vec<f64>, CalculationError> {
        Ok(index::mid_ranks(&self.values))
    }
}
