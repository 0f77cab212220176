//! A row as it came, laid out to be read.

use crate::core::preview::Shown;

/// So much of a row is shown, in characters.
const SHOWN_CHARS: usize = 2000;
/// So much of it is looked at, in bytes: enough for as many characters.
const LOOKED_AT: usize = 4 * SHOWN_CHARS;
const INDENT: &str = "  ";

/// A row's JSON with a line for each value, members in their own order.
pub(super) fn laid_out(row: &[u8]) -> Shown {
    let seen = row.get(..LOOKED_AT).unwrap_or(row);
    let text = String::from_utf8_lossy(seen);
    let shown = Shown::up_to(&Layout::default().lay_out(&text), SHOWN_CHARS);
    Shown { goes_on: shown.goes_on || seen.len() < row.len(), ..shown }
}

#[derive(Default)]
struct Layout {
    out: String,
    depth: usize,
    in_text: bool,
    is_escaped: bool,
    /// True right after a bracket that opens: an empty value stays on its line.
    is_open: bool,
}

impl Layout {
    fn lay_out(mut self, text: &str) -> String {
        text.chars().for_each(|c| self.take(c));
        self.out
    }

    fn take(&mut self, c: char) {
        if self.in_text {
            return self.take_in_text(c);
        }
        match c {
            _ if c.is_ascii_whitespace() => {}
            '}' | ']' => self.close(c),
            _ => self.put(c),
        }
    }

    fn take_in_text(&mut self, c: char) {
        self.in_text = c != '"' || self.is_escaped;
        self.is_escaped = c == '\\' && !self.is_escaped;
        self.out.push(c);
    }

    fn close(&mut self, c: char) {
        self.depth = self.depth.saturating_sub(1);
        if !std::mem::take(&mut self.is_open) {
            self.begin_line();
        }
        self.out.push(c);
    }

    fn put(&mut self, c: char) {
        if std::mem::take(&mut self.is_open) {
            self.begin_line();
        }
        self.out.push(c);
        match c {
            '"' => self.in_text = true,
            '{' | '[' => {
                self.depth += 1;
                self.is_open = true;
            }
            ',' => self.begin_line(),
            ':' => self.out.push(' '),
            _ => {}
        }
    }

    fn begin_line(&mut self) {
        self.out.push('\n');
        // What is nested beyond all bounds is not indented beyond them.
        self.out.push_str(&INDENT.repeat(self.depth.min(40)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    #[test]
    fn a_row_is_laid_out_in_its_own_order() {
        let row = br#"{"z":[1,{}],"a":"x, \"{y","n":[]}"#;
        let text = "{\n  \"z\": [\n    1,\n    {}\n  ],\n  \"a\": \"x, \\\"{y\",\n  \"n\": []\n}";
        assert_eq!(laid_out(row), Shown { text: text.to_owned(), goes_on: false });
    }

    #[test]
    fn a_long_row_goes_on() {
        let row = json!({"note": "客".repeat(9000)}).to_string();
        let shown = laid_out(row.as_bytes());
        assert!(shown.goes_on && shown.text.chars().count() == SHOWN_CHARS);
    }

    proptest! {
        #[test]
        fn it_says_what_the_row_says(names in prop::collection::vec(".{0,9}", 0..5), number: i64) {
            let row: Value = names.into_iter().map(|name| (name.clone(), json!([name, {"n": number}]))).collect();
            let shown = laid_out(row.to_string().as_bytes());
            prop_assert_eq!(serde_json::from_str::<Value>(&shown.text).ok(), Some(row));
        }
    }
}
