//! A value of the configuration with the path to it, so that an error can name the place.

use super::ConfigError;
use super::config::{Fault, Kind};
use super::selector::SelectorError;
use crate::core::model::LocalText;
use serde::Deserialize;
use serde_json::{Map, Value};

/// A value and where it stands.
pub struct Node<'a> {
    value: &'a Value,
    path: String,
}

/// Something that is written in the configuration.
pub trait Written: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// With the path to the first value that is wrong.
    fn read(node: &Node) -> Result<Self, ConfigError>;

    /// Reads it from JSON that is at hand.
    ///
    /// # Errors
    /// As [`Written::read`].
    fn from_json(value: &Value) -> Result<Self, ConfigError> {
        Self::read(&Node::root(value))
    }
}

impl<'a> Node<'a> {
    pub(super) fn root(value: &'a Value) -> Self {
        Self { value, path: String::new() }
    }

    /// An error about this value.
    pub(super) fn wrong(&self, fault: Fault) -> ConfigError {
        ConfigError { path: self.path.clone(), fault }
    }

    /// The members; nothing but `names` may be among them.
    pub(super) fn members(&self, names: &[&str]) -> Result<(), ConfigError> {
        let members = self.object()?;
        match members.keys().find(|key| !names.contains(&key.as_str())) {
            Some(stray) => Err(self.at(stray, &Value::Null).wrong(Fault::Unknown)),
            None => Ok(()),
        }
    }

    /// Every member, by name.
    pub(super) fn each(&self) -> Result<Vec<(String, Node<'a>)>, ConfigError> {
        let members = self.object()?;
        Ok(members.iter().map(|(name, value)| (name.clone(), self.at(name, value))).collect())
    }

    /// Every element.
    pub(super) fn elements(&self) -> Result<Vec<Node<'a>>, ConfigError> {
        let list = self.value.as_array().ok_or_else(|| self.wrong(Fault::Expected(Kind::List)))?;
        let element = |(place, value): (usize, &'a Value)| Node {
            value,
            path: format!("{}[{place}]", self.path),
        };
        Ok(list.iter().enumerate().map(element).collect())
    }

    /// Every element, of which there must be one.
    pub(super) fn filled(&self) -> Result<Vec<Node<'a>>, ConfigError> {
        let elements = self.elements()?;
        if elements.is_empty() { Err(self.wrong(Fault::Empty)) } else { Ok(elements) }
    }

    /// The place of a member, whether it is there or not.
    pub(super) fn member(&self, name: &str) -> Node<'a> {
        self.at(name, &Value::Null)
    }

    /// A member, unless it is absent or null.
    pub(super) fn get(&self, name: &str) -> Option<Node<'a>> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        Some(self.at(name, value))
    }

    /// What a member says, if it is there.
    pub(super) fn optional<T: Written>(&self, name: &str) -> Result<Option<T>, ConfigError> {
        self.get(name).map(|node| T::read(&node)).transpose()
    }

    /// What a member says, or what holds when it is not there.
    pub(super) fn or<T: Written>(&self, name: &str, otherwise: T) -> Result<T, ConfigError> {
        Ok(self.optional(name)?.unwrap_or(otherwise))
    }

    /// What a member says that must be there.
    pub(super) fn required<T: Written>(&self, name: &str) -> Result<T, ConfigError> {
        let missing = || self.at(name, &Value::Null).wrong(Fault::Missing);
        self.optional(name)?.ok_or_else(missing)
    }

    pub(super) fn is_text(&self) -> bool {
        self.value.is_string()
    }

    pub(super) fn is_list(&self) -> bool {
        self.value.is_array()
    }

    /// The value as it is written.
    pub(super) fn json(&self) -> &'a Value {
        self.value
    }

    pub(super) fn text(&self) -> Result<&'a str, ConfigError> {
        self.value.as_str().ok_or_else(|| self.wrong(Fault::Expected(Kind::Text)))
    }

    pub(super) fn object(&self) -> Result<&'a Map<String, Value>, ConfigError> {
        self.value.as_object().ok_or_else(|| self.wrong(Fault::Expected(Kind::Object)))
    }

    fn at(&self, name: &str, value: &'a Value) -> Node<'a> {
        let dot = if self.path.is_empty() { "" } else { "." };
        Node { value, path: format!("{}{dot}{name}", self.path) }
    }
}

impl Written for String {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.text().map(str::to_owned)
    }
}

impl Written for f64 {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.value.as_f64().ok_or_else(|| node.wrong(Fault::Expected(Kind::Number)))
    }
}

impl Written for bool {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.value.as_bool().ok_or_else(|| node.wrong(Fault::Expected(Kind::Truth)))
    }
}

impl Written for u32 {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        let whole = node.value.as_u64().and_then(|number| u32::try_from(number).ok());
        whole.ok_or_else(|| node.wrong(Fault::Expected(Kind::Whole)))
    }
}

impl Written for LocalText {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        LocalText::deserialize(node.value).map_err(|_| node.wrong(Fault::Expected(Kind::Text)))
    }
}

impl<T: Written> Written for Vec<T> {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.elements()?.iter().map(T::read).collect()
    }
}

/// A member that is a number of one or more, if it is there.
pub(super) fn positive(node: &Node, name: &str) -> Result<Option<u32>, ConfigError> {
    match node.optional(name)? {
        Some(0) => Err(node.member(name).wrong(Fault::Expected(Kind::Positive))),
        number => Ok(number),
    }
}

/// A text that must be a JSONPath.
pub(super) fn path<T>(
    node: &Node,
    parse: impl Fn(&str) -> Result<T, SelectorError>,
) -> Result<T, ConfigError> {
    let wrong = |error: SelectorError| node.wrong(Fault::NotAPath(error.path, error.reason));
    parse(node.text()?).map_err(wrong)
}

/// A word that must be one of some.
pub(super) fn word<T>(node: &Node, meanings: &[(&'static str, T)]) -> Result<T, ConfigError>
where
    T: Clone,
{
    let word = node.text()?;
    let found = meanings.iter().find(|(name, _)| *name == word).map(|(_, meaning)| meaning.clone());
    let names = || meanings.iter().map(|(name, _)| (*name).to_owned()).collect();
    found.ok_or_else(|| node.wrong(Fault::NotOneOf(names())))
}
