//! A body that ends anywhere: what came before counts, and it is said that it is not whole.

use crate::support::{RESPONSES, connection, counted, read, reader, workspace};
use heartline::core::connection::{Connection, FeedId, FeedKind};
use heartline::core::tally::Grain;
use heartline::core::workspace::{BodyFailure, Failure};
use proptest::prelude::*;
use serde_json::{Value, json};

const COMMENTS: [&str; 4] = ["", "夜里没人 \"nobody\" came", "a \\ b ] } , [ {", "tab\tand\nline"];

/// Rows with texts that could be taken for JSON.
fn rows(count: usize) -> Vec<Value> {
    let row = |place: usize| {
        json!({"id": format!("r{place}"), "touchpoint": "desk", "submitted_at": "2026-10-30T09:00:00Z",
            "answers": {"nps": place % 11, "csat": 5}, "comment": COMMENTS[place % 4]})
    };
    (0..count).map(row).collect()
}

/// How a body may be written, and how its rows are found.
struct Shape {
    feed: Value,
    before: &'static str,
    between: &'static str,
    after: &'static str,
    /// What ends the rows, within `after`; nothing where lines do.
    end: &'static str,
    keyed: bool,
}

fn shapes() -> [Shape; 4] {
    let at = |rows: &str| json!({"path": "r", "rows": rows});
    let shape = Shape {
        feed: at("$[*]"),
        before: " [",
        between: ",\n",
        after: "]\n",
        end: "]",
        keyed: false,
    };
    [
        Shape {
            feed: at("$.data.items[*]"),
            before: r#"{"n": 2, "data": {"items": ["#,
            after: r#"], "more": "é"}, "next": null}"#,
            ..shape
        },
        Shape {
            feed: at("$.by_id.*"),
            before: r#"{"by_id": {"#,
            after: "}}",
            end: "}",
            keyed: true,
            ..shape
        },
        Shape {
            feed: json!({"path": "r", "format": "json_lines"}),
            before: "",
            between: "\r\n",
            after: "\n",
            end: "",
            keyed: false,
        },
        Shape { feed: at("$[*]"), ..shape },
    ]
}

impl Shape {
    fn connection(&self) -> Connection {
        connection(&json!({"responses": self.feed}))
    }

    /// The body, and where each row in it begins and ends.
    fn body(&self, rows: &[Value]) -> (String, Vec<(usize, usize)>) {
        let (mut body, mut places) = (self.before.to_owned(), Vec::new());
        for (place, row) in rows.iter().enumerate() {
            let key = if self.keyed { format!("\"k{place}\": ") } else { String::new() };
            body.push_str(if place == 0 { "" } else { self.between });
            let start = body.len();
            body.push_str(&format!("{key}{row}"));
            places.push((start, body.len()));
        }
        body.push_str(self.after);
        (body, places)
    }

    /// True when a body that ends here may be all there is.
    fn may_end(&self, places: &[(usize, usize)], cut: usize) -> bool {
        match self.end {
            // Lines end with any row.
            "" => !places.iter().any(|(start, end)| (start + 1..*end).contains(&cut)),
            end => cut >= places.last().map_or(self.before.len(), |(_, end)| *end) + end.len(),
        }
    }
}

/// What is said of a body that was cut here, where its end was not reached.
fn is_said(failure: &Failure, rows: u64) -> bool {
    match failure {
        Failure::Body(BodyFailure::CutOff(said)) => *said == rows,
        Failure::Body(BodyFailure::Empty) => rows == 0,
        _ => false,
    }
}

fn check(shape: &Shape, rows: &[Value], cut: usize, size: usize) {
    let (body, places) = shape.body(rows);
    let connection = shape.connection();
    let mut workspace = workspace();
    let read = read(RESPONSES, &connection, &mut workspace, &body.as_bytes()[..cut], size);
    let whole = places.iter().filter(|(_, end)| *end <= cut).count() as u64;
    let context = format!("{} cut at {cut} of {}: {read:?}", shape.feed, body.len());
    assert_eq!(counted(&workspace), whole, "{context}");
    assert_eq!(workspace.feeds.of(RESPONSES).rows, whole, "{context}");
    assert!(workspace.problems.is_empty(), "what is not all there is no bad row: {context}");
    match read {
        Ok(()) => assert!(shape.may_end(&places, cut), "{context}"),
        Err(failure) => {
            assert!(!shape.may_end(&places, cut) && is_said(&failure, whole), "{context}");
        }
    }
}

#[test]
fn every_place_a_body_can_be_cut_at() {
    let rows = rows(5);
    for shape in shapes() {
        let length = shape.body(&rows).0.len();
        (0..=length).for_each(|cut| check(&shape, &rows, cut, 64));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn pieces_of_any_size_change_nothing(
        shape in 0usize..4, count in 0usize..12, at in 0.0f64..1.0, size in 1usize..300,
    ) {
        let (shape, rows) = (&shapes()[shape], rows(count));
        let length = shape.body(&rows).0.len();
        check(shape, &rows, (length as f64 * at) as usize, size);
    }
}

#[test]
fn a_body_that_must_be_whole_gives_nothing_when_it_is_not() {
    let connection = connection(&json!({"responses": {"path": "r", "rows": "$..rows[?@.id]"}}));
    let body = json!({"a": {"rows": rows(3)}}).to_string();
    for cut in 0..=body.len() {
        let mut workspace = workspace();
        let read = read(RESPONSES, &connection, &mut workspace, &body.as_bytes()[..cut], 50);
        let is_whole = cut == body.len();
        assert_eq!(counted(&workspace), if is_whole { 3 } else { 0 });
        match read {
            Ok(()) => assert!(is_whole, "cut at {cut}"),
            Err(failure) => assert!(is_said(&failure, 0), "cut at {cut}: {failure:?}"),
        }
    }
}

#[test]
fn a_connection_that_breaks_between_two_lines_leaves_no_whole() {
    let feeds = json!({"summary": [{"path": "s", "format": "json_lines"}], "tally": {"path": "t", "format": "json_lines"}});
    let connection = connection(&feeds);
    let line = |count: u64| {
        format!(
            "{}\n",
            json!({"period": "2026-10", "question": "csat", "value": 5, "count": count, "responses": count})
        )
    };
    let body = line(7) + &line(5);
    for kind in [FeedKind::Summary, FeedKind::Tally] {
        let id = FeedId::only(kind);
        let mut workspace = workspace();
        let mut broken = reader(id, &connection, &workspace);
        broken.push(body.as_bytes(), &mut workspace);
        broken.break_off(&mut workspace);
        assert_eq!(workspace.feeds.of(id).rows, 2);
        let is_used = kind == FeedKind::Tally;
        assert_eq!(
            counted(&workspace) > 0,
            is_used,
            "sums that are not whole would pass for all there is"
        );
        assert!(!workspace.feedback.is_settled(Grain { touchpoint: false, ..Grain::MONTHS }));
    }
}
