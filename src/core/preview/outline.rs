//! An answer as a tree, flattened so that a list can show it.

use super::{Sample, Shown};
use crate::core::mapping::{Broken, beginning};
use reader::OutlineReader;
use serde::{Deserialize, Serialize};

mod reader;
mod table;
#[cfg(test)]
mod tests;

/// Of a body of lines so many are opened.
const LINES_OPENED: usize = 3;

/// What a body is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// Nothing.
    Empty,
    /// One JSON value.
    Json,
    /// A JSON value a line, and how many lines there are.
    JsonLines(usize),
    /// A table: lines of values, the names of the columns in the first, and how many lines follow that.
    Csv(usize),
    /// A table in some other encoding than UTF-8.
    NotUtf8,
    /// Something else, a page of HTML for one, and how it begins.
    NotJson(String),
}

/// How a body ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ending {
    /// With its last value.
    Whole,
    /// In the middle of a value.
    CutOff,
    /// With something that is not JSON, which begins so.
    Broken(String),
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ValueKind {
    /// An object.
    Object,
    /// An array.
    Array,
    /// A text.
    Text,
    /// A number.
    Number,
    /// True or false.
    Truth,
    /// Null.
    Null,
}

/// Where a value stands in the one that holds it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Place {
    /// In none: it is the body, or the line of this number, from 0.
    Top(usize),
    /// It is the member of this name.
    Member(String),
    /// It is the element of this number, from 0.
    Element(usize),
}

/// One value of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlineNode {
    /// How many values hold it.
    pub depth: usize,
    /// Where it stands in the one that holds it.
    pub place: Place,
    /// The JSONPath to it (RFC 9535), from the body or from its line.
    pub path: String,
    /// What it is.
    pub kind: ValueKind,
    /// The value as it is shown: of a text without quotes, nothing for objects and arrays.
    pub value: Shown,
    /// Members or elements, as far as they are there.
    pub count: usize,
    /// How many of them, the last ones, are not in the outline: "and so many more".
    pub more: usize,
    /// True when the text of the body breaks off inside of it.
    pub is_cut: bool,
    /// True for a text that is itself JSON.
    pub is_json: bool,
}

/// An answer as a tree, each value before what is in it. It is bounded: of an array only the first elements are
/// opened, and nothing after some hundreds of values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// What the body is.
    pub form: Form,
    /// How it ends.
    pub ending: Ending,
    /// Its values.
    pub nodes: Vec<OutlineNode>,
}

impl Outline {
    /// The outline of an answer, or of the piece of it that is there. What looks like CSV is taken for that.
    ///
    /// # Example
    /// ```
    /// use heartline::core::preview::{Ending, Outline, Sample};
    ///
    /// let outline = Outline::of(Sample::cut_off(br#"{"data": [{"odd name": 7}, {"odd na"#));
    /// let paths: Vec<&str> = outline.nodes.iter().map(|node| node.path.as_str()).collect();
    /// assert_eq!(paths, ["$", "$.data", "$.data[0]", "$.data[0]['odd name']", "$.data[1]"]);
    /// assert_eq!(outline.ending, Ending::CutOff);
    /// ```
    pub fn of(sample: Sample) -> Self {
        let text = without_separators(sample.text());
        if text.is_empty() {
            return Self { form: Form::Empty, ending: Ending::Whole, nodes: Vec::new() };
        }
        let mut reader = OutlineReader::new(text);
        let read = reader.top(0, sample.is_whole());
        let nodes = reader.nodes();
        let is_composite = text.starts_with(b"{") || text.starts_with(b"[");
        let rest = without_separators(reader.rest());
        let ending = match read {
            _ if nodes.is_empty() => return Self::no_json(text, sample),
            Err(Broken::Wrong) if !is_composite => return Self::no_json(text, sample),
            Err(Broken::More) => Ending::CutOff,
            Err(Broken::Wrong) => Ending::Broken(beginning(rest)),
            Ok(()) if rest.is_empty() => Ending::Whole,
            Ok(()) if !is_composite => return Self::no_json(text, sample),
            Ok(()) if follows_on_a_line(text, rest) => return Self::of_lines(text, sample),
            Ok(()) => Ending::Broken(beginning(rest)),
        };
        Self { form: Form::Json, ending, nodes: reader.into_nodes() }
    }

    /// What is no JSON may be a table.
    fn no_json(text: &[u8], sample: Sample) -> Self {
        let form = Form::NotJson(beginning(text));
        let none = || Self { form, ending: Ending::Whole, nodes: Vec::new() };
        table::found(sample).unwrap_or_else(none)
    }

    fn of_lines(text: &[u8], sample: Sample) -> Self {
        let lines = text.split(|byte| *byte == b'\n').map(without_separators);
        let lines: Vec<&[u8]> = lines.filter(|line| !line.is_empty()).collect();
        let mut outline =
            Self { form: Form::JsonLines(lines.len()), ending: Ending::Whole, nodes: Vec::new() };
        for (number, line) in lines.iter().enumerate() {
            let is_last = number + 1 == lines.len();
            if number >= LINES_OPENED && !is_last {
                continue;
            }
            let mut reader = OutlineReader::new(line);
            let read = reader.top(number, sample.is_whole() || !is_last);
            if number < LINES_OPENED {
                outline.nodes.extend(reader.into_nodes());
            }
            if is_last && read == Err(Broken::More) {
                outline.ending = Ending::CutOff;
            }
        }
        outline
    }
}

/// True when what comes after the first value is the next line's: the value has one line for itself.
fn follows_on_a_line(text: &[u8], rest: &[u8]) -> bool {
    let first = text.get(..text.len() - rest.len()).unwrap_or_default();
    let first = first.strip_suffix(b"\x1e").unwrap_or(first);
    let is_next = rest.starts_with(b"{") || rest.starts_with(b"[");
    is_next && first.ends_with(b"\n") && !first.trim_ascii_end().contains(&b'\n')
}

/// A text without white space around it, nor the byte that begins a record of RFC 7464.
fn without_separators(text: &[u8]) -> &[u8] {
    let text = text.trim_ascii();
    text.strip_prefix(b"\x1e").map_or(text, <[u8]>::trim_ascii_start)
}
