//! Whether a difference is more than chance.

use super::CalculationError;
use super::answers::{Answers, OfTwo};
use super::calculation::Calculation;
use super::share::Share;
use super::whole::whole;
use crate::core::index;
use crate::core::index::{Counts, Level};
use crate::core::model::Scale;
use schemars::JsonSchema;
use serde::Deserialize;

/// Two shares against each other: pooled z test, and Newcombe's interval of the difference.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TwoProportions {
    a: Share,
    b: Share,
    #[serde(default)]
    level: Level,
}

impl Calculation for TwoProportions {
    const NAME: &'static str = "two_proportions";
    type Result = Option<index::TwoProportions>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        Ok(index::two_proportions(self.a.possible("a")?, self.b.possible("b")?, self.level))
    }
}

/// The lowest and the highest answer of a scale.
#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Ends {
    #[serde(deserialize_with = "whole")]
    min: i16,
    #[serde(deserialize_with = "whole")]
    max: i16,
}

/// Two means of answers on one scale against each other: Welch's t test.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Welch {
    a: Answers,
    b: Answers,
    /// The lowest and the highest answer; 1 and 5 when left out.
    #[serde(default = "five")]
    scale: Ends,
    #[serde(default)]
    level: Level,
}

impl Calculation for Welch {
    const NAME: &'static str = "welch";
    type Result = Option<OfTwo<index::Welch>>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        let (a, b) = on(self.scale, self.a, self.b)?;
        Ok(OfTwo::of(index::welch(&a, &b, self.level), &a, &b))
    }
}

/// Two lots of ordinal answers against each other: the Mann–Whitney U test, corrected for ties.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MannWhitney {
    a: Answers,
    b: Answers,
    /// The lowest and the highest answer; 1 and 5 when left out.
    #[serde(default = "five")]
    scale: Ends,
}

impl Calculation for MannWhitney {
    const NAME: &'static str = "mann_whitney";
    type Result = Option<OfTwo<index::MannWhitney>>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        let (a, b) = on(self.scale, self.a, self.b)?;
        Ok(OfTwo::of(index::mann_whitney(&a, &b), &a, &b))
    }
}

fn five() -> Ends {
    let Scale { min, max } = Scale::FIVE;
    Ends { min, max }
}

fn on(ends: Ends, a: Answers, b: Answers) -> Result<(Counts, Counts), CalculationError> {
    let scale = Scale { min: ends.min, max: ends.max };
    if scale.is_empty() {
        return Err(CalculationError::at("scale", "min is over max"));
    }
    Ok((a.on(scale, "a")?, b.on(scale, "b")?))
}

/// P-values of many tests, corrected by Holm's step-down method.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Holm {
    p_values: Vec<f64>,
}

impl Calculation for Holm {
    const NAME: &'static str = "holm";
    type Result = Vec<f64>;

    fn calculate(self) -> Result<Vec<f64>, CalculationError> {
        match self.p_values.iter().position(|p| !(0.0..=1.0).contains(p)) {
            Some(place) => {
                let path = format!("p_values[{place}]");
                Err(CalculationError::at(&path, "a p-value lies from 0 to 1"))
            }
            None => Ok(index::holm(&self.p_values)),
        }
    }
}
