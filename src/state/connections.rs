//! The connections of this device, and which of them are in use instead of the site's own, or beside it.

use super::SecretPlace;
use crate::core::connection::{CONNECTION_FORMAT, DeviceFile, put};
use crate::core::model::{Lang, LocalText};
use crate::platform::{Keep, on_storage, origin, save, sweep_kept};
use kept::{Kept, NAME, kept};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

mod kept;

/// A connection of this device.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnConnection {
    /// What it is known by on this device.
    pub id: String,
    /// Its document, which never holds a secret.
    pub document: Value,
}

/// The connections of this device. They are kept with every change.
#[derive(Clone, Copy)]
pub struct Connections {
    kept: RwSignal<Kept>,
    is_kept: RwSignal<bool>,
}

impl OwnConnection {
    /// What the reader sees; empty when it has no name yet.
    pub fn name(&self, lang: Lang) -> String {
        let name = self.document.get("name").map(LocalText::deserialize);
        name.and_then(Result::ok).unwrap_or_default().get(lang).to_owned()
    }

    /// Where it reads: its files by their names, or the address of the first of its feeds, of which others of the same
    /// host have others.
    pub fn place(&self) -> String {
        if self.is_of_files() {
            return self.files().join(", ");
        }
        let base_url = self.document["base_url"].as_str().unwrap_or_default();
        let path = self.feeds().find_map(|feed| feed["path"].as_str());
        format!("{base_url}{}", path.unwrap_or_default())
    }

    /// True when it is made of files of this device.
    pub fn is_of_files(&self) -> bool {
        DeviceFile::are_in(&self.document)
    }

    fn files(&self) -> Vec<String> {
        let file = |feed: &Value| DeviceFile::at_path(feed["path"].as_str()?);
        self.feeds().filter_map(file).map(|file| file.name).collect()
    }

    fn feeds(&self) -> impl Iterator<Item = &Value> {
        self.document["feeds"].as_object().into_iter().flat_map(Map::values)
    }

    /// The document as it travels: it says what it is.
    pub fn exported(&self) -> String {
        let mut document = json!({"format": CONNECTION_FORMAT, "version": 1});
        if let (Some(whole), Some(own)) = (document.as_object_mut(), self.document.as_object()) {
            whole.extend(own.clone());
        }
        format!("{document:#}\n")
    }
}

impl Connections {
    /// The ones kept on this device, as other tabs change them too.
    pub fn begin() -> Self {
        sweep_kept();
        let connections = Self { kept: RwSignal::new(kept()), is_kept: RwSignal::new(true) };
        let watch = StoredValue::new_local(on_storage(move || {
            let _ = connections.kept.try_set(kept());
        }));
        on_cleanup(move || watch.dispose());
        connections
    }

    /// All of them, in the order they were added.
    pub fn all(self) -> Vec<OwnConnection> {
        self.kept.with(|kept| kept.connections.clone())
    }

    /// One of them.
    pub fn find(self, id: &str) -> Option<OwnConnection> {
        self.kept.with(|kept| kept.connections.iter().find(|one| one.id == id).cloned())
    }

    /// The ids of those that are used, [`SITE`] for the site's own; they are read after the page has been loaded anew.
    pub fn in_use(self) -> Vec<String> {
        self.kept.with(Kept::used)
    }

    /// True unless the browser would not keep the latest change.
    pub fn are_kept(self) -> bool {
        self.is_kept.get()
    }

    /// Adds a connection; one whose name is there already gets a number. Says what it is known by.
    pub fn add(self, mut document: Value) -> String {
        let mut id = String::new();
        self.change(|kept| {
            id = kept.new_id();
            let name = document.get("name").and_then(Value::as_str);
            if let Some(name) = name.filter(|name| !name.is_empty()).map(|name| kept.new_name(name))
            {
                put(&mut document, &["name"], Some(json!(name)));
            }
            kept.connections.push(OwnConnection { id: id.clone(), document });
        });
        id
    }

    /// Puts another document in the place of one. A secret was typed for an origin: it is forgotten with that.
    pub fn put(self, id: &str, document: Value) {
        self.change(|kept| {
            if let Some(own) = kept.connections.iter_mut().find(|one| one.id == id) {
                if origin_of(&own.document) != origin_of(&document) {
                    SecretPlace::of(id).forget();
                }
                own.document = document;
            }
        });
    }

    /// Removes one, and its secret. If it alone was in use, the site's own is again.
    pub fn remove(self, id: &str) {
        SecretPlace::of(id).forget();
        self.change(|kept| {
            kept.connections.retain(|one| one.id != id);
            kept.in_use.retain(|used| used != id);
        });
    }

    /// Puts back one that was removed, where it was.
    pub fn restore(self, place: usize, removed: OwnConnection, was_in_use: bool) {
        self.change(|kept| {
            if was_in_use {
                kept.in_use.push(removed.id.clone());
            }
            kept.connections.insert(place.min(kept.connections.len()), removed);
        });
    }

    /// Uses these from the next start on. False when the browser would not keep that.
    pub fn choose(self, ids: Vec<String>) -> bool {
        self.change(|kept| kept.in_use = ids);
        self.is_kept.get_untracked()
    }

    /// Another tab may have changed something since: what is kept is changed, not what was last seen of it.
    fn change(self, change: impl FnOnce(&mut Kept)) {
        self.kept.update(|known| {
            if self.is_kept.get_untracked() {
                *known = kept();
            }
            change(known);
        });
        let text = self.kept.with_untracked(|kept| serde_json::to_string(kept).ok());
        self.is_kept.set(text.is_some_and(|text| save(Keep::Device, NAME, &text)));
    }
}

/// Where a connection's secret is sent.
fn origin_of(document: &Value) -> String {
    origin(document["base_url"].as_str().unwrap_or_default())
}
