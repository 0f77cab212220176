//! Which page, whatever its state.

use crate::core::query::Page;

/// Which page, whatever its state: another one is another page to make.
#[derive(Clone, PartialEq)]
pub(super) enum Which {
    Overview,
    Journeys,
    Map(String),
    Heat(String),
    Hearts,
    Responses,
    Compare,
    Surveys,
    Data,
    Connections,
    Connection(String),
    NotFound,
}

impl Which {
    pub(super) fn of(page: &Page) -> Self {
        match page {
            Page::Overview => Self::Overview,
            Page::Journeys => Self::Journeys,
            Page::Map(journey, _) => Self::Map(journey.to_string()),
            Page::Heat(journey, _) => Self::Heat(journey.to_string()),
            Page::Hearts => Self::Hearts,
            Page::Responses(_) => Self::Responses,
            Page::Compare(_) => Self::Compare,
            Page::Surveys(_) => Self::Surveys,
            Page::Data(_) => Self::Data,
            Page::Connections => Self::Connections,
            Page::Connection(id, _) => Self::Connection(id.clone()),
            Page::NotFound(_) => Self::NotFound,
        }
    }
}
