//! Rows that are wrong, in every way a feed can be written: each is told with its row and its JSONPath.

use crate::support::{RESPONSES, connection, counted, read, workspace};
use heartline::core::connection::{FeedId, FeedKind};
use heartline::core::mapping::{Problem, ReasonKind};
use serde_json::{Value, json};

fn good() -> Value {
    json!({"at": "2026-10-30", "tp": "desk"})
}

fn fields() -> Value {
    json!({"touchpoint": "$.tp", "submitted_at": "$.at", "answers": {"nps": "$.q[?@.id=='nps'].v"}})
}

/// Feed, row, field, reason and value of a problem.
fn told(problem: &Problem) -> (u64, &str, ReasonKind, &str) {
    let reason = &problem.reason;
    (problem.row, reason.field.as_str(), reason.kind, reason.value.as_str())
}

const WRONG: [(u64, &str, ReasonKind, &str); 4] = [
    (2, "$.at", ReasonKind::NotADate, "soon"),
    (4, "$.q[?@.id=='nps'].v", ReasonKind::OffScale, "12"),
    (5, "", ReasonKind::NotAnObject, ""),
    (6, "$.tp", ReasonKind::Missing, ""),
];

fn rows() -> Vec<Value> {
    vec![
        good(),
        json!({"at": "soon", "tp": "desk"}),
        good(),
        json!({"at": "2026-10-30", "tp": "desk", "q": [{"id": "csat", "v": 3}, {"id": "nps", "v": 12}]}),
        json!(7),
        json!({"at": "2026-10-30"}),
        good(),
    ]
}

#[test]
fn in_lists_objects_lines_and_behind_filters_alike() {
    let list = Value::from(rows());
    let keyed: serde_json::Map<String, Value> =
        rows().into_iter().enumerate().map(|(n, row)| (format!("k{n}"), row)).collect();
    let lines: Vec<String> = rows().iter().map(Value::to_string).collect();
    let wrapped: Vec<Value> = rows().into_iter().map(|row| json!({"row": row})).collect();
    let bodies = [
        (json!({"rows": "$[*]"}), list.to_string()),
        (json!({"rows": "$.by_id.*"}), json!({"by_id": keyed}).to_string()),
        (json!({"format": "json_lines"}), lines.join("\n")),
        (json!({"rows": "$[?@.row].row"}), Value::from(wrapped).to_string()),
    ];
    for (mut feed, body) in bodies {
        feed["path"] = "r".into();
        feed["fields"] = fields();
        let connection = connection(&json!({"responses": feed}));
        let mut workspace = workspace();
        read(RESPONSES, &connection, &mut workspace, body.as_bytes(), 11).expect("a whole body");
        let problems: Vec<_> = workspace.problems.first().iter().map(told).collect();
        assert_eq!(problems, WRONG, "{feed}");
        assert_eq!(counted(&workspace), 4);
        assert_eq!(workspace.problems.rows_lost(FeedId::only(FeedKind::Responses)), 3);
    }
}

#[test]
fn a_line_that_is_no_json_is_told_with_its_beginning() {
    let connection = connection(
        &json!({"responses": {"path": "r", "format": "json_lines", "fields": fields()}}),
    );
    let mut workspace = workspace();
    let body = format!("{}\n{{\"at\": oops}}\n{}\n", good(), good());
    read(RESPONSES, &connection, &mut workspace, body.as_bytes(), 9).expect("a whole body");
    let problems: Vec<_> = workspace.problems.first().iter().map(told).collect();
    assert_eq!(problems, [(2, "", ReasonKind::Unreadable, "{\"at\": oops}")]);
    assert_eq!(counted(&workspace), 2);
}

#[test]
fn of_counts_and_sums_too() {
    let rows = "$.groups[*]";
    let feeds =
        json!({"tally": {"path": "t", "rows": rows}, "summary": [{"path": "s", "rows": rows}]});
    let connection = connection(&feeds);
    let good = json!({"period": "2026-10", "question": "csat", "value": 5, "count": 3});
    let groups = json!({"groups": [
        good,
        {"period": "last week", "question": "csat", "value": 5, "count": 3},
        {"period": "2026-10", "question": "joy", "value": 5, "count": 3},
        {"period": "2026-10", "question": "csat", "value": 5, "count": -1},
    ]});
    for kind in [FeedKind::Tally, FeedKind::Summary] {
        let mut workspace = workspace();
        read(FeedId::only(kind), &connection, &mut workspace, groups.to_string().as_bytes(), 8)
            .expect("a whole body");
        let problems: Vec<_> = workspace.problems.first().iter().map(told).collect();
        let wrong = [
            (2, "$.period", ReasonKind::NotADate, "last week"),
            (3, "$.question", ReasonKind::UnknownQuestion, "joy"),
            (4, "$.count", ReasonKind::NotACount, "-1"),
        ];
        assert_eq!(problems, wrong);
        assert!(workspace.problems.first().iter().all(|problem| problem.feed == kind));
    }
}
