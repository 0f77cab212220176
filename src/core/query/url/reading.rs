//! The page of a path and a query.

use super::pairs::{Pairs, unescape};
use crate::core::calendar::Day;
use crate::core::connection::FeedKind;
use crate::core::mapping::ReasonKind;
use crate::core::model::{JourneyId, SurveyId, TouchpointId};
use crate::core::query::{
    Baseline, CompareState, ConnectionState, ControlState, DataState, HeatBy, HeatOrder, HeatState,
    HeatView, Importance, Lane, Lines, MapState, Measure, Page, ResponsesState, RiskCell, Sides,
    SurveysState, Zoom,
};

pub(super) fn page(path: &str, query: &Pairs) -> Page {
    let segments: Vec<String> =
        path.split('/').filter(|segment| !segment.is_empty()).map(unescape).collect();
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    match segments[..] {
        // A host may name the file that is served for a folder.
        [] | ["index.html"] => Page::Overview,
        ["journeys"] => Page::Journeys,
        ["journeys", journey] => Page::Map(JourneyId::new(journey), map_state(query)),
        ["journeys", journey, "heat"] => Page::Heat(JourneyId::new(journey), heat_state(query)),
        ["hearts"] => Page::Hearts,
        ["responses"] => Page::Responses(ResponsesState {
            touchpoint: query.get("touchpoint").map(TouchpointId::new),
            search: query.get("search").unwrap_or_default().to_owned(),
        }),
        ["responses", "compare"] => Page::Compare(compare_state(query)),
        ["responses", "surveys"] => Page::Surveys(SurveysState {
            survey: query.get("survey").map(SurveyId::new),
            touchpoint: query.get("touchpoint").map(TouchpointId::new),
        }),
        ["data"] => {
            let problem = query.get("problem").and_then(ReasonKind::from_id);
            Page::Data(DataState { problem })
        }
        ["connections"] => Page::Connections,
        ["connections", id] => {
            let feed = query.get("feed").and_then(FeedKind::from_id);
            let state = feed.map(|feed| ConnectionState { feed }).unwrap_or_default();
            Page::Connection(id.to_owned(), state)
        }
        _ => Page::NotFound(path.to_owned()),
    }
}

fn map_state(query: &Pairs) -> MapState {
    let default = MapState::default();
    let lanes =
        query.get("lanes").map(|names| names.split(',').filter_map(Lane::from_id).collect());
    MapState {
        lanes: lanes.unwrap_or(default.lanes),
        zoom: query.get("zoom").and_then(Zoom::from_id).unwrap_or_default(),
        overlays: query.all("overlay").map(str::to_owned).collect(),
        open: query.get("open").map(TouchpointId::new),
        control: ControlState {
            measure: query.get("control").and_then(Measure::from_id).unwrap_or_default(),
            baseline: query.get("baseline").and_then(Baseline::from_id).unwrap_or_default(),
            ewma: query.get("ewma") == Some("1"),
        },
        table: query.get("table") == Some("1"),
    }
}

fn compare_state(query: &Pairs) -> CompareState {
    let sides = match query.get("by").and_then(Sides::from_id).unwrap_or_default() {
        Sides::Date(_) => Sides::Date(query.get("at").and_then(Day::parse)),
        Sides::Values(dimension, ..) => {
            let side = |name| query.get(name).map(str::to_owned);
            Sides::Values(dimension, side("a"), side("b"))
        }
    };
    let at = query.get("at").filter(|_| sides == Sides::default()).map(str::to_owned);
    CompareState { touchpoint: query.get("touchpoint").map(TouchpointId::new), sides, unread: at }
}

fn heat_state(query: &Pairs) -> HeatState {
    HeatState {
        view: query.get("view").and_then(HeatView::from_id).unwrap_or_default(),
        by: query.get("by").and_then(HeatBy::from_id).unwrap_or_default(),
        measure: query.get("measure").and_then(Measure::from_id).unwrap_or_default(),
        order: query.get("sort").and_then(HeatOrder::from_id).unwrap_or_default(),
        search: query.get("search").unwrap_or_default().to_owned(),
        importance: query.get("importance").and_then(Importance::from_id).unwrap_or_default(),
        lines: query.get("lines").and_then(Lines::from_id).unwrap_or_default(),
        cell: query.get("cell").and_then(RiskCell::from_id),
        table: query.get("table") == Some("1"),
    }
}
