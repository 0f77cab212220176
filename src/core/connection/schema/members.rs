//! Objects that have certain members and no others.

use serde_json::{Map, Value, json};

/// An object's members.
#[derive(Clone, Debug)]
pub(in crate::core::connection) struct Members {
    about: String,
    properties: Map<String, Value>,
    required: Vec<String>,
}

impl Members {
    /// None yet; what the object is.
    pub(in crate::core::connection) fn new(about: &str) -> Self {
        Self { about: about.to_owned(), properties: Map::new(), required: Vec::new() }
    }

    /// One that must be there.
    pub(in crate::core::connection) fn must(mut self, name: &str, schema: Value) -> Self {
        self.required.push(name.to_owned());
        self.may(name, schema)
    }

    /// One that may be left out.
    pub(in crate::core::connection) fn may(mut self, name: &str, schema: Value) -> Self {
        self.properties.insert(name.to_owned(), schema);
        self
    }

    /// Those of another, too.
    pub(in crate::core::connection) fn and(mut self, other: Self) -> Self {
        self.properties.extend(other.properties);
        self.required.extend(other.required);
        self
    }

    /// The schema.
    pub(in crate::core::connection) fn end(self) -> Value {
        let mut schema = json!({
            "type": "object",
            "properties": self.properties,
            "additionalProperties": false,
        });
        if !self.required.is_empty() {
            schema["required"] = json!(self.required);
        }
        if !self.about.is_empty() {
            schema["description"] = json!(self.about);
        }
        schema
    }
}
