//! What an API takes.

use super::values::{any, either, path, text, truth, word};
use super::{Definitions, Described, Members};
use crate::core::connection::{Headers, Parameters, Write, WriteKind, Writes};
use serde_json::Value;

impl Described for Writes {
    fn schema(known: &mut Definitions) -> Value {
        let write = known.of::<Write>("write");
        let members = Members::new("What the API takes");
        WriteKind::ALL
            .into_iter()
            .fold(members, |all, kind| all.may(kind.id(), write.clone()))
            .end()
    }
}

impl Described for Write {
    fn schema(known: &mut Definitions) -> Value {
        Members::new("How records of one kind are written")
            .may("method", word(&["POST", "PUT", "PATCH"], "POST when left out"))
            .must("path", text("With places in braces that the record fills: `surveys/{id}`"))
            .may("query", known.of::<Parameters>("parameters"))
            .may("headers", known.of::<Headers>("headers"))
            .may(
                "body",
                any("JSON in which a text beginning with `$` is a JSONPath into the record"),
            )
            .may("id", path("Where the record's id is in the answer"))
            .may("error", path("What is there means failure, whatever the status says"))
            .may("row", path("Where the row is in an answer about it alone"))
            .may("read", text("Where one record is read, with places in braces"))
            .may("read_back", truth("True when it is read again after it was written"))
            .may("revision", revision())
            .may("if_match", text("The header that says which revision was changed"))
            .may(
                "idempotency_key",
                text("The header by which a record that comes twice is known again"),
            )
            .end()
    }
}

fn revision() -> Value {
    let header = Members::new("").must("header", text("A header of the answer")).end();
    let row = Members::new("").must("path", path("In the row")).end();
    either(&[header, row], "What changes whenever somebody changes the record")
}
