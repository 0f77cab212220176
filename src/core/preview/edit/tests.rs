use super::*;
use crate::core::connection::{Connection, FeedKind, Written};
use proptest::prelude::*;

const RESPONSES: FeedId = FeedId::only(FeedKind::Responses);
const JOURNEYS: FeedId = FeedId::only(FeedKind::Journeys);

fn document() -> Value {
    json!({"name": "Ours", "base_url": "https://api.example/", "timeout_seconds": 9, "feeds": {
        "responses": {"path": "r", "rows": "$[*]", "since": {"query": "from"}}}})
}

fn after<'e>(edits: impl IntoIterator<Item = &'e Edit>) -> Value {
    let document = edits.into_iter().fold(document(), |at, edit| edit.apply(at).expect("a change"));
    Connection::from_json(&document).expect("still a connection");
    document
}

fn path(feed: FeedId, names: &[&str], path: &str) -> Edit {
    Edit::Path { feed, field: FieldName::of(names), path: path.to_owned() }
}

#[test]
fn a_field_is_said_in_as_few_words_as_it_needs() {
    let field = || FieldName::of(&["submitted_at"]);
    let date = |form| Edit::Date { feed: RESPONSES, field: field(), form };
    let said =
        |edits: &[&Edit]| after(edits.iter().copied())["feeds"]["responses"]["fields"].clone();
    let set = path(RESPONSES, &["submitted_at"], "$.at");
    assert_eq!(said(&[&set]), json!({"submitted_at": "$.at"}));
    let (seconds, auto) = (date(DateForm::EpochSeconds), date(DateForm::Auto));
    let whole = json!({"submitted_at": {"path": "$.at", "date": "epoch_seconds"}});
    assert_eq!(said(&[&set, &seconds]), whole);
    assert_eq!(said(&[&seconds, &set]), whole, "a new path leaves the rest");
    assert_eq!(said(&[&set, &seconds, &auto]), said(&[&set]));
    let clear = Edit::Clear { feed: RESPONSES, field: field() };
    assert_eq!(after(&[set, clear]), document(), "nothing empty is left behind");
}

#[test]
fn a_path_may_lead_into_a_text_or_be_a_value() {
    let said = |edits: &[Edit]| after(edits)["feeds"]["responses"]["fields"]["team"].clone();
    let put = |text: &str| path(RESPONSES, &["team"], text);
    let map = Edit::Map {
        feed: RESPONSES,
        field: FieldName::of(&["team"]),
        map: vec![("a".to_owned(), Meaning::Word("b".to_owned()))],
    };
    let inside = json!({"path": "$.t", "inside": "$.text"});
    assert_eq!(said(&[put("$.text >> $.t")]), inside);
    let mapped = json!({"path": "$.t", "inside": "$.text", "map": {"a": "b"}});
    assert_eq!(said(&[put("$.text >> $.t"), map.clone()]), mapped);
    assert_eq!(said(&[put("$.text >> $.t"), put("$.u")]), "$.u");
    assert_eq!(said(&[map, put("\"desk\"")]), json!({"value": "desk"}));
    assert_eq!(said(&[put("\"desk\""), put("$[?@.a > 3].b")]), "$[?@.a > 3].b");
}

#[test]
fn words_stand_for_numbers_words_or_nothing() {
    let map = vec![
        ("good".to_owned(), Meaning::Number(5.0)),
        ("so-so".to_owned(), Meaning::Number(2.5)),
        ("must be".to_owned(), Meaning::Word("expect".to_owned())),
        ("offered".to_owned(), Meaning::Nothing),
    ];
    let field = FieldName::of(&["answers", "q-1"]);
    let edit = |map| Edit::Map { feed: RESPONSES, field: field.clone(), map };
    let fields = &after(&[edit(map)])["feeds"]["responses"]["fields"];
    let words = json!({"good": 5, "so-so": 2.5, "must be": "expect", "offered": null});
    assert_eq!(*fields, json!({"answers": {"q-1": {"path": "$.answers['q-1']", "map": words}}}));
    assert_eq!(
        after(&[edit(vec![])])["feeds"]["responses"]["fields"]["answers"]["q-1"],
        "$.answers['q-1']"
    );
}

#[test]
fn rows_inside_of_rows_have_fields_of_their_own() {
    let document = after(&[
        Edit::Feed { feed: JOURNEYS, path: "journeys".to_owned() },
        Edit::Rows { feed: JOURNEYS, place: RowsPlace::At("$.list[*]".to_owned()) },
        path(JOURNEYS, &["stages"], "$.phases"),
        path(JOURNEYS, &["stages", "touchpoints"], "$"),
        path(JOURNEYS, &["stages", "touchpoints", "responsible"], "$.who"),
    ]);
    let said = json!({"path": "journeys", "rows": "$.list[*]", "fields": {"stages": {"rows": "$.phases", "fields": {
        "touchpoints": {"rows": "$", "fields": {"responsible": "$.who"}}}}}});
    assert_eq!(document["feeds"]["journeys"], said);
    let journeys = Connection::from_json(&document).expect("a connection").feeds.journeys;
    let touchpoints = journeys.expect("journeys").fields.stages.fields.touchpoints;
    assert_eq!(touchpoints.fields.responsible().path.source(), "$.who");
}

#[test]
fn rows_and_format_take_each_other_s_place() {
    let lines = Edit::Rows { feed: RESPONSES, place: RowsPlace::Lines };
    let said = |edits: &[&Edit]| after(edits.iter().copied())["feeds"]["responses"].clone();
    let since = json!({"query": "from"});
    assert_eq!(said(&[&lines]), json!({"path": "r", "format": "json_lines", "since": since}));
    let at = Edit::Rows { feed: RESPONSES, place: RowsPlace::At("$[*]".to_owned()) };
    assert_eq!(after(&[lines, at]), document());
}

#[test]
fn summaries_are_a_list_and_feeds_come_and_go() {
    let summary = |number| FeedId::numbered(FeedKind::Summary, number);
    let add = |number, path: &str| {
        [
            Edit::Feed { feed: summary(number), path: path.to_owned() },
            Edit::Rows { feed: summary(number), place: RowsPlace::At("$[*]".to_owned()) },
        ]
    };
    let both = [add(0, "a"), add(1, "b")].concat();
    assert_eq!(after(&both)["feeds"]["summary"][1]["path"], "b");
    let fewer = after(&[&both[..], &[Edit::NoFeed(summary(0))]].concat());
    assert_eq!(fewer["feeds"]["summary"], json!([{"path": "b", "rows": "$[*]"}]));
    let none = Edit::NoFeed(RESPONSES).apply(document()).expect("a change");
    assert_eq!(none["feeds"], json!({}));
}

#[test]
fn what_is_no_object_is_told_by_its_place() {
    let wrong =
        |document: Value, edit: Edit| edit.apply(document).expect_err("a fault").to_string();
    let edit = || path(RESPONSES, &["answers", "nps"], "$.n");
    let document = json!({"feeds": {"responses": {"fields": {"answers": 3}}}});
    assert_eq!(wrong(document, edit()), "feeds.responses.fields.answers: a object is wanted here");
    assert_eq!(wrong(json!([]), edit()), ": a object is wanted here");
    let summary = Edit::Feed { feed: FeedId::only(FeedKind::Summary), path: String::new() };
    assert_eq!(
        wrong(json!({"feeds": {"summary": {}}}), summary),
        "feeds.summary: a list is wanted here"
    );
}

proptest! {
    #[test]
    fn what_is_set_is_read_and_what_is_cleared_is_gone(question in ".{0,9}", at in "[a-z]{1,5}") {
        let field = FieldName::of(&["answers", &question]);
        let path = format!("$.{at}");
        let set = Edit::Path { feed: RESPONSES, field: field.clone(), path: path.clone() };
        let changed = set.apply(document()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let connection = Connection::from_json(&changed).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let responses = connection.feeds.responses.expect("responses");
        let read = responses.feed.fields.answer(&question);
        prop_assert_eq!(read.path.source(), path.as_str());
        let cleared = Edit::Clear { feed: RESPONSES, field }.apply(changed);
        prop_assert_eq!(cleared, Ok(document()));
    }
}
