//! What a record makes of the templates of a write.

use super::WriteError;
use crate::core::calendar::FixedZone;
use crate::core::connection::{DateForm, PathTemplate, Template, TemplatePlace, reversed};
use crate::core::mapping::{Scalar, moment};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};

/// What needs no escape in a segment of a path (RFC 3986, 2.3).
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// What a record makes of a body: an empty object, where the record has nothing of what is wanted.
///
/// ```
/// use heartline::core::connection::{Template, Written};
/// use heartline::core::writing::fill;
/// use serde_json::json;
///
/// let template = Template::from_json(&json!({"fields": {
///     "Place": "$.touchpoint", "Source": "web", "Note": "$.comment", "Price": "$$5",
///     "Score": {"path": "$.answers.csat", "map": {"非常满意": 5}},
///     "When": {"path": "$.submitted_at", "date": "epoch_seconds"},
/// }}))?;
/// let record = json!({
///     "touchpoint": "desk", "submitted_at": "2026-10-31T15:30:00Z", "answers": {"csat": 5},
/// });
/// assert_eq!(fill(&template, &record), json!({"fields": {
///     "Place": "desk", "Source": "web", "Price": "$5", "Score": "非常满意", "When": 1793460600,
/// }}));
/// # Ok::<(), heartline::core::connection::ConfigError>(())
/// ```
pub fn fill(template: &Template, record: &Value) -> Value {
    filled(template, record).unwrap_or_else(|| Value::Object(Map::new()))
}

fn filled(template: &Template, record: &Value) -> Option<Value> {
    match template {
        Template::Literal(value) => Some(value.clone()),
        Template::Place(place) => found(place, record),
        Template::List(items) => {
            let filled: Vec<_> = items.iter().filter_map(|item| filled(item, record)).collect();
            (!filled.is_empty() || items.is_empty()).then_some(Value::Array(filled))
        }
        Template::Object(members) => object(members, record),
    }
}

/// An object all of whose places are empty is none, whatever else stands in it: `{"question": "q1", "value": …}`
/// without a value is no answer.
fn object(members: &[(String, Template)], record: &Value) -> Option<Value> {
    let is_open = |inner: &Template| !matches!(inner, Template::Literal(_));
    let one = |(name, inner): &(String, Template)| {
        Some((name.clone(), is_open(inner), filled(inner, record)?))
    };
    let filled: Vec<_> = members.iter().filter_map(one).collect();
    let has_places = members.iter().any(|(_, inner)| is_open(inner));
    let is_filled = filled.iter().any(|(_, is_open, _)| *is_open);
    let made = || filled.into_iter().map(|(name, _, value)| (name, value)).collect();
    (is_filled || !has_places).then(made)
}

fn found(place: &TemplatePlace, record: &Value) -> Option<Value> {
    let found = place.path.first(record).filter(|found| !found.is_null())?;
    // The map was seen to be one to one when it was read.
    let word = reversed(&place.map, found).unwrap_or_else(|_| found.clone());
    let word = dated(&word, place.date).unwrap_or(word);
    Some(place.form.map(|form| form.close(&word).into()).unwrap_or(word))
}

/// A date in another form than ISO 8601; nothing where it is to stay as it is, or is none.
pub(super) fn dated(value: &Value, form: DateForm) -> Option<Value> {
    let at = || Some(moment(Scalar::of(value)?, DateForm::Auto, &FixedZone::default())?.at);
    match form {
        DateForm::Auto => None,
        DateForm::EpochSeconds => at().map(|at| at.seconds().into()),
        DateForm::EpochMillis => at().map(|at| at.0.into()),
    }
}

/// The address for a record. What is filled in is escaped, so that it stays one segment.
///
/// # Errors
/// When the record has nothing, or something blank, for one of the places.
///
/// ```
/// use heartline::core::connection::{PathTemplate, Written};
/// use heartline::core::writing::address;
/// use serde_json::json;
///
/// let path = PathTemplate::from_json(&json!("surveys/{id}?rev={$.row._rev}"))?;
/// let record = json!({"id": "a/b", "row": {"_rev": "1-x"}});
/// assert_eq!(address(&path, &record).ok().as_deref(), Some("surveys/a%2Fb?rev=1-x"));
/// assert!(address(&path, &json!({"id": ""})).is_err());
/// # Ok::<(), heartline::core::connection::ConfigError>(())
/// ```
pub fn address(path: &PathTemplate, record: &Value) -> Result<String, WriteError> {
    let mut address = String::new();
    for (text, place) in &path.pieces {
        let found = place.first(record).and_then(Scalar::of).and_then(Scalar::text);
        // A segment of dots would lead elsewhere.
        let found = found.filter(|found| *found != "." && *found != "..");
        let found = found.ok_or_else(|| WriteError::NothingAt(place.source().to_owned()))?;
        address.push_str(text);
        address.extend(utf8_percent_encode(&found, PLAIN));
    }
    Ok(address + &path.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::Written;
    use proptest::prelude::*;
    use serde_json::json;

    fn made(template: Value, record: Value) -> Value {
        fill(&Template::from_json(&template).expect("a template"), &record)
    }

    #[test]
    fn what_is_absent_is_left_out_with_what_is_made_of_it_alone() {
        let answers = json!({"data": {"a": "$.a", "list": [
            {"q": "nps", "v": "$.answers.nps"}, {"q": "csat", "v": "$.answers.csat"}, "last"],
            "none": {"x": "$.nothing"}, "empty": {}, "null": null}});
        let filled = made(answers, json!({"a": null, "answers": {"csat": 4}}));
        let expected = json!({"q": "csat", "v": 4});
        let expected = json!({"data": {"list": [expected, "last"], "empty": {}, "null": null}});
        assert_eq!(filled, expected);
        assert_eq!(made(json!("$.nothing"), json!({})), json!({}));
        assert_eq!(made(json!("$"), json!({"a": 1})), json!({"a": 1}));
    }

    #[test]
    fn an_object_with_a_path_of_its_own_is_what_it_says() {
        assert_eq!(made(json!({"path": "$.a"}), json!({"a": 1})), json!({"path": 1}));
        let literal = json!({"path": "a", "map": {}});
        assert_eq!(made(literal.clone(), json!({})), literal);
        let text = json!({"id": "$.id", "doc": {"path": "$.row", "form": "json"}});
        let expected = json!({"id": "a", "doc": r#"{"n":"\"x\""}"#});
        assert_eq!(made(text, json!({"id": "a", "row": {"n": "\"x\""}})), expected);
        let dated = json!({"d": {"path": "$.at", "date": "epoch_millis"}});
        let expected = json!({"d": 1_793_460_600_000_i64});
        assert_eq!(made(dated, json!({"at": "2026-10-31T15:30:00Z"})), expected);
    }

    #[test]
    fn no_place_leads_elsewhere() {
        let path = PathTemplate::from_json(&json!("a/{id}")).expect("a path");
        let to = |id: Value| address(&path, &json!({"id": id}));
        assert_eq!(to(json!(7)).ok().as_deref(), Some("a/7"));
        for nowhere in [json!(".."), json!("."), json!(" "), json!(null)] {
            assert_eq!(to(nowhere), Err(WriteError::NothingAt("$.id".to_owned())));
        }
    }

    proptest! {
        #[test]
        fn any_id_is_one_segment(id in "\\PC{0,8}x\\PC{0,4}") {
            let path = PathTemplate::from_json(&json!("a/{id}/b")).expect("a path");
            let filled = address(&path, &json!({"id": id})).expect("an address");
            prop_assert_eq!(filled.split('/').count(), 3);
            prop_assert!(!filled.contains(['?', '#', ' ']));
        }
    }
}
