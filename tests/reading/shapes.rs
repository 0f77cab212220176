//! Whatever shape an API gives the same answers, they count the same.

use crate::support::{NOW, RESPONSES, connection, counted, read, workspace};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use heartline::core::calendar::FixedZone;
use heartline::core::connection::{Connection, FeedId, FeedKind, Lookup, Tables};
use heartline::core::intake::{FeedReader, LookupReader};
use heartline::core::mapping::{Clock, ProblemLog, ReasonKind};
use heartline::core::tally::{Grain, Slice, Totals};
use heartline::core::workspace::{BodyFailure, Failure, Workspace};
use proptest::prelude::*;
use serde_json::{Value, json};

const PLACES: [&str; 3] = ["check-in", "breakfast", "check-out"];

/// What one customer said: where, and two answers.
type Said = (usize, u8, Option<u8>);

fn row(place: usize, (at, nps, csat): &Said) -> Value {
    json!({"id": format!("r{place}"), "touchpoint": PLACES[*at], "submitted_at": "2026-10-30",
        "nps": nps, "csat": csat})
}

fn rows(said: &[Said]) -> Vec<Value> {
    said.iter().enumerate().map(|(place, said)| row(place, said)).collect()
}

fn said() -> impl Strategy<Value = Vec<Said>> {
    prop::collection::vec((0usize..3, 0u8..=12, prop::option::of(1u8..=5)), 0..30)
}

/// Fields of rows in which answers stand right beside what they are about.
fn flat() -> Value {
    json!({"answers": {"nps": "$.nps", "csat": "$.csat"}})
}

fn feed(shape: Value) -> Connection {
    let mut feed = json!({"path": "r", "fields": flat()});
    for (name, value) in shape.as_object().into_iter().flatten() {
        feed[name] = value.clone();
    }
    connection(&json!({"responses": feed}))
}

/// What a reading gave: how many responses, the sums of their cells, and what was wrong with which row.
fn gave(connection: &Connection, body: &Value) -> impl PartialEq + std::fmt::Debug + use<> {
    let mut workspace = workspace();
    read(RESPONSES, connection, &mut workspace, body.to_string().as_bytes(), 64).expect("a body");
    figures(&workspace)
}

/// The sums of one touchpoint.
fn at(workspace: &Workspace, place: &str) -> Totals {
    let tally = workspace.feedback.tally(Grain::FINEST);
    let (number, window) = (tally.touchpoints().find(place), workspace.layout().all());
    let mut totals = [Totals::default()];
    tally.group(&Slice::default(), window, &mut totals, |group| {
        (Some(group.touchpoint) == number).then_some(0)
    });
    let [totals] = totals;
    totals
}

fn figures(workspace: &Workspace) -> impl PartialEq + std::fmt::Debug + use<> {
    let cells: Vec<_> = PLACES.iter().map(|place| format!("{:?}", at(workspace, place))).collect();
    let problems: Vec<_> =
        workspace.problems.first().iter().map(|one| (one.row, one.reason.kind)).collect();
    (counted(workspace), cells, problems)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn columns_arrays_and_texts_count_as_rows_do(said in said()) {
        let rows = rows(&said);
        let expected = gave(&feed(json!({"rows": "$[*]"})), &json!(rows));
        let names = ["id", "touchpoint", "submitted_at", "nps", "csat"];
        let column = |name: &str| -> Value { rows.iter().map(|row| row[name].clone()).collect() };
        let columns: Value = names.iter().map(|name| ((*name).to_owned(), column(name))).collect();
        let arrays: Value = rows.iter().map(|row| -> Value { names.iter().map(|name| row[name].clone()).collect() }).collect();
        let text = json!({"list": rows}).to_string();
        let shapes = [
            (json!({"format": "columns", "rows": "$"}), columns.clone()),
            (json!({"format": "columns", "rows": "$.data"}), json!({"meta": [], "data": columns})),
            (json!({"rows": "$.rows[*]", "names": "$.columns"}), json!({"columns": names, "rows": arrays})),
            (json!({"rows": "$.list[*]", "inside": "$.result"}), json!({"result": text})),
            (json!({"rows": "$.list[*]", "inside": {"path": "$.result", "form": "base64"}}),
                json!({"error": null, "result": STANDARD.encode(&text)})),
            (json!({"format": "columns", "rows": "$", "inside": "$.result"}), json!({"result": columns.to_string()})),
        ];
        for (shape, body) in shapes {
            prop_assert_eq!(&gave(&feed(shape.clone()), &body), &expected, "{}", shape);
        }
    }

    #[test]
    fn a_table_counts_as_rows_do(said in said(), separator in prop::sample::select(vec![",", ";", "\t"])) {
        let names = ["id", "touchpoint", "submitted_at", "nps", "csat"];
        let cell = |value: &Value| match value {
            Value::Null => String::new(),
            Value::String(text) => format!("\"{text}\""),
            other => other.to_string(),
        };
        let rows = rows(&said);
        let lines = rows.iter().map(|row| names.map(|name| cell(&row[name])).join(separator) + "\r\n");
        let body = format!("\u{feff}{}\r\n{}", names.join(separator), lines.collect::<String>());
        let mut table = workspace();
        let csv = feed(json!({"format": "csv"}));
        prop_assert_eq!(read(RESPONSES, &csv, &mut table, body.as_bytes(), 7), Ok(()));
        let expected = gave(&feed(json!({"rows": "$[*]"})), &json!(rows));
        prop_assert_eq!(format!("{:?}", figures(&table)), format!("{expected:?}"));
    }

    #[test]
    fn a_lookup_counts_as_the_value_map_that_says_the_same(said in said(), unknown in any::<bool>()) {
        let coded = |(place, (at, nps, csat)): (usize, &Said)| {
            let weight = csat.map(|csat| format!("c{csat}"));
            json!({"id": format!("r{place}"), "form": *at, "submitted_at": "2026-10-30", "nps": nps, "choice": weight})
        };
        let body: Value = said.iter().enumerate().map(coded).collect();
        let known = if unknown { 4 } else { 5 };
        let weights: Value = (1..=known).map(|n| (format!("c{n}"), json!(n))).collect();
        let forms: Value = PLACES.iter().enumerate().map(|(n, place)| (n.to_string(), json!(place))).collect();
        let fields = |at: Value, choice: Value| {
            let mut all = json!({"touchpoint": at, "answers": {"nps": "$.nps", "csat": choice}});
            all["touchpoint"]["path"] = "$.form".into();
            all["answers"]["csat"]["path"] = "$.choice".into();
            all
        };
        let mapped = feed(json!({"rows": "$[*]", "fields": fields(json!({"map": forms}), json!({"map": weights}))}));
        let list = |key: &str, value: &str| json!({"path": "l", "rows": "$[*].list[*]", "key": key, "value": value});
        let mut looked_up = feed(json!({"rows": "$[*]", "fields": fields(json!({"lookup": "forms"}), json!({"lookup": "choices"})),
            "lookups": {"forms": list("$.id", "$.title"), "choices": list("$.id", "$.weight")}}));
        let entries = |of: &Value, name: &str| -> Value {
            let list: Value = of.as_object().into_iter().flatten().map(|(key, value)| json!({"id": key, name: value})).collect();
            json!([{"list": list}])
        };
        look_up(&mut looked_up, &[entries(&weights, "weight"), entries(&forms, "title")]);
        let (one, other) = (gave(&mapped, &body), gave(&looked_up, &body));
        // A map says that a word it does not have is no number; a lookup says that it does not know it.
        let alike = |text: String| text.replace("NotFound", "NotANumber");
        prop_assert_eq!(alike(format!("{one:?}")), alike(format!("{other:?}")));
    }
}

/// Reads the lookups of a connection's responses, by name, from these bodies.
fn look_up(connection: &mut Connection, bodies: &[Value]) {
    let lookups: Vec<(String, Lookup)> = connection.lookups(RESPONSES).to_vec();
    let table = |((name, lookup), body): (&(String, Lookup), &Value)| {
        let mut reader = LookupReader::new(lookup, None);
        reader.push(body.to_string().as_bytes()).expect("a piece");
        assert_eq!(reader.turn(&|_| None), Ok(None));
        (name.clone(), reader.finish(FeedKind::Responses, &mut ProblemLog::default()))
    };
    connection.look_up(RESPONSES, &Tables(lookups.iter().zip(bodies).map(table).collect()));
}

#[test]
fn what_a_lookup_does_not_know_is_told_and_stays_what_it_is() {
    let forms = json!({"path": "f", "rows": "$[*]", "key": "$.id", "value": "$.title"});
    let mut connection = feed(json!({"rows": "$[*]", "lookups": {"forms": forms}, "fields": {
        "touchpoint": {"path": "$.form", "lookup": "forms"},
        "answers": {"nps": {"path": "$.nps", "lookup": "forms"}}}}));
    look_up(&mut connection, &[json!([{"id": 7, "title": "desk"}])]);
    let mut workspace = workspace();
    let body = json!([{"form": 7, "submitted_at": "2026-10-30"}, {"form": 8, "submitted_at": "2026-10-30", "nps": 9}]);
    read(RESPONSES, &connection, &mut workspace, body.to_string().as_bytes(), 9).expect("a body");
    assert_eq!(counted(&workspace), 2, "no row is lost");
    let told: Vec<_> = workspace
        .problems
        .first()
        .iter()
        .map(|one| (one.row, one.reason.kind, one.reason.value.as_str()))
        .collect();
    assert_eq!(told, [(2, ReasonKind::NotFound, "8"), (2, ReasonKind::NotFound, "9")]);
    assert_eq!(workspace.problems.rows_lost(FeedId::only(FeedKind::Responses)), 0);
    let of = |place: &str| at(&workspace, place).responses();
    assert_eq!((of("desk"), of("8")), (1, 1));
}

#[test]
fn one_survey_may_be_one_touchpoint_with_its_answers_in_a_text() {
    let connection = feed(json!({"rows": "$[*]", "fields": {
        "touchpoint": {"value": "check-out"}, "submitted_at": "$.at",
        "answers": {"nps": {"inside": "$.answers", "path": "$.nps"}, "csat": {"inside": "$.answers", "path": "$.list[?@.q=='c'].v"}}}}));
    let row = |answers: Value| json!({"at": "2026-10-30", "answers": answers});
    let text = json!({"nps": 9, "list": [{"q": "c", "v": 5}]}).to_string();
    let body = json!([row(json!(text)), row(json!("{nps: 9}")), row(Value::Null)]);
    let mut workspace = workspace();
    read(RESPONSES, &connection, &mut workspace, body.to_string().as_bytes(), 9).expect("a body");
    assert_eq!(counted(&workspace), 3);
    let told: Vec<_> = workspace
        .problems
        .first()
        .iter()
        .map(|one| (one.row, one.reason.kind, one.reason.field.as_str(), one.reason.value.as_str()))
        .collect();
    let wrong = |field| (2, ReasonKind::NotJson, field, "{nps: 9}");
    assert_eq!(told, [wrong("$.answers >> $.nps"), wrong("$.answers >> $.list[?@.q=='c'].v")]);
}

#[test]
fn a_response_that_is_twice_in_one_body_is_counted_once() {
    let connection = feed(json!({"rows": "$[*]"}));
    let mut again = row(1, &(1, 3, None));
    again["touchpoint"] = "check-out".into();
    let body = json!([row(0, &(0, 9, None)), row(1, &(1, 3, None)), row(0, &(0, 9, None)), again]);
    let mut workspace = workspace();
    read(RESPONSES, &connection, &mut workspace, body.to_string().as_bytes(), 50).expect("a body");
    assert_eq!(counted(&workspace), 3, "one form may ask about several touchpoints");
    let told: Vec<_> =
        workspace.problems.first().iter().map(|one| (one.row, one.reason.kind)).collect();
    assert_eq!(told, [(3, ReasonKind::Duplicate)]);
}

#[test]
fn an_error_that_comes_as_a_success_is_shown() {
    let packed =
        json!({"rows": "$.responses[*]", "inside": {"path": "$.result", "form": "base64"}});
    let mut workspace = workspace();
    let body = json!({"id": 1, "result": {"status": "Invalid session key"}, "error": null});
    let failure = read(RESPONSES, &feed(packed), &mut workspace, body.to_string().as_bytes(), 9);
    let found = vec!["status: Invalid session key".to_owned()];
    assert_eq!(failure, Err(Failure::Body(BodyFailure::NoRows("$.responses[*]".into(), found))));
}

#[test]
fn series_of_measurements_become_readings() {
    let feeds = json!({"indicators": {"path": "q", "rows": "$.data.result[*]", "fields": {
        "id": "$.metric.indicator", "readings": {"rows": "$.values[*]", "fields": {"period": "$[0]", "value": "$[1]"}}}}});
    let connection = connection(&feeds);
    let body = json!({"status": "success", "data": {"resultType": "matrix", "result": [
        {"metric": {"indicator": "service_error"}, "values": [[1_790_812_800, "1.5"], [1_793_460_600.5, "+Inf"]]}]}});
    let id = FeedId::only(FeedKind::Indicators);
    let mut workspace = workspace();
    let clock = Clock::new(FixedZone::default(), NOW);
    let mut reader = FeedReader::new(id, &connection, &workspace, clock).expect("the feed");
    reader.push(body.to_string().as_bytes(), &mut workspace);
    reader.finish(&mut workspace).expect("a body");
    let errors = workspace.indicators.iter().find(|one| one.id.as_str() == "service_error");
    let readings = &errors.expect("the indicator").readings;
    assert_eq!(readings.iter().map(|reading| reading.value).collect::<Vec<_>>(), [1.5]);
    let told: Vec<_> = workspace.problems.first().iter().map(|one| one.reason.kind).collect();
    assert_eq!(told, [ReasonKind::NotANumber]);
}
