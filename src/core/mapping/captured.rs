//! The selected values of one row.

use super::Scalar;
use serde_json::{Map, Value};

/// One selected value.
#[derive(Clone, Debug, Default)]
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
    Composite(Value),
}

/// The values a [`super::RowPlan`] selected from one row. It is used again for every row: its text
/// buffer grows to the longest row's selected text and stays.
#[derive(Clone, Debug, Default)]
pub struct Captured {
    slots: Vec<Slot>,
    text: String,
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
            Slot::Composite(value) => Scalar::Composite(value),
        })
    }

    /// A text as it stands in the row, trimmed; `None` for other values and for blank text.
    pub fn text(&self, place: usize) -> Option<&str> {
        match self.get(place) {
            Some(Scalar::Text(text)) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// True when the row was an object or an array.
    pub fn is_composite(&self) -> bool {
        self.is_composite
    }

    pub(super) fn clear(&mut self, slots: usize) {
        self.slots.clear();
        self.slots.resize_with(slots, Slot::default);
        self.text.clear();
        self.is_composite = false;
    }

    pub(super) fn set(&mut self, place: usize, slot: Slot) {
        if let Some(held) = self.slots.get_mut(place) {
            *held = slot;
        }
    }

    /// Turns a value that is not text into text, where a record wants text: numeric ids.
    pub(super) fn make_text(&mut self, place: usize) {
        let text = match self.get(place) {
            None | Some(Scalar::Text(_)) => return,
            Some(other) => other.text().map(|text| text.into_owned()).unwrap_or_default(),
        };
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
            Some(Scalar::Composite(value)) => Slot::Composite(value.clone()),
        };
        self.set(place, slot);
    }
}
