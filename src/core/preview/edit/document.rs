//! A connection's document while it is being changed.

use crate::core::connection::{ConfigError, Fault, FeedId, FeedKind, Kind};
use crate::core::preview::FieldName;
use serde_json::{Map, Value};

pub(super) struct Document(Value);

/// An object of the document, and where it stands.
struct Spot<'d> {
    object: &'d mut Map<String, Value>,
    path: String,
}

impl<'d> Spot<'d> {
    /// An object; made where nothing is.
    fn at(value: &'d mut Value, path: String) -> Result<Self, ConfigError> {
        if value.is_null() {
            *value = Value::Object(Map::new());
        }
        match value {
            Value::Object(object) => Ok(Self { object, path }),
            _ => Err(ConfigError { path, fault: Fault::Expected(Kind::Object) }),
        }
    }

    /// A member that is an object; made where nothing is.
    fn member(self, name: &str) -> Result<Self, ConfigError> {
        let dot = if self.path.is_empty() { "" } else { "." };
        let path = format!("{}{dot}{name}", self.path);
        Self::at(self.object.entry(name).or_insert(Value::Null), path)
    }

    /// An element that is an object; a number beyond the list means one that is added to it.
    fn element(self, name: &str, number: usize) -> Result<Self, ConfigError> {
        let path = format!("{}.{name}", self.path);
        let list = self.object.entry(name).or_insert_with(|| Value::Array(Vec::new()));
        let Value::Array(list) = list else {
            return Err(ConfigError { path, fault: Fault::Expected(Kind::List) });
        };
        if number >= list.len() {
            list.push(Value::Null);
        }
        let at = number.min(list.len() - 1);
        Self::at(&mut list[at], format!("{path}[{at}]"))
    }
}

impl Document {
    pub(super) fn new(document: Value) -> Self {
        Self(document)
    }

    pub(super) fn into_value(self) -> Value {
        self.0
    }

    /// What is said of a feed; made when it is not there.
    pub(super) fn feed(&mut self, feed: FeedId) -> Result<&mut Map<String, Value>, ConfigError> {
        self.spot(feed).map(|spot| spot.object)
    }

    pub(super) fn remove_feed(&mut self, feed: FeedId) -> Result<(), ConfigError> {
        let feeds = self.feeds()?.object;
        match feeds.get_mut(feed.kind.id()) {
            Some(Value::Array(list)) if feed.number < list.len() => drop(list.remove(feed.number)),
            Some(Value::Array(_)) => {}
            _ => drop(feeds.remove(feed.kind.id())),
        }
        Ok(())
    }

    /// Changes what is said of a field.
    pub(super) fn change(
        &mut self,
        feed: FeedId,
        field: &FieldName,
        change: impl FnOnce(Option<Value>) -> Value,
    ) -> Result<(), ConfigError> {
        let names = way(field);
        let Some((last, outer)) = names.split_last() else { return Ok(()) };
        let holder = outer.iter().copied().try_fold(self.spot(feed)?, Spot::member)?.object;
        let changed = change(holder.remove(*last));
        holder.insert((*last).to_owned(), changed);
        Ok(())
    }

    /// Takes away what is said of a field, and what is empty without it.
    pub(super) fn clear(&mut self, feed: FeedId, field: &FieldName) -> Result<(), ConfigError> {
        clear(self.feed(feed)?, &way(field));
        Ok(())
    }

    fn spot(&mut self, feed: FeedId) -> Result<Spot<'_>, ConfigError> {
        let feeds = self.feeds()?;
        match feed.kind {
            FeedKind::Summary => feeds.element(feed.kind.id(), feed.number),
            kind => feeds.member(kind.id()),
        }
    }

    fn feeds(&mut self) -> Result<Spot<'_>, ConfigError> {
        Spot::at(&mut self.0, String::new())?.member("feeds")
    }
}

/// The members that lead from a feed to what is said of a field.
fn way(field: &FieldName) -> Vec<&str> {
    let mut way = vec!["fields"];
    for name in field.names() {
        way.push(name);
        way.extend(FieldName::is_level(name).then_some("fields"));
    }
    if FieldName::is_level(field.last()) {
        way.pop();
        way.push("rows");
    }
    way
}

/// Removes what the names lead to, and what is empty then.
fn clear(at: &mut Map<String, Value>, names: &[&str]) {
    let Some((first, rest)) = names.split_first() else { return };
    if rest.is_empty() {
        at.remove(*first);
        return;
    }
    let Some(Value::Object(inner)) = at.get_mut(*first) else { return };
    clear(inner, rest);
    if inner.is_empty() {
        at.remove(*first);
    }
}
