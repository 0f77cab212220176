//! Names of the fields of records.

use super::json_path;
use crate::core::connection::{IndicatorFields, JourneyFields, StageFields, TouchpointFields};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The rows inside of rows, by what holds them.
const LEVELS: [&[&str]; 4] =
    [JourneyFields::LEVELS, StageFields::LEVELS, TouchpointFields::LEVELS, IndicatorFields::LEVELS];

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

    /// True for the name of rows inside of rows, such as `stages`.
    pub fn is_level(name: &str) -> bool {
        LEVELS.iter().any(|levels| levels.contains(&name))
    }

    /// The path it is found under, within its own row, where a connection says nothing else.
    ///
    /// ```
    /// use heartline::core::preview::FieldName;
    ///
    /// let native = |names: &[&str]| FieldName::of(names).native_path();
    /// assert_eq!(native(&["answers", "q-1"]), "$.answers['q-1']");
    /// assert_eq!(native(&["stages", "touchpoints", "name"]), "$.name");
    /// assert_eq!(native(&["stages", "touchpoints", "responsible"]), "$.owner.responsible");
    /// ```
    pub fn native_path(&self) -> String {
        let touchpoints = TouchpointFields::default();
        let is_inside = self.0.len() > 1 && self.0.iter().any(|name| name == "touchpoints");
        let mut own = touchpoints.named().filter(|(name, _)| is_inside && *name == self.last());
        if let Some((_, field)) = own.next() {
            return field.path.source().to_owned();
        }
        let (last, before) = self.0.split_last().map_or(("", &[][..]), |(last, all)| (last, all));
        let lists = before.iter().filter(|name| !Self::is_level(name)).map(String::as_str);
        lists.chain([last]).fold("$".to_owned(), |path, name| json_path::member(&path, name))
    }
}

/// `stages.touchpoints.id`
impl fmt::Display for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("."))
    }
}
