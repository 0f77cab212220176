//! The selected values of one row, as they are found.

use super::scan::RawText;
use super::shape::Shape;
use super::{Reason, ReasonKind, Scalar};
use serde_json::{Map, Value};

/// One selected value.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Slot {
    #[default]
    Absent,
    Number(f64),
    Whole(i64),
    Bool(bool),
    /// A text between its quotes, where it lies in the row.
    Written(Span),
    /// The same with escapes in it.
    Escaped(Span),
    /// A piece of the text buffer.
    Text(Span),
    /// A place among the row's composites.
    Composite(u32),
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    start: u32,
    end: u32,
}

impl Span {
    fn new(start: usize, end: usize) -> Option<Self> {
        Some(Self { start: u32::try_from(start).ok()?, end: u32::try_from(end).ok()? })
    }

    fn bytes(self, text: &[u8]) -> &[u8] {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    pub(super) fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// The values a [`super::RowPlan`] selected from one row. It is used again for every row: its text
/// buffer grows to the longest row's selected text and stays.
///
/// A text is left where it lies: whoever wants it reads it there. Only what stands otherwise than it is written
/// goes into the buffer.
#[derive(Clone, Debug, Default)]
pub struct Captured {
    slots: Vec<Slot>,
    /// Past the last slot that was set.
    end: usize,
    has_escapes: bool,
    text: String,
    composites: Vec<Value>,
    unreadable: Option<String>,
    /// Texts that should have held JSON, by the places of what was looked for in them.
    broken: Vec<(usize, String)>,
    /// By the plan's nodes. They stay from row to row.
    pub(super) shapes: Vec<Shape>,
    pub(super) is_composite: bool,
}

/// What is told of a row with a selected text that is none.
const NO_TEXT: &str = "a text that is not UTF-8 or not rightly escaped";

impl Captured {
    pub(super) fn slot(&self, place: usize) -> Slot {
        self.slots.get(place).copied().unwrap_or_default()
    }

    pub(super) fn buffer(&self) -> &str {
        &self.text
    }

    pub(super) fn composite(&self, place: u32) -> Option<&Value> {
        self.composites.get(place as usize)
    }

    /// True when the row has a value of the plan's selector at this place or at a later one.
    pub(super) fn reaches(&self, place: usize) -> bool {
        self.end > place
    }

    /// Makes sure that the row is one (an object or an array) and that every selected text can be read where it
    /// lies. Gives the row's text. The text at `verbatim` keeps its escapes.
    ///
    /// # Errors
    /// Why it is none.
    pub(in crate::core) fn settle<'t>(
        &mut self,
        row: &'t [u8],
        verbatim: Option<usize>,
    ) -> Result<&'t str, Reason> {
        if let Some(why) = &self.unreadable {
            return Err(Reason::new(ReasonKind::Unreadable, "", why));
        }
        if !self.is_composite {
            return Err(Reason::new(ReasonKind::NotAnObject, "", ""));
        }
        let text = std::str::from_utf8(row);
        if self.has_escapes || text.is_err() {
            // What is wrong with a text that nobody selected harms nobody.
            let is_text = |place: usize| Some(place) == verbatim && text.is_ok();
            self.copy_texts(row, text.is_err(), is_text)
                .ok_or_else(|| Reason::new(ReasonKind::Unreadable, "", NO_TEXT))?;
        }
        Ok(text.unwrap_or_default())
    }

    /// Copies texts with escapes into the buffer, or all; `None` when one is no text.
    fn copy_texts(&mut self, row: &[u8], all: bool, keeps: impl Fn(usize) -> bool) -> Option<()> {
        for place in 0..self.end.min(self.slots.len()) {
            let (span, is_escaped) = match self.slots[place] {
                Slot::Escaped(span) => (span, true),
                Slot::Written(span) if all => (span, false),
                _ => continue,
            };
            let raw = RawText { bytes: span.bytes(row), is_escaped };
            if keeps(place) && raw.is_sound() {
                continue;
            }
            let start = self.text.len();
            raw.append_to(&mut self.text).then_some(())?;
            self.slots[place] = Slot::Text(Span::new(start, self.text.len())?);
        }
        Some(())
    }

    pub(super) fn clear(&mut self, slots: usize, nodes: usize) {
        // What a row did not fill need not be emptied: most rows leave most survey questions alone.
        let filled = self.end.min(self.slots.len());
        self.slots[..filled].fill(Slot::Absent);
        self.slots.resize(slots, Slot::Absent);
        self.end = 0;
        self.has_escapes = false;
        self.text.clear();
        self.shapes.resize_with(nodes, Shape::default);
        self.composites.clear();
        self.unreadable = None;
        self.broken.clear();
        self.is_composite = false;
    }

    pub(super) fn tell_unreadable(&mut self, why: &str) {
        self.unreadable = Some(why.to_owned());
    }

    pub(super) fn tell_broken(&mut self, place: usize, text: &str) {
        self.broken.push((place, text.to_owned()));
    }

    /// Texts in which JSON was looked for and that hold none, by the places of what was looked for.
    pub(in crate::core) fn broken(&self) -> impl Iterator<Item = &(usize, String)> {
        self.broken.iter()
    }

    #[inline]
    pub(super) fn set(&mut self, place: usize, slot: Slot) {
        if let Some(held) = self.slots.get_mut(place) {
            *held = slot;
            self.end = self.end.max(place + 1);
        }
    }

    /// The slot of a text that ends at this place of the row.
    #[inline]
    pub(super) fn written(&mut self, text: RawText, end: usize) -> Slot {
        self.has_escapes |= text.is_escaped;
        match Span::new(end - text.bytes.len(), end) {
            Some(span) if text.is_escaped => Slot::Escaped(span),
            Some(span) => Slot::Written(span),
            None => {
                self.tell_unreadable("a row of more than 4 GB");
                Slot::Absent
            }
        }
    }

    /// Turns a value that is not text into text, where a record wants text: numeric ids.
    #[inline]
    pub(super) fn make_text(&mut self, place: usize) {
        let text = match self.slot(place) {
            Slot::Absent | Slot::Written(_) | Slot::Escaped(_) | Slot::Text(_) => return,
            Slot::Number(number) => Scalar::Number(number).text().map(|text| text.into_owned()),
            Slot::Whole(number) => Some(number.to_string()),
            Slot::Bool(truth) => Some(truth.to_string()),
            Slot::Composite(at) => self.composite(at).map(Value::to_string),
        };
        let slot = self.push_text(&text.unwrap_or_default());
        self.set(place, slot);
    }

    /// Replaces a text, found to be this, by what a value map has for it.
    pub(super) fn map_text(&mut self, place: usize, text: &str, map: &Map<String, Value>) {
        if let Some(value) = map.get(text) {
            self.set_value(place, value);
            self.make_text(place);
        }
    }

    fn push_text(&mut self, text: &str) -> Slot {
        let start = self.text.len();
        self.text.push_str(text);
        Span::new(start, self.text.len()).map_or(Slot::Absent, Slot::Text)
    }

    pub(super) fn set_value(&mut self, place: usize, value: &Value) {
        let slot = match Scalar::of(value) {
            None => Slot::Absent,
            Some(Scalar::Number(number)) => Slot::Number(number),
            Some(Scalar::Whole(number)) => Slot::Whole(number),
            Some(Scalar::Bool(truth)) => Slot::Bool(truth),
            Some(Scalar::Text(text)) => self.push_text(text),
            Some(Scalar::Composite(value)) => {
                self.composites.push(value.clone());
                Slot::Composite(self.composites.len() as u32 - 1)
            }
        };
        self.set(place, slot);
    }
}
