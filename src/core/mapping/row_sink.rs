//! What takes the rows of a body.

use serde::de::Deserialize;
use serde_json::Value;
use serde_json::de::SliceRead;

/// The text of a row, about to be read.
pub type RowText<'a> = serde_json::Deserializer<SliceRead<'a>>;

/// Takes rows as they are found.
pub trait RowSink {
    /// Takes one row. Whatever it does must be done after the row has been read without error.
    ///
    /// # Errors
    /// Those of the row's text, as they come; nothing else.
    fn row(&mut self, row: u64, value: &mut RowText<'_>) -> serde_json::Result<()>;

    /// Learns of a row that no value could be made of.
    fn unreadable(&mut self, row: u64, why: &str);
}

/// Rows as whole values, for feeds that are small.
#[derive(Debug, Default)]
pub struct Values {
    /// The rows with their numbers, from 1.
    pub rows: Vec<(u64, Value)>,
    /// Rows that no value could be made of: number and reason.
    pub unreadable: Vec<(u64, String)>,
}

impl RowSink for Values {
    fn row(&mut self, row: u64, value: &mut RowText<'_>) -> serde_json::Result<()> {
        self.rows.push((row, Value::deserialize(value)?));
        Ok(())
    }

    fn unreadable(&mut self, row: u64, why: &str) {
        self.unreadable.push((row, why.to_owned()));
    }
}
