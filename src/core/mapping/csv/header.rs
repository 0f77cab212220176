//! The first line of a CSV body: what separates values, and what the columns are called.

use super::CsvFault;
use super::record::Record;
use crate::core::connection::Csv;
use crate::core::mapping::beginning;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// So much is waited for until the first line has ended, in bytes.
pub(super) const LONGEST_HEAD: usize = 64 << 10;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// What spreadsheets say the separator by, in a line of its own before the names.
const SEPARATOR_LINE: &[u8] = b"sep=";

/// The separators that are looked for; of as many the first.
const SEPARATORS: [u8; 3] = *b",;\t";

/// What begins like this is JSON or a page: nobody calls a column so.
const NO_NAMES: [u8; 3] = *b"{[<";

/// The beginning of a body, up to the end of its first line.
#[derive(Clone, Debug)]
pub(super) struct Head {
    csv: Csv,
    text: Vec<u8>,
    /// So much of it has been looked at.
    seen: usize,
    quotes: Quotes,
    has_names: bool,
}

/// Whether one is between quotes. They are opened where a value begins; everywhere else they are letters.
#[derive(Clone, Copy, Debug)]
struct Quotes {
    are_open: bool,
    may_open: bool,
}

impl Default for Quotes {
    fn default() -> Self {
        Self { are_open: false, may_open: true }
    }
}

impl Quotes {
    fn pass(&mut self, byte: u8) {
        let is_quote = byte == b'"';
        let closes = is_quote && self.are_open;
        self.are_open = (self.are_open || (is_quote && self.may_open)) && !closes;
        // A quote twice is one that is meant: what was closed opens again.
        self.may_open = closes || SEPARATORS.contains(&byte) || is_line_end(byte);
    }
}

impl Head {
    pub(super) fn new(csv: Csv) -> Self {
        Self { csv, text: Vec::new(), seen: 0, quotes: Quotes::default(), has_names: false }
    }

    /// Takes a piece. True when the names are all there, or not to be found.
    pub(super) fn push(&mut self, piece: &[u8]) -> bool {
        self.text.extend_from_slice(piece);
        while let (Some(byte), false) = (self.text.get(self.seen), self.has_names) {
            self.quotes.pass(*byte);
            self.seen += 1;
            // Lines before the first that says something say nothing.
            let is_end = is_line_end(*byte) && !self.quotes.are_open;
            self.has_names = is_end && !names_on(&self.text[..self.seen]).is_empty();
        }
        self.has_names || self.text.len() > LONGEST_HEAD
    }

    /// Takes that no more of the body will come: its first line may have no end.
    pub(super) fn finish(&mut self) {
        self.has_names = true;
    }

    /// What is known of it now: how records are read, the names of the columns, and what follows them.
    pub(super) fn end(&mut self) -> Result<(Reader, Header, Vec<u8>), CsvFault> {
        let mut text = std::mem::take(&mut self.text);
        let no_table = |text: &[u8]| CsvFault::NotATable(beginning(&text[..self.seen]));
        if !self.has_names {
            return Err(no_table(&text));
        }
        let said = separator_line(without_mark(&text)).map(|(separator, _rest)| separator);
        let first = names_on(&text[..self.seen]);
        match first.trim_ascii_start().first() {
            _ if first.is_empty() => return Err(CsvFault::Empty),
            Some(first) if NO_NAMES.contains(first) => return Err(no_table(&text)),
            _ => drop(text.drain(..text.len() - names_on(&text).len())),
        }
        let separator = self.csv.separator().or(said).unwrap_or_else(|| most_frequent(&text));
        let (mut reader, mut record) =
            (ReaderBuilder::new().delimiter(separator).build(), Record::default());
        let (mut at, mut ended) = (0, false);
        while !ended {
            let (result, read) = record.read(&mut reader, text.get(at..).unwrap_or_default());
            at += read;
            ended = matches!(result, ReadRecordResult::Record | ReadRecordResult::End);
        }
        let names = Header::of(&record).ok_or(CsvFault::NotUtf8)?;
        text.drain(..at);
        Ok((reader, names, text))
    }
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// A text without byte order mark and empty lines before it.
fn without_mark(text: &[u8]) -> &[u8] {
    after_line_ends(text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text))
}

fn after_line_ends(text: &[u8]) -> &[u8] {
    let ends = text.iter().take_while(|byte| is_line_end(**byte)).count();
    text.get(ends..).unwrap_or_default()
}

/// The text from its names on.
fn names_on(text: &[u8]) -> &[u8] {
    let text = without_mark(text);
    separator_line(text).map_or(text, |(_, rest)| after_line_ends(rest))
}

/// What a line says the separator is, and what follows it.
fn separator_line(text: &[u8]) -> Option<(u8, &[u8])> {
    let (separator, rest) = text.strip_prefix(SEPARATOR_LINE)?.split_first()?;
    let is_all = rest.first().is_some_and(|byte| is_line_end(*byte));
    (is_all && SEPARATORS.contains(separator)).then_some((*separator, rest))
}

/// The separator there is most of in the first line, between quotes aside.
fn most_frequent(text: &[u8]) -> u8 {
    let mut counts = [0; SEPARATORS.len()];
    let mut quotes = Quotes::default();
    for byte in text {
        quotes.pass(*byte);
        match SEPARATORS.iter().position(|separator| separator == byte) {
            _ if quotes.are_open => {}
            Some(place) => counts[place] += 1,
            None if is_line_end(*byte) => break,
            None => {}
        }
    }
    let most = counts.into_iter().max().unwrap_or_default();
    let found = SEPARATORS.into_iter().zip(counts).find(|(_, count)| *count == most);
    found.map_or(b',', |(separator, _)| separator)
}

/// The columns of a body, each by its name.
#[derive(Clone, Debug)]
pub(super) struct Header {
    /// What stands before a column's value in a row of JSON.
    leads: Vec<Vec<u8>>,
}

impl Header {
    /// The columns that a record names; `None` when it is not UTF-8. One without a name is called by its place,
    /// `column_3`; a name that was there before is followed by how often: `score_2`.
    fn of(record: &Record) -> Option<Self> {
        let mut names: Vec<String> = Vec::new();
        for (place, cell) in record.iter().enumerate() {
            let name = std::str::from_utf8(cell).ok()?.trim();
            let name =
                if name.is_empty() { format!("column_{}", place + 1) } else { name.to_owned() };
            names.push(free(name, &names));
        }
        let lead = |(place, name): (usize, &String)| {
            let mut lead = if place == 0 { b"{".to_vec() } else { b",".to_vec() };
            write_text(name.as_bytes(), &mut lead);
            lead.push(b':');
            lead
        };
        Some(Self { leads: names.iter().enumerate().map(lead).collect() })
    }

    pub(super) fn columns(&self) -> usize {
        self.leads.len()
    }

    /// Writes a record as a line of JSON. False when there is nothing in it.
    pub(super) fn write(&self, record: &Record, line: &mut Vec<u8>) -> bool {
        if record.iter().all(|cell| cell.trim_ascii().is_empty()) {
            return false;
        }
        for (lead, cell) in self.leads.iter().zip(record.iter()) {
            line.extend_from_slice(lead);
            match cell.trim_ascii().is_empty() {
                true => line.extend_from_slice(b"null"),
                false => write_text(cell, line),
            }
        }
        line.extend_from_slice(b"}\n");
        true
    }
}

/// A name that none of these has.
fn free(name: String, taken: &[String]) -> String {
    let numbered = (2..).map(|number: u32| format!("{name}_{number}"));
    let mut offered = std::iter::once(name.clone()).chain(numbered);
    offered.find(|name| !taken.contains(name)).unwrap_or(name)
}

/// Writes a text between quotes. What is not UTF-8 stays so: who reads the text tells.
fn write_text(text: &[u8], into: &mut Vec<u8>) {
    into.push(b'"');
    let mut rest = text;
    while let Some(plain) = rest.iter().position(|byte| matches!(byte, 0..0x20 | b'"' | b'\\')) {
        let (before, from) = rest.split_at(plain);
        into.extend_from_slice(before);
        if let Some((byte, behind)) = from.split_first() {
            write_escaped(*byte, into);
            rest = behind;
        }
    }
    into.extend_from_slice(rest);
    into.push(b'"');
}

fn write_escaped(byte: u8, into: &mut Vec<u8>) {
    match byte {
        b'"' | b'\\' => into.extend([b'\\', byte]),
        b'\n' => into.extend_from_slice(b"\\n"),
        b'\r' => into.extend_from_slice(b"\\r"),
        b'\t' => into.extend_from_slice(b"\\t"),
        other => into.extend_from_slice(format!("\\u{other:04x}").as_bytes()),
    }
}
