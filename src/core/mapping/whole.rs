//! The rows of a body that must be there as a whole: columns, rows under names that stand apart, rows inside a text.

use super::body_error::{BodyError, beginning, told};
use super::{Reason, ReasonKind};
use crate::core::connection::{RowsPath, Selector, Step};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// What takes such rows.
pub(in crate::core) trait WholeSink {
    /// Takes a row's text. It ends with a line feed: a number alone could go on.
    fn row(&mut self, text: String);

    /// Learns what is wrong with what the rows are made of. It is told of the row that comes so many after the last.
    fn flaw(&mut self, ahead: u64, reason: Reason);
}

/// Hands on the rows of a body.
///
/// # Errors
/// When there are none to be found.
pub(in crate::core) fn whole_rows(
    path: &RowsPath,
    body: &Value,
    sink: &mut dyn WholeSink,
) -> Result<(), BodyError> {
    let body = opened(path, body)?;
    let names = path.names(&body);
    if let Some((source, names)) = &names
        && names.is_empty()
    {
        return Err(no_rows(source, &body));
    }
    let selected = path.select(&body);
    if selected.is_empty() && !leads_on(&body, path.steps()) {
        return Err(no_rows(path.source(), &body));
    }
    for value in selected {
        match (value, &names) {
            (Value::Object(columns), _) if path.are_columns() => {
                self::columns(columns, sink).ok_or_else(|| no_rows(path.source(), value))?;
            }
            (other, _) if path.are_columns() => return Err(no_rows(path.source(), other)),
            (Value::Array(values), Some((source, names))) => named(values, names, source, sink),
            (row, _) => sink.row(format!("{row}\n")),
        }
    }
    Ok(())
}

/// The JSON in which the path begins.
fn opened<'v>(path: &RowsPath, body: &'v Value) -> Result<Cow<'v, Value>, BodyError> {
    let Some(inside) = path.inside() else { return Ok(Cow::Borrowed(body)) };
    match inside.open(body) {
        Ok(opened) if opened.is_null() => Err(no_rows(inside.path.source(), body)),
        Ok(opened) => Ok(opened),
        Err(text) => Err(BodyError::NotJson { beginning: beginning(text.0.as_bytes()) }),
    }
}

fn no_rows(path: &str, body: &Value) -> BodyError {
    BodyError::NoRows { path: path.to_owned(), found: told(body) }
}

/// True when the way to the rows is there, though no row may be.
fn leads_on(body: &Value, steps: &[Step]) -> bool {
    let end = steps.iter().try_fold(body, |value, step| match step {
        Step::Key(key) => value.get(key),
        Step::Index(index) => value.get(index),
    });
    end.is_some_and(|end| end.is_object() || end.is_array())
}

/// Rows of columns: each has the values that stand at its place. `None` when there are no columns.
fn columns(object: &Map<String, Value>, sink: &mut dyn WholeSink) -> Option<()> {
    let lists = object.iter().filter_map(|(name, value)| Some((name.as_str(), value.as_array()?)));
    let lists: Vec<(&str, &Vec<Value>)> = lists.collect();
    let length = lists.iter().map(|(_, list)| list.len()).max()?;
    for (name, list) in lists.iter().filter(|(_, list)| list.len() < length) {
        let (at, value) = (Selector::member(name), format!("{} / {length}", list.len()));
        let reason = Reason::new(ReasonKind::Uneven, at.source(), &value);
        sink.flaw(list.len() as u64 + 1, reason);
    }
    let lists: Vec<(String, &Vec<Value>)> =
        lists.into_iter().map(|(name, list)| (quoted(name), list)).collect();
    for place in 0..length {
        let there = lists.iter().filter_map(|(name, list)| Some((name.as_str(), list.get(place)?)));
        sink.row(object_of(there));
    }
    Some(())
}

/// A row that is an array, with its values under their names. One that has no name is told, and so is a name without
/// a value.
fn named(values: &[Value], names: &[&str], source: &str, sink: &mut dyn WholeSink) {
    if values.len() != names.len() {
        let value = format!("{} / {}", values.len(), names.len());
        sink.flaw(1, Reason::new(ReasonKind::Uneven, source, &value));
    }
    let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    sink.row(object_of(names.iter().map(String::as_str).zip(values)));
}

fn quoted(name: &str) -> String {
    Value::from(name).to_string()
}

fn object_of<'v>(members: impl Iterator<Item = (&'v str, &'v Value)>) -> String {
    let members: Vec<String> = members.map(|(name, value)| format!("{name}:{value}")).collect();
    format!("{{{}}}\n", members.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::{Inside, Written};
    use crate::core::mapping::{BodyReader, Values};
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use proptest::prelude::*;
    use serde_json::json;

    fn path(rows: &str) -> RowsPath {
        RowsPath::parse(rows).expect("a JSONPath")
    }

    /// The rows of a body that comes in pieces, and what is wrong with them.
    fn read(path: &RowsPath, body: &str) -> Result<Values, BodyError> {
        let (mut reader, mut values) = (BodyReader::new(path.clone()), Values::default());
        body.as_bytes().chunks(7).for_each(|piece| reader.push(piece, &mut values));
        reader.finish(&mut values).map(|_| values)
    }

    fn rows(path: &RowsPath, body: &Value) -> Vec<Value> {
        let values = read(path, &body.to_string()).expect("rows");
        assert_eq!(values.flaws, []);
        values.rows.into_iter().map(|(_, row)| row).collect()
    }

    #[test]
    fn columns_are_zipped_bare_or_below_a_path() {
        let wanted = [json!({"a": 1, "b b": "x"}), json!({"a": 2, "b b": null})];
        let columns = json!({"a": [1, 2], "b b": ["x", null], "rows": 2});
        assert_eq!(rows(&path("$").of_columns(), &columns), wanted);
        assert_eq!(rows(&path("$.data").of_columns(), &json!({"data": columns})), wanted);
        assert_eq!(rows(&path("$").of_columns(), &json!({"a": [], "b": []})), [] as [Value; 0]);
    }

    #[test]
    fn a_column_that_is_too_short_is_told() {
        let values = read(&path("$").of_columns(), r#"{"a": [1, 2, 3], "b": [4]}"#).expect("rows");
        let rows: Vec<Value> = values.rows.into_iter().map(|(_, row)| row).collect();
        assert_eq!(rows, [json!({"a": 1, "b": 4}), json!({"a": 2}), json!({"a": 3})]);
        assert_eq!(values.flaws, [(2, Reason::new(ReasonKind::Uneven, "$.b", "1 / 3"))]);
    }

    #[test]
    fn rows_without_names_get_those_of_the_header() {
        let named = path("$.data[*]").named("$.meta[*].name").expect("a JSONPath");
        let body =
            json!({"meta": [{"name": "a", "type": "t"}, {"name": "b"}], "data": [[1, 2], [3, 4]]});
        assert_eq!(rows(&named, &body), [json!({"a": 1, "b": 2}), json!({"a": 3, "b": 4})]);
        let uneven =
            json!({"meta": [{"name": "a"}, {"name": "b"}], "data": [[1, 2], [3, 4, 5], [6]]});
        let values = read(&named, &uneven.to_string()).expect("rows");
        let flaw = |row, value| (row, Reason::new(ReasonKind::Uneven, "$.meta[*].name", value));
        assert_eq!(values.flaws, [flaw(2, "3 / 2"), flaw(3, "1 / 2")]);
        assert_eq!(values.rows[1].1, json!({"a": 3, "b": 4}));
        let nameless = read(&named, r#"{"data": [[1]], "error": "no meta"}"#);
        let found = vec!["data".into(), "error: no meta".into()];
        let wanted = BodyError::NoRows { path: "$.meta[*].name".into(), found };
        assert_eq!(nameless.map(|_| ()), Err(wanted));
    }

    #[test]
    fn rows_inside_a_text_are_found_there() {
        let within =
            |json| path("$.responses[*]").within(Inside::from_json(&json).expect("a text"));
        let inner = json!({"responses": [{"id": 1}, {"id": 2}]});
        let plain = within(json!("$.result"));
        assert_eq!(rows(&plain, &json!({"result": inner.to_string()})).len(), 2);
        let packed = within(json!({"path": "$.result", "form": "base64"}));
        let body = json!({"id": 1, "result": STANDARD.encode(inner.to_string()), "error": null});
        assert_eq!(rows(&packed, &body).len(), 2);
        let failed = |body: Value| read(&packed, &body.to_string()).map(|_| ()).expect_err("none");
        let no_rows = |path: &str, found: &[&str]| BodyError::NoRows {
            path: path.into(),
            found: found.iter().map(|name| (*name).to_owned()).collect(),
        };
        assert_eq!(
            failed(json!({"id": 1, "result": {"status": "Invalid session key"}})),
            no_rows("$.responses[*]", &["status: Invalid session key"])
        );
        assert_eq!(
            failed(json!({"id": 1, "result": null, "error": {"code": -32600, "message": "bad"}})),
            no_rows("$.result", &["error.code: -32600", "error.message: bad", "id: 1", "result"])
        );
        let said = failed(json!({"result": STANDARD.encode("not allowed")}));
        assert_eq!(said, BodyError::NotJson { beginning: "not allowed".into() });
    }

    #[test]
    fn a_path_with_filters_tells_that_its_way_is_not_there() {
        let filtered = path("$.rows[?@.doc].doc");
        assert_eq!(rows(&filtered, &json!({"rows": []})), [] as [Value; 0]);
        let found = vec!["error: not_found".into(), "reason: deleted".into()];
        let wanted = BodyError::NoRows { path: "$.rows[?@.doc].doc".into(), found };
        let failed = read(&filtered, r#"{"error": "not_found", "reason": "deleted"}"#);
        assert_eq!(failed.map(|_| ()), Err(wanted));
    }

    proptest! {
        #[test]
        fn columns_and_named_arrays_say_what_rows_say(table in prop::collection::vec((any::<i32>(), "\\PC{0,6}", any::<Option<bool>>()), 0..20)) {
            let objects: Vec<Value> = table.iter().map(|(a, b, c)| json!({"a": a, "b": b, "c": c})).collect();
            let column = |name: &str| objects.iter().map(|row| row[name].clone()).collect::<Vec<Value>>();
            let columns = json!({"a": column("a"), "b": column("b"), "c": column("c")});
            prop_assert_eq!(&rows(&path("$").of_columns(), &columns), &objects);
            let arrays: Vec<Value> = table.iter().map(|(a, b, c)| json!([a, b, c])).collect();
            let named = path("$.rows[*]").named("$.columns").expect("a JSONPath");
            let headed = json!({"columns": ["a", "b", "c"], "rows": arrays});
            prop_assert_eq!(&rows(&named, &headed), &objects);
            prop_assert_eq!(&rows(&path("$[*]"), &json!(objects)), &objects);
        }
    }
}
