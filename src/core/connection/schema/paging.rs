//! Feeds in pages.

use super::values::{either, path, positive, text, whole};
use super::{Definitions, Described, Members};
use crate::core::connection::{Paging, Place, Slot};
use serde_json::{Value, json};

impl Described for Paging {
    fn schema(known: &mut Definitions) -> Value {
        let (slot, place) = (known.of::<Slot>("slot"), known.of::<Place>("place"));
        let more = || place.clone();
        let all = [
            kind("offset")
                .must("offset", slot.clone())
                .may("first", whole("The first row's number")),
            kind("page")
                .must("page", slot.clone())
                .may("first", whole("The first page's number"))
                .may("next", place.clone()),
            kind("cursor")
                .must("next", place.clone())
                .must("cursor", slot.clone())
                .may("more", more()),
            kind("url").must("next", place.clone()).may("more", more()),
            kind("link"),
        ];
        let all = all.map(|one| one.and(common(&slot, &place)).end());
        let mut paging = either(&all, "How a feed is handed out in pages");
        paging["dependentRequired"] = json!({"limit": ["size"]});
        paging
    }
}

fn kind(kind: &str) -> Members {
    Members::new("").must("kind", json!({"const": kind}))
}

fn common(slot: &Value, place: &Value) -> Members {
    Members::new("")
        .may("limit", slot.clone())
        .may("size", positive("How many rows a page has"))
        .may("total", place.clone())
        .may("max_pages", positive("How many pages are read at most"))
}

impl Described for Slot {
    fn schema(_: &mut Definitions) -> Value {
        let body = Members::new("").must("body", path("A place in the body that is sent")).end();
        either(&[text("A parameter of the query"), body], "What says which page is wanted")
    }
}

impl Described for Place {
    fn schema(_: &mut Definitions) -> Value {
        let header = Members::new("").must("header", text("A header's name")).end();
        let row = Members::new("").must("last_row", path("In the last row")).end();
        either(&[path("In the body, around the rows"), header, row], "Where something is found")
    }
}
