//! How a CSV body is written down.

use serde::{Deserialize, Serialize};

/// What separates the values of a CSV body. Its first line names the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Csv {
    /// Whatever the first line has most of: commas, semicolons or tabs.
    #[default]
    Found,
    /// Commas.
    Commas,
    /// Semicolons, as spreadsheets write where a comma stands in numbers.
    Semicolons,
    /// Tabs.
    Tabs,
}

impl Csv {
    /// All of them.
    pub const ALL: [Csv; 4] = [Self::Found, Self::Commas, Self::Semicolons, Self::Tabs];

    /// Its name as a feed's `format`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Found => "csv",
            Self::Commas => "csv_comma",
            Self::Semicolons => "csv_semicolon",
            Self::Tabs => "csv_tab",
        }
    }

    /// The one of a name.
    ///
    /// ```
    /// use heartline::core::connection::Csv;
    ///
    /// assert_eq!(Csv::from_id("csv_tab"), Some(Csv::Tabs));
    /// assert_eq!(Csv::from_id("json"), None);
    /// ```
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|csv| csv.id() == id)
    }

    /// The separator, where it is said.
    pub fn separator(self) -> Option<u8> {
        match self {
            Self::Found => None,
            Self::Commas => Some(b','),
            Self::Semicolons => Some(b';'),
            Self::Tabs => Some(b'\t'),
        }
    }
}
