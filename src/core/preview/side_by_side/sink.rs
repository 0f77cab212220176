//! Takes the rows of a sample, and keeps the first ones beside what became of them.

use super::raw_row::laid_out;
use super::{PreviewField, PreviewRow, records};
use crate::core::connection::{Connection, FeedId, Field, Settings};
use crate::core::mapping::{Broken, Context, ProblemLog, Reason, ReasonKind, RowSink, Scalar};
use crate::core::preview::{FieldName, Shown};
use serde_json::Value;

/// So many rows are shown from the first on.
const FIRST: u64 = 8;
/// So many are shown after them that cannot be used, or not wholly.
const BAD: usize = 4;

/// What became of a row.
pub(super) struct Made {
    /// How long the row's text is.
    pub(super) length: usize,
    pub(super) is_usable: bool,
    /// The record's values by field.
    pub(super) values: Vec<(FieldName, String)>,
    /// The questions it has answers to.
    pub(super) answered: Vec<String>,
    pub(super) reasons: Vec<Reason>,
}

impl Made {
    /// A row no record came of.
    pub(super) fn lost(length: usize, reason: Reason) -> Self {
        let (values, answered) = (Vec::new(), Vec::new());
        Self { length, is_usable: false, values, answered, reasons: vec![reason] }
    }
}

/// Makes records of rows, by the mapping.
pub(super) trait Maker {
    /// What becomes of the row that a text begins with.
    fn make(&mut self, number: u64, text: &[u8]) -> Result<Made, Broken>;

    /// What was wrong with all rows together, where that is more than what is wrong with each.
    fn problems_of_all(&mut self) -> Option<ProblemLog> {
        None
    }
}

pub(super) struct PreviewSink<'c> {
    feed: FeedId,
    maker: Box<dyn Maker + 'c>,
    fields: Vec<(FieldName, Field)>,
    seen: Seen,
}

/// What was seen of the rows.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) log: ProblemLog,
    pub(super) shown: Vec<PreviewRow>,
    pub(super) usable: u64,
    pub(super) filled: Vec<(FieldName, u64)>,
    pub(super) answered: Vec<(String, u64)>,
    bad: usize,
}

impl<'c> PreviewSink<'c> {
    /// `None` when the connection has no such feed.
    pub(super) fn new(
        feed: FeedId,
        connection: &'c Connection,
        settings: &Settings,
        context: &'c Context,
    ) -> Option<Self> {
        let (maker, fields) = records::of(feed, connection, settings, context)?;
        Some(Self { feed, maker, fields, seen: Seen::default() })
    }

    /// What was seen of all rows.
    pub(super) fn finish(mut self) -> Seen {
        if let Some(log) = self.maker.problems_of_all() {
            for row in &mut self.seen.shown {
                let own = log.first().iter().filter(|problem| problem.row == row.number);
                row.reasons = own.map(|problem| problem.reason.clone()).collect();
            }
            self.seen.log = log;
        }
        self.seen
    }

    fn shows(&mut self, number: u64, is_good: bool) -> bool {
        if number <= FIRST {
            return true;
        }
        let is_shown = !is_good && self.seen.bad < BAD;
        self.seen.bad += usize::from(is_shown);
        is_shown
    }

    fn show(&mut self, number: u64, text: &[u8], made: &Made) {
        let row: Value = serde_json::from_slice(text).unwrap_or_default();
        let of = |(name, field): &(FieldName, Field)| PreviewField {
            field: name.clone(),
            path: field.path.source().to_owned(),
            found: found(field, &row),
            value: made.values.iter().find(|(of, _)| of == name).map(|(_, value)| Shown::of(value)),
        };
        let fields = self.fields.iter().map(of).chain(inner_fields(&self.fields, made));
        self.seen.shown.push(PreviewRow {
            number,
            raw: laid_out(text),
            fields: fields.collect(),
            is_usable: made.is_usable,
            reasons: made.reasons.clone(),
        });
    }
}

impl Seen {
    fn count(&mut self, made: &Made) {
        self.usable += u64::from(made.is_usable);
        if made.is_usable {
            made.values.iter().for_each(|(field, _)| count(&mut self.filled, field));
            made.answered.iter().for_each(|question| count(&mut self.answered, question));
        }
    }
}

/// Counts one of a few things.
fn count<T: Clone + PartialEq>(counts: &mut Vec<(T, u64)>, one: &T) {
    match counts.iter_mut().find(|(known, _)| known == one) {
        Some((_, times)) => *times += 1,
        None => counts.push((one.clone(), 1)),
    }
}

/// Fields of rows inside the row, of which nothing is known beforehand.
fn inner_fields(known: &[(FieldName, Field)], made: &Made) -> Vec<PreviewField> {
    let is_new = |name: &FieldName| known.iter().all(|(of, _)| of != name);
    let inner = made.values.iter().filter(|(name, _)| is_new(name));
    let one = |(field, value): &(FieldName, String)| PreviewField {
        path: String::new(),
        field: field.clone(),
        found: None,
        value: Some(Shown::of(value)),
    };
    inner.map(one).collect()
}

fn found(field: &Field, row: &Value) -> Option<Shown> {
    let paths = std::iter::once(&field.path).chain(field.languages.iter().map(|(_, path)| path));
    if field.languages.is_empty() {
        return Scalar::of(field.find(row)?.as_ref())?.text().map(|text| Shown::of(&text));
    }
    let mut found = paths.filter_map(|path| Scalar::of(path.first(row)?)?.text());
    found.next().map(|text| Shown::of(&text))
}

impl RowSink for PreviewSink<'_> {
    fn row(&mut self, number: u64, text: &[u8]) -> Result<usize, Broken> {
        let made = self.maker.make(number, text)?;
        self.seen.count(&made);
        for reason in &made.reasons {
            self.seen.log.add(self.feed.kind, number, reason.clone());
        }
        if self.shows(number, made.is_usable && made.reasons.is_empty()) {
            self.show(number, text.get(..made.length).unwrap_or_default(), &made);
        }
        Ok(made.length)
    }

    fn flaw(&mut self, number: u64, reason: Reason) {
        self.seen.log.add(self.feed.kind, number, reason);
    }

    fn unreadable(&mut self, number: u64, why: &str) {
        let reason = Reason::new(ReasonKind::Unreadable, "", why);
        self.seen.log.add(self.feed.kind, number, reason.clone());
        if self.shows(number, false) {
            let (raw, fields) = (Shown::of(why), Vec::new());
            self.seen.shown.push(PreviewRow {
                number,
                raw,
                fields,
                is_usable: false,
                reasons: vec![reason],
            });
        }
    }
}
