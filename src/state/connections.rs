//! The connections of this device, and which of them are in use instead of the site's own, or beside it.

use crate::core::connection::{CONNECTION_FORMAT, DeviceFile, put};
use crate::core::model::{Lang, LocalText};
use crate::platform::{Keep, load, on_storage, save, sweep_files};
use crate::protocol::SITE;
use leptos::prelude::*;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value, json};

/// Where they are kept. The boot script reads it too.
const NAME: &str = "heartline.connections";

/// Where something is put that cannot be read.
const UNREADABLE: &str = "heartline.connections.unreadable";

/// A connection of this device.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnConnection {
    /// What it is known by on this device.
    pub id: String,
    /// Its document, which never holds a secret.
    pub document: Value,
}

/// What is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Kept {
    /// The ids of those that are read; [`SITE`] for what the site names, which alone is read where there are none.
    #[serde(deserialize_with = "one_or_more")]
    in_use: Vec<String>,
    connections: Vec<OwnConnection>,
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
        sweep_files();
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
        let id = self.kept.with_untracked(new_id);
        if let Some(name) =
            document.get("name").and_then(Value::as_str).filter(|name| !name.is_empty())
        {
            let name = self.kept.with_untracked(|kept| new_name(kept, name));
            put(&mut document, &["name"], Some(json!(name)));
        }
        let added = OwnConnection { id: id.clone(), document };
        self.change(|kept| kept.connections.push(added));
        id
    }

    /// Puts another document in the place of one.
    pub fn put(self, id: &str, document: Value) {
        self.change(|kept| {
            if let Some(own) = kept.connections.iter_mut().find(|one| one.id == id) {
                own.document = document;
            }
        });
    }

    /// Removes one. If it alone was in use, the site's own is again.
    pub fn remove(self, id: &str) {
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

impl Kept {
    fn used(&self) -> Vec<String> {
        if self.in_use.is_empty() { vec![SITE.to_owned()] } else { self.in_use.clone() }
    }
}

/// Earlier versions knew one at most.
fn one_or_more<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        None(()),
        One(String),
        More(Vec<String>),
    }
    Ok(match Written::deserialize(from)? {
        Written::None(()) => Vec::new(),
        Written::One(id) => vec![id],
        Written::More(ids) => ids,
    })
}

fn kept() -> Kept {
    let Some(text) = load(Keep::Device, NAME) else { return Kept::default() };
    serde_json::from_str(&text).unwrap_or_else(|_| {
        // What this version cannot read is put aside, not written over.
        save(Keep::Device, UNREADABLE, &text);
        Kept::default()
    })
}

fn new_id(kept: &Kept) -> String {
    let is_free = |id: &String| !kept.connections.iter().any(|one| one.id == *id);
    let ids = (1..).map(|number: u32| format!("own-{number}"));
    ids.into_iter().find(is_free).unwrap_or_default()
}

/// A name that no other connection has.
fn new_name(kept: &Kept, name: &str) -> String {
    let is_free = |name: &String| {
        !kept.connections.iter().any(|one| one.document.get("name") == Some(&json!(name)))
    };
    let numbered = (2..).map(|number: u32| format!("{name} ({number})"));
    [name.to_owned()].into_iter().chain(numbered).find(is_free).unwrap_or_default()
}
