//! What a customer wrote, word for word.

use std::borrow::Cow;

/// A text as it is written in a row. Most are replaced by newer ones before anybody reads them, so what is escaped is
/// made plain only when it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verbatim<'row> {
    written: &'row str,
    is_escaped: bool,
}

impl<'row> Verbatim<'row> {
    /// A text that stands as it is written.
    pub fn plain(written: &'row str) -> Self {
        Self { written, is_escaped: false }
    }

    /// The inside of a JSON string with escapes in it.
    pub fn escaped(written: &'row str) -> Self {
        Self { written, is_escaped: true }
    }

    /// As it is written.
    pub fn written(self) -> &'row str {
        self.written
    }

    /// True when it is written with JSON's escapes.
    pub fn is_escaped(self) -> bool {
        self.is_escaped
    }

    /// The text itself, trimmed; empty when its escapes are none of JSON's.
    ///
    /// # Example
    /// ```
    /// use heartline::core::model::Verbatim;
    /// assert_eq!(Verbatim::escaped(r"slow \u2013 and cold\n").text(), "slow – and cold");
    /// assert_eq!(Verbatim::plain(" kind ").text(), "kind");
    /// ```
    pub fn text(self) -> Cow<'row, str> {
        if !self.is_escaped {
            return self.written.trim().into();
        }
        let quoted = format!("\"{}\"", self.written);
        let text: String = serde_json::from_str(&quoted).unwrap_or_default();
        text.trim().to_owned().into()
    }
}
