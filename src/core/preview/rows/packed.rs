//! Rows that are no values of the answer yet: made of columns, or inside of a text.

use super::candidate::{Candidate, candidates};
use crate::core::connection::{RowsPath, TextForm};
use crate::core::mapping::{Reason, WholeSink, whole_rows};
use crate::core::preview::{RowsPlace, json_path};
use serde_json::{Map, Value};

/// Nothing is looked for below this depth.
const DEPTH: usize = 5;
/// A shorter text holds no rows.
const SHORTEST: usize = 8;

/// Values in which rows may be, though the answer does not have them as they are.
pub(super) enum Packed {
    /// The rows that the columns at this path make.
    Columns(String, Vec<Value>),
    /// What the text at this path holds.
    Text(String, TextForm, Value),
}

/// Everything that is packed in a body, but for what is in lists: those may be rows themselves.
pub(super) fn packed(body: &Value) -> Vec<Packed> {
    let mut found = Vec::new();
    look(body, "$", DEPTH, &mut found);
    found
}

impl Packed {
    /// The places of rows in it.
    pub(super) fn candidates(&self) -> Vec<Candidate<'_>> {
        match self {
            Self::Columns(path, rows) => vec![Candidate {
                place: RowsPlace::Columns(path.clone()),
                name: String::new(),
                depth: path.matches('.').count(),
                is_nested: false,
                rows: rows.iter().collect(),
            }],
            Self::Text(text, form, value) => {
                let mut found = candidates(value);
                for candidate in &mut found {
                    let rows = candidate.place.to_string();
                    let (text, form) = (text.clone(), *form);
                    candidate.place = RowsPlace::Inside { text, form, rows };
                }
                found
            }
        }
    }
}

fn look(value: &Value, path: &str, depth: usize, found: &mut Vec<Packed>) {
    match value {
        Value::Object(members) if depth > 0 => {
            found.extend(columns(members, path));
            for (name, value) in members {
                look(value, &json_path::member(path, name), depth - 1, found);
            }
        }
        Value::String(text) if text.len() >= SHORTEST => {
            let open = |form: TextForm| Some((form, form.open(text).ok()?));
            let opened = TextForm::ALL.into_iter().filter_map(open);
            let mut rows = opened.filter(|(_, value)| value.is_object() || value.is_array());
            let text = rows.next().map(|(form, value)| Packed::Text(path.to_owned(), form, value));
            found.extend(text);
        }
        _ => {}
    }
}

/// The rows of an object that has several lists of single values, all equally long.
fn columns(members: &Map<String, Value>, path: &str) -> Option<Packed> {
    let lists: Vec<&Vec<Value>> = members.values().filter_map(Value::as_array).collect();
    let length = lists.first()?.len();
    let is_column = |list: &&Vec<Value>| {
        list.len() == length && !list.iter().any(|value| value.is_object() || value.is_array())
    };
    if lists.len() < 2 || length < 2 || !lists.iter().all(is_column) {
        return None;
    }
    let (mut made, whole) = (Made::default(), RowsPath::parse("$").ok()?.of_columns());
    whole_rows(&whole, &Value::Object(members.clone()), &mut made).ok()?;
    Some(Packed::Columns(path.to_owned(), made.0))
}

#[derive(Default)]
struct Made(Vec<Value>);

impl WholeSink for Made {
    fn row(&mut self, text: String) {
        self.0.extend(serde_json::from_str(&text));
    }

    fn flaw(&mut self, _: u64, _: Reason) {}
}
