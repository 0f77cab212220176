use super::*;
use crate::core::calendar::{FixedZone, Timestamp};
use crate::core::connection::{Config, FeedId, Written};
use crate::core::mapping::{Clock, Context};
use crate::core::preview::{Sample, preview};
use serde_json::{Value, json};

/// What is missing from a connection with these feeds, each looked at in its own rows.
fn lacks(feeds: &[(FeedKind, Value)]) -> Vec<Lack> {
    lacks_with(feeds, &Settings::default(), json!({}))
}

fn lacks_with(feeds: &[(FeedKind, Value)], settings: &Settings, fields: Value) -> Vec<Lack> {
    let feed = |(kind, _): &(FeedKind, Value)| {
        (kind.id().to_owned(), json!({"path": "p", "rows": "$[*]", "fields": fields}))
    };
    let all: serde_json::Map<_, _> = feeds.iter().map(feed).collect();
    let document = json!({"base_url": "/", "feeds": all});
    let connection = Connection::from_json(&document).expect("a connection");
    let clock = Clock::new(FixedZone::default(), Timestamp(1_793_460_600_000));
    let known = ["desk".to_owned()].into_iter().collect();
    let context = Context { clock, touchpoints: Some(known) };
    let look = |(kind, rows): &(FeedKind, Value)| {
        let text = rows.to_string();
        let sample = Sample::whole(text.as_bytes());
        preview(&document, FeedId::only(*kind), settings, &context, sample).expect("a preview")
    };
    lacking(&connection, settings, &feeds.iter().map(look).collect::<Vec<_>>())
}

fn full_response() -> Value {
    json!({"touchpoint": "desk", "submitted_at": "2026-10-30", "segment": "a", "channel": "b", "team": "c",
        "comment": "kind", "answers": {"nps": 9, "csat": 5, "ces": 6, "care": 4, "patience": 4, "attentiveness": 4,
        "responsibility": 4, "confidence": 4}})
}

fn full_journey() -> Value {
    json!({"id": "stay", "stages": [{"id": "a", "touchpoints": [
        {"id": "desk", "hearts": ["care"], "importance": 5, "risks": [{"name": "Lost"}]}]}]})
}

#[test]
fn nothing_is_missing_where_all_is_there() {
    let indicators =
        json!([{"id": "service_error", "readings": [{"period": "2026-10", "value": 1}]}]);
    let all = [
        (FeedKind::Journeys, json!([full_journey()])),
        (FeedKind::Responses, json!([full_response()])),
        (FeedKind::Indicators, indicators),
    ];
    assert_eq!(lacks(&all), [Lack::Surveys]);
}

#[test]
fn feeds_that_are_not_there_are_missing_and_what_was_not_looked_at_is_not() {
    let (journeys, indicators) = (Lack::Feed(FeedKind::Journeys), Lack::Feed(FeedKind::Indicators));
    assert_eq!(lacks(&[]), [journeys.clone(), Lack::Feedback, indicators.clone(), Lack::Surveys]);
    let document = json!({"base_url": "/", "feeds": {"tally": {"path": "t", "rows": "$[*]"}}});
    let connection = Connection::from_json(&document).expect("a connection");
    assert_eq!(
        lacking(&connection, &Settings::default(), &[]),
        [journeys, indicators, Lack::Surveys]
    );
}

#[test]
fn what_no_row_has_is_missing() {
    let bare = json!([{"touchpoint": "desk", "submitted_at": "2026-10-30", "answers": {"nps": 9}}]);
    let found = lacks(&[(FeedKind::Responses, bare)]);
    let hearts = Heart::ALL.map(|heart| Lack::Role(Role::Heart(heart)));
    let expected = [Lack::Role(Role::Csat), Lack::Role(Role::Ces)].into_iter().chain(hearts);
    let expected: Vec<Lack> = expected
        .chain([Lack::Comments])
        .chain(Dimension::ALL.map(Lack::Dimension))
        .chain([Lack::Surveys])
        .collect();
    assert_eq!(found[2..], expected);
    let silent = json!([{"touchpoint": "desk", "submitted_at": "2026-10-30"}]);
    assert!(lacks(&[(FeedKind::Responses, silent)]).contains(&Lack::Answers));
}

#[test]
fn rows_that_are_lost_say_for_want_of_what() {
    let lost = |row: Value| lacks(&[(FeedKind::Responses, json!([row.clone(), row]))])[2].clone();
    let kind = FeedKind::Responses;
    assert_eq!(lost(json!({"submitted_at": "2026-10-30"})), Lack::Touchpoint(kind));
    assert_eq!(lost(json!({"touchpoint": "desk"})), Lack::Date(kind));
    assert_eq!(lost(json!({"touchpoint": "desk", "submitted_at": "soon"})), Lack::Date(kind));
    assert_eq!(lost(json!({"touchpoint": "moon"})), Lack::KnownTouchpoints(kind));
    assert_eq!(lost(json!(7)), Lack::UsableRows(kind));
    assert_eq!(lacks(&[(kind, json!([]))])[2], Lack::Rows(kind));
    let sums = json!([{"period": "2026-10", "question": "csat", "value": 4, "count": 1}]);
    assert!(lacks(&[(FeedKind::Tally, sums)]).contains(&Lack::Touchpoint(FeedKind::Tally)));
}

#[test]
fn bare_journeys_and_indicators_say_what_they_do_not_tell() {
    let bare = json!([{"id": "stay", "stages": [{"id": "a", "touchpoints": [{"id": "desk"}]}]}]);
    let found = lacks(&[(FeedKind::Journeys, bare)]);
    let expected = [Lack::TouchpointHearts, Lack::Importance, Lack::Risks];
    assert!(expected.iter().all(|lack| found.contains(lack)), "{found:?}");
    assert!(lacks(&[(FeedKind::Journeys, json!([{"id": "stay"}]))]).contains(&Lack::Touchpoints));
    let still = json!([{"id": "queue", "name": "Queue"}]);
    assert!(lacks(&[(FeedKind::Indicators, still)]).contains(&Lack::Readings));
}

#[test]
fn questions_nobody_asks_and_surveys_nobody_answers_are_named() {
    let text = r#"{"workspace": {"surveys": [{"id": "k", "kind": "kano", "name": "Room", "features": [
        {"name": "Wi-Fi", "functional": "with", "dysfunctional": "without"}]}]}}"#;
    let settings = Config::parse(text).expect("settings").settings;
    let fields = json!({"answers": {"joy": "$.joy", "with": "$.with"}});
    let rows = [(FeedKind::Responses, json!([full_response()]))];
    let found = lacks_with(&rows, &settings, fields);
    assert!(
        found.contains(&Lack::Question("joy".to_owned()))
            && !found.contains(&Lack::Question("with".to_owned()))
    );
    assert!(found.contains(&Lack::Survey(SurveyId::new("k"))) && !found.contains(&Lack::Surveys));
}

#[test]
fn every_lack_says_what_it_costs() {
    let all = lacks(&[]);
    assert!(all.iter().all(|lack| !lack.shuts().is_empty() || !lack.thins().is_empty()));
    let journeys = Lack::Feed(FeedKind::Journeys);
    assert!(!journeys.shuts().contains(&View::Heat), "a journey is sketched");
    assert!(Lack::Touchpoints.shuts().contains(&View::Heat));
    assert!(Lack::Role(Role::Nps).thins().contains(&View::Overview));
}
