//! A query, together with the kind of scene that answers it.

use super::{
    Choices, CompareScene, ControlScene, DataScene, HeartsScene, HeatScene, JourneysScene,
    MapScene, Overview, PriorityScene, ResponsesScene, RisksScene, ScoresScene, SurveysScene,
    TouchpointScene,
};
use crate::core::model::{JourneyId, Lang, TouchpointId};
use crate::core::query::{
    CompareState, ControlState, Filters, HeatState, PriorityState, Query, ResponsesState,
    SurveysState,
};
use std::marker::PhantomData;

/// A query that a scene of type `S` answers. A view that asks one knows what it will be told, and a program
/// carries the code to read only those scenes that it asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question<S> {
    query: Query,
    answer: PhantomData<fn() -> S>,
}

impl<S> Question<S> {
    /// What the engine is asked.
    pub fn into_query(self) -> Query {
        self.query
    }

    const fn new(query: Query) -> Self {
        Self { query, answer: PhantomData }
    }
}

impl Question<Overview> {
    /// [`Query::Overview`].
    pub fn overview(filters: Filters, lang: Lang) -> Self {
        Self::new(Query::Overview(filters, lang))
    }
}

impl Question<JourneysScene> {
    /// [`Query::Journeys`].
    pub fn journeys(filters: Filters, lang: Lang) -> Self {
        Self::new(Query::Journeys(filters, lang))
    }
}

impl Question<MapScene> {
    /// [`Query::Map`].
    pub fn map(journey: JourneyId, lang: Lang) -> Self {
        Self::new(Query::Map(journey, lang))
    }
}

impl Question<ScoresScene> {
    /// [`Query::Scores`].
    pub fn scores(journey: JourneyId, filters: Filters, overlays: Vec<String>, lang: Lang) -> Self {
        Self::new(Query::Scores(journey, filters, overlays, lang))
    }
}

impl Question<HeatScene> {
    /// [`Query::Heat`].
    pub fn heat(journey: JourneyId, state: HeatState, filters: Filters, lang: Lang) -> Self {
        Self::new(Query::Heat(journey, state, filters, lang))
    }
}

impl Question<PriorityScene> {
    /// [`Query::Priority`].
    pub fn priority(
        journey: JourneyId,
        state: PriorityState,
        filters: Filters,
        lang: Lang,
    ) -> Self {
        Self::new(Query::Priority(journey, state, filters, lang))
    }
}

impl Question<RisksScene> {
    /// [`Query::Risks`].
    pub fn risks(journey: JourneyId, lang: Lang) -> Self {
        Self::new(Query::Risks(journey, lang))
    }
}

impl Question<ControlScene> {
    /// [`Query::Control`].
    pub fn control(touchpoint: TouchpointId, state: ControlState, filters: Filters) -> Self {
        Self::new(Query::Control(touchpoint, state, filters))
    }
}

impl Question<TouchpointScene> {
    /// [`Query::Touchpoint`].
    pub fn touchpoint(touchpoint: TouchpointId, filters: Filters, lang: Lang) -> Self {
        Self::new(Query::Touchpoint(touchpoint, filters, lang))
    }
}

impl Question<HeartsScene> {
    /// [`Query::Hearts`].
    pub fn hearts(filters: Filters, lang: Lang) -> Self {
        Self::new(Query::Hearts(filters, lang))
    }
}

impl Question<ResponsesScene> {
    /// [`Query::Responses`].
    pub fn responses(state: ResponsesState, filters: Filters, lang: Lang) -> Self {
        Self::new(Query::Responses(state, filters, lang))
    }
}

impl Question<CompareScene> {
    /// [`Query::Compare`].
    pub fn compare(state: CompareState, filters: Filters, lang: Lang) -> Self {
        Self::new(Query::Compare(state, filters, lang))
    }
}

impl Question<SurveysScene> {
    /// [`Query::Surveys`].
    pub fn surveys(state: SurveysState, filters: Filters, lang: Lang) -> Self {
        Self::new(Query::Surveys(state, filters, lang))
    }
}

impl Question<DataScene> {
    /// [`Query::Data`].
    pub fn data() -> Self {
        Self::new(Query::Data)
    }
}

impl Question<Choices> {
    /// [`Query::Choices`].
    pub fn choices(lang: Lang) -> Self {
        Self::new(Query::Choices(lang))
    }
}
