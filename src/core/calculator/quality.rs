//! Scales, needs and service quality.

use super::CalculationError;
use super::calculation::Calculation;
use super::whole::wholes;
use crate::core::index;
use crate::core::index::{BatterySums, Feeling, KanoCounts, Level, SERVQUAL_ITEMS, ServqualSums};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, Error, Unexpected, Visitor};
use std::borrow::Cow;
use std::fmt;

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
    pairs: Vec<(Felt, Felt)>,
}

/// A feeling: its word, or its number from 1 (like) to 5 (dislike).
#[derive(Clone, Copy)]
struct Felt(Feeling);

impl JsonSchema for Felt {
    fn schema_name() -> Cow<'static, str> {
        "Feeling".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words = Feeling::ALL.map(Feeling::id);
        json_schema!({
            "description": "How one would feel with, or without, a feature: a word, or its number from 1 (like) to 5 (dislike).",
            "anyOf": [{"enum": words}, {"type": "integer", "minimum": 1, "maximum": 5}]
        })
    }
}

impl<'de> Deserialize<'de> for Felt {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FeltVisitor)
    }
}

struct FeltVisitor;

impl Visitor<'_> for FeltVisitor {
    type Value = Felt;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}, or 1 to 5 in that order", Feeling::ALL.map(Feeling::id).join(", "))
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Felt, E> {
        let feeling = Feeling::from_id(word);
        feeling.map(Felt).ok_or_else(|| E::invalid_value(Unexpected::Str(word), &self))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Felt, E> {
        let feeling = Feeling::from_number(number);
        feeling.map(Felt).ok_or_else(|| E::invalid_value(Unexpected::Float(number), &self))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Felt, E> {
        self.visit_f64(number as f64)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Felt, E> {
        self.visit_f64(number as f64)
    }
}

impl Calculation for Kano {
    const NAME: &'static str = "kano";
    type Result = Option<index::Kano>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        let pairs: Vec<_> = self.pairs.iter().map(|(with, without)| (with.0, without.0)).collect();
        Ok(index::kano(&KanoCounts::of(&pairs)))
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
    #[serde(default = "servqual_items", deserialize_with = "wholes")]
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
    #[serde(default = "servqual_items", deserialize_with = "wholes")]
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
        for (place, one) in self.respondents.iter().enumerate() {
            let sides = [("expectation", &one.expectation), ("perception", &one.perception)];
            fits(place, &self.dimensions, &sides, &one.weights)?;
        }
        // Nobody is no result, however many items nobody was asked.
        if self.respondents.is_empty() {
            return Ok(None);
        }
        let mut sums = ServqualSums::empty(&self.dimensions);
        for one in &self.respondents {
            sums.add(&one.expectation, &one.perception, &one.weights);
        }
        Ok(index::servqual(&sums, self.level))
    }
}

impl Calculation for Servperf {
    const NAME: &'static str = "servperf";
    type Result = Option<index::Servperf>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        for (place, one) in self.respondents.iter().enumerate() {
            let sides = [("perception", &one.perception)];
            fits(place, &self.dimensions, &sides, &one.weights)?;
        }
        if self.respondents.is_empty() {
            return Ok(None);
        }
        let mut sums = BatterySums::empty(&self.dimensions);
        self.respondents.iter().for_each(|one| sums.add(&one.perception, &one.weights));
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
    let items = dimensions.iter().try_fold(0_usize, |sum, items| sum.checked_add(*items));
    let items = items.ok_or_else(|| CalculationError::at("dimensions", "too many items"))?;
    if let Some((side, _)) = sides.iter().find(|(_, answers)| answers.len() != items) {
        return wrong(side, format!("{items} answers are wanted, one an item"));
    }
    if !weights.is_empty() && weights.len() != dimensions.len() {
        return wrong("weights", format!("{} are wanted, one a dimension", dimensions.len()));
    }
    Ok(())
}
