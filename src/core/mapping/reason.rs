//! What can be wrong with a row.

use crate::core::connection::FeedKind;
use serde::{Deserialize, Serialize};

/// The longest piece of a bad value that is quoted, in characters.
const QUOTED: usize = 60;

/// What is wrong with a row or one of its values, without the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReasonKind {
    /// The row is no object.
    NotAnObject,
    /// The row holds a value no program can read, such as a number beyond all bounds.
    Unreadable,
    /// A field that a record cannot do without is not there.
    Missing,
    /// Not a date.
    NotADate,
    /// A date before 1990 or after today: most often a wrong unit.
    ImplausibleDate,
    /// No journey has this touchpoint.
    UnknownTouchpoint,
    /// The tally knows no such question.
    UnknownQuestion,
    /// Not a number.
    NotANumber,
    /// Not a count, or a list of counts with another length than its scale.
    NotACount,
    /// Not a whole number on the question's scale.
    OffScale,
    /// None of the values that are allowed here.
    NotAllowed,
    /// An id that was there before.
    Duplicate,
    /// More different values than can be told apart.
    TooManyNames,
    /// A column or a row of values that is shorter or longer than the others.
    Uneven,
    /// A text in which JSON was looked for holds none.
    NotJson,
    /// A value that a lookup does not know.
    NotFound,
    /// A key that stands for one thing in a lookup and for another further down.
    Ambiguous,
}

impl ReasonKind {
    /// All of them.
    pub const ALL: [ReasonKind; 17] = [
        Self::NotAnObject,
        Self::Unreadable,
        Self::Missing,
        Self::NotADate,
        Self::ImplausibleDate,
        Self::UnknownTouchpoint,
        Self::UnknownQuestion,
        Self::NotANumber,
        Self::NotACount,
        Self::OffScale,
        Self::NotAllowed,
        Self::Duplicate,
        Self::TooManyNames,
        Self::Uneven,
        Self::NotJson,
        Self::NotFound,
        Self::Ambiguous,
    ];

    /// The name used in URLs and files.
    pub fn id(self) -> &'static str {
        match self {
            Self::NotAnObject => "not_an_object",
            Self::Unreadable => "unreadable",
            Self::Missing => "missing",
            Self::NotADate => "not_a_date",
            Self::ImplausibleDate => "implausible_date",
            Self::UnknownTouchpoint => "unknown_touchpoint",
            Self::UnknownQuestion => "unknown_question",
            Self::NotANumber => "not_a_number",
            Self::NotACount => "not_a_count",
            Self::OffScale => "off_scale",
            Self::NotAllowed => "not_allowed",
            Self::Duplicate => "duplicate",
            Self::TooManyNames => "too_many_names",
            Self::Uneven => "uneven",
            Self::NotJson => "not_json",
            Self::NotFound => "not_found",
            Self::Ambiguous => "ambiguous",
        }
    }

    /// The reason of a name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.id() == id)
    }

    /// True when the whole row is lost; else only one of its values is. A row of counts that is wrong somewhere counts
    /// nothing. What is wrong with a column or a lookup is told once for many rows, and loses none by itself.
    pub fn loses_row(self, feed: FeedKind) -> bool {
        let is_counted = matches!(feed, FeedKind::Tally | FeedKind::Summary);
        match self {
            Self::Uneven | Self::Ambiguous => false,
            Self::OffScale | Self::NotANumber | Self::NotAllowed => is_counted,
            Self::NotJson | Self::NotFound => is_counted,
            _ => true,
        }
    }
}

/// What is wrong, with the value that is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// What is wrong.
    pub kind: ReasonKind,
    /// The field, by the JSONPath it was looked for under; empty when it is the row.
    pub field: String,
    /// The beginning of the bad value; empty when there is none.
    pub value: String,
}

impl Reason {
    /// A reason about one field's value, of which the beginning is kept.
    pub fn new(kind: ReasonKind, field: &str, value: &str) -> Self {
        let value = value.chars().take(QUOTED).collect();
        Self { kind, field: field.to_owned(), value }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_comes_back_by_its_name() {
        for kind in ReasonKind::ALL {
            assert_eq!(ReasonKind::from_id(kind.id()), Some(kind));
        }
        assert_eq!(ReasonKind::from_id("moon"), None);
    }

    #[test]
    fn long_values_are_cut_between_characters() {
        let reason = Reason::new(ReasonKind::NotADate, "$.at", &"客".repeat(500));
        assert_eq!(reason.value.chars().count(), QUOTED);
    }
}
