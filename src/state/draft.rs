//! One connection of this device as it is being changed, with the way back.

use super::Connections;
use crate::core::connection::{DeviceFile, FeedKind, put};
use leptos::prelude::*;
use serde_json::Value;

/// One connection as it is being changed. Every change is kept at once, and can be undone as long as the page is open.
#[derive(Clone, Copy)]
pub struct Draft {
    own: Connections,
    id: StoredValue<String>,
    done: RwSignal<Vec<Value>>,
    undone: RwSignal<Vec<Value>>,
}

impl Draft {
    /// Begins to change a connection.
    pub fn begin(own: Connections, id: &str) -> Self {
        let (done, undone) = (RwSignal::default(), RwSignal::default());
        Self { own, id: StoredValue::new(id.to_owned()), done, undone }
    }

    /// What it is known by.
    pub fn id(self) -> String {
        self.id.get_value()
    }

    /// The document; none when another tab has removed it.
    pub fn document(self) -> Option<Value> {
        self.own.find(&self.id.get_value()).map(|own| own.document)
    }

    /// The text at a place; empty when there is none.
    pub fn text(self, place: &[&str]) -> String {
        let document = self.document().unwrap_or_default();
        let found = place.iter().try_fold(&document, |at, name| at.get(name));
        found.and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// True when it is made of files of this device.
    pub fn is_of_files(self) -> bool {
        self.document().is_some_and(|document| DeviceFile::are_in(&document))
    }

    /// True when it has such a feed.
    pub fn has(self, feed: FeedKind) -> bool {
        let document = self.document().unwrap_or_default();
        document.get("feeds").and_then(|feeds| feeds.get(feed.id())).is_some()
    }

    /// True when it has a feed of any kind.
    pub fn has_any(self) -> bool {
        FeedKind::ALL.into_iter().any(|feed| self.has(feed))
    }

    /// Writes a text at a place; an empty one takes the member out.
    pub fn write(self, place: &[&str], text: &str) {
        let text = text.trim();
        let value = (!text.is_empty()).then(|| Value::from(text));
        self.change(|document| put(document, place, value));
    }

    /// Changes the document.
    pub fn change(self, change: impl FnOnce(&mut Value)) {
        let Some(before) = untrack(|| self.document()) else { return };
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            self.done.update(|done| done.push(before));
            self.undone.set(Vec::new());
            self.own.put(&self.id.get_value(), after);
        }
    }

    /// True when there is something to undo.
    pub fn can_undo(self) -> bool {
        self.done.with(|done| !done.is_empty())
    }

    /// True when there is something to do again.
    pub fn can_redo(self) -> bool {
        self.undone.with(|undone| !undone.is_empty())
    }

    /// Takes the latest change back.
    pub fn undo(self) {
        self.step(self.done, self.undone);
    }

    /// Does again what was taken back last.
    pub fn redo(self) {
        self.step(self.undone, self.done);
    }

    fn step(self, from: RwSignal<Vec<Value>>, to: RwSignal<Vec<Value>>) {
        let Some(now) = untrack(|| self.document()) else { return };
        if let Some(other) = from.try_update(Vec::pop).flatten() {
            to.update(|to| to.push(now));
            self.own.put(&self.id.get_value(), other);
        }
    }
}
