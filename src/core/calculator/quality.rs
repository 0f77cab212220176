//! Scales and needs.

use super::CalculationError;
use super::calculation::Calculation;
use crate::core::index;
use crate::core::index::{Feeling, KanoCounts, Level};
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
