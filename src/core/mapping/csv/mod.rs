//! CSV as it arrives, into lines of JSON: what reads those reads these.
//!
//! The first line names the columns, each line after it becomes an object with a text for each cell. An empty cell is
//! null, and a line without any value no row. Quotes, and line breaks between them, are as in RFC 4180.

mod header;
mod record;

use super::{Reason, ReasonKind};
use crate::core::connection::Csv;
use csv_core::{ReadRecordResult, Reader};
use header::{Head, Header};
use record::Record;

/// No row is longer, in bytes: a quote that is never closed would take in the rest of the body.
const LONGEST_ROW: usize = 16 << 20;

/// Why a body gives no rows, or no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CsvFault {
    /// Nothing came.
    Empty,
    /// The names of the columns are not UTF-8.
    NotUtf8,
    /// It is something else, a page of HTML for one, and begins like this.
    NotATable(String),
    /// A row has no end.
    EndlessRow,
}

/// Makes lines of JSON of a CSV body that arrives in pieces, be they cut where they may.
#[derive(Clone, Debug)]
pub(in crate::core) struct CsvLines {
    state: State,
    /// The lines that nobody has taken yet; each ends with a line feed.
    pub(in crate::core) lines: Vec<u8>,
    /// What is wrong with rows that nobody has been told of yet: their numbers, from 1, and reasons.
    pub(in crate::core) flaws: Vec<(u64, Reason)>,
    rows: u64,
}

#[derive(Clone, Debug)]
enum State {
    Head(Head),
    Rows(Box<Table>),
    Lost(CsvFault),
}

#[derive(Clone, Debug)]
struct Table {
    reader: Reader,
    header: Header,
    record: Record,
}

impl CsvLines {
    pub(in crate::core) fn new(csv: Csv) -> Self {
        let state = State::Head(Head::new(csv));
        Self { state, lines: Vec::new(), flaws: Vec::new(), rows: 0 }
    }

    /// How many columns it has, as far as that is known.
    pub(in crate::core) fn columns(&self) -> usize {
        match &self.state {
            State::Rows(table) => table.header.columns(),
            State::Head(_) | State::Lost(_) => 0,
        }
    }

    /// How many rows there have been.
    pub(in crate::core) fn rows(&self) -> u64 {
        self.rows
    }

    /// What keeps it from being read on.
    pub(super) fn fault(&self) -> Option<&CsvFault> {
        match &self.state {
            State::Lost(fault) => Some(fault),
            State::Head(_) | State::Rows(_) => None,
        }
    }

    /// True when the names of its columns are in some other encoding.
    pub(in crate::core) fn is_not_utf8(&self) -> bool {
        self.fault() == Some(&CsvFault::NotUtf8)
    }

    /// Takes the next piece of the body.
    pub(in crate::core) fn push(&mut self, piece: &[u8]) {
        match &mut self.state {
            State::Head(head) => {
                if head.push(piece) {
                    self.begin();
                }
            }
            State::Rows(_) if !piece.is_empty() => self.read(piece),
            State::Rows(_) | State::Lost(_) => {}
        }
    }

    /// Takes the end of the body.
    pub(in crate::core) fn finish(&mut self) {
        if let State::Head(head) = &mut self.state {
            head.finish();
            self.begin();
        }
        // To the reader of records a piece of nothing is the end.
        self.read(&[]);
    }

    /// The names of the columns are there, and perhaps more.
    fn begin(&mut self) {
        let State::Head(head) = &mut self.state else { return };
        match head.end() {
            Ok((reader, header, rest)) => {
                let record = Record::default();
                self.state = State::Rows(Box::new(Table { reader, header, record }));
                self.push(&rest);
            }
            Err(fault) => self.state = State::Lost(fault),
        }
    }

    fn read(&mut self, mut piece: &[u8]) {
        let State::Rows(table) = &mut self.state else { return };
        loop {
            let (result, read) = table.record.read(&mut table.reader, piece);
            piece = piece.get(read..).unwrap_or_default();
            match result {
                ReadRecordResult::InputEmpty | ReadRecordResult::End => return,
                ReadRecordResult::OutputEndsFull => {}
                ReadRecordResult::OutputFull if table.record.length() < LONGEST_ROW => {}
                ReadRecordResult::OutputFull => break,
                ReadRecordResult::Record => {
                    let Table { header, record, .. } = &mut **table;
                    if header.write(record, &mut self.lines) {
                        self.rows += 1;
                        let uneven = uneven(record.cells(), header.columns());
                        self.flaws.extend(uneven.map(|reason| (self.rows, reason)));
                    }
                    record.clear();
                }
            }
        }
        self.state = State::Lost(CsvFault::EndlessRow);
    }
}

fn uneven(cells: usize, columns: usize) -> Option<Reason> {
    let told = || Reason::new(ReasonKind::Uneven, "", &format!("{cells} / {columns}"));
    (cells != columns).then(told)
}

#[cfg(test)]
mod tests;
