//! Changes of a document that leave all else in it as it was.

use serde_json::{Map, Value};

/// Puts a value at a place of nested members, making those on the way; takes the member out without a value, and
/// with it whatever is empty then.
///
/// ```
/// use heartline::core::connection::put;
/// use serde_json::json;
///
/// let mut document = json!({"feeds": {}});
/// put(&mut document, &["feeds", "responses", "path"], Some(json!("surveys")));
/// assert_eq!(document, json!({"feeds": {"responses": {"path": "surveys"}}}));
/// put(&mut document, &["feeds", "responses", "path"], None);
/// assert_eq!(document, json!({}));
/// ```
pub fn put(document: &mut Value, place: &[&str], value: Option<Value>) {
    let Some((name, rest)) = place.split_first() else { return };
    if value.is_some() && !document.is_object() {
        *document = Value::Object(Map::new());
    }
    let Some(members) = document.as_object_mut() else { return };
    match (rest.is_empty(), value) {
        (true, Some(value)) => drop(members.insert((*name).to_owned(), value)),
        (true, None) => drop(members.remove(*name)),
        (false, value) => put_below(members, name, rest, value),
    }
}

fn put_below(members: &mut Map<String, Value>, name: &str, rest: &[&str], value: Option<Value>) {
    let is_taken_out = value.is_none();
    if let Some(inner) = members.get_mut(name) {
        put(inner, rest, value);
    } else if !is_taken_out {
        let mut inner = Value::Null;
        put(&mut inner, rest, value);
        members.insert(name.to_owned(), inner);
    }
    let is_empty = |inner: &Value| inner.as_object().is_some_and(Map::is_empty);
    if is_taken_out && members.get(name).is_some_and(is_empty) {
        members.remove(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_stands_beside_stays() {
        let mut document = json!({"a": {"b": 1, "c": {"d": 2}}, "x": []});
        put(&mut document, &["a", "c", "e"], Some(json!(3)));
        assert_eq!(document, json!({"a": {"b": 1, "c": {"d": 2, "e": 3}}, "x": []}));
        put(&mut document, &["a", "c", "d"], None);
        put(&mut document, &["a", "c", "e"], None);
        assert_eq!(document, json!({"a": {"b": 1}, "x": []}), "what is empty goes");
        put(&mut document, &["nowhere", "at"], None);
        assert_eq!(document, json!({"a": {"b": 1}, "x": []}));
    }

    #[test]
    fn what_is_no_object_makes_room_only_for_a_value() {
        let mut document = json!({"field": "$.a"});
        put(&mut document, &["field", "map", "good"], None);
        assert_eq!(document, json!({"field": "$.a"}));
        put(&mut document, &["field", "path"], Some(json!("$.b")));
        assert_eq!(document, json!({"field": {"path": "$.b"}}));
    }
}
