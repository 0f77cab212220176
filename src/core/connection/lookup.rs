//! Lists that say what the values of a feed stand for.

use super::config::Fault;
use super::node::{Node, Written};
use super::{ConfigError, Connection, FeedId, FeedKind, FeedRequest, Field, RowsPath};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A list that is asked for before a feed, and says what values of that feed stand for: names of touchpoints by the
/// ids of forms, weights of answers by the ids of choices.
#[derive(Clone, Debug)]
pub struct Lookup {
    /// How it is asked for.
    pub request: FeedRequest,
    /// Where its rows are.
    pub rows: RowsPath,
    /// What a row is found by.
    pub key: Field,
    /// What that stands for.
    pub value: Field,
}

impl Written for Lookup {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        let own = ["key", "value"];
        node.members(&[&FeedRequest::MEMBERS[..], &RowsPath::MEMBERS[..], &own[..]].concat())?;
        Ok(Self {
            request: FeedRequest::read(node)?,
            rows: RowsPath::of_feed(node)?,
            key: node.required("key")?,
            value: node.required("value")?,
        })
    }
}

/// The lookups of a feed, by their names.
pub(super) fn lookups(node: &Node) -> Result<Vec<(String, Lookup)>, ConfigError> {
    let Some(all) = node.get("lookups") else { return Ok(Vec::new()) };
    all.each()?.into_iter().map(|(name, one)| Ok((name, Lookup::read(&one)?))).collect()
}

/// A field names a lookup that its feed has.
pub(super) fn must_be_known(
    node: &Node,
    at: &str,
    field: &Field,
    known: &[(String, Lookup)],
) -> Result<(), ConfigError> {
    let names = || known.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    match &field.lookup {
        Some(wanted) if known.iter().all(|(name, _)| name != wanted) => {
            Err(node.member(&format!("fields{at}.lookup")).wrong(Fault::NotOneOf(names())))
        }
        _ => Ok(()),
    }
}

/// What a lookup says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table(Map<String, Value>);

impl Table {
    /// Notes what a key stands for. False when it stands for something else already, which holds.
    pub fn note(&mut self, key: &str, value: &Value) -> bool {
        match self.0.get(key) {
            Some(known) => known == value,
            None => {
                self.0.insert(key.to_owned(), value.clone());
                true
            }
        }
    }

    /// How many keys it has.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when it says nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What becomes of values that are looked up here and then in this value map: the one map that does both.
    fn then(&self, map: &Map<String, Value>) -> Map<String, Value> {
        let mapped = |value: &Value| {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            map.get(text.trim()).unwrap_or(value).clone()
        };
        let found = self.0.iter().map(|(key, value)| (key.clone(), mapped(value)));
        map.clone().into_iter().chain(found).collect()
    }
}

/// What the lookups of a feed say, by their names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tables(pub Vec<(String, Table)>);

impl Tables {
    fn find(&self, name: &str) -> Option<&Table> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, table)| table)
    }

    fn enter(&self, field: &mut Field) {
        if let Some(table) = field.lookup.as_deref().and_then(|name| self.find(name)) {
            field.map = table.then(&field.map);
            field.is_looked_up = true;
        }
    }
}

impl Connection {
    /// The lists that are asked for before a feed.
    pub fn lookups(&self, id: FeedId) -> &[(String, Lookup)] {
        let feeds = &self.feeds;
        let found = match id.kind {
            FeedKind::Journeys => feeds.journeys.as_ref().map(|feed| &feed.lookups),
            FeedKind::Responses => feeds.responses.as_ref().map(|one| &one.feed.lookups),
            FeedKind::Tally => feeds.tally.as_ref().map(|feed| &feed.lookups),
            FeedKind::Summary => feeds.summary.get(id.number).map(|feed| &feed.lookups),
            FeedKind::Indicators => feeds.indicators.as_ref().map(|feed| &feed.lookups),
        };
        found.map_or(&[], Vec::as_slice)
    }

    /// Says of the fields of a feed what their values stand for: a lookup becomes a value map.
    pub fn look_up(&mut self, id: FeedId, tables: &Tables) {
        let act = &mut |_: &str, field: &mut Field| tables.enter(field);
        let feeds = &mut self.feeds;
        match id.kind {
            FeedKind::Journeys => feeds.journeys.iter_mut().for_each(|feed| feed.each(act)),
            FeedKind::Responses => feeds.responses.iter_mut().for_each(|one| one.feed.each(act)),
            FeedKind::Tally => feeds.tally.iter_mut().for_each(|feed| feed.each(act)),
            FeedKind::Summary => {
                feeds.summary.get_mut(id.number).into_iter().for_each(|feed| feed.each(act));
            }
            FeedKind::Indicators => feeds.indicators.iter_mut().for_each(|feed| feed.each(act)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const RESPONSES: FeedId = FeedId::only(FeedKind::Responses);

    fn connection(fields: &Value) -> Result<Connection, ConfigError> {
        let forms =
            json!({"path": "forms", "rows": "$.items[*]", "key": "$.id", "value": "$.title"});
        Connection::from_json(&json!({"base_url": "b", "feeds": {"responses": {
            "path": "r", "rows": "$[*]", "fields": fields, "lookups": {"forms": forms}}}}))
    }

    #[test]
    fn a_lookup_becomes_a_value_map() {
        let fields = json!({"touchpoint": {"path": "$.form", "lookup": "forms", "map": {"Desk": "desk", "x": "y"}}});
        let mut connection = connection(&fields).expect("a connection");
        assert_eq!(connection.lookups(RESPONSES).len(), 1);
        let mut table = Table::default();
        assert!(table.note("f1", &json!("Desk")) && table.note("f2", &json!("Bar")));
        assert!(table.note("f1", &json!("Desk")) && !table.note("f1", &json!("Spa")));
        connection.look_up(RESPONSES, &Tables(vec![("forms".into(), table)]));
        let responses = connection.feeds.responses.expect("responses");
        let field = responses.feed.fields.touchpoint();
        let map = json!({"f1": "desk", "f2": "Bar", "Desk": "desk", "x": "y"});
        assert_eq!(Value::Object(field.map.clone()), map);
        assert!(field.is_looked_up);
    }

    #[test]
    fn a_mistake_is_named() {
        let wrong = |fields| connection(&fields).expect_err("a fault").to_string();
        assert_eq!(
            wrong(json!({"answers": {"nps": {"path": "$.a", "lookup": "choices"}}})),
            "feeds.responses.fields.answers.nps.lookup: one of forms is wanted here"
        );
        let lookup = |json| Lookup::from_json(&json).expect_err("a fault").path;
        assert_eq!(lookup(json!({"path": "p", "rows": "$[*]", "value": "$.v"})), "key");
        assert_eq!(lookup(json!({"path": "p", "key": "$.k", "value": "$.v"})), "rows");
        assert_eq!(lookup(json!({"path": "p", "rows": "$[*]", "fields": {}})), "fields");
    }
}
