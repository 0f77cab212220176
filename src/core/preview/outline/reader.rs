//! The values of one text, one after the other, as far as they are there.

use super::{OutlineNode, Place, ValueKind};
use crate::core::mapping::{Broken, Scan, Scanner};
use crate::core::preview::{Shown, json_path};
use serde::de::IgnoredAny;

/// Of an array so many elements are opened.
const ELEMENTS: usize = 3;
/// Of a row that is an array of plain values so many are opened: each may be a field.
const PLACES: usize = 40;
/// Of an object so many members are opened.
const MEMBERS: usize = 100;
/// Nothing is opened below this depth.
const DEPTH: usize = 32;
/// No more values than these.
const NODES: usize = 800;
/// A text is looked at so far, in bytes, to show its beginning: enough for what is shown, all of it escaped.
const LOOKED_AT: usize = 4096;
/// An escape of two units is as long.
const LONGEST_ESCAPE: usize = 12;
/// A text longer than this is not asked whether it is JSON itself, in bytes.
const INNER_JSON: usize = 64 * 1024;

pub(super) struct OutlineReader<'t> {
    scanner: Scanner<'t>,
    nodes: Vec<OutlineNode>,
}

impl<'t> OutlineReader<'t> {
    pub(super) fn new(text: &'t [u8]) -> Self {
        Self { scanner: Scanner::new(text), nodes: Vec::new() }
    }

    pub(super) fn nodes(&self) -> &[OutlineNode] {
        &self.nodes
    }

    pub(super) fn into_nodes(self) -> Vec<OutlineNode> {
        self.nodes
    }

    pub(super) fn rest(&self) -> &'t [u8] {
        self.scanner.rest()
    }

    /// Reads the value the text begins with.
    ///
    /// # Errors
    /// When it is not all there, or not JSON; what has been read is among the nodes.
    pub(super) fn top(&mut self, number: usize, is_whole: bool) -> Scan<()> {
        let read = self.value(0, Place::Top(number), "$".to_owned());
        // A number alone has nothing behind it that would end it.
        match (read, self.nodes.as_mut_slice()) {
            (Err(Broken::More), [only]) if is_whole && is_whole_word(only) => {
                only.is_cut = false;
                self.scanner.skip_bytes(self.scanner.rest().len());
                Ok(())
            }
            (read, _) => read,
        }
    }

    fn value(&mut self, depth: usize, place: Place, path: String) -> Scan<()> {
        let kind = kind(self.scanner.peek()?)?;
        let at = self.nodes.len();
        self.nodes.push(OutlineNode {
            depth,
            place,
            path,
            kind,
            value: Shown::default(),
            count: 0,
            more: 0,
            is_cut: false,
            is_json: false,
        });
        let read = match kind {
            ValueKind::Object | ValueKind::Array => self.items(at),
            ValueKind::Text => self.text(at),
            _ => self.word(at),
        };
        match read {
            // What is no value is not shown as one.
            Err(Broken::Wrong) if !is_composite(kind) => self.nodes.truncate(at),
            Err(_) => self.nodes[at].is_cut = true,
            Ok(()) => {}
        }
        read
    }

    fn items(&mut self, at: usize) -> Scan<()> {
        self.scanner.pass();
        let (is_object, mut count) = (self.nodes[at].kind == ValueKind::Object, 0);
        let close = if is_object { b'}' } else { b']' };
        while self.scanner.next_item(close, count == 0)? {
            let name = if is_object { Some(self.name()?) } else { None };
            self.scanner.peek()?;
            count += 1;
            self.nodes[at].count = count;
            match self.opens(at, count) {
                true => self.item(at, count - 1, name)?,
                false => {
                    self.nodes[at].more += 1;
                    self.scanner.skip()?;
                }
            }
        }
        Ok(())
    }

    fn opens(&self, at: usize, count: usize) -> bool {
        let OutlineNode { kind, depth, more, .. } = self.nodes[at];
        let most = match kind {
            ValueKind::Object => MEMBERS,
            _ if count > ELEMENTS && self.is_row(at) => PLACES,
            _ => ELEMENTS,
        };
        more == 0 && count <= most && depth < DEPTH && self.nodes.len() < NODES
    }

    /// True for an element of a list that holds plain values alone, as far as it has been read.
    fn is_row(&self, at: usize) -> bool {
        let opened = self.nodes.get(at + 1..).unwrap_or_default();
        matches!(self.nodes[at].place, Place::Element(_) | Place::Top(1..))
            && opened.iter().all(|node| !is_composite(node.kind))
    }

    fn item(&mut self, at: usize, index: usize, name: Option<String>) -> Scan<()> {
        let OutlineNode { depth, path, .. } = &self.nodes[at];
        let (path, place) = match name {
            Some(name) => (json_path::member(path, &name), Place::Member(name)),
            None => (json_path::element(path, index), Place::Element(index)),
        };
        self.value(depth + 1, place, path)
    }

    fn name(&mut self) -> Scan<String> {
        let mut name = String::new();
        // A name with an escape that is none of JSON's can be looked at by nobody.
        let is_text = self.scanner.name()?.append_to(&mut name);
        if is_text { Ok(name) } else { Err(Broken::Wrong) }
    }

    fn text(&mut self, at: usize) -> Scan<()> {
        let start = self.scanner.at();
        let read = self.scanner.string().map(drop);
        let written = match read {
            Ok(()) => self.scanner.since(start),
            Err(_) => self.scanner.rest(),
        };
        let node = &mut self.nodes[at];
        node.value = shown_text(written);
        node.is_json = read.is_ok() && is_json(written);
        read
    }

    fn word(&mut self, at: usize) -> Scan<()> {
        let read = self.scanner.word();
        let word = read.unwrap_or(self.scanner.rest());
        let is_one = match read {
            Ok(_) => serde_json::from_slice::<IgnoredAny>(word).is_ok(),
            Err(_) => may_become_a_word(word),
        };
        self.nodes[at].value = Shown::of(&String::from_utf8_lossy(word));
        if is_one { read.map(drop) } else { Err(Broken::Wrong) }
    }
}

fn kind(byte: u8) -> Scan<ValueKind> {
    Ok(match byte {
        b'{' => ValueKind::Object,
        b'[' => ValueKind::Array,
        b'"' => ValueKind::Text,
        b't' | b'f' => ValueKind::Truth,
        b'n' => ValueKind::Null,
        b'-' | b'0'..=b'9' => ValueKind::Number,
        _ => return Err(Broken::Wrong),
    })
}

fn is_composite(kind: ValueKind) -> bool {
    matches!(kind, ValueKind::Object | ValueKind::Array)
}

fn may_become_a_word(beginning: &[u8]) -> bool {
    let is_numeric = |byte: &u8| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-');
    let words: [&[u8]; 3] = [b"true", b"false", b"null"];
    words.iter().any(|word| word.starts_with(beginning)) || beginning.iter().all(is_numeric)
}

fn is_whole_word(node: &OutlineNode) -> bool {
    !is_composite(node.kind)
        && node.kind != ValueKind::Text
        && serde_json::from_str::<IgnoredAny>(&node.value.text).is_ok()
}

/// The beginning of a text that is written between quotes, or after one if the rest of it is not there.
fn shown_text(written: &[u8]) -> Shown {
    let inner = written.strip_prefix(b"\"").unwrap_or(written);
    let (inner, goes_on) = match inner.split_at_checked(LOOKED_AT) {
        Some((beginning, _)) => (beginning, true),
        None => (inner.strip_suffix(b"\"").unwrap_or(inner), false),
    };
    let shown = Shown::of(&unescaped(inner));
    Shown { goes_on: shown.goes_on || goes_on, ..shown }
}

/// What a piece of a text says. It may end inside a character or an escape, which is left out.
fn unescaped(inner: &[u8]) -> String {
    let shortest = inner.len().saturating_sub(LONGEST_ESCAPE);
    let read = |end: usize| {
        let quoted = [b"\"", inner.get(..end)?, b"\""].concat();
        serde_json::from_slice::<String>(&quoted).ok()
    };
    let found = (shortest..=inner.len()).rev().find_map(read);
    found.unwrap_or_else(|| String::from_utf8_lossy(inner).into_owned())
}

fn is_json(written: &[u8]) -> bool {
    let begins = |text: &str| text.trim_start().starts_with(['{', '[']);
    let is_short = written.len() <= INNER_JSON;
    let text = is_short.then(|| serde_json::from_slice::<String>(written).ok()).flatten();
    text.is_some_and(|text| begins(&text) && serde_json::from_str::<IgnoredAny>(&text).is_ok())
}
