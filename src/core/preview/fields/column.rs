//! The values that rows have at one place, all together.

use super::answer_list::answer_columns;
use super::traits::Traits;
use crate::core::connection::TextForm;
use crate::core::preview::json_path;
use crate::core::preview::looks::{is_local_text, is_scalar};
use crate::core::preview::names::normal;
use crate::core::preview::rows::INTO;
use rustc_hash::FxHashMap;
use serde_json::{Map, Value};

/// Nothing is looked at below this depth of a row.
const DEPTH: usize = 7;
/// No more places than these.
const COLUMNS: usize = 400;
/// An array of no more values may be a row of columns itself.
const OPENED: usize = 6;

/// One place in rows, and what stands there.
#[derive(Clone, Debug)]
pub(super) struct Column<'v> {
    /// The JSONPath within a row.
    pub(super) path: String,
    /// Names it goes by, the nearest first: of its member, of those around it, of what a question is called.
    pub(super) names: Vec<String>,
    pub(super) depth: usize,
    /// True when it is an element of a list by its number, which may be another one elsewhere.
    pub(super) is_numbered: bool,
    /// What stands there, without null.
    pub(super) values: Vec<&'v Value>,
    /// How many rows there are.
    pub(super) rows: usize,
}

/// Lists of objects that rows have at one place.
pub(super) struct Lists<'v> {
    pub(super) path: String,
    pub(super) names: Vec<String>,
    pub(super) is_numbered: bool,
    pub(super) depth: usize,
    pub(super) lists: Vec<&'v [Value]>,
}

/// Every place in rows, in the order they are met, and every list of objects.
pub(super) struct Columns<'v> {
    pub(super) all: Vec<Column<'v>>,
    /// What the values of each look like.
    pub(super) traits: Vec<Traits<'v>>,
    pub(super) lists: Vec<Lists<'v>>,
    places: FxHashMap<String, usize>,
    rows: usize,
}

impl<'v> Columns<'v> {
    pub(super) fn of(rows: &[&'v Value]) -> Self {
        let mut columns = Self {
            all: Vec::new(),
            traits: Vec::new(),
            lists: Vec::new(),
            places: FxHashMap::default(),
            rows: rows.len(),
        };
        for row in rows {
            columns.enter(row, &At::row());
        }
        for lists in std::mem::take(&mut columns.lists) {
            let answers = answer_columns(&lists, rows.len());
            if !answers.is_empty() {
                // A question's number in its list may be another one's elsewhere.
                let numbered = format!("{}[", lists.path);
                columns.all.retain(|column| !column.path.starts_with(&numbered));
            }
            columns.all.extend(answers);
            columns.lists.push(lists);
        }
        columns.traits = columns.all.iter().map(Traits::of).collect();
        columns
    }

    /// Gives the places of rows that are arrays their names.
    pub(super) fn name(&mut self, header: &[String]) {
        for (index, name) in header.iter().enumerate() {
            let path = json_path::element("$", index);
            for (column, traits) in self.all.iter_mut().zip(&mut self.traits) {
                if column.path == path {
                    column.names.push(name.clone());
                    traits.names.push(normal(name));
                }
            }
        }
    }

    fn enter(&mut self, value: &'v Value, at: &At) {
        match value {
            Value::Null => {}
            value if is_local_text(value) => self.put(value, at),
            Value::Object(members) if members.len() == 1 && members.contains_key(OPENED_TEXT) => {
                let into = |value| self.enter(value, &at.text());
                members.values().for_each(into);
            }
            Value::Object(members) if at.depth < DEPTH => {
                for (name, value) in members {
                    self.enter(value, &at.member(name));
                }
            }
            Value::Array(elements) if at.depth < DEPTH => self.elements(value, elements, at),
            value if is_scalar(value) => self.put(value, at),
            _ => {}
        }
    }

    fn elements(&mut self, list: &'v Value, elements: &'v [Value], at: &At) {
        let is_single = |value: &Value| is_scalar(value) || is_local_text(value);
        match elements.iter().all(is_single) {
            true if at.depth > 0 => self.put(list, at),
            true => {}
            false => self.put_list(elements, at),
        }
        let is_row = at.depth == 0;
        for (index, value) in
            elements.iter().enumerate().take(if is_row { COLUMNS } else { OPENED })
        {
            self.enter(value, &at.element(index));
        }
    }

    fn put(&mut self, value: &'v Value, at: &At) {
        let new = self.all.len();
        if new >= COLUMNS && !self.places.contains_key(&at.path) {
            return;
        }
        let place = *self.places.entry(at.path.clone()).or_insert(new);
        if place == new {
            self.all.push(Column {
                path: at.path.clone(),
                names: at.names.clone(),
                depth: at.depth,
                is_numbered: at.is_numbered,
                values: Vec::new(),
                rows: self.rows,
            });
        }
        self.all[place].values.push(value);
    }

    fn put_list(&mut self, elements: &'v [Value], at: &At) {
        match self.lists.iter_mut().find(|lists| lists.path == at.path) {
            Some(lists) => lists.lists.push(elements),
            None => self.lists.push(Lists {
                path: at.path.clone(),
                names: at.names.clone(),
                depth: at.depth,
                is_numbered: at.is_numbered,
                lists: vec![elements],
            }),
        }
    }
}

/// Stands for a text that holds JSON, with what it holds.
const OPENED_TEXT: &str = "\u{0}json";

/// A row in which every text that holds an object or a list shows it.
pub(super) fn opened(row: Value) -> Value {
    match row {
        Value::String(text) => match TextForm::Json.open(&text) {
            Ok(inner) if text.trim_start().starts_with(['{', '[']) => {
                Value::Object(Map::from_iter([(OPENED_TEXT.to_owned(), inner)]))
            }
            _ => Value::String(text),
        },
        Value::Array(elements) => elements.into_iter().map(opened).collect(),
        Value::Object(members) => {
            members.into_iter().map(|(name, value)| (name, opened(value))).collect()
        }
        other => other,
    }
}

struct At {
    path: String,
    names: Vec<String>,
    depth: usize,
    is_numbered: bool,
}

impl At {
    fn row() -> Self {
        Self { path: "$".to_owned(), names: Vec::new(), depth: 0, is_numbered: false }
    }

    /// In the JSON that a text holds.
    fn text(&self) -> Self {
        Self {
            path: format!("{}{INTO}$", self.path),
            names: self.names.clone(),
            depth: self.depth,
            is_numbered: self.is_numbered,
        }
    }

    fn member(&self, name: &str) -> Self {
        let names = std::iter::once(name.to_owned()).chain(self.names.iter().cloned());
        Self {
            path: json_path::member(&self.path, name),
            names: names.collect(),
            depth: self.depth + 1,
            is_numbered: self.is_numbered,
        }
    }

    fn element(&self, index: usize) -> Self {
        Self {
            path: json_path::element(&self.path, index),
            names: self.names.clone(),
            depth: self.depth + 1,
            // A row that is a list has its values at their numbers.
            is_numbered: self.depth > 0,
        }
    }
}
