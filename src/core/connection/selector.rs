//! A JSONPath that picks one value out of one row.

use super::ConfigError;
use super::node::{Node, Written, path};
use serde_json::Value;
use serde_json_path::{JsonPath, PathElement};

/// One step down into a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into a member of an object.
    Key(String),
    /// Into an element of an array.
    Index(usize),
}

/// The text is not a JSONPath of RFC 9535.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{path}` is not a JSONPath: {reason}")]
pub struct SelectorError {
    /// The text.
    pub path: String,
    /// What is wrong with it.
    pub reason: String,
}

/// An RFC 9535 JSONPath, split into its leading plain steps and a rest with filters or wildcards.
/// The plain steps are followed while a row is being read, so most of a row is never built.
#[derive(Clone, Debug)]
pub struct Selector {
    source: String,
    steps: Vec<Step>,
    rest: Option<JsonPath>,
}

impl Selector {
    /// Compiles a JSONPath.
    ///
    /// # Errors
    /// When the text is no JSONPath.
    pub fn parse(path: &str) -> Result<Self, SelectorError> {
        let wrong = |error: serde_json_path::ParseError| SelectorError {
            path: path.to_owned(),
            reason: error.to_string(),
        };
        JsonPath::parse(path).map_err(wrong)?;
        let (steps, rest) = plain_steps(path);
        let rest = match rest {
            "" => None,
            rest => Some(JsonPath::parse(&format!("${rest}")).map_err(wrong)?),
        };
        Ok(Self { source: path.to_owned(), steps, rest })
    }

    /// A selector of one member of the row, as the native format names its fields.
    pub fn member(name: &str) -> Self {
        Self::members(&[name])
    }

    /// A selector of a member of a member of the row.
    pub fn members(names: &[&str]) -> Self {
        let steps = names.iter().map(|name| Step::Key((*name).to_owned())).collect();
        Self { source: format!("$.{}", names.join(".")), steps, rest: None }
    }

    /// The row itself.
    pub fn row() -> Self {
        Self { source: "$".to_owned(), steps: Vec::new(), rest: None }
    }

    /// The same under another name, by which people know it: what it leads to may itself be inside of something.
    #[must_use]
    pub fn called(self, source: String) -> Self {
        Self { source, ..self }
    }

    /// The JSONPath as it was written, or what it is called.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The leading plain steps.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// True when plain steps are all there is.
    pub fn is_plain(&self) -> bool {
        self.rest.is_none()
    }

    /// The first value selected in a row.
    pub fn first<'v>(&self, row: &'v Value) -> Option<&'v Value> {
        self.first_after_steps(descend(row, &self.steps)?)
    }

    /// The first value selected, from where the plain steps lead to.
    pub fn first_after_steps<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        match &self.rest {
            None => Some(value),
            Some(rest) => rest.query(value).first(),
        }
    }

    /// Every value selected in a row.
    pub fn all<'v>(&self, row: &'v Value) -> Vec<&'v Value> {
        let Some(value) = descend(row, &self.steps) else { return Vec::new() };
        match &self.rest {
            None => vec![value],
            Some(rest) => rest.query(value).all(),
        }
    }

    /// The rows inside of a row: the elements of each array that is selected. An array that is itself an element,
    /// picked by a wildcard or a filter, is one row, not several.
    pub fn rows<'v>(&self, row: &'v Value) -> Vec<&'v Value> {
        let Some(value) = descend(row, &self.steps) else { return Vec::new() };
        let Some(rest) = &self.rest else { return elements(value) };
        let found = rest.query_located(value).into_iter();
        found
            .flat_map(|found| match found.location().last() {
                Some(PathElement::Index(_)) if !found.node().is_null() => vec![found.node()],
                _ => elements(found.node()),
            })
            .collect()
    }
}

/// The elements of an array; any other value is the only one, and null is none.
fn elements(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Null => Vec::new(),
        one => vec![one],
    }
}

impl Written for Selector {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        path(node, Selector::parse)
    }
}

fn descend<'v>(value: &'v Value, steps: &[Step]) -> Option<&'v Value> {
    steps.iter().try_fold(value, |value, step| match step {
        Step::Key(key) => value.get(key),
        Step::Index(index) => value.get(index),
    })
}

/// The leading plain steps of a well-formed JSONPath, and what is left of its text.
pub(super) fn plain_steps(path: &str) -> (Vec<Step>, &str) {
    let mut rest = path.strip_prefix('$').unwrap_or(path);
    let mut steps = Vec::new();
    while let Some((step, after)) = plain_step(rest) {
        steps.push(step);
        rest = after;
    }
    (steps, rest)
}

fn plain_step(text: &str) -> Option<(Step, &str)> {
    if let Some(name) = text.strip_prefix('.') {
        let end = name.find(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric() && c != '_');
        let (key, after) = name.split_at(end.unwrap_or(name.len()));
        return (!key.is_empty()).then(|| (Step::Key(key.to_owned()), after));
    }
    let (inner, after) = text.strip_prefix('[')?.split_once(']')?;
    if let Ok(index) = inner.parse() {
        return Some((Step::Index(index), after));
    }
    quoted(inner).map(|key| (Step::Key(key.to_owned()), after))
}

/// The text between like quotes, unless it needs unescaping (or a bracket cut it short).
fn quoted(text: &str) -> Option<&str> {
    let quote = ['\'', '"'].into_iter().find(|quote| text.starts_with(*quote))?;
    let inner = text.strip_prefix(quote)?.strip_suffix(quote)?;
    (!inner.contains(['\\', quote])).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn first(path: &str, row: &Value) -> Option<Value> {
        Selector::parse(path).expect("a JSONPath").first(row).cloned()
    }

    #[test]
    fn plain_paths_are_all_steps() {
        for path in ["$", "$.a.b_2", "$['a'][\"b c\"][3]", "$.客户.名"] {
            assert!(Selector::parse(path).expect("a JSONPath").is_plain(), "{path}");
        }
    }

    #[test]
    fn a_filter_begins_the_rest() {
        let selector = Selector::parse("$.answers[?@.id=='q1'].value").expect("a JSONPath");
        assert_eq!(selector.steps(), [Step::Key("answers".into())]);
        let row = json!({"answers": [{"id": "q0", "value": 1}, {"id": "q1", "value": 4}]});
        assert_eq!(selector.first(&row), Some(&json!(4)));
        assert_eq!(selector.first(&json!({"answers": []})), None);
        assert_eq!(selector.first(&json!({})), None);
    }

    #[test]
    fn quoted_keys_with_brackets_and_escapes_still_work() {
        let row = json!({"a]b": 1, "it's": 2, "x": {"y": [7, 8]}});
        assert_eq!(first("$['a]b']", &row), Some(json!(1)));
        assert_eq!(first(r"$['it\'s']", &row), Some(json!(2)));
        assert_eq!(first("$.x.y[1]", &row), Some(json!(8)));
        assert_eq!(first("$.x.y[-1]", &row), Some(json!(8)));
    }

    #[test]
    fn rows_inside_of_a_row_may_be_arrays_themselves() {
        let row = json!({"values": [[1, "a"], [2, "b"]], "groups": [{"list": [3]}, {"list": [4, 5]}], "one": {"x": 1}});
        let rows = |path: &str| -> Vec<Value> {
            Selector::parse(path).expect("a JSONPath").rows(&row).into_iter().cloned().collect()
        };
        assert_eq!(rows("$.values"), [json!([1, "a"]), json!([2, "b"])]);
        assert_eq!(rows("$.values[*]"), rows("$.values"));
        assert_eq!(rows("$.values[?@[0]>1]"), [json!([2, "b"])]);
        assert_eq!(rows("$.groups[*].list"), [json!(3), json!(4), json!(5)]);
        assert_eq!((rows("$.one"), rows("$.none").len()), (vec![json!({"x": 1})], 0));
    }

    #[test]
    fn what_is_no_jsonpath_is_refused_by_name() {
        let error = Selector::parse("answers.q1").expect_err("no leading $");
        assert!(error.to_string().contains("`answers.q1`"), "{error}");
    }
}
