//! What a connection makes of an answer.

use super::{FieldName, Sample, Shown};
use crate::core::connection::{
    ConfigError, Connection, Fault, FeedId, RowsPath, Settings, Tables, Written,
};
use crate::core::mapping::{BodyError, Context, ProblemLog, Reason, ReasonKind};
use crate::core::order::sort_by;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sink::{PreviewSink, Seen};

mod raw_row;
mod records;
mod sink;
#[cfg(test)]
mod tests;

/// One field of a row: what was found, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewField {
    /// Which field.
    pub field: FieldName,
    /// The path it was looked for under, within its row.
    pub path: String,
    /// What is there; absent when nothing is, and for fields of rows inside the row.
    pub found: Option<Shown>,
    /// What the record has; absent when it has nothing, or there is none.
    pub value: Option<Shown>,
}

/// One row, beside what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRow {
    /// Its number in the answer, from 1.
    pub number: u64,
    /// The row as it came.
    pub raw: Shown,
    /// Its fields.
    pub fields: Vec<PreviewField>,
    /// True when a record came of it.
    pub is_usable: bool,
    /// What is wrong with it.
    pub reasons: Vec<Reason>,
}

/// How often one thing was wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewProblem {
    /// What.
    pub kind: ReasonKind,
    /// The path of the field; empty when it is the row.
    pub field: String,
    /// How often.
    pub count: u64,
}

/// What a connection makes of the answer for one of its feeds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// Which feed.
    pub feed: FeedId,
    /// Rows found, as far as the answer was fetched.
    pub rows: u64,
    /// Rows a record came of.
    pub usable: u64,
    /// How many rows have each field, of those a record came of.
    pub filled: Vec<(FieldName, u64)>,
    /// How many of them have an answer to each question, by its id.
    pub answered: Vec<(String, u64)>,
    /// What was wrong, most frequent first.
    pub problems: Vec<PreviewProblem>,
    /// The first rows, and the first of those after them that cannot be used.
    pub shown: Vec<PreviewRow>,
    /// Why there are no rows, or not all; that the answer was cut off when it was fetched is no failure.
    pub failure: Option<BodyError>,
    /// True when all of the answer was looked at.
    pub is_whole: bool,
}

/// Reads a sample of the answer for one feed as the connection says, by the mapping that reads whole answers.
///
/// # Errors
/// When the document is no connection or has no such feed.
///
/// # Example
/// ```
/// use heartline::core::calendar::{FixedZone, Timestamp};
/// use heartline::core::connection::{FeedId, FeedKind, Settings};
/// use heartline::core::mapping::{Clock, Context};
/// use heartline::core::preview::{Sample, preview};
/// use serde_json::json;
///
/// let document = json!({"base_url": "https://api.example/", "feeds": {"responses": {
///     "path": "answers", "rows": "$[*]", "fields": {"touchpoint": "$.where", "submitted_at": "$.at"}}}});
/// let body = br#"[{"where": "desk", "at": "2026-10-31", "answers": {"nps": 9}}, {"where": "desk", "at": "20"#;
/// let clock = Clock::new(FixedZone::default(), Timestamp(1_793_460_600_000));
/// let context = Context { clock, touchpoints: None };
/// let feed = FeedId::only(FeedKind::Responses);
/// let preview = preview(&document, feed, &Settings::default(), &context, Sample::cut_off(body))?;
/// assert_eq!((preview.rows, preview.usable, preview.failure), (1, 1, None));
/// # Ok::<(), heartline::core::connection::ConfigError>(())
/// ```
pub fn preview(
    document: &Value,
    feed: FeedId,
    settings: &Settings,
    context: &Context,
    sample: Sample,
) -> Result<Preview, ConfigError> {
    preview_looked_up(document, feed, settings, context, sample, &Tables::default())
}

/// The same, with what the lookups of the feed say.
///
/// # Errors
/// As [`preview`].
pub fn preview_looked_up(
    document: &Value,
    feed: FeedId,
    settings: &Settings,
    context: &Context,
    sample: Sample,
    tables: &Tables,
) -> Result<Preview, ConfigError> {
    let mut connection = Connection::from_json(document)?;
    connection.look_up(feed, tables);
    let missing =
        || ConfigError { path: format!("feeds.{}", feed.kind.id()), fault: Fault::Missing };
    let (_, rows) = feed.address(&connection).ok_or_else(missing)?;
    let mut sink = PreviewSink::new(feed, &connection, settings, context).ok_or_else(missing)?;
    let (rows, failure) = read(sample, rows, &mut sink);
    let Seen { log, shown, usable, filled, answered, .. } = sink.finish();
    let (problems, is_whole) = (problems(&log), sample.is_whole());
    Ok(Preview { feed, rows, usable, filled, answered, problems, shown, failure, is_whole })
}

fn read(sample: Sample, path: &RowsPath, sink: &mut PreviewSink) -> (u64, Option<BodyError>) {
    match sample.rows(path, sink) {
        Ok(rows) => (rows, None),
        Err(BodyError::CutOff { rows }) => (rows, Some(BodyError::CutOff { rows })),
        Err(failure) => (0, Some(failure)),
    }
}

fn problems(log: &ProblemLog) -> Vec<PreviewProblem> {
    let one = |(_, kind, field, count): (_, _, &str, _)| PreviewProblem {
        kind,
        field: field.to_owned(),
        count,
    };
    let mut problems: Vec<PreviewProblem> = log.counts().map(one).collect();
    sort_by(&mut problems, |a, b| b.count.cmp(&a.count));
    problems
}
