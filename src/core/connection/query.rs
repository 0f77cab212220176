//! The query of an address: its parameters, written so that any text can be one.

use super::ConfigError;
use super::config::{Fault, Kind};
use super::node::{Node, Written};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::Value;

/// What needs no escape in a query (RFC 3986, 2.3).
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Parameters of a query; a name may come several times.
///
/// ```
/// use heartline::core::connection::{Parameters, Written};
/// use serde_json::json;
///
/// let query = json!({"tag": ["a&b", "好"], "limit": 100});
/// let query = Parameters::from_json(&query).expect("parameters");
/// assert_eq!(query.set_in("rows?limit=10&x=1"), "rows?x=1&limit=100&tag=a%26b&tag=%E5%A5%BD");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// One parameter.
    pub fn one(name: &str, value: &str) -> Self {
        Self(vec![(name.to_owned(), value.to_owned())])
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every value.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, value)| value.as_str())
    }

    /// These, with other values.
    #[must_use]
    pub fn filled(&self, fill: impl Fn(&str) -> String) -> Self {
        Self(self.0.iter().map(|(name, value)| (name.clone(), fill(value))).collect())
    }

    /// An address with these parameters. They take the place of those of their names that it has already.
    pub fn set_in(&self, address: &str) -> String {
        let parts = Parts::of(address);
        let others = parts.pairs().filter(|pair| !self.has(&name_of(pair)));
        parts.with(others.map(str::to_owned).chain(self.0.iter().map(written)))
    }

    /// An address with those of these parameters whose names it has not; what it says itself holds.
    pub fn add_to(&self, address: &str) -> String {
        let parts = Parts::of(address);
        let is_there = |name: &str| parts.pairs().any(|pair| name_of(pair) == name);
        let missing = self.0.iter().filter(|(name, _)| !is_there(name));
        parts.with(missing.map(written).chain(parts.pairs().map(str::to_owned)))
    }

    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }
}

/// An address without the parameters of this name.
pub fn without_parameter(address: &str, name: &str) -> String {
    let parts = Parts::of(address);
    if !parts.pairs().any(|pair| name_of(pair) == name) {
        return address.to_owned();
    }
    parts.with(parts.pairs().filter(|pair| name_of(pair) != name).map(str::to_owned))
}

/// The parts of an address around its query.
struct Parts<'a> {
    path: &'a str,
    query: &'a str,
    fragment: &'a str,
}

impl<'a> Parts<'a> {
    fn of(address: &'a str) -> Self {
        let fragment = address.find('#').unwrap_or(address.len());
        let (address, fragment) = address.split_at(fragment);
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        Self { path, query, fragment }
    }

    fn pairs(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.query.split('&').filter(|pair| !pair.is_empty())
    }

    fn with(&self, pairs: impl Iterator<Item = String>) -> String {
        let query = pairs.collect::<Vec<_>>().join("&");
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}{}", self.path, self.fragment)
    }
}

fn written((name, value): &(String, String)) -> String {
    format!("{}={}", utf8_percent_encode(name, PLAIN), utf8_percent_encode(value, PLAIN))
}

fn name_of(pair: &str) -> String {
    let name = pair.split('=').next().unwrap_or_default().replace('+', " ");
    percent_decode_str(&name).decode_utf8_lossy().into_owned()
}

/// An object: each value is a text, a number, true or false, or a list of them for a name that comes several times.
impl Written for Parameters {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        let mut parameters = Vec::new();
        for (name, value) in node.each()? {
            let values = if value.is_list() { value.elements()? } else { vec![value] };
            for value in values {
                parameters.push((name.clone(), text(&value)?));
            }
        }
        Ok(Self(parameters))
    }
}

fn text(node: &Node) -> Result<String, ConfigError> {
    match node.json() {
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => Ok(number.to_string()),
        Value::Bool(truth) => Ok(truth.to_string()),
        _ => Err(node.wrong(Fault::Expected(Kind::Parameter))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn query(json: &Value) -> Parameters {
        Parameters::from_json(json).expect("parameters")
    }

    #[test]
    fn a_parameter_joins_the_others_and_takes_the_place_of_its_own() {
        let since = Parameters::one("since", "1793460600");
        assert_eq!(since.set_in("rows"), "rows?since=1793460600");
        assert_eq!(since.set_in("rows?"), "rows?since=1793460600");
        assert_eq!(
            since.set_in("rows?since=2025&size=max&since=1#top"),
            "rows?size=max&since=1793460600#top"
        );
        assert_eq!(since.set_in("rows?sin%63e=2025"), "rows?since=1793460600");
        let odd = Parameters::one("filter[from]", "2026-10-31T15:30:00Z");
        assert_eq!(
            odd.set_in("rows?filter%5Bfrom%5D=1&a=b"),
            "rows?a=b&filter%5Bfrom%5D=2026-10-31T15%3A30%3A00Z"
        );
    }

    #[test]
    fn what_holds_everywhere_gives_way_to_what_an_address_says() {
        let usual = query(&json!({"version": 2, "limit": 10}));
        assert_eq!(usual.add_to("rows?limit=5"), "rows?version=2&limit=5");
        assert_eq!(usual.add_to("rows#top"), "rows?limit=10&version=2#top");
        assert_eq!(query(&json!({})).add_to("rows?a"), "rows?a");
    }

    #[test]
    fn a_parameter_can_be_taken_out() {
        assert_eq!(without_parameter("rows?key=1&a=b&key", "key"), "rows?a=b");
        assert_eq!(without_parameter("rows?key=1#top", "key"), "rows#top");
        assert_eq!(without_parameter("rows?&a=b", "key"), "rows?&a=b", "else it stays as it is");
    }

    #[test]
    fn values_are_plain_and_lists_repeat_their_name() {
        let all = query(&json!({"a": [1, 2.5, "x y"], "b": true, "c": "", "d": []}));
        assert_eq!(all.set_in("r"), "r?a=1&a=2.5&a=x%20y&b=true&c=");
        let wrong = |json| Parameters::from_json(&json).expect_err("a fault").path;
        assert_eq!(wrong(json!({"a": {"b": 1}})), "a");
        assert_eq!(wrong(json!({"a": [1, null]})), "a[1]");
        assert_eq!(wrong(json!(["a"])), "");
    }

    proptest! {
        #[test]
        fn any_text_arrives_as_it_was(name in "\\PC{1,12}", value in "\\PC{0,12}") {
            let address = Parameters::one(&name, &value).set_in("rows?x=1#top");
            let pair = Parts::of(&address).pairs().nth(1).expect("the second");
            let (own, sent) = pair.split_once('=').expect("a pair");
            let read = |text| percent_decode_str(text).decode_utf8().expect("text").into_owned();
            prop_assert_eq!((read(own), read(sent)), (name.clone(), value));
            prop_assert_eq!(without_parameter(&address, &name), if name == "x" { "rows#top" } else { "rows?x=1#top" });
        }
    }
}
