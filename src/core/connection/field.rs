//! How one field of a record is found in a row.

use super::Selector;
use serde::{Deserialize, Deserializer, de};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// How a date is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
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
    pub languages: BTreeMap<String, Selector>,
    /// What a value stands for, by its text: `{"非常满意": 5}`.
    pub map: BTreeMap<String, Value>,
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
            languages: BTreeMap::new(),
            map: BTreeMap::new(),
            split: None,
            date: DateForm::Auto,
        }
    }

    /// The member of the row with this name, as the native format has it.
    pub fn member(name: &str) -> Self {
        Self::at(Selector::member(name))
    }
}

/// The long way to write a field.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    path: Option<Selector>,
    #[serde(default)]
    languages: BTreeMap<String, Selector>,
    #[serde(default)]
    map: BTreeMap<String, Value>,
    split: Option<String>,
    #[serde(default)]
    date: DateForm,
}

impl Written {
    fn field(self) -> Option<Field> {
        let path = self.path.or_else(|| self.languages.values().next().cloned())?;
        let Written { languages, map, split, date, .. } = self;
        Some(Field { path, languages, map, split, date })
    }
}

struct FieldVisitor;

impl<'de> de::Visitor<'de> for FieldVisitor {
    type Value = Field;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a JSONPath, or an object with a `path`")
    }

    fn visit_str<E: de::Error>(self, path: &str) -> Result<Field, E> {
        Selector::parse(path).map(Field::at).map_err(E::custom)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Field, A::Error> {
        let written = Written::deserialize(de::value::MapAccessDeserializer::new(map))?;
        written.field().ok_or_else(|| de::Error::missing_field("path"))
    }
}

/// A field is written as its JSONPath alone, or as an object with `path` and what else it needs.
impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FieldVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_field_is_a_path_or_an_object() {
        let field = |value: Value| serde_json::from_value::<Field>(value);
        assert_eq!(field(json!("$.a")).expect("a path").path.source(), "$.a");
        let mapped = field(json!({"path": "$.a", "map": {"好": 5}, "date": "epoch_millis"}));
        assert_eq!(mapped.expect("an object").date, DateForm::EpochMillis);
        let languages = field(json!({"languages": {"en": "$.name_en", "zh-CN": "$.name_zh"}}));
        assert_eq!(languages.expect("languages").languages.len(), 2);
        assert!(field(json!({})).is_err());
        assert!(field(json!({"path": "$.a", "typo": 1})).is_err());
        assert!(field(json!(3)).is_err());
    }
}
