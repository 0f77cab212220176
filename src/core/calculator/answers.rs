//! Answers to one question, in the forms people have them in.

use super::CalculationError;
use super::whole::{whole, wholes};
use crate::core::index::{self, Counts};
use crate::core::model::Scale;
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Answers to one question: one by one, or counted.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(untagged)]
pub(super) enum Answers {
    /// One by one; null where a respondent gave none. What is no whole number on the scale is counted apart.
    Single(Vec<Option<f64>>),
    /// Counted.
    Counted(Counted),
}

/// How often each answer was given.
#[derive(Clone, Debug, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Counted {
    /// The count of each answer, from the lowest of the scale to the highest: as many counts as it has answers.
    #[serde(deserialize_with = "wholes")]
    counts: Vec<u64>,
    /// Responses without an answer.
    #[serde(default, deserialize_with = "whole")]
    n_missing: u64,
    /// Answers off the scale.
    #[serde(default, deserialize_with = "whole")]
    n_invalid: u64,
}

impl Answers {
    /// The histogram on a scale. `path` is where in the input the answers are.
    pub(super) fn on(self, scale: Scale, path: &str) -> Result<Counts, CalculationError> {
        match self {
            Self::Single(answers) => Ok(index::Answers::on(&answers, scale).into_owned()),
            Self::Counted(counted) => counted.on(scale, path),
        }
    }
}

impl Counted {
    fn on(self, scale: Scale, path: &str) -> Result<Counts, CalculationError> {
        let Scale { min, max } = scale;
        let wanted = || format!("{} counts are wanted, of the answers {min} to {max}", scale.len());
        let counts = Counts::of_counts(scale, &self.counts);
        let mut counts =
            counts.ok_or_else(|| CalculationError::at(&format!("{path}.counts"), wanted()))?;
        counts.n_missing = self.n_missing;
        counts.n_invalid = self.n_invalid;
        together([&counts], &format!("{path}.counts"))?;
        Ok(counts)
    }
}

/// That some answers can be counted together. `path` is where in the input they are.
pub(super) fn together<'c>(
    lots: impl IntoIterator<Item = &'c Counts>,
    path: &str,
) -> Result<(), CalculationError> {
    let all = |lot: &'c Counts| lot.values().iter().chain([&lot.n_missing, &lot.n_invalid]);
    let sum = lots.into_iter().flat_map(all).try_fold(0_u64, |sum, count| sum.checked_add(*count));
    let reason = || format!("together more than {} answers", u64::MAX);
    sum.map(drop).ok_or_else(|| CalculationError::at(path, reason()))
}

/// What was left out of either of two lots of answers.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Apart {
    n_missing_a: u64,
    n_invalid_a: u64,
    n_missing_b: u64,
    n_invalid_b: u64,
}

/// The test of two lots of answers, and what was left out of either.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct OfTwo<T> {
    #[serde(flatten)]
    test: T,
    #[serde(flatten)]
    apart: Apart,
}

impl<T> OfTwo<T> {
    pub(super) fn of(test: Option<T>, a: &Counts, b: &Counts) -> Option<Self> {
        let apart = Apart {
            n_missing_a: a.n_missing,
            n_invalid_a: a.n_invalid,
            n_missing_b: b.n_missing,
            n_invalid_b: b.n_invalid,
        };
        test.map(|test| Self { test, apart })
    }
}

// Not derived: of a form that fits neither, the derived code says only that none fits.
impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnswersVisitor)
    }
}

struct AnswersVisitor;

impl<'de> Visitor<'de> for AnswersVisitor {
    type Value = Answers;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list of answers or an object with their counts")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, answers: A) -> Result<Answers, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(answers)).map(Answers::Single)
    }

    fn visit_map<A: MapAccess<'de>>(self, counted: A) -> Result<Answers, A::Error> {
        Counted::deserialize(MapAccessDeserializer::new(counted)).map(Answers::Counted)
    }
}
