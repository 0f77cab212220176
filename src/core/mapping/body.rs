//! A body, read as it arrives: rows are handed on one by one and forgotten.

use super::body_error::{BodyError, beginning, told_along};
use super::csv::CsvLines;
use super::envelope::Envelope;
use super::row_sink::RowSink;
use super::rows::{Next, Rows};
use super::walk::{Progress, Walk};
use crate::core::connection::{Container, RowsPath, Step};
use serde_json::Value;

mod held;
mod table;

/// How much of a piece is copied at a time to complete what the last one left unfinished.
const PART: usize = 4096;

/// Some servers begin a body with it; it is no part of the JSON.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

#[derive(Clone, Debug)]
enum State {
    Walking(Walk),
    Rows(Rows),
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
    /// The piece of a row, or of the way to the rows, that is not all there.
    unfinished: Vec<u8>,
    /// Below this much text at hand, looking again would only find the same piece unfinished.
    enough: usize,
    rows: u64,
    /// Rows of the pages before this one.
    before: u64,
    envelope: Envelope,
    /// All of it, where the rows' path needed that.
    whole: Option<Value>,
    found: Vec<String>,
    began: bool,
    /// The last row, with what stood right before it, where somebody wants it.
    last: Option<Vec<u8>>,
    /// What makes JSON of the body, where that is CSV.
    csv: Option<Box<CsvLines>>,
}

impl BodyReader {
    /// A reader of rows at this path.
    pub fn new(path: RowsPath) -> Self {
        let state = match path.container() {
            Some(Container::Lines) => State::Rows(Rows::new(Container::Lines)),
            Some(container) => State::Walking(Walk::new(path.steps().to_vec(), container)),
            None => State::Whole,
        };
        let (envelope, found) = (Envelope::default(), Vec::new());
        let csv = path.csv().map(|csv| Box::new(CsvLines::new(csv)));
        Self {
            path,
            state,
            unfinished: Vec::new(),
            enough: 0,
            rows: 0,
            before: 0,
            envelope,
            whole: None,
            found,
            began: false,
            last: None,
            csv,
        }
    }

    /// A reader of the page that follows this one: its rows are numbered on.
    pub fn next_page(&self) -> Self {
        let last = self.last.as_ref().map(|_| Vec::new());
        Self { before: self.before + self.rows, last, ..Self::new(self.path.clone()) }
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
        let mut text = self.envelope.before_rows();
        text.push(self.path.container()?.brackets()?.1);
        text.extend(closers);
        serde_json::from_str(&text).ok()
    }

    /// The body without its rows, once it has ended; `None` when that is more than is kept, or no JSON.
    pub fn around(&self) -> Option<Value> {
        self.whole.clone().or_else(|| serde_json::from_str(&self.envelope.text()).ok())
    }

    /// Takes the next piece of the body.
    pub fn push(&mut self, piece: &[u8], sink: &mut dyn RowSink) {
        match self.csv.take() {
            Some(csv) => self.push_table(csv, piece, sink),
            None => self.push_json(piece, sink),
        }
    }

    fn push_json(&mut self, piece: &[u8], sink: &mut dyn RowSink) {
        let mut rest = piece;
        while !rest.is_empty() {
            rest = match self.began && self.unfinished.is_empty() {
                true => self.read_where_it_lies(rest, sink),
                false => self.complete(rest, sink),
            };
        }
    }

    /// Takes the end of the body. Says how many rows there were.
    ///
    /// # Errors
    /// When there were none to be found, or not all; rows handed on before stay handed on.
    pub fn finish(mut self, sink: &mut dyn RowSink) -> Result<u64, BodyError> {
        self.end(sink)
    }

    /// Takes the end of the body, which can then be looked at once more.
    ///
    /// # Errors
    /// As [`BodyReader::finish`].
    pub fn end(&mut self, sink: &mut dyn RowSink) -> Result<u64, BodyError> {
        if let Some(csv) = self.csv.take() {
            self.end_table(csv, sink)?;
        }
        self.skip_byte_order_mark();
        let text = std::mem::take(&mut self.unfinished);
        let taken = self.advance(&text, true, sink);
        self.unfinished = text.get(taken..).unwrap_or_default().to_owned();
        match &self.state {
            State::After => Ok(self.rows),
            State::Rows(rows) if rows.may_end(&self.unfinished) => Ok(self.rows),
            State::Rows(_) | State::Torn => Err(BodyError::CutOff { rows: self.rows }),
            State::Lost => Err(self.no_rows()),
            State::Whole => self.finish_whole(sink),
            State::NotJson | State::Walking(_) => Err(self.not_json()),
        }
    }

    /// Reads the rows of a piece without copying it. Only what is unfinished is kept.
    fn read_where_it_lies<'p>(&mut self, piece: &'p [u8], sink: &mut dyn RowSink) -> &'p [u8] {
        let taken = self.advance(piece, false, sink);
        self.unfinished.extend_from_slice(piece.get(taken..).unwrap_or_default());
        self.expect_enough();
        &[]
    }

    /// Puts what is unfinished together with the beginning of a piece. Gives what is left of the piece.
    fn complete<'p>(&mut self, piece: &'p [u8], sink: &mut dyn RowSink) -> &'p [u8] {
        let (part, rest) = piece.split_at(piece.len().min(PART));
        self.unfinished.extend_from_slice(part);
        self.begin();
        if !self.began || self.unfinished.len() < self.enough {
            return rest;
        }
        let mut text = std::mem::take(&mut self.unfinished);
        let taken = self.advance(&text, false, sink);
        // Both end alike: what was not taken is in the piece as well, unless it began before it.
        let in_piece = (part.len() + taken).checked_sub(text.len());
        text.drain(..in_piece.map_or(taken, |_| text.len()));
        self.unfinished = text;
        self.expect_enough();
        in_piece.and_then(|at| piece.get(at..)).unwrap_or(rest)
    }

    fn begin(&mut self) {
        if !self.began && self.unfinished.len() >= BYTE_ORDER_MARK.len() {
            self.began = true;
            self.skip_byte_order_mark();
        }
    }

    fn skip_byte_order_mark(&mut self) {
        if self.rows == 0 && self.unfinished.starts_with(BYTE_ORDER_MARK) {
            self.unfinished.drain(..BYTE_ORDER_MARK.len());
        }
    }

    fn expect_enough(&mut self) {
        self.enough = match self.state {
            State::Whole => usize::MAX,
            // Twice the unfinished piece: even one enormous row is looked at a few times only.
            _ => self.unfinished.len() * 2,
        };
    }

    /// Goes through a text as far as it can. Says how far that is.
    fn advance(&mut self, text: &[u8], ended: bool, sink: &mut dyn RowSink) -> usize {
        let mut at = 0;
        while let Some(consumed) = self.step(text.get(at..).unwrap_or_default(), ended, sink) {
            at += consumed;
        }
        // What comes after a tear is of no use.
        if matches!(self.state, State::Torn) { text.len() } else { at.min(text.len()) }
    }

    /// One step through the text at hand; `None` when it takes more text, or when all is done.
    fn step(&mut self, text: &[u8], ended: bool, sink: &mut dyn RowSink) -> Option<usize> {
        match &mut self.state {
            State::Walking(_) => self.walk(text),
            State::Rows(rows) => {
                let next =
                    rows.next(text, ended, self.rows == 0, self.before + self.rows + 1, sink);
                if let (Next::Row(length), Some(last)) = (next, &mut self.last) {
                    last.clear();
                    last.extend_from_slice(text.get(..length).unwrap_or_default());
                }
                self.take(next)
            }
            State::After | State::Lost | State::NotJson => {
                self.envelope.after(text);
                (!text.is_empty()).then_some(text.len())
            }
            State::Whole | State::Torn => None,
        }
    }

    fn walk(&mut self, text: &[u8]) -> Option<usize> {
        let State::Walking(walk) = &mut self.state else { return None };
        let (consumed, progress) = walk.advance(text);
        self.envelope.before(&text[..consumed]);
        match progress {
            Progress::More => return (consumed > 0).then_some(consumed),
            Progress::Arrived => self.state = State::Rows(Rows::new(self.path.container()?)),
            Progress::NoSuchWay => {
                self.found = walk.clone().found();
                self.state = State::Lost;
            }
            Progress::Wrong => self.state = State::NotJson,
        }
        Some(consumed)
    }

    fn take(&mut self, next: Next) -> Option<usize> {
        match next {
            Next::Row(length) => {
                self.rows += 1;
                Some(length)
            }
            Next::Between(length) => Some(length),
            Next::End(length) => {
                self.state = State::After;
                Some(length)
            }
            Next::More => None,
            // Nothing has to stand before the first line: what is no row there is another kind of body.
            Next::Wrong if self.rows == 0 && self.path.container() == Some(Container::Lines) => {
                self.state = State::NotJson;
                Some(0)
            }
            Next::Wrong => {
                self.state = State::Torn;
                None
            }
        }
    }

    fn not_json(&self) -> BodyError {
        let kept = self.envelope.text();
        let text = if kept.is_empty() { &self.unfinished[..] } else { kept.as_bytes() };
        match (text.trim_ascii().is_empty(), &self.state) {
            (true, _) => BodyError::Empty,
            (false, State::NotJson) => BodyError::NotJson { beginning: beginning(text) },
            (false, _) => BodyError::CutOff { rows: 0 },
        }
    }

    fn no_rows(&self) -> BodyError {
        let found = match serde_json::from_str(&self.envelope.text()) {
            Ok(body) => told_along(&body, self.path.steps()),
            Err(_) => self.found.clone(),
        };
        BodyError::NoRows { path: self.path.source().to_owned(), found }
    }
}

#[cfg(test)]
mod tests;
