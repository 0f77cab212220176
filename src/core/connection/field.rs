//! How one field of a record is found in a row.

use super::node::{Node, Written, word};
use super::{ConfigError, Selector};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// How a date is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DateForm {
    /// ISO text, or an epoch number: seconds below 10¹¹, else milliseconds.
    #[default]
    Auto,
    /// Seconds since 1970, as a number or text; fractions are kept.
    EpochSeconds,
    /// Milliseconds since 1970, as a number or text.
    EpochMillis,
}

/// A selector and what to do with the value it finds.
#[derive(Clone, Debug)]
pub struct Field {
    /// Where the value is.
    pub path: Selector,
    /// Where the text of each language is, when it stands in fields of its own.
    pub languages: Vec<(String, Selector)>,
    /// What a value stands for, by its text: `{"非常满意": 5}`.
    pub map: Map<String, Value>,
    /// What separates the items of a list that is written as one text.
    pub split: Option<String>,
    /// How a date is written.
    pub date: DateForm,
}

impl Field {
    /// The value a selector finds, as it is.
    pub fn at(path: Selector) -> Self {
        Self { path, languages: Vec::new(), map: Map::new(), split: None, date: DateForm::Auto }
    }

    /// The member of the row with this name, as the native format has it.
    pub fn member(name: &str) -> Self {
        Self::at(Selector::member(name))
    }
}

/// A field is written as its JSONPath alone, or as an object with `path` and what else it needs.
impl Written for Field {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        if node.is_text() {
            return Selector::read(node).map(Field::at);
        }
        node.members(&["path", "languages", "map", "split", "date"])?;
        let languages = match node.get("languages") {
            Some(languages) => languages.each()?,
            None => Vec::new(),
        };
        let mut paths = Vec::new();
        for (tag, path) in languages {
            paths.push((tag, Selector::read(&path)?));
        }
        let path = match paths.first() {
            Some((_, first)) => node.or("path", first.clone())?,
            None => node.required("path")?,
        };
        Ok(Self {
            path,
            languages: paths,
            map: node.get("map").map_or(Ok(Map::new()), |map| map.object().cloned())?,
            split: node.optional("split")?,
            date: node.or("date", DateForm::Auto)?,
        })
    }
}

impl DateForm {
    /// All of them.
    pub const ALL: [DateForm; 3] = [DateForm::Auto, DateForm::EpochSeconds, DateForm::EpochMillis];

    /// Its name in a connection.
    pub fn id(self) -> &'static str {
        match self {
            DateForm::Auto => "auto",
            DateForm::EpochSeconds => "epoch_seconds",
            DateForm::EpochMillis => "epoch_millis",
        }
    }
}

impl Written for DateForm {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        word(node, &DateForm::ALL.map(|form| (form.id(), form)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn a_field_is_a_path_or_an_object() {
        let field = |value: &Value| Field::read(&Node::root(value));
        assert_eq!(field(&json!("$.a")).expect("a path").path.source(), "$.a");
        let mapped = field(&json!({"path": "$.a", "map": {"好": 5}, "date": "epoch_millis"}));
        assert_eq!(mapped.expect("an object").date, DateForm::EpochMillis);
        let languages = field(&json!({"languages": {"en": "$.name_en", "zh-CN": "$.name_zh"}}));
        assert_eq!(languages.expect("languages").languages.len(), 2);
        assert!(field(&json!({})).is_err());
        assert!(field(&json!({"path": "$.a", "typo": 1})).is_err());
        assert!(field(&json!({"path": "$.a", "date": "yesterday"})).is_err());
        assert!(field(&json!(3)).is_err());
    }
}
