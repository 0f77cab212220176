//! The piece of an answer that was fetched to be looked at.

use crate::core::mapping::Scanner;
use serde_json::Value;
use std::borrow::Cow;

/// Some servers begin a body with it; it is no part of the JSON.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The beginning of an answer, or all of it.
#[derive(Clone, Copy, Debug)]
pub struct Sample<'b> {
    bytes: &'b [u8],
    is_whole: bool,
}

impl<'b> Sample<'b> {
    /// All of an answer.
    pub fn whole(bytes: &'b [u8]) -> Self {
        Self { bytes, is_whole: true }
    }

    /// An answer that was cut off after these bytes, wherever that is.
    pub fn cut_off(bytes: &'b [u8]) -> Self {
        Self { bytes, is_whole: false }
    }

    /// The bytes as they came.
    pub fn bytes(self) -> &'b [u8] {
        self.bytes
    }

    /// True when it is all of the answer.
    pub fn is_whole(self) -> bool {
        self.is_whole
    }

    /// What there is to read: without a byte order mark, and white space around it.
    pub(super) fn text(self) -> &'b [u8] {
        let bytes = self.bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(self.bytes);
        bytes.trim_ascii_start()
    }

    /// The answer as one value. Of one that was cut off what is there, with everything that was open closed: the last
    /// of each list may lack something. `None` when no JSON value can be made of it.
    pub(super) fn value(self) -> Option<Value> {
        serde_json::from_slice(&self.closed()).ok()
    }

    /// The text with all that was left open closed.
    pub(super) fn closed(self) -> Cow<'b, [u8]> {
        let text = self.text();
        match self.is_whole {
            true => text.into(),
            false => closed(text),
        }
    }
}

/// A text up to its last value that is whole, and what closes all that is open there.
fn closed(text: &[u8]) -> Cow<'_, [u8]> {
    let mut scanner = Scanner::new(text);
    let mut open = Vec::new();
    let mut end = 0;
    while let Some(is_end) = pass_token(&mut scanner, &mut open) {
        if is_end {
            end = scanner.at();
        }
    }
    let text = text.get(..end).unwrap_or_default();
    if open.is_empty() {
        return text.into();
    }
    text.iter().copied().chain(open.into_iter().rev()).collect::<Vec<u8>>().into()
}

/// Passes one token. Says whether the text may be closed after it; `None` when it is not all there.
fn pass_token(scanner: &mut Scanner, open: &mut Vec<u8>) -> Option<bool> {
    let byte = scanner.peek().ok()?;
    match byte {
        b'{' | b'[' => open.push(if byte == b'{' { b'}' } else { b']' }),
        b'}' | b']' => drop(open.pop_if(|closer| *closer == byte)?),
        b',' | b':' => {}
        b'"' => {
            scanner.string().ok()?;
            // A name is nothing without its value.
            return Some(scanner.peek() != Ok(b':') && is_at_value(scanner));
        }
        _ => return scanner.word().ok().map(|_| true),
    }
    scanner.pass();
    Some(!matches!(byte, b',' | b':'))
}

/// A text with nothing behind it may be a name whose value has not arrived.
fn is_at_value(scanner: &Scanner) -> bool {
    !scanner.rest().trim_ascii_start().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn value(text: &str) -> Option<Value> {
        Sample::cut_off(text.as_bytes()).value()
    }

    #[test]
    fn what_was_left_open_is_closed() {
        assert_eq!(
            value(r#"{"a": [{"b": 1}, {"b": 2, "c"#),
            Some(json!({"a": [{"b": 1}, {"b": 2}]}))
        );
        assert_eq!(value(r#"[{"b": "x", "c": "half"#), Some(json!([{"b": "x"}])));
        assert_eq!(value(r#"[1, 23"#), Some(json!([1])));
        assert_eq!(value(r#"{"a": "]}", "b": {"#), Some(json!({"a": "]}", "b": {}})));
        assert_eq!(value("{\"a\": 1}\n"), Some(json!({"a": 1})));
        assert_eq!(value("<html>"), None);
        assert_eq!(value("[1}"), Some(json!([1])));
    }

    #[test]
    fn every_prefix_of_a_composite_is_a_value() {
        let text = r#"{"data": [{"id": 1, "q": {"a": [true, null, "x\"y", -1.5e3]}}, {"客": "户"}], "next": null}"#;
        for cut in 1..text.len() {
            let sample = Sample::cut_off(&text.as_bytes()[..cut]);
            assert!(
                sample.value().is_some(),
                "{cut}: {}",
                String::from_utf8_lossy(&sample.closed())
            );
        }
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_it() {
        let text = "\u{feff} [1]".as_bytes();
        assert_eq!(Sample::whole(text).value(), Some(json!([1])));
        assert_eq!(Sample::whole(text).text(), b"[1]");
    }
}
