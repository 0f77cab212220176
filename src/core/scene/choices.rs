//! What can be filtered by.

use super::Named;
use crate::core::calendar::Month;
use crate::core::model::{Dimension, Lang};
use crate::core::order::sort_by;
use crate::core::tally::Grain;
use crate::core::workspace::Workspace;
use serde::{Deserialize, Serialize};

/// The values of one dimension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The dimension.
    pub dimension: Dimension,
    /// Its values.
    pub values: Vec<Named>,
}

/// What can be filtered by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Dimensions that have values.
    pub dimensions: Vec<Choice>,
    /// The first and the last month with data.
    pub months: Option<(Month, Month)>,
    /// All journeys.
    pub journeys: Vec<Named>,
}

impl Workspace {
    /// What can be filtered by.
    pub fn choices(&self, lang: Lang) -> Choices {
        let choice = |dimension| {
            let named = |value: &String| self.named(dimension, value, lang);
            let mut values: Vec<Named> = self.values(dimension).iter().map(named).collect();
            sort_by(&mut values, |a, b| a.name.cmp(&b.name));
            Choice { dimension, values }
        };
        let dimensions =
            Dimension::ALL.map(choice).into_iter().filter(|one| !one.values.is_empty());
        let span = self.feedback.tally(Grain::MONTHS).span();
        let journeys = self.journeys.iter().map(|journey| Named {
            id: journey.id.to_string(),
            name: journey.name.get(lang).to_owned(),
        });
        Choices {
            dimensions: dimensions.collect(),
            months: span.map(|(first, last)| (first.month(), last.month())),
            journeys: journeys.collect(),
        }
    }
}
