//! How mature the service culture is.

use super::CalculationError;
use super::calculation::Calculation;
use crate::core::hearts::{self, Criterion, MaturityLevel, MaturityRules, Requirement};
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
