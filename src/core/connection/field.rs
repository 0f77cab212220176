//! How one field of a record is found in a row.

use super::node::{Node, Written, word};
use super::{ConfigError, Inside, Selector};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::borrow::Cow;

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
    /// The text that holds JSON in which `path` leads to the value.
    pub inside: Option<Inside>,
    /// The value of every row, wherever it comes from.
    pub value: Option<Value>,
    /// The list that says what the value stands for.
    pub lookup: Option<String>,
    /// True when `map` is what that list says: whatever is not in it stands for nothing that is known.
    pub is_looked_up: bool,
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
        Self {
            path,
            inside: None,
            value: None,
            lookup: None,
            is_looked_up: false,
            languages: Vec::new(),
            map: Map::new(),
            split: None,
            date: DateForm::Auto,
        }
    }

    /// The same value in every row.
    pub fn constant(value: Value) -> Self {
        let path = Selector::row().called(value.to_string());
        Self { value: Some(value), ..Self::at(path) }
    }

    /// The member of the row with this name, as the native format has it.
    pub fn member(name: &str) -> Self {
        Self::at(Selector::member(name))
    }

    /// What the field has in a row; nothing where the text that holds it is no JSON.
    pub fn find<'v>(&'v self, row: &'v Value) -> Option<Cow<'v, Value>> {
        match (&self.value, &self.inside) {
            (Some(value), _) => Some(Cow::Borrowed(value)),
            (None, None) => self.path.first(row).map(Cow::Borrowed),
            (None, Some(inside)) => {
                let opened = inside.open(row).ok()?;
                self.path.first(&opened).cloned().map(Cow::Owned)
            }
        }
    }
}

/// A field is written as its JSONPath alone, or as an object with `path` and what else it needs.
impl Written for Field {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        if node.is_text() {
            return Selector::read(node).map(Field::at);
        }
        if let Some(value) = node.get("value") {
            node.members(&["value"])?;
            return Ok(Self::constant(value.json().clone()));
        }
        node.members(&["path", "inside", "lookup", "languages", "map", "split", "date"])?;
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
        let inside: Option<Inside> = node.optional("inside")?;
        let path = match &inside {
            Some(text) => {
                let way = format!("{} >> {}", text.path.source(), path.source());
                path.called(way)
            }
            None => path,
        };
        Ok(Self {
            path,
            inside,
            value: None,
            lookup: node.optional("lookup")?,
            is_looked_up: false,
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
        let constant = field(&json!({"value": "desk"})).expect("a constant");
        assert_eq!(constant.find(&json!({})).as_deref(), Some(&json!("desk")));
        let packed = field(&json!({"path": "$.nps", "inside": "$.answers"})).expect("a text");
        assert_eq!(packed.path.source(), "$.answers >> $.nps");
        let row = json!({"answers": "{\"nps\": 9}", "nps": 1});
        assert_eq!(packed.find(&row).as_deref(), Some(&json!(9)));
        assert_eq!(packed.find(&json!({"answers": "{"})), None);
        assert!(field(&json!({"path": "$.a", "typo": 1})).is_err());
        assert!(field(&json!({"path": "$.a", "date": "yesterday"})).is_err());
        assert!(field(&json!(3)).is_err());
        assert!(field(&json!({"value": 1, "path": "$.a"})).is_err());
    }
}
