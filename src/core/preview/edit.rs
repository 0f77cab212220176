//! One change to a connection's document.

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
    /// A field, or rows inside of the rows, are at this JSONPath; what else is said of the field stays.
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
            Self::Rows { feed, place } => set_rows(document.feed(*feed)?, place),
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

fn set_rows(feed: &mut Map<String, Value>, place: &RowsPlace) {
    feed.remove("rows");
    feed.remove("format");
    match place {
        RowsPlace::At(path) => feed.insert("rows".to_owned(), json!(path)),
        RowsPlace::Lines => feed.insert("format".to_owned(), json!("json_lines")),
    };
}

fn set_path(written: Option<Value>, path: &str) -> Value {
    match written {
        Some(Value::Object(mut field)) => {
            field.insert("path".to_owned(), json!(path));
            Value::Object(field)
        }
        _ => json!(path),
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
