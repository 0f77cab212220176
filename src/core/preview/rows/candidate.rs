//! Every place in an answer that holds several values.

use crate::core::preview::{RowsPlace, json_path};
use serde_json::{Map, Value};

/// Nothing is looked for below this depth.
const DEPTH: usize = 5;

/// A place that may hold rows.
pub(super) struct Candidate<'v> {
    pub(super) place: RowsPlace,
    /// The name of the member that holds them; empty for the body.
    pub(super) name: String,
    /// How far down it is.
    pub(super) depth: usize,
    /// True when it is inside of the rows of another.
    pub(super) is_nested: bool,
    pub(super) rows: Vec<&'v Value>,
}

impl Candidate<'_> {
    /// True for the body itself, of which there is only one.
    pub(super) fn is_body(&self) -> bool {
        matches!(&self.place, RowsPlace::At(path) if path == "$")
            || matches!(&self.place, RowsPlace::Inside { rows, .. } if rows == "$")
    }
}

/// Every place of a body that may hold rows.
pub(super) fn candidates(body: &Value) -> Vec<Candidate<'_>> {
    let mut found = Vec::new();
    look(body, At { path: "$".to_owned(), name: "", depth: 0 }, &mut found);
    if body.is_object() {
        let (place, name) = (RowsPlace::At("$".to_owned()), String::new());
        found.push(Candidate { place, name, depth: 0, is_nested: false, rows: vec![body] });
    }
    found
}

struct At<'v> {
    path: String,
    name: &'v str,
    depth: usize,
}

impl At<'_> {
    fn holds<'v>(&self, wildcard: &str, rows: Vec<&'v Value>) -> Candidate<'v> {
        Candidate {
            place: RowsPlace::At(format!("{}{wildcard}", self.path)),
            name: self.name.to_owned(),
            depth: self.depth,
            is_nested: false,
            rows,
        }
    }
}

fn look<'v>(value: &'v Value, at: At<'v>, found: &mut Vec<Candidate<'v>>) {
    match value {
        Value::Array(elements) if is_list(elements) => {
            let rows: Vec<&Value> = elements.iter().collect();
            nested(&rows, &at, found);
            found.push(at.holds("[*]", rows));
        }
        Value::Object(members) if at.depth < DEPTH => {
            if is_keyed(members) {
                found.push(at.holds(".*", members.values().collect()));
            }
            for (name, value) in members {
                let path = json_path::member(&at.path, name);
                look(value, At { path, name, depth: at.depth + 1 }, found);
            }
        }
        _ => {}
    }
}

/// An empty list may hold rows another time.
fn is_list(elements: &[Value]) -> bool {
    let is_row = |value: &Value| value.is_object() || value.is_array();
    elements.is_empty() || elements.iter().any(is_row)
}

/// True for members that are all objects with a member in common: their names are keys then.
fn is_keyed(members: &Map<String, Value>) -> bool {
    let mut objects = members.values();
    let Some(first) = objects.next().and_then(Value::as_object) else { return false };
    let is_shared = |name: &String| members.values().all(|value| value.get(name).is_some());
    members.len() > 1 && members.values().all(Value::is_object) && first.keys().any(is_shared)
}

/// Lists that the rows hold, one deeper.
fn nested<'v>(rows: &[&'v Value], at: &At, found: &mut Vec<Candidate<'v>>) {
    let mut names: Vec<&String> = Vec::new();
    let members = rows.iter().filter_map(|row| row.as_object()).flatten();
    for (name, value) in members {
        let holds = value.as_array().is_some_and(|list| list.iter().any(Value::is_object));
        if holds && !names.contains(&name) {
            names.push(name);
        }
    }
    for name in names {
        let lists = rows.iter().filter_map(|row| row.get(name)?.as_array());
        found.push(Candidate {
            place: RowsPlace::At(format!(
                "{}[*]",
                json_path::member(&format!("{}[*]", at.path), name)
            )),
            name: name.clone(),
            depth: at.depth + 1,
            is_nested: true,
            rows: lists.flatten().collect(),
        });
    }
}
