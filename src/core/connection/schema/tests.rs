//! What the schema allows is read, and what it forbids is refused.

use super::*;
use crate::core::connection::Written;

/// Members of which the reader knows more than a schema can say: a lookup must be one of its feed's, and what is
/// posted can be read again only where that is said.
const KNOWN_BETTER: [&str; 2] = ["lookup", "read_back"];

/// What others read: nobody here minds what it says.
const LEFT_ALONE: [&str; 3] = ["$schema", "format", "snapshot"];

struct Schema {
    whole: Value,
    /// The definitions that have been gone through.
    seen: std::cell::RefCell<Vec<String>>,
}

impl Schema {
    fn resolved<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema["$ref"].as_str() {
            Some(to) => &self.whole["$defs"][to.trim_start_matches("#/$defs/")],
            None => schema,
        }
    }

    /// The least that is allowed; `nth` makes the numbers of a list differ.
    fn least(&self, schema: &Value, nth: i64) -> Value {
        let schema = self.resolved(schema);
        if let Some(value) = schema.get("const").or_else(|| schema["enum"].get(0)) {
            return value.clone();
        }
        if let Some(first) = schema["oneOf"].get(0) {
            return self.least(first, nth);
        }
        if let Some(example) = schema["examples"].get(0) {
            return example.clone();
        }
        match kind(schema) {
            "string" if schema["pattern"] == r"^\$" => json!("$.a"),
            "integer" => json!(schema["minimum"].as_i64().unwrap_or(0).max(0) + nth),
            "number" => json!(1),
            "boolean" => json!(true),
            "array" => {
                let count = schema["minItems"].as_i64().unwrap_or(0);
                (0..count).map(|nth| self.least(&schema["items"], nth)).collect()
            }
            "object" => self.least_object(schema),
            _ => json!("a"),
        }
    }

    fn least_object(&self, schema: &Value) -> Value {
        if schema["additionalProperties"].is_object() {
            return json!({"a": self.least(&schema["additionalProperties"], 0)});
        }
        let named = |list: &Value| list.as_array().cloned().unwrap_or_default();
        let must = named(&schema["required"]).into_iter().chain(named(&schema["else"]["required"]));
        let member = |name: Value| {
            let name = name.as_str().expect("a name").to_owned();
            let least = self.least(&schema["properties"][&name], 0);
            (name, least)
        };
        must.map(member).collect()
    }

    /// Goes through everything the schema says, each in the place where it stands.
    fn hold(&self, schema: &Value, place: &dyn Fn(Value) -> Value) {
        if let Some(name) = schema["$ref"].as_str() {
            if self.seen.borrow().iter().any(|known| known == name) {
                return;
            }
            self.seen.borrow_mut().push(name.to_owned());
        }
        let schema = self.resolved(schema);
        let alternatives = schema["oneOf"].as_array().into_iter().flatten();
        alternatives.for_each(|one| self.hold_one(one, schema, place));
        self.hold_one(schema, schema, place);
    }

    fn hold_one(&self, schema: &Value, around: &Value, place: &dyn Fn(Value) -> Value) {
        if schema.get("$ref").is_some() {
            return self.hold(schema, place);
        }
        if kind(schema) == "array" {
            let count = schema["minItems"].as_u64().unwrap_or(1).max(1);
            let all = |one: Value| place(vec![one; count as usize].into());
            // Of a pair its place says more than its kind.
            if count != 2 {
                self.hold(&schema["items"], &all);
            }
            return;
        }
        if schema["additionalProperties"].is_object() {
            let named = |one: Value| place(json!({"a": one}));
            return self.hold(&schema["additionalProperties"], &named);
        }
        if schema["properties"].is_object() {
            self.hold_members(schema, around, place);
        }
    }

    fn hold_members(&self, schema: &Value, around: &Value, place: &dyn Fn(Value) -> Value) {
        let least = self.least_object(schema);
        read(&place(least.clone()), true);
        read(&place(with(&least, "stray", json!(1))), false);
        for name in least.as_object().expect("members").keys() {
            read(&place(with(&least, name, Value::Null)), false);
        }
        for (name, member) in schema["properties"].as_object().expect("members") {
            let mut before = least.clone();
            for also in around["dependentRequired"][name].as_array().into_iter().flatten() {
                let also = also.as_str().expect("a name");
                before[also] = self.least(&schema["properties"][also], 0);
            }
            let put = |value: Value| place(with(&before, name, value));
            if !KNOWN_BETTER.contains(&name.as_str()) {
                read(&put(self.least(member, 0)), true);
            }
            let other = another_kind(self.resolved(member));
            if let Some(other) = other.filter(|_| !LEFT_ALONE.contains(&name.as_str())) {
                read(&put(other), false);
            }
            self.hold(member, &put);
        }
    }
}

fn kind(schema: &Value) -> &str {
    schema["type"].as_str().unwrap_or_default()
}

/// The object with a member; without it when it is null.
fn with(object: &Value, name: &str, value: Value) -> Value {
    let mut members = object.as_object().expect("members").clone();
    members.insert(name.to_owned(), value.clone());
    if value.is_null() {
        members.remove(name);
    }
    members.into()
}

/// A value of a kind that is not allowed.
fn another_kind(schema: &Value) -> Option<Value> {
    match kind(schema) {
        "string" | "object" | "array" | "boolean" => Some(json!(7)),
        "integer" | "number" => Some(json!("seven")),
        _ => schema.get("enum").map(|_| json!("none of them")),
    }
}

/// The reader's word on a configuration, which must be the schema's.
fn read(config: &Value, is_allowed: bool) {
    let read = Config::parse(&config.to_string());
    assert_eq!(read.is_ok(), is_allowed, "{config:#}\n{read:?}");
}

#[test]
fn the_reader_and_the_schema_are_of_one_mind() {
    let whole = config_schema();
    let schema = Schema { whole: whole.clone(), seen: Default::default() };
    schema.hold(&whole, &|value| value);
    assert_eq!(schema.seen.borrow().len(), whole["$defs"].as_object().expect("some").len());
}

#[test]
fn a_document_of_a_connection_may_say_what_it_is() {
    let connection = connection_schema();
    let schema = Schema { whole: connection.clone(), seen: Default::default() };
    let mut least = schema.least(&connection, 0);
    for name in ["$schema", "format", "version"] {
        least[name] = schema.least(&connection["properties"][name], 0);
    }
    assert!(Connection::parse(&least.to_string()).is_ok(), "{least}");
    assert!(
        Connection::from_json(&least).is_err(),
        "inside a configuration it says nothing of itself"
    );
}
