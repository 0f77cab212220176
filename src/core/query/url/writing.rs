//! The path and query of a page.

use super::pairs::escape;
use crate::core::mapping::ReasonKind;
use crate::core::model::{Dimension, SurveyId, TouchpointId};
use crate::core::query::{
    CompareState, ConnectionState, ControlState, Filters, HeatState, MapState, Page, PeriodChoice,
    RiskCell, Sides,
};

/// A query as far as it is written.
#[derive(Default)]
pub(super) struct Parts {
    query: String,
}

impl Parts {
    /// A path with the query behind it, if there is one.
    pub(super) fn behind(self, path: String) -> String {
        if self.query.is_empty() { path } else { format!("{path}?{}", self.query) }
    }

    pub(super) fn add(&mut self, name: &str, value: Option<impl AsRef<str>>) {
        let Some(value) = value else { return };
        if !self.query.is_empty() {
            self.query.push('&');
        }
        self.query.push_str(name);
        self.query.push('=');
        self.query.push_str(&escape(value.as_ref()));
    }

    /// Adds the query of a page; gives its path.
    pub(super) fn page(&mut self, page: &Page) -> String {
        match page {
            Page::Overview => "/".into(),
            Page::Journeys => "/journeys".into(),
            Page::Map(journey, state) => {
                self.map(state);
                format!("/journeys/{}", escape(journey.as_str()))
            }
            Page::Heat(journey, state) => {
                self.heat(state);
                format!("/journeys/{}/heat", escape(journey.as_str()))
            }
            Page::Hearts => "/hearts".into(),
            Page::Responses(state) => {
                self.add("touchpoint", state.touchpoint.as_ref().map(TouchpointId::as_str));
                self.add("search", (!state.search.is_empty()).then_some(&state.search));
                "/responses".into()
            }
            Page::Compare(state) => {
                self.compare(state);
                "/responses/compare".into()
            }
            Page::Surveys(state) => {
                self.add("survey", state.survey.as_ref().map(SurveyId::as_str));
                self.add("touchpoint", state.touchpoint.as_ref().map(TouchpointId::as_str));
                "/responses/surveys".into()
            }
            Page::Data(state) => {
                self.add("problem", state.problem.map(ReasonKind::id));
                "/data".into()
            }
            Page::Connections => "/connections".into(),
            Page::Connection(id, state) => {
                self.add("feed", (*state != ConnectionState::default()).then(|| state.feed.id()));
                format!("/connections/{}", escape(id))
            }
            Page::NotFound(path) => path.clone(),
        }
    }

    fn map(&mut self, state: &MapState) {
        let default = MapState::default();
        let lanes = state.lanes.iter().map(|lane| lane.id()).collect::<Vec<_>>().join(",");
        self.add("lanes", (state.lanes != default.lanes).then_some(lanes));
        self.add("zoom", (state.zoom != default.zoom).then_some(state.zoom.id()));
        state.overlays.iter().for_each(|segment| self.add("overlay", Some(segment)));
        self.add("open", state.open.as_ref().map(TouchpointId::as_str));
        self.control(&state.control);
        self.add("table", state.table.then_some("1"));
    }

    fn control(&mut self, state: &ControlState) {
        let default = ControlState::default();
        self.add("control", (state.measure != default.measure).then_some(state.measure.id()));
        self.add("baseline", (state.baseline != default.baseline).then(|| state.baseline.id()));
        self.add("ewma", state.ewma.then_some("1"));
    }

    fn heat(&mut self, state: &HeatState) {
        let default = HeatState::default();
        self.add("view", (state.view != default.view).then_some(state.view.id()));
        self.add("by", (state.by != default.by).then_some(state.by.id()));
        self.add("measure", (state.measure != default.measure).then_some(state.measure.id()));
        self.add("sort", (state.order != default.order).then(|| state.order.id()));
        self.add("search", (!state.search.is_empty()).then_some(&state.search));
        let importance = state.importance;
        self.add("importance", (importance != default.importance).then_some(importance.id()));
        self.add("lines", (state.lines != default.lines).then_some(state.lines.id()));
        self.add("cell", state.cell.map(RiskCell::id));
        self.add("table", state.table.then_some("1"));
    }

    fn compare(&mut self, state: &CompareState) {
        self.add("touchpoint", state.touchpoint.as_ref().map(TouchpointId::as_str));
        let by = state.sides.by();
        self.add("by", (by != Sides::BY_DATE).then_some(by));
        match &state.sides {
            Sides::Date(day) => {
                let written = day.map(|day| day.to_string());
                self.add("at", written.or_else(|| state.unread.clone()));
            }
            Sides::Values(_, a, b) => {
                self.add("a", a.as_ref());
                self.add("b", b.as_ref());
            }
        }
    }

    pub(super) fn filters(&mut self, filters: &Filters) {
        let period = filters.period;
        self.add("period", (period != PeriodChoice::default()).then(|| period.to_string()));
        for dimension in Dimension::ALL {
            self.add(dimension.id(), filters.value(dimension));
        }
    }
}
