//! Why a body did not give its rows.

use crate::core::connection::Step;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A body did not give its rows, or not all of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum BodyError {
    /// Nothing arrived.
    #[error("the body is empty")]
    Empty,
    /// It is not JSON.
    #[error("the body is not JSON: it begins with {beginning}")]
    NotJson {
        /// Its beginning.
        beginning: String,
    },
    /// It is JSON, but the rows are not where they should be.
    #[error("no rows at {path}; found {}", found.join(", "))]
    NoRows {
        /// Where they should be.
        path: String,
        /// What was there instead: names of members, with what they say where that is short.
        found: Vec<String>,
    },
    /// It is not the table it should be.
    #[error("the body is no CSV: it begins with {beginning}")]
    NotATable {
        /// Its beginning.
        beginning: String,
    },
    /// It is a table in some other encoding.
    #[error("the names of the columns are not UTF-8")]
    NotUtf8,
    /// It broke off, or went wrong, after so many rows.
    #[error("the body breaks off after {rows} rows")]
    CutOff {
        /// Rows read before.
        rows: u64,
    },
}

/// The first characters of a text that was no JSON.
pub(in crate::core) fn beginning(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(80).collect()
}

/// So many members are told.
const TOLD: usize = 12;

/// What is in a body instead of its rows: an error says so, if only among the names of its members.
pub(super) fn told(body: &Value) -> Vec<String> {
    let Value::Object(members) = body else { return said(body).into_iter().collect() };
    let each = |(name, value): (&String, &Value)| match value {
        Value::Object(inner) if inner.values().any(|value| said(value).is_some()) => {
            inner.iter().map(|(inner, value)| member(&format!("{name}.{inner}"), value)).collect()
        }
        value => vec![member(name, value)],
    };
    members.iter().flat_map(each).take(TOLD).collect()
}

/// The same, of where the way to the rows breaks off.
pub(super) fn told_along(body: &Value, steps: &[Step]) -> Vec<String> {
    let mut at = body;
    for step in steps {
        let next = match step {
            Step::Key(key) => at.get(key),
            Step::Index(index) => at.get(index),
        };
        match next {
            Some(next) if next.is_object() || next.is_array() => at = next,
            _ => break,
        }
    }
    told(at)
}

fn member(name: &str, value: &Value) -> String {
    said(value).map_or_else(|| name.to_owned(), |said| format!("{name}: {said}"))
}

/// The beginning of a text, a number or a truth value.
fn said(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(_) | Value::Bool(_) => value.to_string(),
        _ => return None,
    };
    Some(beginning(text.as_bytes())).filter(|text| !text.is_empty())
}
