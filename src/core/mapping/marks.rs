//! What tells one stretch of rows from another.

use super::Reason;
use super::row_sink::RowSink;
use super::scan::{Broken, Scanner};
use crate::core::connection::Selector;
use serde_json::Value;
use std::hash::{DefaultHasher, Hash, Hasher};

/// So many rows tell a page from every other.
const TELLING: u64 = 200;

/// A hash of the first rows of a page: of their ids where they have some, else of all they say.
#[derive(Clone, Default)]
pub struct RowMarks {
    id: Option<Selector>,
    /// Of 64 bits on every machine; the quicker one has 32 in a browser, where ten thousand pages would be one chance in
    /// a hundred that two are taken for one.
    hasher: DefaultHasher,
    rows: u64,
}

impl RowMarks {
    /// Marks of rows that have their ids there.
    pub fn new(id: Option<Selector>) -> Self {
        Self { id, ..Self::default() }
    }

    /// True when more rows would tell no more.
    pub fn are_enough(&self) -> bool {
        self.rows >= TELLING
    }

    /// What tells these rows from others; nothing when there are none.
    pub fn digest(&self) -> Option<u64> {
        (self.rows > 0).then(|| {
            let mut hasher = self.hasher.clone();
            self.rows.min(TELLING).hash(&mut hasher);
            hasher.finish()
        })
    }

    fn note(&mut self, text: &[u8]) {
        let row: Option<Value> = self.id.as_ref().and_then(|_| serde_json::from_slice(text).ok());
        let id = self.id.as_ref().zip(row.as_ref()).and_then(|(id, row)| id.first(row));
        match id.filter(|id| !id.is_null()) {
            Some(id) => id.to_string().hash(&mut self.hasher),
            None => text.hash(&mut self.hasher),
        }
    }
}

impl RowSink for RowMarks {
    fn row(&mut self, _: u64, text: &[u8]) -> Result<usize, Broken> {
        let mut scanner = Scanner::new(text);
        scanner.skip()?;
        if !self.are_enough() {
            self.note(scanner.since(0));
        }
        self.rows += 1;
        Ok(scanner.at())
    }

    fn flaw(&mut self, _: u64, _: Reason) {}

    fn unreadable(&mut self, _: u64, why: &str) {
        why.hash(&mut self.hasher);
        self.rows += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(id: Option<&str>, rows: &[&str]) -> Option<u64> {
        let id = id.map(|path| Selector::parse(path).expect("a JSONPath"));
        let mut marks = RowMarks::new(id);
        rows.iter().for_each(|row| assert_eq!(marks.row(1, row.as_bytes()), Ok(row.trim().len())));
        marks.digest()
    }

    #[test]
    fn rows_with_the_same_ids_are_the_same_and_others_by_all_they_say() {
        let (first, later) = (r#"{"id":1,"at":5}"#, r#"{"id":1,"at":6}"#);
        assert_eq!(digest(Some("$.id"), &[first]), digest(Some("$.id"), &[later]));
        assert_ne!(digest(None, &[first]), digest(None, &[later]));
        assert_ne!(digest(Some("$.no"), &[first]), digest(Some("$.no"), &[later]));
        assert_ne!(digest(None, &["1 ", "2 "]), digest(None, &["2 ", "1 "]));
        assert_ne!(digest(None, &["1 "]), digest(None, &["1 ", "1 "]));
        assert_eq!(digest(None, &[]), None);
    }

    #[test]
    fn enough_is_enough() {
        let rows: Vec<String> = (0..300).map(|row| format!("{row} ")).collect();
        let all: Vec<&str> = rows.iter().map(String::as_str).collect();
        assert_eq!(digest(None, &all), digest(None, &all[..200]));
        assert_ne!(digest(None, &all), digest(None, &all[..199]));
    }
}
