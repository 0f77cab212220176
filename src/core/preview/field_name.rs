//! Names of the fields of records.

use super::json_path;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Which field of a record: its name, after the names of the records and lists it is in, such as `answers`, `nps` or
/// `stages`, `touchpoints`, `id`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FieldName(Vec<String>);

impl FieldName {
    /// The field of these names, the outermost first.
    pub fn of(names: &[&str]) -> Self {
        Self(names.iter().map(|name| (*name).to_owned()).collect())
    }

    /// Its names, the outermost first.
    pub fn names(&self) -> &[String] {
        &self.0
    }

    /// The last of its names.
    pub fn last(&self) -> &str {
        self.0.last().map_or("", String::as_str)
    }

    /// The field of this name in what this names.
    #[must_use]
    pub fn with(&self, name: &str) -> Self {
        let names = self.0.iter().cloned().chain([name.to_owned()]);
        Self(names.collect())
    }

    /// The path it is found under where a connection says nothing else, as native rows have it.
    ///
    /// ```
    /// use heartline::core::preview::FieldName;
    ///
    /// assert_eq!(FieldName::of(&["answers", "nps"]).native_path(), "$.answers.nps");
    /// ```
    pub fn native_path(&self) -> String {
        self.0.iter().fold("$".to_owned(), |path, name| json_path::member(&path, name))
    }
}

/// `stages.touchpoints.id`
impl fmt::Display for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("."))
    }
}
