//! The way down a body to what holds its rows, as far as the text has arrived.

use super::scan::{Broken, Scan, Scanner};
use crate::core::connection::{Container, Step};

/// How many names of members are kept to tell what was found instead.
const NAMES: usize = 12;

/// How far a walk has come.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Progress {
    /// The rows begin after the consumed text.
    Arrived,
    /// The way goes on in text that has not arrived.
    More,
    /// The body is JSON, but the way is not in it.
    NoSuchWay,
    /// The body is not JSON.
    Wrong,
}

impl From<Broken> for Progress {
    fn from(broken: Broken) -> Self {
        match broken {
            Broken::More => Self::More,
            Broken::Wrong => Self::Wrong,
        }
    }
}

/// A resumable walk along plain steps.
#[derive(Clone, Debug)]
pub(super) struct Walk {
    steps: Vec<Step>,
    container: Container,
    depth: usize,
    /// True once the opening bracket at this depth has been passed.
    inside: bool,
    /// Elements passed at this depth.
    passed: usize,
    names: Vec<String>,
}

impl Walk {
    pub(super) fn new(steps: Vec<Step>, container: Container) -> Self {
        Self { steps, container, depth: 0, inside: false, passed: 0, names: Vec::new() }
    }

    /// The names of the members that were found where the way broke off.
    pub(super) fn found(self) -> Vec<String> {
        self.names
    }

    /// Walks on through `text`; says how much of it was consumed.
    pub(super) fn advance(&mut self, text: &[u8]) -> (usize, Progress) {
        let mut at = 0;
        loop {
            let mut scanner = Scanner::new(text.get(at..).unwrap_or_default());
            let Ok(byte) = scanner.peek() else { return (at + scanner.at(), Progress::More) };
            at += scanner.at();
            let step = if self.inside {
                self.pass(text.get(at..).unwrap_or_default())
            } else {
                self.enter(byte)
            };
            match step {
                Ok(consumed) => at += consumed,
                Err(end) => return (at + usize::from(end == Progress::Arrived), end),
            }
        }
    }

    /// At a value: goes inside it.
    fn enter(&mut self, byte: u8) -> Result<usize, Progress> {
        let wanted = match self.steps.get(self.depth) {
            Some(Step::Key(_)) => Some('{'),
            Some(Step::Index(_)) => Some('['),
            None => self.container.brackets().map(|(open, _)| open),
        };
        if Some(char::from(byte)) != wanted {
            return Err(Self::lost(byte));
        }
        if self.depth == self.steps.len() {
            return Err(Progress::Arrived);
        }
        (self.inside, self.passed) = (true, 0);
        self.names.clear();
        Ok(1)
    }

    /// Inside a value: passes one member or element, or goes down the one that is on the way.
    fn pass(&mut self, text: &[u8]) -> Result<usize, Progress> {
        match text.first() {
            Some(b',') => return Ok(1),
            Some(b'}' | b']') => return Err(Progress::NoSuchWay),
            _ => {}
        }
        let mut scanner = Scanner::new(text);
        if self.look(&mut scanner)? {
            self.depth += 1;
            self.inside = false;
            // An element begins right here: it is entered at once, for no text lies before it.
            return if scanner.at() > 0 { Ok(scanner.at()) } else { self.enter(text[0]) };
        }
        scanner.skip()?;
        self.passed += 1;
        Ok(scanner.at())
    }

    /// Whether the next member or element is on the way; passes its name.
    fn look(&mut self, scanner: &mut Scanner) -> Scan<bool> {
        let key = match self.steps.get(self.depth) {
            Some(Step::Key(key)) => key,
            Some(Step::Index(index)) => return Ok(self.passed == *index),
            None => return Err(Broken::Wrong),
        };
        let mut name = String::new();
        if !scanner.name()?.append_to(&mut name) {
            return Err(Broken::Wrong);
        }
        let on_the_way = name == *key;
        // An unfinished member is looked at again when more text is there.
        let is_new = self.names.last() != Some(&name) && self.names.len() < NAMES;
        self.names.extend(is_new.then_some(name));
        Ok(on_the_way)
    }

    fn lost(byte: u8) -> Progress {
        let is_json = matches!(byte, b'{' | b'[' | b'"' | b'n' | b't' | b'f' | b'-' | b'0'..=b'9');
        if is_json { Progress::NoSuchWay } else { Progress::Wrong }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::RowsPath;

    /// Walks through the text in pieces of `size` bytes; the rest of the text, or how it ended.
    fn walk(path: &str, text: &str, size: usize) -> Result<String, Progress> {
        let rows = RowsPath::parse(path).expect("a JSONPath");
        let mut walk = Walk::new(rows.steps().to_vec(), rows.container().expect("a container"));
        let (mut arrived, mut at) = (0, 0);
        while arrived < text.len() {
            arrived = (arrived + size).min(text.len());
            let (consumed, progress) = walk.advance(&text.as_bytes()[at..arrived]);
            at += consumed;
            match progress {
                Progress::Arrived => return Ok(text[at..].to_owned()),
                Progress::More => {}
                end => return Err(end),
            }
        }
        Err(Progress::More)
    }

    #[test]
    fn finds_the_way_whatever_the_pieces() {
        let text = r#" {"meta": {"n": [1, {"data": 2}], "s": "]}\""}, "pages" : [ [0], {"da\u0074a": [ 7 ]} ]}"#;
        for size in 1..text.len() {
            assert_eq!(walk("$.pages[1].data[*]", text, size).as_deref(), Ok(" 7 ]} ]}"), "{size}");
        }
        assert_eq!(walk("$[*]", "[1]", 1).as_deref(), Ok("1]"));
        assert_eq!(walk("$.*", "{\"a\":1}", 2).as_deref(), Ok("\"a\":1}"));
    }

    #[test]
    fn says_how_the_way_broke_off() {
        assert_eq!(walk("$.data[*]", r#"{"error": "no"}"#, 4), Err(Progress::NoSuchWay));
        assert_eq!(walk("$.data[*]", r#"{"data": null}"#, 4), Err(Progress::NoSuchWay));
        assert_eq!(walk("$[*]", "<!doctype html>", 99), Err(Progress::Wrong));
        assert_eq!(walk("$.data[*]", r#"{"data""#, 3), Err(Progress::More));
    }
}
