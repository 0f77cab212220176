//! What is kept of connections, as JSON.

use super::OwnConnection;
use crate::platform::{Keep, load, save};
use crate::protocol::SITE;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::json;

/// Where they are kept. The boot script reads it too.
pub(super) const NAME: &str = "heartline.connections";

/// Where something is put that cannot be read.
const UNREADABLE: &str = "heartline.connections.unreadable";

/// What the ids of connections of this device begin with.
const OWN: &str = "own-";

/// What is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Kept {
    /// The ids of those that are read; [`SITE`] for what the site names, which alone is read where there are none.
    #[serde(deserialize_with = "one_or_more")]
    pub(super) in_use: Vec<String>,
    pub(super) connections: Vec<OwnConnection>,
    /// The number that was given last. None is given twice: what is kept under an id of old is nobody else's.
    #[serde(default)]
    last: u32,
}

impl Kept {
    /// The ids of those that are read.
    pub(super) fn used(&self) -> Vec<String> {
        if self.in_use.is_empty() { vec![SITE.to_owned()] } else { self.in_use.clone() }
    }

    /// An id that no connection has had before.
    pub(super) fn new_id(&mut self) -> String {
        let number = |one: &OwnConnection| one.id.strip_prefix(OWN)?.parse().ok();
        let numbers = self.connections.iter().filter_map(number);
        self.last = numbers.fold(self.last, u32::max).saturating_add(1);
        format!("{OWN}{}", self.last)
    }

    /// A name that no other connection has: this one, or this one with a number.
    pub(super) fn new_name(&self, name: &str) -> String {
        let is_free = |name: &String| {
            !self.connections.iter().any(|one| one.document.get("name") == Some(&json!(name)))
        };
        let numbered = (2..).map(|number: u32| format!("{name} ({number})"));
        [name.to_owned()].into_iter().chain(numbered).find(is_free).unwrap_or_default()
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

/// What is kept at the moment.
pub(super) fn kept() -> Kept {
    let Some(text) = load(Keep::Device, NAME) else { return Kept::default() };
    serde_json::from_str(&text).unwrap_or_else(|_| {
        // What this version cannot read is put aside, not written over.
        save(Keep::Device, UNREADABLE, &text);
        Kept::default()
    })
}
