//! Control charts.

use super::CalculationError;
use super::calculation::Calculation;
use super::share::Share;
use super::whole::whole;
use crate::core::index;
use crate::core::index::{ControlChart, EwmaRule};
use schemars::JsonSchema;
use serde::Deserialize;

/// A p-chart: shares of periods against limits of three standard errors.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PChart {
    /// The periods' shares, oldest first.
    shares: Vec<Share>,
    /// How many of the first periods set the limits.
    #[serde(deserialize_with = "whole")]
    baseline: usize,
}

impl Calculation for PChart {
    const NAME: &'static str = "p_chart";
    type Result = Option<ControlChart>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        let places = self.shares.into_iter().enumerate();
        let shares: Result<Vec<_>, _> =
            places.map(|(place, share)| share.possible(&format!("shares[{place}]"))).collect();
        Ok(index::p_chart(&shares?, self.baseline))
    }
}

/// An XmR chart: single values and their moving ranges.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Xmr {
    /// The periods' values, oldest first; null where there is none.
    values: Vec<Option<f64>>,
    /// How many of the first periods set the limits.
    #[serde(deserialize_with = "whole")]
    baseline: usize,
}

impl Calculation for Xmr {
    const NAME: &'static str = "xmr";
    type Result = Option<index::Xmr>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        Ok(index::xmr(&self.values, self.baseline))
    }
}

/// An EWMA chart: an exponentially weighted moving average, which finds small shifts.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Ewma {
    /// The periods' values, oldest first; null where there is none.
    values: Vec<Option<f64>>,
    /// Where the average starts, and what it is held against.
    centre: f64,
    /// The standard deviation of single values, from 0.
    #[schemars(range(min = 0))]
    sigma: f64,
    /// The weight of the newest value, above 0 and up to 1.
    lambda: f64,
    /// The limits' width in standard errors, from 0.
    #[schemars(range(min = 0))]
    width: f64,
}

impl Calculation for Ewma {
    const NAME: &'static str = "ewma";
    type Result = Option<ControlChart>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        if !(self.lambda > 0.0 && self.lambda <= 1.0) {
            return Err(CalculationError::at("lambda", "above 0 and up to 1 is wanted"));
        }
        for (name, value) in [("sigma", self.sigma), ("width", self.width)] {
            if value < 0.0 {
                return Err(CalculationError::at(name, "no less than 0 is wanted"));
            }
        }
        let rule = EwmaRule { lambda: self.lambda, width: self.width };
        Ok(index::ewma(&self.values, self.centre, self.sigma, rule))
    }
}
