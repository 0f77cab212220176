//! The answer to a query.

use super::{
    Choices, CompareScene, ControlScene, DataScene, HeartsScene, HeatScene, JourneysScene,
    MapScene, Overview, PriorityScene, ResponsesScene, RisksScene, ScoresScene, SurveysScene,
    TouchpointScene,
};
use crate::core::model::TouchpointId;
use crate::core::query::Query;
use crate::core::workspace::Workspace;
use serde::Serialize;

/// The answer to a query. It is written without its kind, which whoever asks knows: see
/// [`Question`](super::Question).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Scene {
    /// To [`Query::Overview`].
    Overview(Box<Overview>),
    /// To [`Query::Journeys`].
    Journeys(JourneysScene),
    /// To [`Query::Map`].
    Map(Box<MapScene>),
    /// To [`Query::Scores`].
    Scores(Box<ScoresScene>),
    /// To [`Query::Heat`].
    Heat(Box<HeatScene>),
    /// To [`Query::Priority`].
    Priority(Box<PriorityScene>),
    /// To [`Query::Risks`].
    Risks(RisksScene),
    /// To [`Query::Control`].
    Control(Box<ControlScene>),
    /// To [`Query::Touchpoint`].
    Touchpoint(Box<TouchpointScene>),
    /// To [`Query::Hearts`].
    Hearts(Box<HeartsScene>),
    /// To [`Query::Responses`].
    Responses(Box<ResponsesScene>),
    /// To [`Query::Compare`].
    Compare(Box<CompareScene>),
    /// To [`Query::Surveys`].
    Surveys(Box<SurveysScene>),
    /// To [`Query::Data`].
    Data(Box<DataScene>),
    /// To [`Query::Choices`].
    Choices(Choices),
    /// What was asked for is not there: no journey or touchpoint of that id.
    Missing,
}

/// Answers a query from what has been read.
pub fn answer(workspace: &Workspace, query: &Query) -> Scene {
    let journey = |id, scene: &dyn Fn(&crate::core::model::Journey) -> Scene| {
        workspace.journey(id).map_or(Scene::Missing, scene)
    };
    // Of all touchpoints, or of one that must be there.
    let of = |id: Option<&TouchpointId>, scene: &dyn Fn() -> Scene| match id {
        Some(id) if workspace.touchpoint(id).is_none() => Scene::Missing,
        _ => scene(),
    };
    match query {
        Query::Overview(filters, lang) => {
            Scene::Overview(Box::new(workspace.overview(filters, *lang)))
        }
        Query::Journeys(filters, lang) => Scene::Journeys(workspace.journeys_scene(filters, *lang)),
        Query::Map(id, lang) => {
            journey(id, &|journey| Scene::Map(Box::new(workspace.map_scene(journey, *lang))))
        }
        Query::Scores(id, filters, overlays, lang) => journey(id, &|journey| {
            Scene::Scores(Box::new(workspace.scores(journey, filters, overlays, *lang)))
        }),
        Query::Heat(id, state, filters, lang) => journey(id, &|journey| {
            Scene::Heat(Box::new(workspace.heat(journey, state, filters, *lang)))
        }),
        Query::Priority(id, state, filters, lang) => journey(id, &|journey| {
            Scene::Priority(Box::new(workspace.priority_scene(journey, *state, filters, *lang)))
        }),
        Query::Risks(id, lang) => {
            journey(id, &|journey| Scene::Risks(workspace.risks_scene(journey, *lang)))
        }
        Query::Control(id, state, filters) => {
            workspace.touchpoint(id).map_or(Scene::Missing, |(_, touchpoint)| {
                let scene = workspace.control_scene(touchpoint, *state, filters);
                Scene::Control(Box::new(scene))
            })
        }
        Query::Touchpoint(id, filters, lang) => {
            workspace.touchpoint(id).map_or(Scene::Missing, |found| {
                Scene::Touchpoint(Box::new(workspace.touchpoint_scene(found, filters, *lang)))
            })
        }
        Query::Hearts(filters, lang) => {
            Scene::Hearts(Box::new(workspace.hearts_scene(filters, *lang)))
        }
        Query::Responses(state, filters, lang) => of(state.touchpoint.as_ref(), &|| {
            Scene::Responses(Box::new(workspace.responses_scene(state, filters, *lang)))
        }),
        Query::Compare(state, filters, lang) => of(state.touchpoint.as_ref(), &|| {
            Scene::Compare(Box::new(workspace.compare_scene(state, filters, *lang)))
        }),
        Query::Surveys(state, filters, lang) => of(state.touchpoint.as_ref(), &|| {
            Scene::Surveys(Box::new(workspace.surveys_scene(state, filters, *lang)))
        }),
        Query::Data => Scene::Data(Box::new(workspace.data_scene())),
        Query::Choices(lang) => Scene::Choices(workspace.choices(*lang)),
    }
}
