//! The pages, each with the state only it has.

use super::{
    CompareState, ControlState, HeatBy, HeatOrder, HeatView, Importance, Lines, Measure,
    PriorityState, RiskCell,
};
use crate::core::connection::FeedKind;
use crate::core::mapping::ReasonKind;
use crate::core::model::{JourneyId, SurveyId, TouchpointId};
use serde::{Deserialize, Serialize};

/// A row of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lane {
    /// What the customer does.
    Action,
    /// What the customer thinks.
    Thought,
    /// Where the contact happens.
    Channel,
    /// What staff do out of sight.
    Backstage,
    /// The supporting system.
    Support,
    /// Who stands for it.
    Owner,
    /// The hearts it relies on, and misses.
    Hearts,
    /// What hurts.
    Pains,
    /// What could be better.
    Opportunities,
}

impl Lane {
    /// All lanes in the order a service blueprint has them.
    pub const ALL: [Lane; 9] = [
        Lane::Action,
        Lane::Thought,
        Lane::Channel,
        Lane::Hearts,
        Lane::Pains,
        Lane::Opportunities,
        Lane::Backstage,
        Lane::Support,
        Lane::Owner,
    ];

    /// The name used in URLs.
    pub fn id(self) -> &'static str {
        match self {
            Lane::Action => "action",
            Lane::Thought => "thought",
            Lane::Channel => "channel",
            Lane::Backstage => "backstage",
            Lane::Support => "support",
            Lane::Owner => "owner",
            Lane::Hearts => "hearts",
            Lane::Pains => "pains",
            Lane::Opportunities => "opportunities",
        }
    }

    /// The lane of a name.
    pub fn from_id(id: &str) -> Option<Lane> {
        Self::ALL.into_iter().find(|lane| lane.id() == id)
    }
}

/// How wide a touchpoint is drawn: from all in one view to one that fills it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Zoom {
    /// The whole journey in one view.
    Fit,
    /// Narrow columns: names, hearts and the curve.
    Narrow,
    /// Columns one can read.
    #[default]
    Normal,
    /// Wide columns, for projection.
    Wide,
}

impl Zoom {
    /// From far to near.
    pub const ALL: [Zoom; 4] = [Zoom::Fit, Zoom::Narrow, Zoom::Normal, Zoom::Wide];

    /// The name used in URLs.
    pub fn id(self) -> &'static str {
        match self {
            Zoom::Fit => "fit",
            Zoom::Narrow => "narrow",
            Zoom::Normal => "normal",
            Zoom::Wide => "wide",
        }
    }

    /// The zoom of a name.
    pub fn from_id(id: &str) -> Option<Zoom> {
        Self::ALL.into_iter().find(|zoom| zoom.id() == id)
    }

    /// One step nearer, if there is one.
    pub fn nearer(self) -> Self {
        Self::ALL.into_iter().find(|zoom| *zoom > self).unwrap_or(self)
    }

    /// One step farther, if there is one.
    pub fn farther(self) -> Self {
        Self::ALL.into_iter().rev().find(|zoom| *zoom < self).unwrap_or(self)
    }
}

/// What a map shows beyond the journey itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MapState {
    /// Lanes shown, in order.
    pub lanes: Vec<Lane>,
    /// How wide columns are.
    pub zoom: Zoom,
    /// Segments whose curves are laid over the measured one.
    pub overlays: Vec<String>,
    /// The touchpoint whose details are open.
    pub open: Option<TouchpointId>,
    /// The control chart among them.
    pub control: ControlState,
    /// True when the table behind the map is shown instead.
    pub table: bool,
}

impl Default for MapState {
    fn default() -> Self {
        Self {
            lanes: vec![
                Lane::Action,
                Lane::Thought,
                Lane::Hearts,
                Lane::Pains,
                Lane::Opportunities,
            ],
            zoom: Zoom::default(),
            overlays: Vec::new(),
            open: None,
            control: ControlState::default(),
            table: false,
        }
    }
}

/// What the heat page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct HeatState {
    /// In which way it looks at the touchpoints.
    pub view: HeatView,
    /// What the columns are.
    pub by: HeatBy,
    /// What the cells show.
    pub measure: Measure,
    /// In which order the rows stand.
    pub order: HeatOrder,
    /// Only touchpoints whose name holds this text.
    pub search: String,
    /// Where the priority matrix has its importance from.
    pub importance: Importance,
    /// Where its lines are.
    pub lines: Lines,
    /// The cell of the risk matrix whose risks are listed; all when none.
    pub cell: Option<RiskCell>,
    /// True when the table behind the map is shown instead.
    pub table: bool,
}

impl HeatState {
    /// What the heat map depends on, and nothing more.
    pub fn of_map(&self) -> Self {
        let Self { by, measure, order, ref search, .. } = *self;
        Self { by, measure, order, search: search.clone(), ..Self::default() }
    }

    /// What the priority matrix depends on.
    pub fn of_priority(&self) -> PriorityState {
        let Self { measure, importance, lines, .. } = *self;
        PriorityState { measure, importance, lines }
    }
}

/// Which responses are shown, and which of their comments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ResponsesState {
    /// The touchpoint they are about; all when none.
    pub touchpoint: Option<TouchpointId>,
    /// Only comments that hold this text.
    pub search: String,
}

impl ResponsesState {
    /// The responses about one touchpoint, or about all.
    pub fn of(touchpoint: Option<TouchpointId>) -> Self {
        Self { touchpoint, search: String::new() }
    }
}

/// Which problems of the data are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DataState {
    /// Only those of this reason; all when none.
    pub problem: Option<ReasonKind>,
}

/// Which survey is shown, and what it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SurveysState {
    /// The survey; the first one when none.
    pub survey: Option<SurveyId>,
    /// The touchpoint it is about; all when none.
    pub touchpoint: Option<TouchpointId>,
}

/// Which feed of a connection is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ConnectionState {
    /// The feed.
    pub feed: FeedKind,
}

impl Default for ConnectionState {
    fn default() -> Self {
        Self { feed: FeedKind::Responses }
    }
}

/// A page with the state only it has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Page {
    /// `/`
    #[default]
    Overview,
    /// `/journeys`
    Journeys,
    /// `/journeys/:id`
    Map(JourneyId, MapState),
    /// `/journeys/:id/heat`
    Heat(JourneyId, HeatState),
    /// `/hearts`
    Hearts,
    /// `/responses`, of one touchpoint or of all.
    Responses(ResponsesState),
    /// `/responses/compare`: two sides held against each other.
    Compare(CompareState),
    /// `/responses/surveys`: questions that are judged together.
    Surveys(SurveysState),
    /// `/data`: what was read, and what was wrong with it.
    Data(DataState),
    /// `/connections`: the connections there are, and which is in use.
    Connections,
    /// `/connections/:id`: one of them, to be looked at and changed.
    Connection(String, ConnectionState),
    /// Any other path.
    NotFound(String),
}
