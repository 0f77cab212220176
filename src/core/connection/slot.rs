//! Where the values of one page go in a request.

use super::config::{Fault, Kind};
use super::node::{Node, Written};
use super::{ConfigError, Parameters, Selector, Step};
use serde_json::{Map, Value};

/// Where something is put in a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Into a parameter of the query.
    Query(String),
    /// Into the JSON body, at the end of these steps.
    Body(Vec<Step>),
}

impl Slot {
    /// Puts a value into a request's address or body.
    pub fn fill(&self, value: &Value, address: &mut String, body: &mut Option<Value>) {
        match self {
            Self::Query(name) => {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                *address = Parameters::one(name, &text).set_in(address);
            }
            Self::Body(steps) => put(body.get_or_insert_default(), steps, value),
        }
    }
}

/// Puts a value at the end of steps; objects that are not there are made.
pub(super) fn put(into: &mut Value, steps: &[Step], value: &Value) {
    let Some((step, rest)) = steps.split_first() else {
        *into = value.clone();
        return;
    };
    match step {
        Step::Key(key) => {
            if !into.is_object() {
                *into = Value::Object(Map::new());
            }
            if let Value::Object(members) = into {
                put(members.entry(key.clone()).or_insert(Value::Null), rest, value);
            }
        }
        // A list is as long as it is written.
        Step::Index(index) => {
            if let Some(element) = into.get_mut(index) {
                put(element, rest, value);
            }
        }
    }
}

/// A parameter's name, or an object that says where in the body: `{"body": "$.variables.after"}`.
impl Written for Slot {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        if node.is_text() {
            return String::read(node).map(Self::Query);
        }
        node.members(&["body"])?;
        let selector: Selector = node.required("body")?;
        match selector.is_plain() {
            true => Ok(Self::Body(selector.steps().to_vec())),
            false => Err(node.member("body").wrong(Fault::Expected(Kind::PlainPath))),
        }
    }
}
