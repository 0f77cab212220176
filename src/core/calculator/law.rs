//! Quantiles, and the interval of a share.

use super::CalculationError;
use super::calculation::Calculation;
use super::whole::whole;
use crate::core::index::{Estimate, Level, quantile_type_7, wilson};
use schemars::JsonSchema;
use serde::Deserialize;

/// The standard normal quantile of a two-sided confidence level.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NormalQuantile {
    level: Level,
}

impl Calculation for NormalQuantile {
    const NAME: &'static str = "normal_quantile";
    type Result = f64;

    fn calculate(self) -> Result<f64, CalculationError> {
        Ok(self.level.z())
    }
}

/// Student's t quantile of a two-sided confidence level.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StudentQuantile {
    level: Level,
    /// Degrees of freedom; the result is null unless they are positive, and where it is beyond all numbers.
    df: f64,
}

impl Calculation for StudentQuantile {
    const NAME: &'static str = "student_quantile";
    type Result = Option<f64>;

    fn calculate(self) -> Result<Option<f64>, CalculationError> {
        Ok(self.level.t(self.df))
    }
}

/// A share with Wilson's interval.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Wilson {
    /// How many of them.
    #[serde(deserialize_with = "whole")]
    hits: u64,
    /// All.
    #[serde(deserialize_with = "whole")]
    n: u64,
    #[serde(default)]
    level: Level,
}

impl Calculation for Wilson {
    const NAME: &'static str = "wilson";
    type Result = Estimate;

    fn calculate(self) -> Result<Estimate, CalculationError> {
        if self.hits > self.n {
            return Err(CalculationError::at("hits", "more than n"));
        }
        Ok(wilson(self.hits, self.n, self.level))
    }
}

/// A quantile of values, type 7 of Hyndman and Fan: linear between order statistics.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Quantile {
    values: Vec<f64>,
    /// Which quantile, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    share: f64,
}

impl Calculation for Quantile {
    const NAME: &'static str = "quantile";
    type Result = Option<f64>;

    fn calculate(self) -> Result<Option<f64>, CalculationError> {
        if !(0.0..=1.0).contains(&self.share) {
            return Err(CalculationError::at("share", "a share lies from 0 to 1"));
        }
        Ok(quantile_type_7(&self.values, self.share))
    }
}
