//! Journeys and indicators: small, so they are held as values until the body is whole.

use crate::core::connection::FeedKind;
use crate::core::connection::{Connection, IndicatorFields, JourneyFields};
use crate::core::mapping::{Clock, Values, map_indicators, map_journeys};
use crate::core::workspace::Workspace;

enum Fields {
    Journeys(Box<JourneyFields>),
    Indicators(Box<IndicatorFields>),
}

pub(super) struct Documents {
    pub(super) values: Values,
    fields: Fields,
    clock: Clock,
}

impl Documents {
    pub(super) fn new(kind: FeedKind, connection: &Connection, clock: Clock) -> Self {
        let feeds = &connection.feeds;
        let journeys =
            || feeds.journeys.as_ref().map(|feed| feed.fields.clone()).unwrap_or_default();
        let indicators =
            || feeds.indicators.as_ref().map(|feed| feed.fields.clone()).unwrap_or_default();
        let fields = match kind {
            FeedKind::Indicators => Fields::Indicators(Box::new(indicators())),
            _ => Fields::Journeys(Box::new(journeys())),
        };
        Self { values: Values::default(), fields, clock }
    }

    /// Makes documents of the rows.
    pub(super) fn enter(self, workspace: &mut Workspace) {
        let problems = &mut workspace.problems;
        match self.fields {
            Fields::Journeys(fields) => {
                workspace.journeys = map_journeys(&self.values, &fields, problems);
            }
            Fields::Indicators(fields) => {
                workspace.indicators = map_indicators(&self.values, &fields, &self.clock, problems);
            }
        }
    }
}
