//! What goes with what.

use super::CalculationError;
use super::calculation::Calculation;
use crate::core::index;
use schemars::JsonSchema;
use serde::Deserialize;

/// Pearson's correlation of pairs of values.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Pearson {
    pairs: Vec<(f64, f64)>,
}

impl Calculation for Pearson {
    const NAME: &'static str = "pearson";
    type Result = Option<index::Correlation>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        Ok(index::pearson(&self.pairs))
    }
}

/// Spearman's rank correlation of pairs of values.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Spearman {
    pairs: Vec<(f64, f64)>,
}

impl Calculation for Spearman {
    const NAME: &'static str = "spearman";
    type Result = Option<index::Correlation>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        Ok(index::spearman(&self.pairs))
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
