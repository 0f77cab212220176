use super::*;
use crate::core::calendar::{FixedZone, Timestamp};
use crate::core::connection::FeedKind;
use crate::core::mapping::Clock;
use proptest::prelude::*;
use serde_json::json;

fn context(touchpoints: Option<&[&str]>) -> Context {
    let clock = Clock::new(FixedZone::default(), Timestamp(1_793_460_600_000));
    let known = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    Context { clock, touchpoints: touchpoints.map(known) }
}

fn look(kind: FeedKind, feed: Value, sample: Sample) -> Preview {
    let document = json!({"base_url": "https://api.example/", "feeds": {kind.id(): feed}});
    let context = context(Some(&["desk", "7"]));
    preview(&document, FeedId::only(kind), &Settings::default(), &context, sample)
        .expect("a connection")
}

/// What the record has in a field of a row.
fn value<'p>(preview: &'p Preview, row: usize, names: &[&str]) -> Option<&'p str> {
    let name = FieldName::of(names);
    let field = preview.shown[row].fields.iter().find(|field| field.field == name)?;
    field.value.as_ref().map(|value| value.text.as_str())
}

fn responses() -> Value {
    json!({"path": "r", "rows": "$.data[*]", "fields": {
        "touchpoint": "$.place.no", "submitted_at": "$.at", "comment": "$.note",
        "answers": {"nps": "$.list[?@.q=='rec'].v", "csat": {"path": "$.sat", "map": {"good": 5}}}}})
}

#[test]
fn rows_stand_beside_their_records() {
    let body = json!({"data": [
        {"place": {"no": 7}, "at": "2026-10-30", "sat": "good", "list": [{"q": "rec", "v": "9"}], "note": "slow\nbut kind"},
        {"place": {"no": "moon"}, "at": "2026-10-30"},
        {"place": {"no": 7}, "at": "2026-10-30", "list": [{"q": "rec", "v": 11}], "sat": "meh"},
    ]});
    let text = body.to_string();
    let seen = look(FeedKind::Responses, responses(), Sample::whole(text.as_bytes()));
    assert_eq!((seen.rows, seen.usable, seen.failure.clone()), (3, 2, None));
    assert_eq!(value(&seen, 0, &["touchpoint"]), Some("7"));
    assert_eq!(value(&seen, 0, &["submitted_at"]), Some("2026-10-30T00:00:00Z"));
    assert_eq!(value(&seen, 0, &["answers", "csat"]), Some("5"));
    assert_eq!(value(&seen, 0, &["comment"]), Some("slow\nbut kind"));
    let nps = FieldName::of(&["answers", "nps"]);
    let nps = seen.shown[0].fields.iter().find(|field| field.field == nps).expect("a field");
    assert_eq!((nps.path.as_str(), &nps.found), ("$.list[?@.q=='rec'].v", &Some(Shown::of("9"))));
    assert!(seen.shown[0].raw.text.contains("\"no\": 7"));
    let lost = &seen.shown[1];
    assert_eq!((lost.is_usable, lost.reasons[0].kind), (false, ReasonKind::UnknownTouchpoint));
    assert_eq!(value(&seen, 1, &["touchpoint"]), None);
    assert_eq!(lost.fields[1].found, Some(Shown::of("moon")));
    let kinds: Vec<_> = seen.shown[2].reasons.iter().map(|reason| reason.kind).collect();
    assert_eq!(kinds, [ReasonKind::OffScale, ReasonKind::NotANumber]);
    assert_eq!(seen.problems.len(), 3);
}

#[test]
fn the_first_rows_are_shown_and_the_first_bad_ones() {
    let good = r#"{"touchpoint": "desk", "submitted_at": "2026-10-30"}"#;
    let mut lines = vec![good; 20];
    lines.extend([r#"{"touchpoint": "desk"}"#; 9]);
    lines[9] = "{broken}";
    let text = lines.join("\n");
    let feed = json!({"path": "r", "format": "json_lines"});
    let seen = look(FeedKind::Responses, feed, Sample::whole(text.as_bytes()));
    let numbers: Vec<u64> = seen.shown.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 10, 21, 22, 23]);
    assert_eq!((seen.rows, seen.usable), (29, 19));
    assert_eq!(seen.problems[0].count, 9);
}

#[test]
fn grouped_rows_count_one_answer_or_lists_of_them() {
    let body = json!([
        {"touchpoint": "desk", "period": "2026-10", "question": "csat", "value": 4, "count": "12"},
        {"period": "2026-10-05", "team": "north", "responses": 9, "counts": {"csat": [0, 1, 0, 3, 5], "nps": null}},
        {"period": "2026-10", "question": "joy", "value": 1, "count": 1},
    ]);
    let text = body.to_string();
    let feed = json!({"path": "t", "rows": "$[*]"});
    let seen = look(FeedKind::Tally, feed, Sample::whole(text.as_bytes()));
    assert_eq!((seen.rows, seen.usable), (3, 2));
    let single = ["question", "value", "count"].map(|name| value(&seen, 0, &[name]));
    assert_eq!(single, [Some("csat"), Some("4"), Some("12")]);
    assert_eq!(value(&seen, 1, &["counts", "csat"]), Some("2: 1, 4: 3, 5: 5"));
    assert_eq!(
        (value(&seen, 1, &["responses"]), value(&seen, 1, &["team"])),
        (Some("9"), Some("north"))
    );
    assert_eq!(
        (value(&seen, 0, &["period"]), value(&seen, 1, &["period"])),
        (Some("2026-10"), Some("2026-10-05"))
    );
    assert_eq!(seen.shown[2].reasons[0].kind, ReasonKind::UnknownQuestion);
}

#[test]
fn documents_show_what_is_inside_of_them() {
    let body = json!([
        {"id": "stay", "name": {"en": "Stay", "zh-CN": "入住"}, "stages": [
            {"id": "a", "name": "Before", "touchpoints": [{"id": "1", "name": "Book", "hearts": ["care"]}, {"id": "2"}]}]},
        {"id": "back", "stages": [{"id": "a", "touchpoints": [{"id": "1"}]}]},
        {"name": "no id"},
    ]);
    let text = body.to_string();
    let seen = look(
        FeedKind::Journeys,
        json!({"path": "j", "rows": "$[*]"}),
        Sample::whole(text.as_bytes()),
    );
    assert_eq!((seen.rows, seen.usable), (3, 2));
    assert_eq!(value(&seen, 0, &["name"]), Some("Stay / 入住"));
    assert_eq!(value(&seen, 0, &["stages", "touchpoints", "id"]), Some("1, 2"));
    assert_eq!(seen.shown[1].reasons[0].kind, ReasonKind::Duplicate, "known from the rows before");
    assert_eq!(seen.shown[2].reasons[0].kind, ReasonKind::Missing);
    let text = json!([{"id": "service_error", "readings": [{"period": "2026-10", "value": 1.5}]},
        {"id": "queue", "name": "Queue", "direction": "lower"}, {"id": "queue", "readings": [{"period": "soon", "value": 1}]}]).to_string();
    let seen = look(
        FeedKind::Indicators,
        json!({"path": "i", "rows": "$[*]"}),
        Sample::whole(text.as_bytes()),
    );
    assert_eq!((seen.rows, seen.usable), (3, 2));
    assert_eq!(value(&seen, 0, &["readings", "value"]), Some("1.5"));
    assert_eq!(
        (value(&seen, 0, &["id"]), value(&seen, 1, &["id"])),
        (Some("service_error"), Some("queue"))
    );
    assert_eq!(value(&seen, 1, &["direction"]), Some("lower"));
}

#[test]
fn an_answer_without_rows_says_why() {
    let failure = |body: &[u8]| look(FeedKind::Responses, responses(), Sample::whole(body)).failure;
    assert!(matches!(failure(b"<html>"), Some(BodyError::NotJson { .. })));
    assert!(matches!(failure(br#"{"rows": []}"#), Some(BodyError::NoRows { .. })));
    assert_eq!(failure(br#"{"data": [{"a"#), Some(BodyError::CutOff { rows: 0 }));
    assert_eq!(failure(br#"{"data": []}"#), None);
    let cut = Sample::cut_off(br#"{"data": [{"a"#);
    assert_eq!(look(FeedKind::Responses, responses(), cut).failure, None);
}

#[test]
fn a_document_that_is_wrong_says_where() {
    let look = |document: Value| {
        let feed = FeedId::only(FeedKind::Responses);
        let sample = Sample::whole(b"[]");
        preview(&document, feed, &Settings::default(), &context(None), sample)
            .expect_err("a fault")
            .path
    };
    assert_eq!(look(json!({"base_url": "/", "feeds": {}})), "feeds.responses");
    let feed = json!({"path": "r", "rows": "data"});
    assert_eq!(
        look(json!({"base_url": "/", "feeds": {"responses": feed}})),
        "feeds.responses.rows"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn a_cut_sample_shows_the_first_of_what_the_whole_shows(cut in 0usize..900) {
        let row = |n: usize| json!({"place": {"no": 7}, "at": "2026-10-30", "sat": "good",
            "list": [{"q": "rec", "v": n}], "note": "客户"});
        let text = json!({"data": (0..7).map(row).collect::<Vec<_>>()}).to_string();
        let whole = look(FeedKind::Responses, responses(), Sample::whole(text.as_bytes()));
        let part = Sample::cut_off(text.as_bytes().get(..cut).unwrap_or(text.as_bytes()));
        let part = look(FeedKind::Responses, responses(), part);
        prop_assert_eq!(&part.shown[..], &whole.shown[..part.shown.len()]);
        prop_assert!(part.problems.is_empty() && part.usable == part.rows);
        let bytes = postcard::to_allocvec(&part).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(postcard::from_bytes::<Preview>(&bytes), Ok(part));
    }
}
