//! A body, read as it arrives: rows are handed on one by one and forgotten.

use super::body_error::{BodyError, beginning};
use super::envelope::Envelope;
use super::json_text::{Piece, member_name, skip_space, value};
use super::row_sink::RowSink;
use super::walk::{Progress, Walk};
use crate::core::connection::{Container, RowsPath, Step};
use serde::de::IgnoredAny;
use serde_json::Value;

/// Some servers begin a body with it; it is no part of the JSON.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

#[derive(Clone, Debug)]
enum State {
    Walking(Walk),
    Rows(Container),
    After,
    /// The rows' path needs the whole body.
    Whole,
    Lost,
    NotJson,
    Torn,
}

/// Finds the rows in a body that arrives in pieces.
#[derive(Clone, Debug)]
pub struct BodyReader {
    path: RowsPath,
    state: State,
    text: Vec<u8>,
    /// Below this much text at hand, looking again would only find the same piece unfinished.
    enough: usize,
    rows: u64,
    envelope: Envelope,
    found: Vec<String>,
    began: bool,
}

impl BodyReader {
    /// A reader of rows at this path.
    pub fn new(path: RowsPath) -> Self {
        let state = match path.container() {
            Some(container) => State::Walking(Walk::new(path.steps().to_vec(), container)),
            None => State::Whole,
        };
        let (envelope, found) = (Envelope::default(), Vec::new());
        Self { path, state, text: Vec::new(), enough: 0, rows: 0, envelope, found, began: false }
    }

    /// Rows found so far.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// What stood around the rows, up to a bound.
    pub fn envelope(&self) -> String {
        self.envelope.text()
    }

    /// What stood before the rows, closed as if there were none: the format's name and version.
    pub fn head(&self) -> Option<Value> {
        let closers = self.path.steps().iter().rev().map(|step| match step {
            Step::Key(_) => '}',
            Step::Index(_) => ']',
        });
        let row_closer = match self.path.container()? {
            Container::Array => ']',
            Container::Object => '}',
        };
        let mut text = self.envelope.before_rows();
        text.push(row_closer);
        text.extend(closers);
        serde_json::from_str(&text).ok()
    }

    /// Takes the next piece of the body.
    pub fn push(&mut self, piece: &[u8], sink: &mut dyn RowSink) {
        self.text.extend_from_slice(piece);
        if !self.began {
            self.began = self.text.len() >= BYTE_ORDER_MARK.len();
            self.skip_byte_order_mark();
        }
        if self.began && self.text.len() >= self.enough {
            self.advance(false, sink);
        }
    }

    /// Takes the end of the body. Says how many rows there were.
    ///
    /// # Errors
    /// When there were none to be found, or not all; rows handed on before stay handed on.
    pub fn finish(mut self, sink: &mut dyn RowSink) -> Result<u64, BodyError> {
        self.skip_byte_order_mark();
        self.advance(true, sink);
        match self.state {
            State::After => Ok(self.rows),
            State::Rows(_) | State::Torn => Err(BodyError::CutOff { rows: self.rows }),
            State::Lost => Err(self.no_rows()),
            State::Whole => self.finish_whole(sink),
            State::NotJson | State::Walking(_) => Err(self.not_json()),
        }
    }

    fn skip_byte_order_mark(&mut self) {
        if self.rows == 0 && self.text.starts_with(BYTE_ORDER_MARK) {
            self.text.drain(..BYTE_ORDER_MARK.len());
        }
    }

    fn advance(&mut self, ended: bool, sink: &mut dyn RowSink) {
        let mut at = 0;
        while let Some(consumed) = self.step(at, ended, sink) {
            at += consumed;
        }
        self.text.drain(..at.min(self.text.len()));
        self.enough = match self.state {
            State::Whole => usize::MAX,
            // Twice the unfinished piece: even one enormous row is looked at a few times only.
            _ => self.text.len() * 2,
        };
        if matches!(self.state, State::Torn) {
            self.text = Vec::new();
        }
    }

    /// One step through the text at hand; `None` when it takes more text, or when all is done.
    fn step(&mut self, at: usize, ended: bool, sink: &mut dyn RowSink) -> Option<usize> {
        match &mut self.state {
            State::Walking(_) => self.walk(at, ended),
            State::Rows(container) => {
                let container = *container;
                self.next_row(container, at, ended, sink)
            }
            State::After | State::Lost | State::NotJson => {
                let rest = self.text.get(at..)?;
                self.envelope.after(rest);
                (!rest.is_empty()).then_some(rest.len())
            }
            State::Whole | State::Torn => None,
        }
    }

    fn walk(&mut self, at: usize, ended: bool) -> Option<usize> {
        let State::Walking(walk) = &mut self.state else { return None };
        let text = self.text.get(at..)?;
        let (consumed, progress) = walk.advance(text, ended);
        self.envelope.before(&text[..consumed]);
        match progress {
            Progress::More => return (consumed > 0).then_some(consumed),
            Progress::Arrived => self.state = State::Rows(self.path.container()?),
            Progress::NoSuchWay => {
                self.found = walk.clone().found();
                self.state = State::Lost;
            }
            Progress::Wrong => self.state = State::NotJson,
        }
        Some(consumed)
    }

    fn next_row(
        &mut self,
        container: Container,
        at: usize,
        ended: bool,
        sink: &mut dyn RowSink,
    ) -> Option<usize> {
        let start = skip_space(&self.text, at);
        match self.text.get(start)? {
            b',' => return Some(start + 1 - at),
            b']' | b'}' => {
                self.state = State::After;
                return Some(start - at);
            }
            _ => {}
        }
        let named = match container {
            Container::Array => 0,
            Container::Object => match member_name(&self.text[start..]) {
                Piece::Whole(_, length) => length,
                Piece::More => return None,
                Piece::Wrong => return self.tear(),
            },
        };
        let value_at = skip_space(&self.text, start + named);
        let length = self.take_row(value_at, ended, sink)?;
        Some(value_at + length - at)
    }

    /// Hands on the row that begins at `at`; says how long it is. `None` when it is not all there.
    fn take_row(&mut self, at: usize, ended: bool, sink: &mut dyn RowSink) -> Option<usize> {
        let text = &self.text[at..];
        let mut row = serde_json::Deserializer::from_slice(text);
        match sink.row(self.rows + 1, &mut row) {
            Ok(()) => {
                self.rows += 1;
                Some(row.into_iter::<IgnoredAny>().byte_offset())
            }
            Err(error) if error.is_eof() => None,
            Err(error) => match value(text, ended) {
                Piece::Whole((), length) => {
                    self.rows += 1;
                    sink.unreadable(self.rows, &error.to_string());
                    Some(length)
                }
                Piece::More => None,
                Piece::Wrong => self.tear(),
            },
        }
    }

    fn tear(&mut self) -> Option<usize> {
        self.state = State::Torn;
        None
    }

    fn finish_whole(&mut self, sink: &mut dyn RowSink) -> Result<u64, BodyError> {
        let body: Value = serde_json::from_slice(&self.text).map_err(|error| match error {
            _ if self.text.trim_ascii().is_empty() => BodyError::Empty,
            error if error.is_eof() => BodyError::CutOff { rows: 0 },
            _ => BodyError::NotJson { beginning: beginning(&self.text) },
        })?;
        for row in self.path.select(&body) {
            self.rows += 1;
            let text = row.to_string();
            let mut text = serde_json::Deserializer::from_slice(text.as_bytes());
            if let Err(error) = sink.row(self.rows, &mut text) {
                sink.unreadable(self.rows, &error.to_string());
            }
        }
        Ok(self.rows)
    }

    fn not_json(&self) -> BodyError {
        let kept = self.envelope.text();
        let text = if kept.is_empty() { &self.text[..] } else { kept.as_bytes() };
        match (text.trim_ascii().is_empty(), &self.state) {
            (true, _) => BodyError::Empty,
            (false, State::NotJson) => BodyError::NotJson { beginning: beginning(text) },
            (false, _) => BodyError::CutOff { rows: 0 },
        }
    }

    fn no_rows(&self) -> BodyError {
        let mut found = self.found.clone();
        if let (true, Ok(Value::Object(body))) =
            (found.is_empty(), serde_json::from_str(&self.envelope.text()))
        {
            found = body.into_iter().map(|(name, _)| name).collect();
        }
        BodyError::NoRows { path: self.path.source().to_owned(), found }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::mapping::Values;
    use proptest::prelude::*;

    fn read(path: &str, body: &str, size: usize) -> (Result<u64, BodyError>, Values) {
        let mut reader = BodyReader::new(RowsPath::parse(path).expect("a JSONPath"));
        let mut values = Values::default();
        body.as_bytes().chunks(size.max(1)).for_each(|piece| reader.push(piece, &mut values));
        (reader.finish(&mut values), values)
    }

    fn rows(path: &str, body: &str, size: usize) -> Vec<Value> {
        let (end, values) = read(path, body, size);
        let rows: Vec<Value> = values.rows.into_iter().map(|(_, row)| row).collect();
        assert_eq!(end.ok(), Some(rows.len() as u64), "{body}");
        rows
    }

    #[test]
    fn rows_stand_in_arrays_in_objects_and_behind_filters() {
        let body = r#"{"n": 2, "data": {"a": {"x": 1}, "b": {"x": 2}}, "next": null}"#;
        for size in 1..body.len() {
            assert_eq!(rows("$.data.*", body, size).len(), 2);
        }
        assert_eq!(rows("$[*]", " [ ] ", 1).len(), 0);
        assert_eq!(
            rows("$[?@.ok].row", r#"[{"ok": 1, "row": 5}, {"row": 6}]"#, 3),
            [Value::from(5)]
        );
        assert_eq!(rows("$[*]", "\u{feff}[1, 2]", 2).len(), 2);
    }

    #[test]
    fn what_stands_around_the_rows_is_kept() {
        let mut reader = BodyReader::new(RowsPath::parse("$.data[*]").expect("a JSONPath"));
        let body = r#"{"total": 2, "data": [{"a": 1}, {"a": 2}], "next": "/p2"}"#;
        body.as_bytes().chunks(5).for_each(|piece| reader.push(piece, &mut Values::default()));
        reader.advance(true, &mut Values::default());
        assert_eq!(reader.envelope(), r#"{"total": 2, "data": [], "next": "/p2"}"#);
    }

    #[test]
    fn a_body_cut_off_keeps_what_was_read() {
        let (end, values) = read("$[*]", r#"[{"a": 1}, {"a": 2}, {"a": "#, 4);
        assert_eq!((end, values.rows.len()), (Err(BodyError::CutOff { rows: 2 }), 2));
        let (end, values) = read("$[*]", r#"[{"a": 1}, {"a" 2}, {"a": 3}]"#, 4);
        assert_eq!((end, values.rows.len()), (Err(BodyError::CutOff { rows: 1 }), 1));
    }

    #[test]
    fn a_row_no_value_can_be_made_of_does_not_end_the_reading() {
        let (end, values) = read("$[*]", r#"[{"a": 1}, {"a": 1e999}, {"a": 3}]"#, 4);
        assert_eq!((end, values.rows.len(), values.unreadable.len()), (Ok(3), 2, 1));
        assert_eq!(values.unreadable[0].0, 2);
    }

    #[test]
    fn bodies_that_are_something_else_say_what_they_are() {
        let error = |path, body| read(path, body, 7).0.expect_err("no rows");
        assert_eq!(error("$[*]", ""), BodyError::Empty);
        assert_eq!(error("$..a", " "), BodyError::Empty);
        assert_eq!(error("$..a", "{"), BodyError::CutOff { rows: 0 });
        let html = error("$[*]", "<!doctype html>\n<title>Sign in</title>");
        assert_eq!(
            html,
            BodyError::NotJson { beginning: "<!doctype html> <title>Sign in</title>".into() }
        );
        assert_eq!(error("$..a", "<html>"), BodyError::NotJson { beginning: "<html>".into() });
        let found = |path, body| match error(path, body) {
            BodyError::NoRows { found, .. } => found,
            other => panic!("{other}"),
        };
        assert_eq!(found("$.data[*]", r#"{"error": {"code": 7}, "ok": false}"#), ["error", "ok"]);
        assert_eq!(found("$[*]", r#"{"items": [], "next": 2}"#), ["items", "next"]);
    }

    #[test]
    fn one_enormous_row_is_not_read_over_and_over() {
        let body = format!(r#"[{{"a": "{}"}}]"#, "x".repeat(4 << 20));
        assert_eq!(rows("$[*]", &body, 16 << 10).len(), 1);
    }

    proptest! {
        #[test]
        fn pieces_do_not_matter(rows_in in prop::collection::vec("[a-z\\[\\]{},\"\\\\é ]{0,12}", 0..12), size in 1usize..40) {
            let rows_in: Vec<Value> = rows_in.into_iter().map(|text| serde_json::json!({"t": text})).collect();
            let body = serde_json::json!({"k": rows_in[..rows_in.len() / 2], "rows": rows_in}).to_string();
            prop_assert_eq!(rows("$.rows[*]", &body, size), rows_in);
        }
    }
}
