//! How the service stands: maturity and alerts.

use super::CalculationError;
use super::calculation::Calculation;
use super::moment::Date;
use crate::core::hearts::{
    self, Colour, Criterion, MaturityLevel, MaturityRules, Requirement, Rule, benchmark_missed,
    indicator_finding,
};
use crate::core::index::Estimate;
use crate::core::model::{Direction, Indicator, IndicatorId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Maturity: the highest level, 1 to 5, that is met with all below it, and what the next one lacks.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Maturity {
    /// The measures' values; null, or left out, where one is unknown.
    measures: BTreeMap<String, Option<f64>>,
    /// What the levels 2 to 5 ask for; the usual criteria when left out.
    #[serde(default)]
    levels: Option<[Vec<Wanted>; 4]>,
}

/// One criterion of a level.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Wanted {
    measure: String,
    /// No less than this.
    #[serde(default)]
    at_least: Option<f64>,
    /// No more than this.
    #[serde(default)]
    at_most: Option<f64>,
}

#[derive(Serialize)]
pub(super) struct MaturityResult {
    level: u8,
    name: MaturityLevel,
    lacking: Vec<hearts::Gap>,
}

impl Calculation for Maturity {
    const NAME: &'static str = "maturity";
    type Result = MaturityResult;

    fn calculate(self) -> Result<MaturityResult, CalculationError> {
        let rules = self.levels.map_or_else(|| Ok(MaturityRules::default()), rules)?;
        let measures = self.measures;
        let found = hearts::maturity(&rules, &|name| measures.get(name).copied().flatten());
        Ok(MaturityResult {
            level: found.level.number(),
            name: found.level,
            lacking: found.lacking,
        })
    }
}

fn rules(levels: [Vec<Wanted>; 4]) -> Result<MaturityRules, CalculationError> {
    let mut rules = MaturityRules { levels: Default::default() };
    for (level, wanted) in levels.into_iter().enumerate() {
        for (place, one) in wanted.into_iter().enumerate() {
            rules.levels[level].push(criterion(one, &format!("levels[{level}][{place}]"))?);
        }
    }
    Ok(rules)
}

fn criterion(wanted: Wanted, path: &str) -> Result<Criterion, CalculationError> {
    let requirement = match (wanted.at_least, wanted.at_most) {
        (Some(least), None) => Requirement::AtLeast(least),
        (None, Some(most)) => Requirement::AtMost(most),
        _ => return Err(CalculationError::at(path, "either `at_least` or `at_most` is wanted")),
    };
    Ok(Criterion { measure: wanted.measure, requirement })
}

/// Alert: whether a value is off its target or baseline, in a band of behaviour or in decline; and until when.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Alert {
    value: f64,
    /// How many answers it rests on; 0 for an operational figure.
    #[serde(default)]
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
        Ok(found.map(|(colour, rule)| {
            let due = colour.due(self.raised.0);
            AlertResult { colour, figure, rule, due: due.on.to_string(), due_in_days: due.days }
        }))
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
        let n = self.days.iter().map(|day| day.n).sum();
        Ok(BenchmarkResult { n, missed: benchmark_missed(&days, self.benchmark) })
    }
}
