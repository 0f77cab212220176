//! Where rows are, as a choice.

use crate::core::connection::{Csv, FeedKind, Inside, RowsPath, Selector, SelectorError, TextForm};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::fmt;

/// Where the rows of an answer are.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RowsPlace {
    /// In one JSON document, at this JSONPath.
    At(String),
    /// One a line.
    Lines,
    /// One a line of CSV, after the first.
    Csv(Csv),
    /// They are made of the columns at this JSONPath.
    Columns(String),
    /// At the first JSONPath, each an array with its values under the names at the second.
    Named(String, String),
    /// At a JSONPath in the JSON that a text of the answer holds.
    Inside {
        /// Where the text is.
        text: String,
        /// How the JSON is written in it.
        form: TextForm,
        /// Where the rows are in that.
        rows: String,
    },
}

/// What stands for lines among the paths.
const LINES: &str = "json_lines";
const COLUMNS: &str = "columns ";
const BASE64: &str = "base64 ";
const NAMED: &str = " named ";
/// What leads into a text.
pub(in crate::core::preview) const INTO: &str = " >> ";

/// As people write it in one line: a JSONPath, `json_lines`, `csv`, `columns $.data`, `$.rows[*] named $.columns`, `base64
/// $.result >> $.rows[*]`.
impl fmt::Display for RowsPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(path) => f.write_str(path),
            Self::Lines => f.write_str(LINES),
            Self::Csv(csv) => f.write_str(csv.id()),
            Self::Columns(path) => write!(f, "{COLUMNS}{path}"),
            Self::Named(rows, names) => write!(f, "{rows}{NAMED}{names}"),
            Self::Inside { text, form: TextForm::Json, rows } => write!(f, "{text}{INTO}{rows}"),
            Self::Inside { text, form: TextForm::Base64, rows } => {
                write!(f, "{BASE64}{text}{INTO}{rows}")
            }
        }
    }
}

impl RowsPlace {
    /// What somebody has written in one line; `None` where nothing is.
    ///
    /// ```
    /// use heartline::core::preview::RowsPlace;
    ///
    /// for text in ["$[*]", "json_lines", "csv_tab", "columns $", "$.rows[*] named $.columns", "base64 $.result >> $[*]"] {
    ///     assert_eq!(RowsPlace::of(text).expect("a place").to_string(), text);
    /// }
    /// assert_eq!(RowsPlace::of(" "), None);
    /// ```
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let owned = |(a, b): (&str, &str)| (a.trim().to_owned(), b.trim().to_owned());
        let (form, packed) = match text.strip_prefix(BASE64) {
            Some(rest) => (TextForm::Base64, rest),
            None => (TextForm::Json, text),
        };
        if let Some((text, rows)) = packed.split_once(INTO).map(owned) {
            return Some(Self::Inside { text, form, rows });
        }
        if let Some(csv) = Csv::from_id(text) {
            return Some(Self::Csv(csv));
        }
        if let Some((rows, names)) = text.split_once(NAMED).map(owned) {
            return Some(Self::Named(rows, names));
        }
        Some(match (text, text.strip_prefix(COLUMNS)) {
            ("", _) => return None,
            (LINES, _) => Self::Lines,
            (_, Some(path)) => Self::Columns(path.trim().to_owned()),
            (path, None) => Self::At(path.to_owned()),
        })
    }

    /// Where a connection's document says that the rows of a feed are.
    pub fn said(document: &Value, feed: FeedKind) -> Option<Self> {
        let said = document.get("feeds")?.get(feed.id())?;
        let said = if feed == FeedKind::Summary { said.get(0)? } else { said };
        let text = |name: &str| said.get(name).and_then(Value::as_str).map(str::to_owned);
        let rows = || text("rows");
        if let Some(inside) = said.get("inside") {
            let path = inside.as_str().or_else(|| inside.get("path")?.as_str())?.to_owned();
            let form = inside.get("form").and_then(Value::as_str);
            let form = TextForm::ALL.into_iter().find(|one| Some(one.id()) == form);
            return Some(Self::Inside {
                text: path,
                form: form.unwrap_or_default(),
                rows: rows()?,
            });
        }
        let format = text("format");
        if let Some(csv) = format.as_deref().and_then(Csv::from_id) {
            return Some(Self::Csv(csv));
        }
        match (format.as_deref(), text("names")) {
            (Some(LINES), _) => Some(Self::Lines),
            (Some("columns"), _) => rows().map(Self::Columns),
            (_, Some(names)) => rows().map(|rows| Self::Named(rows, names)),
            _ => rows().map(Self::At),
        }
    }

    /// Says in a feed's document that its rows are here.
    pub(in crate::core::preview) fn put(&self, feed: &mut Map<String, Value>) {
        // Columns and names inside of a text stay what they are.
        let is_inside = matches!(self, Self::Inside { .. }) && feed.contains_key("inside");
        let stale = if is_inside { &["rows"][..] } else { &["rows", "format", "names", "inside"] };
        stale.iter().for_each(|name| drop(feed.remove(*name)));
        let mut say = |name: &str, value: Value| drop(feed.insert(name.to_owned(), value));
        match self {
            Self::At(path) => say("rows", json!(path)),
            Self::Lines => say("format", json!(LINES)),
            Self::Csv(csv) => say("format", json!(csv.id())),
            Self::Columns(path) => {
                say("format", json!("columns"));
                say("rows", json!(path));
            }
            Self::Named(rows, names) => {
                say("rows", json!(rows));
                say("names", json!(names));
            }
            Self::Inside { text, form, rows } => {
                say("rows", json!(rows));
                match form {
                    TextForm::Json => say("inside", json!(text)),
                    form => say("inside", json!({"path": text, "form": form.id()})),
                }
            }
        }
    }

    /// The place as the mapping reads it.
    ///
    /// # Errors
    /// When the text is no JSONPath.
    pub fn path(&self) -> Result<RowsPath, SelectorError> {
        match self {
            Self::At(path) => RowsPath::parse(path),
            Self::Lines => Ok(RowsPath::lines()),
            Self::Csv(csv) => Ok(RowsPath::of_csv(*csv)),
            Self::Columns(path) => RowsPath::parse(path).map(RowsPath::of_columns),
            Self::Named(rows, names) => RowsPath::parse(rows)?.named(names),
            Self::Inside { text, form, rows } => {
                let path = Selector::parse(text)?;
                Ok(RowsPath::parse(rows)?.within(Inside { path, form: *form }))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_is_said_again() {
        for text in [
            "$[*]",
            "json_lines",
            "csv",
            "csv_semicolon",
            "columns $.data",
            "$[*] named $.n",
            "$.a >> $[*]",
            "base64 $.a >> $.b[*]",
        ] {
            let place = RowsPlace::of(text).expect("a place");
            assert!(place.path().is_ok(), "{text}");
            let mut feed = Map::from_iter([
                ("path".to_owned(), json!("r")),
                ("format".to_owned(), json!("columns")),
                ("names".to_owned(), json!("$.old")),
            ]);
            place.put(&mut feed);
            let document = json!({"feeds": {"responses": feed}});
            assert_eq!(RowsPlace::said(&document, FeedKind::Responses), Some(place), "{text}");
            assert_eq!(document["feeds"]["responses"]["path"], "r");
        }
    }

    #[test]
    fn columns_inside_of_a_text_stay_columns() {
        let mut feed = json!({"inside": "$.a", "format": "columns", "rows": "$"});
        let place = RowsPlace::of("$.a >> $.data").expect("a place");
        place.put(feed.as_object_mut().expect("an object"));
        assert_eq!(feed, json!({"inside": "$.a", "format": "columns", "rows": "$.data"}));
    }
}
