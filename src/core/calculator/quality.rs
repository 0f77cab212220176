//! Scales, needs and service quality.

use super::CalculationError;
use super::calculation::Calculation;
use crate::core::index;
use crate::core::index::{BatterySums, Feeling, KanoCounts, Level, SERVQUAL_ITEMS, ServqualSums};
use schemars::JsonSchema;
use serde::Deserialize;

/// Cronbach's alpha of a scale, with Feldt's interval and the statistics of its items.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Alpha {
    /// Respondents, each with an answer an item; null where one was not given.
    rows: Vec<Vec<Option<f64>>>,
    #[serde(default)]
    level: Level,
}

impl Calculation for Alpha {
    const NAME: &'static str = "alpha";
    type Result = Option<index::Alpha>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        let items = self.rows.first().map_or(0, Vec::len);
        match self.rows.iter().position(|row| row.len() != items) {
            Some(place) => {
                let path = format!("rows[{place}]");
                Err(CalculationError::at(&path, format!("{items} answers are wanted, as before")))
            }
            None => Ok(index::alpha(&self.rows, self.level)),
        }
    }
}

/// Kano: what a feature is to its respondents, with Fong's test.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Kano {
    /// Respondents, each with how they feel with the feature and without it.
    pairs: Vec<(Feeling, Feeling)>,
}

impl Calculation for Kano {
    const NAME: &'static str = "kano";
    type Result = Option<index::Kano>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        Ok(index::kano(&KanoCounts::of(&self.pairs)))
    }
}

fn servqual_items() -> Vec<usize> {
    SERVQUAL_ITEMS.to_vec()
}

/// SERVQUAL: gaps between what was expected and what was perceived, by dimension, overall and weighted.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Servqual {
    /// How many items each dimension has: 4, 5, 4, 4 and 5 when left out.
    #[serde(default = "servqual_items")]
    dimensions: Vec<usize>,
    respondents: Vec<Rating>,
    #[serde(default)]
    level: Level,
}

/// SERVPERF: perceptions alone, by dimension, overall and weighted.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Servperf {
    /// How many items each dimension has: 4, 5, 4, 4 and 5 when left out.
    #[serde(default = "servqual_items")]
    dimensions: Vec<usize>,
    respondents: Vec<Perceived>,
    #[serde(default)]
    level: Level,
}

/// One respondent's answers, an item each, dimension after dimension; null where one was not given.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Rating {
    expectation: Vec<Option<f64>>,
    perception: Vec<Option<f64>>,
    /// What matters to the respondent, a weight a dimension; left out when nobody asked.
    #[serde(default)]
    weights: Vec<Option<f64>>,
}

/// One respondent's answers, an item each, dimension after dimension; null where one was not given.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Perceived {
    perception: Vec<Option<f64>>,
    /// What matters to the respondent, a weight a dimension; left out when nobody asked.
    #[serde(default)]
    weights: Vec<Option<f64>>,
}

impl Calculation for Servqual {
    const NAME: &'static str = "servqual";
    type Result = Option<index::Servqual>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        let mut sums = ServqualSums::empty(&self.dimensions);
        for (place, rating) in self.respondents.iter().enumerate() {
            let sides = [("expectation", &rating.expectation), ("perception", &rating.perception)];
            fits(place, &self.dimensions, &sides, &rating.weights)?;
            sums.add(&rating.expectation, &rating.perception, &rating.weights);
        }
        Ok(index::servqual(&sums, self.level))
    }
}

impl Calculation for Servperf {
    const NAME: &'static str = "servperf";
    type Result = Option<index::Servperf>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        let mut sums = BatterySums::empty(&self.dimensions);
        for (place, one) in self.respondents.iter().enumerate() {
            let sides = [("perception", &one.perception)];
            fits(place, &self.dimensions, &sides, &one.weights)?;
            sums.add(&one.perception, &one.weights);
        }
        Ok(index::servperf(&sums, self.level))
    }
}

/// That a respondent has an answer an item, and a weight a dimension or none at all.
fn fits(
    place: usize,
    dimensions: &[usize],
    sides: &[(&str, &Vec<Option<f64>>)],
    weights: &[Option<f64>],
) -> Result<(), CalculationError> {
    let wrong = |member: &str, reason: String| {
        Err(CalculationError::at(&format!("respondents[{place}].{member}"), reason))
    };
    let items: usize = dimensions.iter().sum();
    if let Some((side, _)) = sides.iter().find(|(_, answers)| answers.len() != items) {
        return wrong(side, format!("{items} answers are wanted, one an item"));
    }
    if !weights.is_empty() && weights.len() != dimensions.len() {
        return wrong("weights", format!("{} are wanted, one a dimension", dimensions.len()));
    }
    Ok(())
}
