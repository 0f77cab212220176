//! Bodies of many shapes, in pieces of any size.

use super::*;
use crate::core::mapping::Values;
use proptest::prelude::*;

fn read(path: &str, body: &str, size: usize) -> (Result<u64, BodyError>, Values) {
    let mut reader = BodyReader::new(RowsPath::parse(path).expect("a JSONPath"));
    let mut values = Values::default();
    body.as_bytes().chunks(size.max(1)).for_each(|piece| reader.push(piece, &mut values));
    (reader.finish(&mut values), values)
}

fn read_lines(body: &str, size: usize) -> (Result<u64, BodyError>, Values) {
    let mut reader = BodyReader::new(RowsPath::lines());
    let mut values = Values::default();
    body.as_bytes().chunks(size).for_each(|piece| reader.push(piece, &mut values));
    (reader.finish(&mut values), values)
}

fn rows(path: &str, body: &str, size: usize) -> Vec<Value> {
    let (end, values) = read(path, body, size);
    let rows: Vec<Value> = values.rows.into_iter().map(|(_, row)| row).collect();
    assert_eq!(end.ok(), Some(rows.len() as u64), "{body}");
    rows
}

#[test]
fn rows_stand_in_arrays_in_objects_and_behind_filters() {
    let body = r#"{"n": 2, "data": {"a": {"x": 1}, "b": {"x": 2}}, "next": null}"#;
    for size in 1..body.len() {
        assert_eq!(rows("$.data.*", body, size).len(), 2);
    }
    assert_eq!(rows("$[*]", " [ ] ", 1).len(), 0);
    assert_eq!(rows("$[?@.ok].row", r#"[{"ok": 1, "row": 5}, {"row": 6}]"#, 3), [Value::from(5)]);
    assert_eq!(rows("$[*]", "\u{feff}[1, 2]", 2).len(), 2);
}

#[test]
fn lines_are_rows_and_a_bad_one_is_lost_alone() {
    let body = "{\"a\": 1}\r\n\n{\"a\": oops}\n\u{1e}{\"a\": 3} 4\n5";
    for size in 1..body.len() {
        let (end, values) = read_lines(body, size);
        assert_eq!((end, values.rows.len(), values.unreadable.len()), (Ok(5), 4, 1), "{size}");
        assert_eq!(values.unreadable[0], (2, "{\"a\": oops}".to_owned()));
    }
    let (end, values) = read_lines("{\"a\": 1}\n{\"a\": ", 3);
    assert_eq!((end, values.rows.len()), (Err(BodyError::CutOff { rows: 1 }), 1));
    assert_eq!(read_lines("\n", 1).0, Ok(0));
    let html = read_lines("<!doctype html>\n<p>", 5).0.expect_err("no rows");
    assert_eq!(html, BodyError::NotJson { beginning: "<!doctype html> <p>".into() });
}

#[test]
fn what_stands_around_the_rows_is_kept() {
    let mut reader = BodyReader::new(RowsPath::parse("$.data[*]").expect("a JSONPath"));
    let body = r#"{"total": 2, "data": [{"a": 1}, {"a": 2}], "next": "/p2"}"#;
    body.as_bytes().chunks(5).for_each(|piece| reader.push(piece, &mut Values::default()));
    assert_eq!(reader.envelope(), r#"{"total": 2, "data": [], "next": "/p2"}"#);
}

#[test]
fn a_body_cut_off_keeps_what_was_read() {
    let (end, values) = read("$[*]", r#"[{"a": 1}, {"a": 2}, {"a": "#, 4);
    assert_eq!((end, values.rows.len()), (Err(BodyError::CutOff { rows: 2 }), 2));
    let (end, values) = read("$[*]", r#"[{"a": 1}, {"a" 2}, {"a": 3}]"#, 4);
    assert_eq!((end, values.rows.len()), (Err(BodyError::CutOff { rows: 1 }), 1));
}

#[test]
fn a_row_no_value_can_be_made_of_does_not_end_the_reading() {
    let (end, values) = read("$[*]", r#"[{"a": 1}, {"a": 1e999}, {"a": 3}]"#, 4);
    assert_eq!((end, values.rows.len(), values.unreadable.len()), (Ok(3), 2, 1));
    assert_eq!(values.unreadable[0].0, 2);
}

#[test]
fn bodies_that_are_something_else_say_what_they_are() {
    let error = |path, body| read(path, body, 7).0.expect_err("no rows");
    assert_eq!(error("$[*]", ""), BodyError::Empty);
    assert_eq!(error("$..a", " "), BodyError::Empty);
    assert_eq!(error("$..a", "{"), BodyError::CutOff { rows: 0 });
    let html = error("$[*]", "<!doctype html>\n<title>Sign in</title>");
    assert_eq!(
        html,
        BodyError::NotJson { beginning: "<!doctype html> <title>Sign in</title>".into() }
    );
    assert_eq!(error("$..a", "<html>"), BodyError::NotJson { beginning: "<html>".into() });
    let found = |path, body| match error(path, body) {
        BodyError::NoRows { found, .. } => found,
        other => panic!("{other}"),
    };
    assert_eq!(
        found("$.data[*]", r#"{"error": {"code": 7}, "ok": false}"#),
        ["error.code: 7", "ok: false"]
    );
    assert_eq!(found("$[*]", r#"{"items": [], "next": 2}"#), ["items", "next: 2"]);
}

#[test]
fn one_enormous_row_is_not_read_over_and_over() {
    let body = format!(r#"[{{"a": "{}"}}]"#, "x".repeat(4 << 20));
    assert_eq!(rows("$[*]", &body, 16 << 10).len(), 1);
}

proptest! {
    #[test]
    fn pieces_do_not_matter(rows_in in prop::collection::vec("[a-z\\[\\]{},\"\\\\é ]{0,12}", 0..12), size in 1usize..40) {
        let rows_in: Vec<Value> = rows_in.into_iter().map(|text| serde_json::json!({"t": text})).collect();
        let body = serde_json::json!({"k": rows_in[..rows_in.len() / 2], "rows": rows_in}).to_string();
        prop_assert_eq!(rows("$.rows[*]", &body, size), rows_in);
    }
}
