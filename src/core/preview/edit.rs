//! One change to a connection's document.

use super::rows::INTO;
use super::{FieldName, Meaning, RowsPlace};
use crate::core::connection::{ConfigError, DateForm, FeedId};
use document::Document;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

mod document;
#[cfg(test)]
mod tests;

/// One change to a connection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Edit {
    /// The feed is at this path below the base URL; it is added if there is none.
    Feed {
        /// Which feed.
        feed: FeedId,
        /// The path, with its query.
        path: String,
    },
    /// The connection has no such feed.
    NoFeed(FeedId),
    /// The feed's rows are here.
    Rows {
        /// Which feed.
        feed: FeedId,
        /// Where.
        place: RowsPlace,
    },
    /// A field, or rows inside of the rows, are at this JSONPath; what else is said of the field stays. The path of a
    /// field may lead into a text, `$.answers >> $.nps`, or be a value in quotes, which every row has: `"checkout"`.
    Path {
        /// Which feed.
        feed: FeedId,
        /// Which field.
        field: FieldName,
        /// Where, within the row.
        path: String,
    },
    /// Nothing is said of a field: it is where native rows have it.
    Clear {
        /// Which feed.
        feed: FeedId,
        /// Which field.
        field: FieldName,
    },
    /// A field's dates are written so.
    Date {
        /// Which feed.
        feed: FeedId,
        /// Which field.
        field: FieldName,
        /// How.
        form: DateForm,
    },
    /// A field's words stand for these; an empty list says that they stand for themselves.
    Map {
        /// Which feed.
        feed: FeedId,
        /// Which field.
        field: FieldName,
        /// Words and what they stand for.
        map: Vec<(String, Meaning)>,
    },
}

impl Edit {
    /// The document with this change. Whatever else is in it stays as it is.
    ///
    /// # Errors
    /// When something that must be an object is none, with the path to it.
    ///
    /// # Example
    /// ```
    /// use heartline::core::connection::{FeedId, FeedKind};
    /// use heartline::core::preview::{Edit, FieldName};
    /// use serde_json::json;
    ///
    /// let document = json!({"base_url": "/", "feeds": {"responses": {"path": "r", "rows": "$[*]"}}});
    /// let feed = FeedId::only(FeedKind::Responses);
    /// let field = FieldName::of(&["answers", "nps"]);
    /// let edit = Edit::Path { feed, field, path: "$.score".to_owned() };
    /// let fields = &edit.apply(document)?["feeds"]["responses"]["fields"];
    /// assert_eq!(*fields, json!({"answers": {"nps": "$.score"}}));
    /// # Ok::<(), heartline::core::connection::ConfigError>(())
    /// ```
    pub fn apply(&self, document: Value) -> Result<Value, ConfigError> {
        let mut document = Document::new(document);
        match self {
            Self::Feed { feed, path } => {
                document.feed(*feed)?.insert("path".to_owned(), json!(path));
            }
            Self::NoFeed(feed) => document.remove_feed(*feed)?,
            Self::Rows { feed, place } => place.put(document.feed(*feed)?),
            Self::Path { feed, field, path } => {
                document.change(*feed, field, |written| set_path(written, path))?;
            }
            Self::Clear { feed, field } => document.clear(*feed, field)?,
            Self::Date { feed, field, form } => {
                let form = Some(*form).filter(|form| *form != DateForm::Auto);
                let form = form.map(|form| json!(form.id()));
                document.change(*feed, field, |written| set(written, field, "date", form))?;
            }
            Self::Map { feed, field, map } => {
                let map = (!map.is_empty()).then(|| map.iter().map(entry).collect());
                document.change(*feed, field, |written| set(written, field, "map", map))?;
            }
        }
        Ok(document.into_value())
    }
}

/// What is said of a field under a path as people write it: a JSONPath, one into a text, `$.answers >> $.nps`, or a
/// value in quotes, which every row has.
fn set_path(written: Option<Value>, path: &str) -> Value {
    if path.starts_with('"')
        && let Ok(value) = serde_json::from_str::<String>(path)
    {
        return json!({"value": value});
    }
    let mut field = match written {
        // What every row has is found nowhere: nothing else can be said of it.
        Some(Value::Object(field)) if !field.contains_key("value") => field,
        _ => Map::new(),
    };
    let path = match path.split_once(INTO) {
        Some((text, path)) => {
            // How it is written there stays.
            match field.get_mut("inside") {
                Some(Value::Object(inside)) => drop(inside.insert("path".to_owned(), json!(text))),
                _ => drop(field.insert("inside".to_owned(), json!(text))),
            }
            path
        }
        None => {
            field.remove("inside");
            path
        }
    };
    field.insert("path".to_owned(), json!(path));
    if field.len() == 1 { json!(path) } else { Value::Object(field) }
}

/// Where a document says that a field is, as people write it; [`Edit::Path`] takes the same.
///
/// ```
/// use heartline::core::preview::said_path;
/// use serde_json::json;
///
/// let said = |field| said_path(&field);
/// assert_eq!(said(json!("$.a")).as_deref(), Some("$.a"));
/// assert_eq!(said(json!({"path": "$.nps", "inside": "$.answers"})).as_deref(), Some("$.answers >> $.nps"));
/// assert_eq!(said(json!({"value": "checkout"})).as_deref(), Some("\"checkout\""));
/// ```
pub fn said_path(field: &Value) -> Option<String> {
    if let Some(value) = field.get("value") {
        return Some(value.to_string());
    }
    let path = field.as_str().or_else(|| field.get("path")?.as_str())?;
    let inside = field.get("inside");
    match inside.and_then(|inside| inside.as_str().or_else(|| inside.get("path")?.as_str())) {
        Some(text) => Some(format!("{text}{INTO}{path}")),
        None => Some(path.to_owned()),
    }
}

/// Says one more thing of a field, or no more; a field of which only its path is said is written as that.
fn set(written: Option<Value>, name: &FieldName, member: &str, value: Option<Value>) -> Value {
    let mut field = match written {
        Some(Value::Object(field)) => field,
        other => {
            let path = other.unwrap_or_else(|| json!(name.native_path()));
            Map::from_iter([("path".to_owned(), path)])
        }
    };
    match value {
        Some(value) => drop(field.insert(member.to_owned(), value)),
        None => drop(field.remove(member)),
    }
    match field.get("path") {
        Some(path) if field.len() == 1 => path.clone(),
        _ => Value::Object(field),
    }
}

fn entry((word, meaning): &(String, Meaning)) -> (String, Value) {
    let value = match meaning {
        Meaning::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            json!(*number as i64)
        }
        Meaning::Number(number) => json!(number),
        Meaning::Word(word) => json!(word),
        Meaning::Nothing => Value::Null,
    };
    (word.clone(), value)
}
