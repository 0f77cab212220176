use super::*;
use crate::core::calendar::Day;
use crate::core::connection::FeedKind;
use crate::core::mapping::ReasonKind;
use crate::core::model::{Heart, JourneyId, SurveyId, TouchpointId};
use crate::core::query::*;
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
        control: ControlState { baseline: Baseline::All, ewma: true, ..ControlState::default() },
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

#[test]
fn a_connection_is_named_in_the_link_and_nothing_of_it() {
    let of = |feed| {
        let page = Page::Connection("k3 f".into(), ConnectionState { feed });
        Place { page, ..Place::default() }
    };
    assert_eq!(encode(&of(FeedKind::Responses)), "/connections/k3%20f");
    let journeys = of(FeedKind::Journeys);
    assert_eq!(encode(&journeys), "/connections/k3%20f?feed=journeys");
    assert_eq!(round_trip(&journeys), journeys);
    assert_eq!(decode("/connections", "").page, Page::Connections);
}
