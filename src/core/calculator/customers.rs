//! Customers and what they are worth.

use super::CalculationError;
use super::calculation::Calculation;
use super::share::Share;
use crate::core::index;
use crate::core::index::{Level, MarginAt, ProfitChain, Purchases, Scenario};
use schemars::JsonSchema;
use serde::Deserialize;

/// RFM: recency, frequency and monetary scores by quintiles, 1 to 5.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Rfm {
    customers: Vec<Purchases>,
}

impl Calculation for Rfm {
    const NAME: &'static str = "rfm";
    type Result = Vec<index::Rfm>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        Ok(index::rfm(&self.customers))
    }
}

/// Customer lifetime value, in the unit of the margin and as a multiple of it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Clv {
    /// Margin a period.
    margin: f64,
    /// Share of customers kept a period, 0 to 1.
    retention: f64,
    /// Discount rate a period, as a share.
    discount: f64,
    /// When in its period the margin comes; at its end when left out.
    #[serde(default)]
    margin_at: MarginAt,
}

impl Calculation for Clv {
    const NAME: &'static str = "clv";
    type Result = Option<index::Clv>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        Ok(index::clv(self.margin, self.retention, self.discount, self.margin_at))
    }
}

/// Churn: the share of customers at the start who were lost, with Wilson's interval.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Churn {
    /// Customers lost (`hits`) of those at the start (`n`).
    lost: Share,
    #[serde(default)]
    level: Level,
}

impl Calculation for Churn {
    const NAME: &'static str = "churn";
    type Result = Option<index::Churn>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        Ok(index::churn(self.lost.possible("lost")?, self.level))
    }
}

/// Return on investment, and when it has paid back.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Roi {
    /// What it costs, before the first period.
    cost: f64,
    /// What each period brings.
    benefits: Vec<f64>,
}

impl Calculation for Roi {
    const NAME: &'static str = "roi";
    type Result = Option<index::Roi>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        Ok(index::roi(self.cost, &self.benefits))
    }
}

/// The service-profit chain as a what-if: a scenario with its ranges and assumptions, never a measurement.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WhatIf {
    /// Change of the heart index, in percent.
    #[serde(default)]
    heart_index_percent: f64,
    /// Change of NPS, in points.
    #[serde(default)]
    nps_points: f64,
    /// What is assumed; the usual assumptions where left out.
    #[serde(default)]
    assumptions: ProfitChain,
}

impl Calculation for WhatIf {
    const NAME: &'static str = "profit_chain";
    type Result = Scenario;

    fn calculate(self) -> Result<Scenario, CalculationError> {
        Ok(index::profit_chain(self.heart_index_percent, self.nps_points, &self.assumptions))
    }
}
