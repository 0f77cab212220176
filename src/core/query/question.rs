//! What a view asks the engine.

use super::{
    CompareState, ControlState, Filters, HeatState, PriorityState, ResponsesState, SurveysState,
};
use crate::core::model::{JourneyId, Lang, TouchpointId};
use serde::{Deserialize, Serialize};

/// One question. Its answer is a scene, and another one whenever the data change.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Query {
    /// The state of everything, for an executive.
    Overview(Filters, Lang),
    /// All journeys in brief.
    Journeys(Filters, Lang),
    /// A journey as it was designed: what its map says in words.
    Map(JourneyId, Lang),
    /// A journey as it was measured: the figures of its map, with overlays by segment.
    Scores(JourneyId, Filters, Vec<String>, Lang),
    /// A heat map.
    Heat(JourneyId, HeatState, Filters, Lang),
    /// Importance against performance of a journey's touchpoints.
    Priority(JourneyId, PriorityState, Filters, Lang),
    /// What may fail at a journey's touchpoints.
    Risks(JourneyId, Lang),
    /// One touchpoint in detail.
    Touchpoint(TouchpointId, Filters, Lang),
    /// The control chart of a touchpoint.
    Control(TouchpointId, ControlState, Filters),
    /// The five hearts.
    Hearts(Filters, Lang),
    /// Distributions and comments.
    Responses(ResponsesState, Filters, Lang),
    /// Two sides held against each other.
    Compare(CompareState, Filters, Lang),
    /// One survey.
    Surveys(SurveysState, Filters, Lang),
    /// What was read, and what was wrong with it.
    Data,
    /// What can be filtered by.
    Choices(Lang),
}
