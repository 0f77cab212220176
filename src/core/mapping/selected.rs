//! The selected values of one row, as they are read.

#[cfg(test)]
use super::Reason;
use super::Scalar;
use super::captured::{Captured, Slot};
use crate::core::model::Verbatim;

/// One row that has been read: its selected values, many of which lie in its text.
#[derive(Clone, Copy)]
pub(in crate::core) struct Selected<'r> {
    captured: &'r Captured,
    text: &'r str,
}

impl<'r> Selected<'r> {
    /// The values of a row that has been settled, which gave this text.
    pub(in crate::core) fn new(captured: &'r Captured, text: &'r str) -> Self {
        Self { captured, text }
    }

    /// The values of a row in which no text is wanted as it is written.
    ///
    /// # Errors
    /// Why the row is none.
    #[cfg(test)]
    pub(super) fn of(captured: &'r mut Captured, row: &'r [u8]) -> Result<Self, Reason> {
        let text = captured.settle(row, None)?;
        Ok(Self::new(captured, text))
    }

    /// The value of the plan's selector at this place; absent when the row has none, or null.
    pub(in crate::core) fn get(self, place: usize) -> Option<Scalar<'r>> {
        Some(match self.captured.slot(place) {
            Slot::Absent | Slot::Escaped(_) => return None,
            Slot::Number(number) => Scalar::Number(number),
            Slot::Whole(number) => Scalar::Whole(number),
            Slot::Bool(truth) => Scalar::Bool(truth),
            Slot::Written(span) => Scalar::Text(span.of(self.text)),
            Slot::Text(span) => Scalar::Text(span.of(self.captured.buffer())),
            Slot::Composite(place) => Scalar::Composite(self.captured.composite(place)?),
        })
    }

    /// A text as it stands in the row, trimmed; `None` for other values and for blank text.
    #[inline]
    pub(super) fn text(self, place: usize) -> Option<&'r str> {
        let text = match self.captured.slot(place) {
            Slot::Written(span) => span.of(self.text),
            Slot::Text(span) => span.of(self.captured.buffer()),
            _ => return None,
        };
        // To trim takes its time, and most texts need none.
        let is_bare = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
        let bytes = text.as_bytes();
        if is_bare(bytes.first()) && is_bare(bytes.last()) {
            return Some(text);
        }
        Some(text.trim()).filter(|text| !text.is_empty())
    }

    /// A text as its author wrote it, escapes and all; `None` for other values and for blank text.
    pub(super) fn verbatim(self, place: usize) -> Option<Verbatim<'r>> {
        match self.captured.slot(place) {
            Slot::Escaped(span) => Some(Verbatim::escaped(span.of(self.text))),
            _ => self.text(place).map(Verbatim::plain),
        }
    }

    /// True when the row has a value of the plan's selector at this place or at a later one.
    pub(super) fn reaches(self, place: usize) -> bool {
        self.captured.reaches(place)
    }
}
