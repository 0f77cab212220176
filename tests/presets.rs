//! The presets: each is a connection once an address is given, and each says what it is in both languages.

#![expect(clippy::expect_used, reason = "a test that cannot read its data has nothing to go on")]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use heartline::core::calendar::{FixedZone, Timestamp};
use heartline::core::connection::{
    Auth, Connection, FeedId, FeedKind, Parameters, Secret, Tables, Written, put,
};
use heartline::core::intake::LookupReader;
use heartline::core::login::{login_call, refusal, token};
use heartline::core::mapping::{Clock, Context, ProblemLog};
use heartline::core::model::{Lang, LocalText};
use heartline::core::preview::{Address, FieldName, Preview, Sample, preview_looked_up};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn presets() -> Vec<Value> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/presets.json");
    let text = std::fs::read_to_string(path).expect("the presets");
    let value: Value = serde_json::from_str(&text).expect("JSON");
    value["presets"].as_array().expect("a list").clone()
}

#[test]
fn each_becomes_a_connection_with_an_address() {
    let address = Address::of("https://api.example.com/v1/answers?x=1").expect("an address");
    for preset in presets() {
        let document = address.filled(&preset["connection"], FeedKind::Responses);
        let connection = Connection::from_json(&document).expect("a connection");
        assert_eq!(connection.base_url, "https://api.example.com/v1/");
        let request = &connection.feeds.responses.expect("responses").feed.request;
        assert_eq!(request.path, "answers?x=1");
    }
}

#[test]
fn each_is_there_once_and_named_in_both_languages() {
    let all = presets();
    let ids: BTreeSet<&str> = all.iter().filter_map(|preset| preset["id"].as_str()).collect();
    assert_eq!(ids.len(), all.len());
    assert!(all.len() >= 15);
    for preset in &all {
        for text in ["name", "hint"] {
            let text = LocalText::deserialize(&preset[text]).expect("a text");
            assert!(Lang::ALL.iter().all(|lang| !text.get(*lang).is_empty()), "{preset}");
        }
    }
}

/// The document of a preset, with fields beside those that it brings.
fn document(id: &str, fields: &[(&[&str], Value)]) -> Value {
    let all = presets();
    let preset = all.iter().find(|preset| preset["id"] == id).expect("the preset");
    let address = Address::of("https://api.example.com/v1/answers").expect("an address");
    let mut document = address.filled(&preset["connection"], FeedKind::Responses);
    for (names, value) in fields {
        let place = [&["feeds", "responses", "fields"][..], names].concat();
        put(&mut document, &place, Some(value.clone()));
    }
    document
}

/// What comes of an answer.
fn look(document: &Value, body: &Value, tables: &Tables) -> Preview {
    let clock = Clock::new(FixedZone::default(), Timestamp(1_794_268_800_000));
    let (context, id) = (Context { clock, touchpoints: None }, FeedId::only(FeedKind::Responses));
    let text = body.to_string();
    let sample = Sample::whole(text.as_bytes());
    preview_looked_up(document, id, &Default::default(), &context, sample, tables)
        .expect("a connection")
}

/// The answer to a question in each row.
fn answers(seen: &Preview, question: &str) -> Vec<String> {
    let name = FieldName::of(&["answers", question]);
    let fields = seen.shown.iter().flat_map(|row| &row.fields).filter(|field| field.field == name);
    fields.filter_map(|field| Some(field.value.as_ref()?.text.clone())).collect()
}

#[test]
fn columns_and_names_that_stand_apart_are_read() {
    let meta = json!([{"name": "touchpoint", "type": "String"}, {"name": "submitted_at", "type": "DateTime"}, {"name": "nps", "type": "UInt8"}]);
    let compact = json!({"meta": meta, "data": [["desk", "2026-10-30 09:00:00", 9], ["spa", "2026-10-31 09:00:00", 3]], "rows": 2});
    let columns = json!({"touchpoint": ["desk", "spa"], "submitted_at": ["2026-10-30 09:00:00", "2026-10-31 09:00:00"], "nps": [9, 3]});
    for (id, body) in [("clickhouse-compact", compact), ("clickhouse-columns", columns)] {
        let document = document(id, &[(&["answers", "nps"], json!("$.nps"))]);
        let seen = look(&document, &body, &Tables::default());
        assert_eq!(
            (seen.usable, seen.problems.len(), answers(&seen, "nps")),
            (2, 0, vec!["9".to_owned(), "3".to_owned()]),
            "{id}"
        );
    }
}

#[test]
fn an_export_that_comes_packed_is_unpacked() {
    let fields: [(&[&str], Value); 2] =
        [(&["touchpoint"], json!({"value": "check-out"})), (&["answers", "nps"], json!("$.Q1"))];
    let document = document("limesurvey-remote", &fields);
    let export = json!({"responses": [{"id": "1", "submitdate": "2026-10-30 09:00:00", "Q1": "9"}, {"id": "2", "submitdate": "2026-10-31 10:00:00", "Q1": "10"}]});
    let body = json!({"id": 1, "result": STANDARD.encode(export.to_string()), "error": null});
    let seen = look(&document, &body, &Tables::default());
    assert_eq!(
        (seen.usable, seen.failure.clone(), answers(&seen, "nps")),
        (2, None, vec!["9".to_owned(), "10".to_owned()])
    );
    let refused = json!({"id": 1, "result": {"status": "Invalid session key"}, "error": null});
    let failure = look(&document, &refused, &Tables::default()).failure.expect("no rows");
    assert!(failure.to_string().contains("status: Invalid session key"), "{failure}");
}

#[test]
fn a_session_begins_with_what_is_typed() {
    let typed = Secret { user: "admin".into(), key: "pw".into() };
    let connection =
        Connection::from_json(&document("limesurvey-remote", &[])).expect("a connection");
    let Auth::Session(auth) = &connection.auth else { panic!("a session") };
    let call = login_call(&connection, auth, &typed).expect("a call");
    let body = json!({"method": "get_session_key", "params": ["admin", "pw"], "id": 1});
    assert_eq!((call.address.as_str(), call.body), ("remotecontrol", Some(body)));
    let answer = |result: Value| json!({"id": 1, "result": result, "error": null}).to_string();
    assert_eq!(token(auth, &answer(json!("k3y")), |_| None).as_deref(), Ok("k3y"));
    let wrong = answer(json!({"status": "Invalid user name or password"}));
    let wrong = token(auth, &wrong, |_| None).expect_err("no token");
    assert_eq!(wrong.said, "Invalid user name or password");
    let request = &connection.feeds.responses.as_ref().expect("responses").feed.request;
    let asked = request.call(&connection, &Parameters::default()).body.expect("a body");
    let carried = auth.credential("k3y").ok().and_then(|key| key.in_body(&asked)).expect("a body");
    assert_eq!(carried["params"], json!(["k3y", 1, "json", "en", "complete", "code", "short"]));
    let over = answer(json!({"status": "Invalid session key"}));
    assert_eq!(refusal(auth, &over).as_deref(), Some("Invalid session key"));
}

#[test]
fn weights_of_choices_are_looked_up() {
    let answer = json!({"path": "$.pages[*].questions[?@.id=='q7'].answers[0].choice_id", "lookup": "choices"});
    let fields: [(&[&str], Value); 2] =
        [(&["touchpoint"], json!({"value": "check-out"})), (&["answers", "csat"], answer)];
    let document = document("surveymonkey", &fields);
    let connection = Connection::from_json(&document).expect("a connection");
    let (name, lookup) = &connection.lookups(FeedId::only(FeedKind::Responses))[0];
    let choice = |id: &str, weight: Value| json!({"id": id, "text": "…", "weight": weight});
    let details = json!({"pages": [{"questions": [{"id": "q7", "answers": {"choices": [choice("901", json!(1)), choice("905", json!(5))]}}, {"id": "q8"}]}]});
    let mut reader = LookupReader::new(lookup, None);
    reader.push(details.to_string().as_bytes()).expect("a piece");
    assert_eq!(reader.turn(&|_| None), Ok(None));
    let table = reader.finish(FeedKind::Responses, &mut ProblemLog::default());
    let said = |id: &str, choice: &str| {
        json!({"id": id, "date_created": "2026-10-30T09:00:00+00:00",
        "pages": [{"questions": [{"id": "q7", "answers": [{"choice_id": choice}]}]}]})
    };
    let body = json!({"data": [said("1", "905"), said("2", "901"), said("3", "999")], "links": {}});
    let seen = look(&document, &body, &Tables(vec![(name.clone(), table)]));
    assert_eq!((seen.usable, answers(&seen, "csat")), (3, vec!["5".to_owned(), "1".to_owned()]));
    assert_eq!(seen.problems.len(), 1, "what is not known is told");
}

#[test]
fn the_last_row_leads_to_the_next_page() {
    let document = document("typeform", &[]);
    let connection = Connection::from_json(&document).expect("a connection");
    let paging = connection.feeds.responses.expect("responses").feed.request.paging;
    assert!(paging.expect("pages").needs_last_row());
}
