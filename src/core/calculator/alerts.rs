//! What is off, and until when somebody must act.

use super::CalculationError;
use super::calculation::Calculation;
use super::moment::{Date, written};
use super::whole::whole;
use crate::core::hearts::{Colour, Rule, benchmark_missed, indicator_finding};
use crate::core::index::Estimate;
use crate::core::model::{Direction, Indicator, IndicatorId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Alert: whether a value is off its target or baseline, in a band of behaviour or in decline; and until when.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Alert {
    value: f64,
    /// How many answers it rests on; 0 for an operational figure.
    #[serde(default, deserialize_with = "whole")]
    n: u64,
    /// Which way is better; more when left out.
    #[serde(default)]
    direction: Better,
    #[serde(default)]
    target: Option<f64>,
    /// What it is held against without a target.
    #[serde(default)]
    baseline: Option<f64>,
    /// True for the rate of a taught behaviour, which goes by bands.
    #[serde(default)]
    behaviour_rate: bool,
    /// The values of the last three months, oldest first.
    #[serde(default)]
    run: [Option<f64>; 3],
    /// The day it would be raised on.
    raised: Date,
}

/// Which way is better.
#[derive(Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Better {
    #[default]
    Higher,
    Lower,
}

#[derive(Serialize)]
pub(super) struct AlertResult {
    colour: Colour,
    figure: Estimate,
    rule: Rule,
    due: String,
    due_in_days: i32,
}

impl Alert {
    fn indicator(&self) -> Indicator {
        Indicator {
            direction: match self.direction {
                Better::Higher => Direction::Higher,
                Better::Lower => Direction::Lower,
            },
            target: self.target,
            baseline: self.baseline,
            behaviour_rate: self.behaviour_rate,
            ..Indicator::unknown(IndicatorId::new("value"))
        }
    }
}

impl Calculation for Alert {
    const NAME: &'static str = "alert";
    type Result = Option<AlertResult>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        let found = indicator_finding(&self.indicator(), self.value, self.run);
        let figure = Estimate { value: Some(self.value), n: self.n, ci: None };
        let Some((colour, rule)) = found else { return Ok(None) };
        let due = colour.due(self.raised.0);
        let beyond = || CalculationError::at("raised", "its deadline lies beyond the year 9999");
        let (on, due_in_days) = (written(due.on).ok_or_else(beyond)?, due.days);
        Ok(Some(AlertResult { colour, figure, rule, due: on, due_in_days }))
    }
}

/// Benchmark: whether NPS was 30 % under it on three days running, on answers enough to say so.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Benchmark {
    /// The last three days.
    days: [DayScore; 3],
    /// The benchmark, in points.
    benchmark: f64,
}

/// One day's score; null without answers.
#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DayScore {
    nps: Option<f64>,
    #[serde(deserialize_with = "whole")]
    n: u64,
}

#[derive(Serialize)]
pub(super) struct BenchmarkResult {
    n: u64,
    missed: bool,
}

impl Calculation for Benchmark {
    const NAME: &'static str = "benchmark";
    type Result = BenchmarkResult;

    fn calculate(self) -> Result<BenchmarkResult, CalculationError> {
        let days = self.days.map(|day| Estimate { value: day.nps, n: day.n, ci: None });
        let n = self.days.iter().try_fold(0_u64, |sum, day| sum.checked_add(day.n));
        let n = n.ok_or_else(|| {
            CalculationError::at("days", format!("together more than {} answers", u64::MAX))
        })?;
        Ok(BenchmarkResult { n, missed: benchmark_missed(&days, self.benchmark) })
    }
}
