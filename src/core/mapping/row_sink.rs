//! What takes the rows of a body.

use super::scan::{Broken, Scanner};
use super::{ProblemLog, Reason, ReasonKind};
use crate::core::connection::FeedKind;
use serde::de::IgnoredAny;
use serde_json::Value;

/// Takes rows as they are found.
pub trait RowSink {
    /// Takes the row the text begins with. Says how long it is. Whatever it does must be done after the row has
    /// been read without error: one that is not all there comes again with more text.
    ///
    /// # Errors
    /// When the text ends before the row does, or is not JSON; nothing else.
    fn row(&mut self, number: u64, text: &[u8]) -> Result<usize, Broken>;

    /// Learns of a row that no value could be made of.
    fn unreadable(&mut self, number: u64, why: &str);

    /// Learns of something wrong with what rows are made of: a column that is too short, a value without a name.
    fn flaw(&mut self, number: u64, reason: Reason);
}

/// Rows as whole values, for feeds that are small.
#[derive(Debug, Default)]
pub struct Values {
    /// The rows with their numbers, from 1.
    pub rows: Vec<(u64, Value)>,
    /// Rows that no value could be made of: number and reason.
    pub unreadable: Vec<(u64, String)>,
    /// What is wrong with what rows were made of: number of the row and reason.
    pub flaws: Vec<(u64, Reason)>,
}

impl Values {
    /// Tells what is wrong with rows, before anything is made of them.
    pub(super) fn tell(&self, feed: FeedKind, problems: &mut ProblemLog) {
        for (row, why) in &self.unreadable {
            problems.add(feed, *row, Reason::new(ReasonKind::Unreadable, "", why));
        }
        for (row, flaw) in &self.flaws {
            problems.add(feed, *row, flaw.clone());
        }
    }
}

impl RowSink for Values {
    fn row(&mut self, number: u64, text: &[u8]) -> Result<usize, Broken> {
        let mut scanner = Scanner::new(text);
        scanner.skip()?;
        match serde_json::from_slice(scanner.since(0)) {
            Ok(value) => self.rows.push((number, value)),
            // It is JSON, but holds a number beyond all bounds or a text that is none.
            Err(error) if serde_json::from_slice::<IgnoredAny>(scanner.since(0)).is_ok() => {
                self.unreadable(number, &error.to_string());
            }
            Err(_) => return Err(Broken::Wrong),
        }
        Ok(scanner.at())
    }

    fn flaw(&mut self, number: u64, reason: Reason) {
        self.flaws.push((number, reason));
    }

    fn unreadable(&mut self, number: u64, why: &str) {
        self.unreadable.push((number, why.to_owned()));
    }
}
