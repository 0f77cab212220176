//! The scanner: a place in a text, and the steps it can take.

use super::RawText;
use super::text::quote_or_escape;

/// Why a value could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// The text ends before the value does.
    More,
    /// The text is not JSON.
    Wrong,
}

/// What a step of the scanner gives.
pub type Scan<T> = Result<T, Broken>;

/// A place in a JSON text.
#[derive(Clone, Copy, Debug)]
pub struct Scanner<'t> {
    text: &'t [u8],
    at: usize,
}

impl<'t> Scanner<'t> {
    pub fn new(text: &'t [u8]) -> Self {
        Self { text, at: 0 }
    }

    /// How many bytes have been read.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The text read since another place.
    pub fn since(&self, start: usize) -> &'t [u8] {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// The text not read yet.
    pub fn rest(&self) -> &'t [u8] {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Passes bytes that were looked at in the rest.
    pub fn skip_bytes(&mut self, length: usize) {
        self.at += length;
    }

    /// The next byte that is no white space; it is not passed.
    #[inline(always)]
    pub fn peek(&mut self) -> Scan<u8> {
        match self.text.get(self.at) {
            Some(byte) if *byte > b' ' => Ok(*byte),
            _ => self.peek_behind_space(),
        }
    }

    #[inline(never)]
    fn peek_behind_space(&mut self) -> Scan<u8> {
        loop {
            match self.text.get(self.at) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                Some(byte) => return Ok(*byte),
                None => return Err(Broken::More),
            }
        }
    }

    /// Passes the byte that `peek` showed.
    pub fn pass(&mut self) {
        self.at += 1;
    }

    /// Passes this byte, if it is the next one.
    #[inline(always)]
    pub fn passes(&mut self, byte: u8) -> bool {
        let is_next = self.text.get(self.at) == Some(&byte);
        self.at += usize::from(is_next);
        is_next
    }

    /// Goes to the next item of what ends with `close`: true at an item, false past the end. `first` says that
    /// none has been passed.
    #[inline(always)]
    pub fn next_item(&mut self, close: u8, first: bool) -> Scan<bool> {
        let mut byte = self.peek()?;
        if !first && byte == b',' {
            self.pass();
            byte = self.peek()?;
        } else if !first && byte != close {
            return Err(Broken::Wrong);
        }
        // A comma before the end is a slip that harms nobody.
        let is_end = byte == close;
        self.at += usize::from(is_end);
        Ok(!is_end)
    }

    /// The name of a member, up to its value.
    pub fn name(&mut self) -> Scan<RawText<'t>> {
        let name = self.string()?;
        if self.peek()? != b':' {
            return Err(Broken::Wrong);
        }
        self.pass();
        Ok(name)
    }

    /// A string.
    pub fn string(&mut self) -> Scan<RawText<'t>> {
        if self.peek()? != b'"' {
            return Err(Broken::Wrong);
        }
        let start = self.at + 1;
        let mut at = start;
        let mut is_escaped = false;
        loop {
            at = quote_or_escape(self.text, at).ok_or(Broken::More)?;
            if self.text.get(at) == Some(&b'"') {
                break;
            }
            is_escaped = true;
            at += 2;
        }
        self.at = at + 1;
        let bytes = self.text.get(start..at).ok_or(Broken::More)?;
        Ok(RawText { bytes, is_escaped })
    }

    /// A number of one digit, as most answers are.
    #[inline(always)]
    pub fn digit(&mut self) -> Option<i64> {
        match self.rest() {
            [digit @ b'0'..=b'9', b',' | b'}' | b']', ..] => {
                self.at += 1;
                Some(i64::from(digit - b'0'))
            }
            _ => None,
        }
    }

    /// A number, a truth value or null: the bytes up to what ends it.
    pub fn word(&mut self) -> Scan<&'t [u8]> {
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        let length = rest.iter().position(|byte| ends_word(*byte)).ok_or(Broken::More)?;
        self.at += length;
        match rest.first() {
            Some(b'-' | b'0'..=b'9' | b't' | b'f' | b'n') => Ok(&rest[..length]),
            _ => Err(Broken::Wrong),
        }
    }

    /// Passes a value, whatever it is.
    pub fn skip(&mut self) -> Scan<()> {
        match self.peek()? {
            b'"' => self.string().map(drop),
            b'{' | b'[' => self.skip_nested(),
            _ => self.word().map(drop),
        }
    }

    fn skip_nested(&mut self) -> Scan<()> {
        let mut depth = 0_usize;
        loop {
            match self.text.get(self.at).ok_or(Broken::More)? {
                b'"' => {
                    self.string()?;
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return Ok(());
            }
        }
    }
}

fn ends_word(byte: u8) -> bool {
    matches!(byte, b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t' | b':' | b'"' | b'{' | b'[')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    fn extent(text: &str) -> Scan<usize> {
        let mut scanner = Scanner::new(text.as_bytes());
        scanner.skip().map(|()| scanner.at())
    }

    #[test]
    fn a_value_is_passed_with_all_that_is_in_it() {
        for value in [r#"{"a": [1, {"b]": "}"}], "c": null}"#, r#""\"x\\""#, "[]", r#""客户""#] {
            assert_eq!(extent(&format!(" {value} ,7")), Ok(value.len() + 1), "{value}");
        }
        assert_eq!(extent("-12.5e3]"), Ok(7));
    }

    #[test]
    fn what_may_go_on_asks_for_more_and_what_is_no_json_is_wrong() {
        for unfinished in ["", " ", "12", "tru", "\"a", "\"a\\", "\"a\\\"", "[1", "{\"a\": \"}"] {
            assert_eq!(extent(unfinished), Err(Broken::More), "{unfinished}");
        }
        for wrong in ["<html>", "}", ", ", "+1 ", ":"] {
            assert!(extent(wrong).is_err(), "{wrong}");
        }
        assert_eq!(extent("<p> "), Err(Broken::Wrong));
    }

    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::vec((any::<String>(), inner), 0..5)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn the_extent_of_any_value_is_its_length(value in json()) {
            let text = value.to_string();
            prop_assert_eq!(extent(&format!("{text},")), Ok(text.len()));
            for (cut, _) in text.char_indices() {
                prop_assert_eq!(extent(&text[..cut]), Err(Broken::More), "{}", &text[..cut]);
            }
        }
    }
}
