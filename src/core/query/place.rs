//! A place in the app: a page and what all pages share.

use super::{Page, PeriodChoice};
use crate::core::model::{Dimension, Lang};
use serde::{Deserialize, Serialize};

/// What all pages are filtered by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Filters {
    /// Which period.
    pub period: PeriodChoice,
    /// Segment, channel and team, where one is chosen.
    pub dimensions: [Option<String>; 3],
}

impl Filters {
    /// The chosen value of a dimension.
    pub fn value(&self, dimension: Dimension) -> Option<&str> {
        self.dimensions[dimension.index()].as_deref()
    }

    /// The same filters with another value of a dimension.
    pub fn with(&self, dimension: Dimension, value: Option<String>) -> Self {
        let mut filters = self.clone();
        filters.dimensions[dimension.index()] = value;
        filters
    }
}

/// A page, its filters and its language: all that a link carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The page.
    pub page: Page,
    /// What it is filtered by.
    pub filters: Filters,
    /// The language, where the link says one.
    pub lang: Option<Lang>,
}

impl Place {
    /// Another page under the same filters and language.
    pub fn to(&self, page: Page) -> Self {
        Self { page, ..self.clone() }
    }

    /// The same page under other filters.
    pub fn filtered(&self, filters: Filters) -> Self {
        Self { filters, ..self.clone() }
    }
}
