//! `config.json` and the documents of connections as JSON Schema (2020-12): for editors, and for whoever writes them by
//! a program. Each kind of value stands beside the code that reads it in this module; a test holds the two together.

mod access;
mod feeds;
mod members;
mod paging;
mod session;
mod settings;
mod surveys;
mod values;
mod writes;

pub(super) use feeds::schema_of_record;
use members::Members;

use super::{Config, Connection, Settings};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The version of JSON Schema that is written.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// What may be written where this is read.
pub trait Described {
    /// Its schema. What it speaks of several times is defined apart.
    fn schema(known: &mut Definitions) -> Value;
}

/// What is defined apart, by its name.
#[derive(Debug, Default)]
pub struct Definitions(BTreeMap<&'static str, Value>);

impl Definitions {
    /// Defines it under a name, and says where that is.
    pub(super) fn of<T: Described>(&mut self, name: &'static str) -> Value {
        if !self.0.contains_key(name) {
            // It may speak of itself.
            self.0.insert(name, Value::Null);
            let schema = T::schema(self);
            self.0.insert(name, schema);
        }
        json!({"$ref": format!("#/$defs/{name}")})
    }
}

/// The schema of `config.json`.
///
/// ```
/// let schema = heartline::core::connection::config_schema();
/// assert_eq!(schema["properties"]["version"]["const"], 1);
/// assert!(schema["$defs"]["connection"]["properties"]["feeds"].is_object());
/// ```
pub fn config_schema() -> Value {
    document("What a Heartline site starts with", Config::schema)
}

/// The schema of a connection's own document, as it is exported and imported.
pub fn connection_schema() -> Value {
    document("How one JSON API is read and written by Heartline", access::connection_document)
}

fn document(title: &str, describe: fn(&mut Definitions) -> Value) -> Value {
    let mut known = Definitions::default();
    let schema = describe(&mut known);
    let mut whole = Map::new();
    whole.insert("$schema".into(), DIALECT.into());
    whole.insert("title".into(), title.into());
    whole.extend(schema.as_object().cloned().unwrap_or_default());
    whole.insert("$defs".into(), json!(known.0));
    Value::Object(whole)
}

impl Described for Config {
    fn schema(known: &mut Definitions) -> Value {
        let connection = known.of::<Connection>("connection");
        let several = values::list(connection.clone(), "Several, read as one");
        Members::new("")
            .may("$schema", values::text("Where this schema is"))
            .may("format", json!({"const": "heartline/config"}))
            .may("version", json!({"const": 1}))
            .may("workspace", known.of::<Settings>("workspace"))
            .may("connection", connection)
            .may("connections", several)
            .may("snapshot", values::text("Answers made beforehand, below the site's own address"))
            .end()
    }
}

#[cfg(test)]
mod tests;
