//! The rows of a body, from where the first one begins.

use super::row_sink::RowSink;
use super::scan::{Broken, Scanner};
use crate::core::connection::Container;

/// How many bytes of a lost line are quoted.
const QUOTED: usize = 200;

/// What the text at hand begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// A row and what stood before it, so many bytes; it has been handed on.
    Row(usize),
    /// So many bytes that are no row.
    Between(usize),
    /// The rows end before this many bytes.
    End(usize),
    /// It goes on in text that has not arrived.
    More,
    /// It is not JSON, and where the next row begins nobody can say.
    Wrong,
}

/// What holds the rows, and how they follow each other there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows {
    container: Container,
}

impl Rows {
    pub(super) fn new(container: Container) -> Self {
        Self { container }
    }

    /// True when the body may end with this text left over: lines need nothing to close them.
    pub(super) fn may_end(self, rest: &[u8]) -> bool {
        self.container == Container::Lines && rest.iter().all(|byte| is_space(*byte))
    }

    /// Hands on the next row, which has this number, and may be the first of its body.
    pub(super) fn next(
        self,
        text: &[u8],
        ended: bool,
        is_first: bool,
        number: u64,
        sink: &mut dyn RowSink,
    ) -> Next {
        match self.container {
            Container::Lines => line(text, ended, is_first, number, sink),
            container => {
                item(container, text, number, sink).unwrap_or_else(|broken| match broken {
                    Broken::More => Next::More,
                    Broken::Wrong => Next::Wrong,
                })
            }
        }
    }
}

/// The next element of an array or member of an object.
fn item(
    container: Container,
    text: &[u8],
    number: u64,
    sink: &mut dyn RowSink,
) -> Result<Next, Broken> {
    let mut scanner = Scanner::new(text);
    match scanner.peek()? {
        b',' => return Ok(Next::Between(scanner.at() + 1)),
        b']' | b'}' => return Ok(Next::End(scanner.at())),
        _ => {}
    }
    if container == Container::Object {
        scanner.name()?;
        scanner.peek()?;
    }
    let start = scanner.at();
    let length = sink.row(number, text.get(start..).unwrap_or_default())?;
    Ok(Next::Row(start + length))
}

/// The next value of a line. A line that is no JSON is lost alone: the next one begins after it.
fn line(text: &[u8], ended: bool, is_first: bool, number: u64, sink: &mut dyn RowSink) -> Next {
    let blank = text.iter().take_while(|byte| is_space(**byte)).count();
    if blank > 0 {
        return Next::Between(blank);
    }
    match text.iter().position(|byte| *byte == b'\n') {
        Some(end) => match sink.row(number, text.get(..=end).unwrap_or_default()) {
            Ok(length) => Next::Row(length),
            Err(_) if is_first => Next::Wrong,
            Err(_) => lose(text.get(..end).unwrap_or_default(), number, sink),
        },
        None if ended && !text.is_empty() => last_line(text, is_first, number, sink),
        None => Next::More,
    }
}

/// Some bodies end without a line feed; a row that ends in the middle has been cut off.
fn last_line(text: &[u8], is_first: bool, number: u64, sink: &mut dyn RowSink) -> Next {
    match sink.row(number, &[text, b"\n"].concat()) {
        Ok(length) => Next::Row(length),
        Err(Broken::More) => Next::More,
        Err(Broken::Wrong) if is_first => Next::Wrong,
        Err(Broken::Wrong) => lose(text, number, sink),
    }
}

fn lose(line: &[u8], number: u64, sink: &mut dyn RowSink) -> Next {
    let beginning = line.get(..QUOTED).unwrap_or(line);
    sink.unreadable(number, &String::from_utf8_lossy(beginning));
    Next::Row(line.len())
}

/// White space, and the byte that begins a record of RFC 7464.
fn is_space(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == 0x1e
}
