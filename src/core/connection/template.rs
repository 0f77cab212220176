//! Bodies of writes: JSON with places that a record fills.

use super::config::Fault;
use super::node::{Node, Written};
use super::reversed::is_one_to_one;
use super::{ConfigError, DateForm, Selector, Step, TextForm};
use serde_json::{Map, Value};

/// What is said beside the path of a place that changes what it finds.
const BESIDE: [&str; 3] = ["map", "date", "form"];

/// JSON with places that a record fills. A text that begins with `$` is a JSONPath into the record, just as reading
/// has them; `$$` begins a text that is one dollar shorter. An object of a `path` and a `map` or a `date` says the
/// API's own words for what is there, with a `form` it is a text that holds JSON. What the record does not have is left out, and so is an object or list that is
/// made of such places alone.
#[derive(Clone, Debug)]
pub enum Template {
    /// A value as it stands.
    Literal(Value),
    /// A place that the record fills.
    Place(TemplatePlace),
    /// A list.
    List(Vec<Template>),
    /// An object.
    Object(Vec<(String, Template)>),
}

/// A place that a record fills.
#[derive(Clone, Debug)]
pub struct TemplatePlace {
    /// Where in the record.
    pub path: Selector,
    /// Words of the API by what they stand for, as reading has them.
    pub map: Map<String, Value>,
    /// How a date is written.
    pub date: DateForm,
    /// How what is there is written as JSON in a text, where the API keeps it so.
    pub form: Option<TextForm>,
}

impl Template {
    /// True when one of its places is in this member of a record.
    pub fn asks_for(&self, member: &str) -> bool {
        match self {
            Self::Literal(_) => false,
            Self::Place(place) => place.is_in(member),
            Self::List(items) => items.iter().any(|item| item.asks_for(member)),
            Self::Object(members) => members.iter().any(|(_, inner)| inner.asks_for(member)),
        }
    }
}

impl TemplatePlace {
    fn is_in(&self, member: &str) -> bool {
        match self.path.steps().first() {
            Some(Step::Key(name)) => name == member,
            _ => true,
        }
    }
}

impl Written for Template {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        match node.json() {
            Value::String(text) if text.starts_with("$$") => Ok(Self::Literal(text[1..].into())),
            Value::String(text) if text.starts_with('$') => place(node).map(Self::Place),
            Value::Object(members) if is_place(members) => worded(node).map(Self::Place),
            Value::Object(_) => {
                let inner = |(name, node): (String, Node)| Ok((name, Self::read(&node)?));
                node.each()?.into_iter().map(inner).collect::<Result<_, _>>().map(Self::Object)
            }
            Value::Array(_) => Vec::read(node).map(Self::List),
            value => Ok(Self::Literal(value.clone())),
        }
    }
}

fn place(node: &Node) -> Result<TemplatePlace, ConfigError> {
    let path = Selector::read(node)?;
    Ok(TemplatePlace { path, map: Map::new(), date: DateForm::Auto, form: None })
}

fn is_place(members: &Map<String, Value>) -> bool {
    let path = members.get("path").and_then(Value::as_str);
    let beside = |name: &String| name == "path" || BESIDE.contains(&name.as_str());
    path.is_some_and(|path| path.starts_with('$'))
        && members.len() > 1
        && members.keys().all(beside)
}

fn worded(node: &Node) -> Result<TemplatePlace, ConfigError> {
    let map = node.get("map").map_or(Ok(Map::new()), |map| map.object().cloned())?;
    if !is_one_to_one(&map) {
        return Err(node.member("map").wrong(Fault::Ambiguous));
    }
    Ok(TemplatePlace {
        path: node.required("path")?,
        map,
        date: node.or("date", DateForm::Auto)?,
        form: node.optional("form")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_mistake_is_named() {
        let wrong = |json: Value| Template::from_json(&json).expect_err("a fault").to_string();
        assert!(wrong(json!({"a": ["$.b", "$["]})).starts_with("a[1]: `$[` is not a JSONPath"));
        let both = json!({"s": {"path": "$.s", "map": {"good": 5, "best": 5}}});
        assert!(wrong(both).starts_with("s.map: two words"));
        assert!(wrong(json!({"s": {"path": "$.s", "date": "later"}})).starts_with("s.date"));
        assert!(wrong(json!({"s": {"path": "$.s", "form": "gzip"}})).starts_with("s.form"));
    }

    #[test]
    fn it_says_which_members_it_asks_for() {
        let asks = |json: Value| Template::from_json(&json).expect("a template").asks_for("row");
        assert!(asks(json!({"data": "$.row"})) && asks(json!(["$"])) && asks(json!("$.row._id")));
        assert!(!asks(json!({"data": "$.rows", "x": "row"})));
    }
}
