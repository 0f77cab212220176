//! Places as URLs: a path and a query, both readable.

use super::{
    Baseline, CompareState, ControlState, DataState, Filters, HeatBy, HeatOrder, HeatState,
    HeatView, Importance, Lane, Lines, MapState, Measure, Page, PeriodChoice, Place,
    ResponsesState, RiskCell, Sides, SurveysState, Zoom,
};
use crate::core::calendar::Day;
use crate::core::mapping::ReasonKind;
use crate::core::model::{Dimension, JourneyId, Lang, SurveyId, TouchpointId};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stays readable in a path or a query.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b',');

/// The path and query of a place, below the app's base: `/journeys/stay?period=2026-08..2026-10`.
/// What has its default value is left out.
pub fn encode(place: &Place) -> String {
    let mut parts = Parts::default();
    let path = parts.page(&place.page);
    parts.filters(&place.filters);
    parts.add("lang", place.lang.map(Lang::tag));
    if parts.query.is_empty() { path } else { format!("{path}?{}", parts.query) }
}

/// The place of a path and a query (without its question mark). What cannot be read is left out.
pub fn decode(path: &str, query: &str) -> Place {
    let pairs = Pairs(query.split('&').filter_map(pair).collect());
    let dimensions = Dimension::ALL.map(|dimension| pairs.get(dimension.id()).map(str::to_owned));
    let period = pairs.get("period").and_then(PeriodChoice::parse).unwrap_or_default();
    Place {
        page: page(path, &pairs),
        filters: Filters { period, dimensions },
        lang: pairs.get("lang").and_then(Lang::from_tag),
    }
}

/// The pairs of a query.
struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// The first value of a name.
    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a name.
    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let name = name.to_owned();
        self.0.iter().filter(move |(key, _)| *key == name).map(|(_, value)| value.as_str())
    }
}

fn pair(text: &str) -> Option<(String, String)> {
    let (name, value) = text.split_once('=')?;
    Some((unescape(name), unescape(&value.replace('+', " "))))
}

fn escape(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

fn unescape(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[derive(Default)]
struct Parts {
    query: String,
}

impl Parts {
    fn add(&mut self, name: &str, value: Option<impl AsRef<str>>) {
        let Some(value) = value else { return };
        if !self.query.is_empty() {
            self.query.push('&');
        }
        self.query.push_str(name);
        self.query.push('=');
        self.query.push_str(&escape(value.as_ref()));
    }

    /// Adds the query of a page; gives its path.
    fn page(&mut self, page: &Page) -> String {
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

    fn filters(&mut self, filters: &Filters) {
        let period = filters.period;
        self.add("period", (period != PeriodChoice::default()).then(|| period.to_string()));
        for dimension in Dimension::ALL {
            self.add(dimension.id(), filters.value(dimension));
        }
    }
}

fn page(path: &str, query: &Pairs) -> Page {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::model::Heart;
    use proptest::prelude::*;

    fn round_trip(place: &Place) -> Place {
        let url = encode(place);
        let (path, query) = url.split_once('?').unwrap_or((&url, ""));
        decode(path, query)
    }

    #[test]
    fn a_plain_place_is_a_plain_path() {
        assert_eq!(encode(&Place::default()), "/");
        let page = Page::Heat(JourneyId::new("stay"), HeatState::default());
        assert_eq!(encode(&Place { page, ..Place::default() }), "/journeys/stay/heat");
    }

    #[test]
    fn a_link_can_be_read_by_people() {
        let state = MapState {
            lanes: vec![Lane::Hearts, Lane::Action],
            zoom: Zoom::Wide,
            overlays: vec!["vip".into(), "a,b".into()],
            open: Some(TouchpointId::new("check-in")),
            control: ControlState {
                baseline: Baseline::All,
                ewma: true,
                ..ControlState::default()
            },
            table: false,
        };
        let filters = Filters {
            period: PeriodChoice::parse("2026-08..2026-10").expect("a period"),
            dimensions: [None, None, Some("夜班".into())],
        };
        let page = Page::Map(JourneyId::new("stay"), state);
        let place = Place { page, filters, lang: Some(Lang::Zh) };
        assert_eq!(
            encode(&place),
            "/journeys/stay?lanes=hearts,action&zoom=wide&overlay=vip&overlay=a,b&open=check-in\
             &baseline=all&ewma=1&period=2026-08..2026-10&team=%E5%A4%9C%E7%8F%AD&lang=zh-CN"
        );
        assert_eq!(round_trip(&place), place);
    }

    #[test]
    fn two_sides_are_named_in_the_link() {
        let compare = |sides| {
            let touchpoint = Some(TouchpointId::new("desk"));
            let state = CompareState { touchpoint, sides, unread: None };
            Place { page: Page::Compare(state), ..Place::default() }
        };
        let by_team =
            compare(Sides::Values(Dimension::Team, Some("pilot".into()), Some("others".into())));
        assert_eq!(encode(&by_team), "/responses/compare?touchpoint=desk&by=team&a=pilot&b=others");
        let by_date = compare(Sides::Date(Day::parse("2026-03-01")));
        assert_eq!(encode(&by_date), "/responses/compare?touchpoint=desk&at=2026-03-01");
        for place in [by_team, by_date, compare(Sides::Date(None))] {
            assert_eq!(round_trip(&place), place);
        }
        let garbage = decode("/responses/compare", "by=moon&at=2026-02-30&a=1");
        let unread = Some("2026-02-30".to_owned());
        assert_eq!(garbage.page, Page::Compare(CompareState { unread, ..CompareState::default() }));
        assert_eq!(round_trip(&garbage), garbage, "the address keeps what it said");
    }

    #[test]
    fn both_matrices_are_in_the_link() {
        let heat =
            |state| Place { page: Page::Heat(JourneyId::new("stay"), state), ..Place::default() };
        let priority = heat(HeatState {
            view: HeatView::Priority,
            measure: Measure::Nps,
            importance: Importance::Spearman,
            lines: Lines::Middle,
            ..HeatState::default()
        });
        assert_eq!(
            encode(&priority),
            "/journeys/stay/heat?view=priority&measure=nps&importance=spearman&lines=middle"
        );
        let risk = heat(HeatState {
            view: HeatView::Risk,
            cell: RiskCell::new(8, 6),
            table: true,
            ..HeatState::default()
        });
        assert_eq!(encode(&risk), "/journeys/stay/heat?view=risk&cell=8-6&table=1");
        for place in [priority, risk] {
            assert_eq!(round_trip(&place), place);
        }
        let garbage = "view=moon&cell=11-1&importance=x&lines=y";
        assert_eq!(decode("/journeys/stay/heat", garbage).page, heat(HeatState::default()).page);
    }

    #[test]
    fn a_link_to_the_data_names_the_problem() {
        let problem = Some(ReasonKind::NotADate);
        let place = Place { page: Page::Data(DataState { problem }), ..Place::default() };
        assert_eq!(encode(&place), "/data?problem=not_a_date");
        assert_eq!(round_trip(&place), place);
        assert_eq!(decode("/data", "problem=moon").page, Page::Data(DataState::default()));
    }

    #[test]
    fn a_survey_is_named_in_the_link() {
        let of = |survey: Option<&str>, touchpoint: Option<&str>| {
            let survey = survey.map(SurveyId::new);
            let state = SurveysState { survey, touchpoint: touchpoint.map(TouchpointId::new) };
            Place { page: Page::Surveys(state), ..Place::default() }
        };
        assert_eq!(encode(&of(None, None)), "/responses/surveys");
        let place = of(Some("stay"), Some("desk"));
        assert_eq!(encode(&place), "/responses/surveys?survey=stay&touchpoint=desk");
        assert_eq!(round_trip(&place), place);
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        let place =
            decode("/journeys/stay/heat", "by=moon&measure=care&period=never&x&lang=fr&sort=-1");
        let state = HeatState { measure: Measure::Heart(Heart::Care), ..HeatState::default() };
        let page = Page::Heat(JourneyId::new("stay"), state);
        assert_eq!(place, Place { page, ..Place::default() });
        assert_eq!(decode("/nowhere/at/all", "").page, Page::NotFound("/nowhere/at/all".into()));
    }

    proptest! {
        #[test]
        fn any_names_survive(id in "\\PC{1,12}", search in "\\PC{0,12}", team in "\\PC{0,12}") {
            let state = HeatState { search, ..HeatState::default() };
            let dimensions = [None, None, Some(team)];
            let place = Place {
                page: Page::Heat(JourneyId::new(id), state),
                filters: Filters { dimensions, ..Filters::default() },
                lang: None,
            };
            prop_assert_eq!(round_trip(&place), place);
        }
    }
}
