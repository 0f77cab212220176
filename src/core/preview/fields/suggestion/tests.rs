use super::*;
use crate::core::connection::{Config, Selector};
use proptest::prelude::*;
use serde_json::json;

fn suggest(kind: FeedKind, rows: &Value) -> Vec<FieldSuggestions> {
    suggest_with(kind, rows, &Settings::default(), &[])
}

fn suggest_with(
    kind: FeedKind,
    rows: &Value,
    settings: &Settings,
    touchpoints: &[&str],
) -> Vec<FieldSuggestions> {
    let text = rows.to_string();
    let known: FxHashSet<String> = touchpoints.iter().map(|id| (*id).to_owned()).collect();
    let known = (!touchpoints.is_empty()).then_some(&known);
    let place = RowsPlace::At("$[*]".to_owned());
    field_suggestions(Sample::whole(text.as_bytes()), &place, kind, settings, known)
}

fn all<'s>(found: &'s [FieldSuggestions], names: &[&str]) -> &'s [FieldSuggestion] {
    let name = FieldName::of(names);
    found.iter().find(|one| one.field == name).map_or(&[], |one| &one.suggestions)
}

fn best<'s>(found: &'s [FieldSuggestions], names: &[&str]) -> Option<(&'s str, Sureness)> {
    all(found, names).first().map(|one| (one.path.as_str(), one.sureness))
}

fn turn<'w>(words: &[&'w str], n: usize) -> &'w str {
    words[n % words.len()]
}

fn repeat(count: usize, row: impl Fn(usize) -> Value) -> Value {
    (0..count).map(row).collect()
}

#[test]
fn answers_in_a_text_are_found_there() {
    let rows = repeat(12, |n| {
        let answers = json!({"nps": n % 11, "why": "kind"}).to_string();
        json!({"touchpoint": turn(&["desk", "spa"], n), "answers": answers})
    });
    let found = suggest(FeedKind::Responses, &rows);
    assert_eq!(best(&found, &["answers", "nps"]).map(|best| best.0), Some("$.answers >> $.nps"));
}

#[test]
fn plain_rows_are_told_by_names_and_values() {
    let rows = repeat(20, |n| {
        json!({
            "uuid": format!("r{n}"), "createdAt": 1_793_000_000 + n * 999, "store": turn(&["North", "South"], n),
            "comment": format!("The queue at the desk was far too long, {n} minutes"), "nps_score": n % 11,
            "Overall satisfaction": n % 5 + 1, "via": turn(&["web", "phone", "shop"], n), "where": turn(&["desk", "bill"], n),
        })
    });
    let found = suggest_with(FeedKind::Responses, &rows, &Settings::default(), &["desk", "bill"]);
    let strong = |path| Some((path, Sureness::Strong));
    assert_eq!(best(&found, &["id"]), strong("$.uuid"));
    assert_eq!(best(&found, &["submitted_at"]), strong("$.createdAt"));
    assert_eq!(best(&found, &["touchpoint"]), strong("$.where"));
    assert_eq!(best(&found, &["team"]), strong("$.store"));
    assert_eq!(best(&found, &["channel"]), strong("$.via"));
    assert_eq!(best(&found, &["comment"]), strong("$.comment"));
    assert_eq!(best(&found, &["answers", "nps"]), strong("$.nps_score"));
    assert_eq!(best(&found, &["answers", "csat"]), strong("$['Overall satisfaction']"));
    let date = &all(&found, &["submitted_at"])[0];
    assert_eq!(date.date, Some(DateForm::EpochSeconds));
    assert!(date.signs.contains(&FieldSign::Dates(DateForm::EpochSeconds)));
    let care = best(&found, &["answers", "care"]);
    assert!(care.is_none_or(|(_, sureness)| sureness == Sureness::Weak), "{care:?}");
}

#[test]
fn chinese_names_and_words_are_known() {
    let words = ["非常满意", "满意", "不满意"];
    let rows = repeat(12, |n| {
        json!({"提交时间": "2026-10-30 08:00:00", "接触点": turn(&["前台", "账单"], n), "满意度": words[n % 3],
            "门店": turn(&["一店", "二店"], n), "意见": format!("等候时间太长了,希望改进一下流程{n}"), "耐心": n % 5 + 1})
    });
    let found = suggest(FeedKind::Responses, &rows);
    assert_eq!(best(&found, &["submitted_at"]), Some(("$.提交时间", Sureness::Strong)));
    assert_eq!(best(&found, &["touchpoint"]).map(|(path, _)| path), Some("$.接触点"));
    assert_eq!(best(&found, &["team"]), Some(("$.门店", Sureness::Strong)));
    assert_eq!(best(&found, &["comment"]), Some(("$.意见", Sureness::Strong)));
    assert_eq!(best(&found, &["answers", "patience"]), Some(("$.耐心", Sureness::Strong)));
    let csat = &all(&found, &["answers", "csat"])[0];
    assert_eq!((csat.path.as_str(), csat.sureness), ("$.满意度", Sureness::Strong));
    assert!(csat.signs.contains(&FieldSign::Words { known: 3, of: 3 }));
    assert!(csat.map.contains(&("非常不满意".to_owned(), Meaning::Number(1.0))));
}

#[test]
fn answers_in_lists_are_found_by_their_question() {
    let rows = repeat(10, |n| {
        json!({"at": "2026-10-30", "answers": [
            {"field": {"id": "a1", "ref": "nps"}, "title": "Would you recommend us?", "type": "number", "number": n},
            {"field": {"id": "a2", "ref": "how_easy"}, "title": "It was easy to get help", "type": "choice", "choice": {"label": turn(&["Strongly agree", "Disagree"], n)}},
            {"field": {"id": "a3", "ref": "why"}, "title": "Why?", "type": "text", "text": format!("The room was ready at the hour agreed, {n}")}]})
    });
    let found = suggest(FeedKind::Responses, &rows);
    let nps = best(&found, &["answers", "nps"]);
    assert_eq!(nps, Some(("$.answers[?@.field.id=='a1'].number", Sureness::Fair)));
    let ces = &all(&found, &["answers", "ces"])[0];
    assert_eq!(ces.path, "$.answers[?@.field.id=='a2'].choice.label");
    assert!(ces.map.contains(&("Disagree".to_owned(), Meaning::Number(2.0))));
    let comment = best(&found, &["comment"]).map(|(path, _)| path);
    assert_eq!(comment, Some("$.answers[?@.field.id=='a3'].text"));
}

#[test]
fn an_object_of_answers_is_found_too() {
    let rows = repeat(9, |n| {
        json!({"lastSubmittedTime": "2026-10-30T08:00:00Z",
            "answers": {"q1": {"textAnswers": {"answers": [{"value": n.to_string()}]}}}})
    });
    let found = suggest(FeedKind::Responses, &rows);
    assert_eq!(best(&found, &["submitted_at"]).map(|(path, _)| path), Some("$.lastSubmittedTime"));
    let nps = all(&found, &["answers", "nps"]);
    assert!(nps.is_empty() || nps[0].sureness == Sureness::Weak, "numbers alone say little");
}

#[test]
fn what_contradicts_a_name_is_not_suggested() {
    let rows = repeat(
        9,
        |n| json!({"date": format!("soon {n}"), "nps": n * 100, "created": "2026-10-30", "comment": n + 100}),
    );
    let found = suggest(FeedKind::Responses, &rows);
    assert_eq!(best(&found, &["submitted_at"]).map(|(path, _)| path), Some("$.created"));
    assert!(all(&found, &["answers", "nps"]).is_empty() && all(&found, &["comment"]).is_empty());
}

#[test]
fn grouped_rows_and_rows_without_names() {
    let rows = repeat(9, |n| {
        json!([format!("2026-0{}", n + 1), turn(&["nps", "csat"], n), n % 5 + 1, n * 3])
    });
    let found = suggest(FeedKind::Tally, &rows);
    assert_eq!(best(&found, &["period"]).map(|(path, _)| path), Some("$[0]"));
    let meta: Vec<Value> =
        ["month", "metric", "v", "n"].iter().map(|name| json!({"name": name})).collect();
    let body = json!({"data": rows, "meta": meta});
    let place = RowsPlace::At("$.data[*]".to_owned());
    let text = body.to_string();
    let sample = Sample::whole(text.as_bytes());
    let found = field_suggestions(sample, &place, FeedKind::Tally, &Settings::default(), None);
    let paths = ["period", "question", "value", "count"]
        .map(|name| best(&found, &[name]).map(|(path, _)| path));
    assert_eq!(paths, [Some("$[0]"), Some("$[1]"), Some("$[2]"), Some("$[3]")], "named apart");
    let rows = repeat(9, |n| {
        json!({"month": "2026-10", "question": turn(&["nps", "csat"], n), "value": n % 5 + 1, "n": n, "touchpoint": "desk",
            "csat": [1, 2, 3, 4, 5]})
    });
    let found = suggest(FeedKind::Tally, &rows);
    let path = |names: &[&str]| best(&found, names).map(|(path, _)| path);
    assert_eq!(path(&["period"]), Some("$.month"));
    assert_eq!(best(&found, &["question"]), Some(("$.question", Sureness::Strong)));
    assert_eq!((path(&["value"]), path(&["count"])), (Some("$.value"), Some("$.n")));
    assert_eq!(path(&["counts", "csat"]), Some("$.csat"));
    assert_eq!(path(&["counts", "nps"]), None);
}

#[test]
fn rows_inside_of_rows_and_rows_that_repeat() {
    let nested = json!([{"key": "stay", "title": "Stay", "phases": [
        {"id": "a", "title": "Before", "cells": [{"id": "1", "title": "Book", "mot": true, "doing": {"en": "Looks for a room", "zh-CN": "找房间"}, "pain points": ["slow", {"en": "dear", "zh": "贵"}]}, {"id": "2", "title": "Pay", "mot": false, "pain points": []}]}]}]);
    let found = suggest(FeedKind::Journeys, &nested);
    let path = |names: &[&str]| best(&found, names).map(|(path, _)| path);
    assert_eq!((path(&["id"]), path(&["name"])), (Some("$.key"), Some("$.title")));
    assert_eq!(
        (path(&["stages"]), path(&["stages", "touchpoints"])),
        (Some("$.phases"), Some("$.cells"))
    );
    assert_eq!(path(&["stages", "touchpoints", "id"]), Some("$.id"));
    assert_eq!(path(&["stages", "touchpoints", "moment_of_truth"]), Some("$.mot"));
    assert_eq!(path(&["stages", "touchpoints", "pains"]), Some("$['pain points']"));
    assert_eq!(
        best(&found, &["stages", "touchpoints", "action"]).map(|(path, _)| path),
        Some("$.doing")
    );
    assert!(all(&found, &["personas"]).is_empty());
    let flat = json!([{"journey": "stay", "stage": "a", "touchpoint": "1", "touchpoint name": "Book"},
        {"journey": "stay", "stage": "a", "touchpoint": "2", "touchpoint name": "Pay"}]);
    let found = suggest(FeedKind::Journeys, &flat);
    let path = |names: &[&str]| best(&found, names).map(|(path, _)| path);
    assert_eq!((path(&["id"]), path(&["stages"])), (Some("$.journey"), Some("$")));
    assert_eq!(path(&["stages", "id"]), Some("$.stage"));
    assert_eq!(path(&["stages", "touchpoints", "id"]), Some("$.touchpoint"));
    assert_eq!(path(&["stages", "touchpoints", "name"]), Some("$['touchpoint name']"));
    let series = json!([{"id": "queue", "direction": "lower", "series": [{"date": "2026-09-30", "value": "7"}]}]);
    let found = suggest(FeedKind::Indicators, &series);
    let path = |names: &[&str]| best(&found, names).map(|(path, _)| path);
    assert_eq!(
        (path(&["readings"]), path(&["readings", "period"])),
        (Some("$.series"), Some("$.date"))
    );
    assert_eq!(
        (path(&["direction"]), path(&["readings", "value"])),
        (Some("$.direction"), Some("$.value"))
    );
}

#[test]
fn questions_of_surveys_go_by_their_ids() {
    let survey = r#"{"workspace": {"surveys": [{"id": "k", "kind": "kano", "name": "Room", "features": [
        {"name": "Wi-Fi", "functional": "wifi_with", "dysfunctional": "wifi_without"}]}]}}"#;
    let settings = Config::parse(survey).expect("settings").settings;
    let rows = repeat(
        9,
        |n| json!({"data": {"wifi-with": turn(&["like", "expect"], n), "wifi-without": turn(&["live with", "dislike"], n)}}),
    );
    let found = suggest_with(FeedKind::Responses, &rows, &settings, &[]);
    assert_eq!(
        best(&found, &["answers", "wifi_with"]),
        Some(("$.data['wifi-with']", Sureness::Strong))
    );
    let without = &all(&found, &["answers", "wifi_without"])[0];
    assert_eq!(without.map, [("live with".to_owned(), Meaning::Word("tolerate".to_owned()))]);
}

#[test]
fn where_there_are_no_rows_nothing_is_suggested() {
    let place = RowsPlace::At("no path".to_owned());
    let none = |sample, place: &RowsPlace| {
        field_suggestions(sample, place, FeedKind::Responses, &Settings::default(), None).is_empty()
    };
    assert!(none(Sample::whole(b"[{}]"), &place));
    assert!(none(Sample::whole(b"<html>"), &RowsPlace::Lines));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn every_path_leads_somewhere(names in prop::collection::vec(".{0,6}", 1..6), deep: bool, cut in 0usize..600) {
        let row = |n: usize| {
            let inner: Value = names.iter().map(|name| (name.clone(), json!(n % 5 + 1))).collect();
            let list: Value = names.iter().map(|name| json!({"q": name, "v": n % 11, "when": "2026-10-30"})).collect();
            if deep { json!({"created": "2026-10-30", "list": list, "odd name": inner}) } else { inner }
        };
        let text = repeat(6, row).to_string();
        let sample = Sample::cut_off(&text.as_bytes()[..cut.min(text.len())]);
        let place = RowsPlace::At("$[*]".to_owned());
        for one in field_suggestions(sample, &place, FeedKind::Responses, &Settings::default(), None) {
            for suggestion in one.suggestions {
                let selector = Selector::parse(&suggestion.path).map_err(|error| TestCaseError::fail(error.to_string()))?;
                prop_assert!((0..6).any(|n| selector.first(&row(n)).is_some()), "{}", suggestion.path);
            }
        }
    }
}
