//! The demo's responses, grouped here as a database groups them.

use crate::same::assert_same;
use crate::support::{demo_file, workspace};
use heartline::core::connection::FeedKind;
use heartline::core::model::Question;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Months before this one are counted as a whole.
const DAYS_FROM: &str = "2026-09";

fn config(feed: &Value) -> Value {
    json!({"connection": {"name": "Test", "base_url": "api/", "feeds": feed}})
}

/// Every so many responses are what real ones are: off the scale, not answered, of nobody known.
fn responses() -> Vec<Value> {
    let mut body: Value = serde_json::from_slice(&demo_file("responses.json")).expect("responses");
    let mut rows = std::mem::take(body["responses"].as_array_mut().expect("a list"));
    for (place, row) in rows.iter_mut().enumerate() {
        match place % 97 {
            0 => row["answers"]["nps"] = json!(11),
            1 => row["answers"]["csat"] = json!(0),
            2 => row["answers"]["patience"] = json!(2.5),
            3 => row["answers"] = json!({}),
            4 => row["segment"] = Value::Null,
            _ => {}
        }
    }
    rows
}

fn period(row: &Value) -> &str {
    // The demo's dates are written in the workspace's own offset.
    let day = row["submitted_at"].as_str().and_then(|at| at.get(..10)).expect("a day");
    if day >= DAYS_FROM { day } else { &day[..7] }
}

/// One row a cell with a list of counts a question, and one for answers off the scale where there are any.
fn grouped(responses: &[Value]) -> Vec<Value> {
    let mut cells: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
    for row in responses {
        let names = ["touchpoint", "segment", "channel", "team"].map(|name| (name, &row[name]));
        let mut cell: Map<String, Value> =
            names.into_iter().map(|(name, value)| (name.to_owned(), value.clone())).collect();
        cell.insert("period".to_owned(), period(row).into());
        cells.entry(Value::Object(cell).to_string()).or_default().push(row);
    }
    cells.iter().flat_map(|(cell, rows)| counted(cell, rows)).collect()
}

fn counted(cell: &str, rows: &[&Value]) -> Vec<Value> {
    let cell: Value = serde_json::from_str(cell).expect("a cell");
    let mut lists = cell.clone();
    lists["responses"] = rows.len().into();
    let mut all = Vec::new();
    for question in Question::defaults() {
        let id = question.id.as_str();
        let answers: Vec<f64> = rows.iter().filter_map(|row| row["answers"][id].as_f64()).collect();
        let scale = question.scale();
        let times = |value| answers.iter().filter(|answer| **answer == f64::from(value)).count();
        let list: Vec<usize> = (scale.min..=scale.max).map(times).collect();
        let off_scale = answers.len() - list.iter().sum::<usize>();
        lists["counts"][id] = json!(list);
        if off_scale > 0 {
            let mut row = cell.clone();
            row["question"] = id.into();
            row["count"] = off_scale.into();
            all.push(row);
        }
    }
    all.push(lists);
    all
}

#[test]
fn counts_by_day_and_month_say_what_the_responses_say() {
    let responses = responses();
    let rows = Value::from(grouped(&responses));
    let feed = json!({"path": "x", "rows": "$[*]"});
    let bodies = [
        (json!({"responses": feed}), FeedKind::Responses, Value::from(responses)),
        (json!({"tally": feed}), FeedKind::Tally, rows),
    ];
    let [one, other] = bodies
        .map(|(feeds, kind, body)| workspace(&config(&feeds), kind, body.to_string().as_bytes()));
    let (cells, counted) = assert_same(&one, &other);
    assert_eq!(counted, 20_000);
    assert!(cells > 5_000, "{cells} cells");
    assert!(other.problems.is_empty(), "{:?}", other.problems);
}
