//! Several connections say together what one would say of all.

use super::*;
use crate::core::calendar::{Day, Month, Timestamp};
use crate::core::connection::{FeedId, Settings};
use crate::core::model::{
    IndicatorId, JourneyId, LocalText, Reading, Response, Stage, StageId, Touchpoint,
};
use crate::core::tally::{Grain, Slice};
use crate::core::workspace::Phase;

fn workspace() -> Workspace {
    Workspace::new(Settings::default(), Day::default())
}

fn journey(id: &str, touchpoints: &[&str]) -> Journey {
    let touchpoint = |id: &&str| Touchpoint { id: TouchpointId::new(*id), ..Touchpoint::default() };
    let touchpoints = touchpoints.iter().map(touchpoint).collect();
    let stage = Stage { id: StageId::new("stage"), name: LocalText::default(), touchpoints };
    Journey { id: JourneyId::new(id), stages: vec![stage], ..Journey::default() }
}

fn with_journeys(journeys: Vec<Journey>) -> Workspace {
    Workspace { journeys, ..workspace() }
}

fn answered(mut workspace: Workspace, touchpoint: &str) -> Workspace {
    let response = Response {
        id: None,
        touchpoint,
        submitted_at: Timestamp(0),
        day: Day::default(),
        dimensions: [None; 3],
        answers: &[],
        comment: None,
    };
    workspace.feedback.count(&response).expect("few names");
    workspace
}

fn drawn(workspace: &Workspace) -> Vec<&str> {
    workspace.touchpoints().map(|(_, touchpoint)| touchpoint.id.as_str()).collect()
}

#[test]
fn journeys_of_one_are_measured_by_the_responses_of_another() {
    let map = with_journeys(vec![journey("stay", &["desk", "room"])]);
    let mut said = answered(workspace(), "desk");
    said.feedback.complete();
    let id = FeedId::only(FeedKind::Responses);
    said.feeds.of(id).phase = Phase::Done;
    let all = workspace().joined(&[&map, &said]);
    assert_eq!(drawn(&all), ["desk", "room"]);
    let tally = all.feedback.tally(Grain::FINEST);
    assert_eq!(tally.totals(&Slice::default()).responses(), 1);
    assert!(all.feeds.find(id).is_none() && all.feeds.find(id.of_source(1)).is_some());
    assert!(all.problems.is_empty());
}

#[test]
fn what_is_there_already_is_left_out_and_told() {
    let one = with_journeys(vec![journey("stay", &["desk"])]);
    let other =
        with_journeys(vec![journey("stay", &["desk"]), journey("complaint", &["desk", "manager"])]);
    let all = workspace().joined(&[&one, &other]);
    assert_eq!(drawn(&all), ["desk", "manager"]);
    assert_eq!(all.journeys.len(), 2);
    assert_eq!(told(&all), [(1, 1, "stay"), (1, 2, "desk")]);
}

#[test]
fn another_journey_of_the_same_id_keeps_what_only_it_has() {
    let one = with_journeys(vec![journey("stay", &["desk"]), journey("stay-2", &["bar"])]);
    let other = with_journeys(vec![journey("stay", &["desk", "spa"])]);
    let all = workspace().joined(&[&one, &other]);
    assert_eq!(drawn(&all), ["desk", "bar", "spa"]);
    let ids: Vec<&str> = all.journeys.iter().map(|journey| journey.id.as_str()).collect();
    assert_eq!(ids, ["stay", "stay-2", "stay-3"]);
    assert_eq!(told(&all), [(1, 1, "stay"), (1, 1, "desk")]);
}

fn told(workspace: &Workspace) -> Vec<(usize, u64, &str)> {
    let first = workspace.problems.first();
    first.iter().map(|one| (one.source, one.row, &*one.reason.value)).collect()
}

#[test]
fn what_nobody_draws_is_sketched_once() {
    let one = answered(workspace().sketched(), "desk");
    let other = answered(answered(workspace().sketched(), "desk"), "spa");
    assert_eq!(drawn(&workspace().joined(&[&one, &other])), ["desk", "spa"]);
    let map = with_journeys(vec![journey("stay", &["room"])]);
    assert_eq!(
        drawn(&workspace().joined(&[&one, &map])),
        ["room"],
        "a map that is given is the map"
    );
}

#[test]
fn an_indicator_has_the_readings_of_all() {
    let reading = |month, value| Reading { month: Month::new(2026, month), value };
    let with = |readings: &[Reading], target| {
        let mut workspace = workspace();
        let own = workspace.indicators.iter_mut().find(|one| one.id == IndicatorId::new("csat"));
        let own = own.expect("one of the catalogue");
        (own.readings, own.target) = (readings.to_vec(), target);
        workspace
    };
    let one = with(&[reading(2, 80.0)], Some(90.0));
    let other = with(&[reading(1, 70.0), reading(2, 75.0)], Some(50.0));
    let all = workspace().joined(&[&workspace(), &one, &other]);
    let csat = all.indicators.iter().find(|one| one.id == IndicatorId::new("csat")).expect("csat");
    assert_eq!(csat.readings, [reading(1, 70.0), reading(2, 80.0)]);
    assert_eq!(csat.target, Some(90.0));
    assert_eq!(all.indicators.len(), catalogue().len());
}

#[test]
fn touchpoints_of_other_connections_are_known() {
    let mut part = workspace();
    assert_eq!(part.known_touchpoints(), None);
    part.know([TouchpointId::new("desk")]);
    let known = part.known_touchpoints().expect("some are known");
    assert!(known.contains("desk") && !known.contains("moon"));
    part.feedback.complete();
    let mut newer = part.clone();
    assert!(part.holds_in(&newer));
    newer.know([TouchpointId::new("spa")]);
    assert!(!part.holds_in(&newer), "rows would be judged otherwise");
}
