//! The selected values of one row.

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
    /// A piece of the row's text buffer.
    Text {
        start: usize,
        end: usize,
    },
    /// A place among the row's composites.
    Composite(usize),
}

/// The values a [`super::RowPlan`] selected from one row. It is used again for every row: its text
/// buffer grows to the longest row's selected text and stays.
#[derive(Clone, Debug, Default)]
pub struct Captured {
    slots: Vec<Slot>,
    /// Past the last slot that was set.
    end: usize,
    text: String,
    composites: Vec<Value>,
    unreadable: Option<String>,
    /// By the plan's nodes. They stay from row to row.
    pub(super) shapes: Vec<Shape>,
    pub(super) is_composite: bool,
}

impl Captured {
    /// The value of the plan's selector at this place; absent when the row has none, or null.
    pub fn get(&self, place: usize) -> Option<Scalar<'_>> {
        Some(match self.slots.get(place)? {
            Slot::Absent => return None,
            Slot::Number(number) => Scalar::Number(*number),
            Slot::Whole(number) => Scalar::Whole(*number),
            Slot::Bool(truth) => Scalar::Bool(*truth),
            Slot::Text { start, end } => Scalar::Text(self.text.get(*start..*end)?),
            Slot::Composite(place) => Scalar::Composite(self.composites.get(*place)?),
        })
    }

    /// A text as it stands in the row, trimmed; `None` for other values and for blank text.
    pub fn text(&self, place: usize) -> Option<&str> {
        let Some(Slot::Text { start, end }) = self.slots.get(place) else { return None };
        let text = self.text.get(*start..*end)?;
        // To trim takes its time, and most texts need none.
        let is_bare = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
        let bytes = text.as_bytes();
        if is_bare(bytes.first()) && is_bare(bytes.last()) {
            return Some(text);
        }
        Some(text.trim()).filter(|text| !text.is_empty())
    }

    /// True when the row has a value of the plan's selector at this place or at a later one.
    pub(super) fn reaches(&self, place: usize) -> bool {
        self.end > place
    }

    /// That the row is one: an object or an array, in which all that was selected can be read.
    ///
    /// # Errors
    /// Why it is none.
    pub fn check(&self) -> Result<(), Reason> {
        match &self.unreadable {
            Some(why) => Err(Reason::new(ReasonKind::Unreadable, "", why)),
            None if self.is_composite => Ok(()),
            None => Err(Reason::new(ReasonKind::NotAnObject, "", "")),
        }
    }

    pub(super) fn clear(&mut self, slots: usize, nodes: usize) {
        // What a row did not fill need not be emptied: most rows leave most survey questions alone.
        let filled = self.end.min(self.slots.len());
        self.slots[..filled].fill(Slot::Absent);
        self.slots.resize(slots, Slot::Absent);
        self.end = 0;
        self.text.clear();
        self.shapes.resize_with(nodes, Shape::default);
        self.composites.clear();
        self.unreadable = None;
        self.is_composite = false;
    }

    pub(super) fn tell_unreadable(&mut self, why: &str) {
        self.unreadable = Some(why.to_owned());
    }

    pub(super) fn set(&mut self, place: usize, slot: Slot) {
        if let Some(held) = self.slots.get_mut(place) {
            *held = slot;
            self.end = self.end.max(place + 1);
        }
    }

    /// Turns a value that is not text into text, where a record wants text: numeric ids.
    pub(super) fn make_text(&mut self, place: usize) {
        if let Some(Slot::Absent | Slot::Text { .. }) = self.slots.get(place) {
            return;
        }
        let text = self.get(place).and_then(Scalar::text).unwrap_or_default().into_owned();
        let slot = self.push_text(&text);
        self.set(place, slot);
    }

    /// Replaces a text by what a value map has for it.
    pub(super) fn map_text(&mut self, place: usize, map: &Map<String, Value>) {
        let mapped = self.text(place).and_then(|text| map.get(text));
        if let Some(value) = mapped.cloned() {
            self.set_value(place, &value);
            self.make_text(place);
        }
    }

    /// Takes a text as it stands in the row; `None` when it is no text.
    pub(super) fn push_raw(&mut self, text: RawText) -> Option<Slot> {
        let start = self.text.len();
        text.append_to(&mut self.text).then_some(Slot::Text { start, end: self.text.len() })
    }

    pub(super) fn push_text(&mut self, text: &str) -> Slot {
        let start = self.text.len();
        self.text.push_str(text);
        Slot::Text { start, end: self.text.len() }
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
                Slot::Composite(self.composites.len() - 1)
            }
        };
        self.set(place, slot);
    }
}
