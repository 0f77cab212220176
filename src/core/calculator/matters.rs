//! What matters, and what is at risk.

use super::CalculationError;
use super::calculation::Calculation;
use super::correlation::Correlated;
use crate::core::index::{self, CorrelationMethod, Crosshair, Level, Rated};
use schemars::JsonSchema;
use serde::Deserialize;

/// FMEA: risk priority number and action priority (AIAG & VDA) of failure modes rated from 1 to 10.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Fmea {
    /// The failure modes; the result of one that is not rated in whole numbers from 1 to 10 is null.
    ratings: Vec<Rating>,
}

/// One failure mode; 10 is worst.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Rating {
    severity: f64,
    occurrence: f64,
    detection: f64,
}

impl Calculation for Fmea {
    const NAME: &'static str = "fmea";
    type Result = Vec<Option<index::Fmea>>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        let of = |Rating { severity, occurrence, detection }: Rating| {
            index::Rating::new(severity, occurrence, detection).map(index::fmea)
        };
        Ok(self.ratings.into_iter().map(of).collect())
    }
}

/// Importance-performance: what to concentrate on, keep up, leave or do less of.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ImportancePerformance {
    rated: Vec<Rated>,
    /// Where the lines cross; at the means when left out.
    #[serde(default)]
    crosshair: Option<Rated>,
}

impl Calculation for ImportancePerformance {
    const NAME: &'static str = "importance_performance";
    type Result = Option<index::ImportancePerformance>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        let crosshair = self.crosshair.map_or(Crosshair::Means, Crosshair::At);
        Ok(index::importance_performance(&self.rated, crosshair))
    }
}

/// Derived importance: how a touchpoint's score goes along with the overall one.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DerivedImportance {
    /// Of each respondent: the touchpoint's score and the overall one.
    pairs: Vec<(f64, f64)>,
    /// By ranks when left out.
    #[serde(default)]
    method: CorrelationMethod,
    #[serde(default)]
    level: Level,
}

impl Calculation for DerivedImportance {
    const NAME: &'static str = "derived_importance";
    type Result = Option<Correlated>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        Ok(Correlated::of(index::derived_importance(&self.pairs, self.method), self.level))
    }
}

/// Priority: importance times shortfall from target, ranked.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Priority {
    rated: Vec<Rated>,
    /// The score aimed at, in the unit of the performances.
    target: f64,
}

impl Calculation for Priority {
    const NAME: &'static str = "priority";
    type Result = Vec<index::Ranked>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        Ok(index::ranked(&self.rated, self.target))
    }
}
