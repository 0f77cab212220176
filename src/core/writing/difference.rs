//! What differs between two JSON values.

use serde_json::{Map, Value};

/// The places, as JSONPaths, at which something that was sent is not there in what was read again, or is another
/// value there. With what stood there before only what was changed is looked for. A number and its text are the same.
///
/// ```
/// use heartline::core::writing::dropped;
/// use serde_json::json;
///
/// let sent = json!({"touchpoint": "desk", "comment": "slow", "answers": {"nps": 9}});
/// let read = json!({"id": 7, "touchpoint": "desk", "answers": {"nps": "9"}});
/// assert_eq!(dropped(&sent, &read, None), ["$.comment"]);
/// ```
pub fn dropped(sent: &Value, read: &Value, before: Option<&Value>) -> Vec<String> {
    let mut places = Vec::new();
    look(sent, Some(read), before, "$", &mut places);
    places
}

fn look(
    sent: &Value,
    read: Option<&Value>,
    before: Option<&Value>,
    path: &str,
    out: &mut Vec<String>,
) {
    if before == Some(sent) {
        return;
    }
    let inside = |step: &str| format!("{path}{step}");
    match (sent, read) {
        (Value::Null, None | Some(Value::Null)) => {}
        (Value::Object(members), Some(read @ Value::Object(_))) => {
            for (name, value) in members {
                let before = before.and_then(|before| before.get(name));
                look(value, read.get(name), before, &inside(&format!(".{name}")), out);
            }
        }
        (Value::Array(items), Some(Value::Array(read))) if items.len() == read.len() => {
            for (place, (value, read)) in items.iter().zip(read).enumerate() {
                let before = before.and_then(|before| before.get(place));
                look(value, Some(read), before, &inside(&format!("[{place}]")), out);
            }
        }
        (sent, Some(read)) if is_same(sent, read) => {}
        _ => out.push(path.to_owned()),
    }
}

fn is_same(one: &Value, other: &Value) -> bool {
    let number = |value: &Value| match value {
        Value::String(text) => text.parse().ok(),
        value => value.as_f64(),
    };
    one == other || number(one).is_some_and(|one| number(other) == Some(one))
}

/// The members of a row that differ from those before: what a PATCH says.
pub fn changed_members(before: &Value, after: &Value) -> Value {
    let members = after.as_object().into_iter().flatten();
    let changed = members.filter(|(name, value)| before.get(name.as_str()) != Some(value));
    Value::Object(changed.map(|(name, value)| (name.clone(), value.clone())).collect::<Map<_, _>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_was_changed_is_looked_for() {
        let before = json!({"rev": 1, "name": "a", "list": [{"x": 1}, {"x": 2}]});
        let sent = json!({"rev": 1, "name": "b", "list": [{"x": 1}, {"x": 3}]});
        let read = json!({"rev": 2, "name": "b", "list": [{"x": 9}, {"x": 2}]});
        assert_eq!(dropped(&sent, &read, Some(&before)), ["$.list[1].x"]);
        assert_eq!(dropped(&sent, &json!({"rev": 1}), None), ["$.list", "$.name"]);
        assert_eq!(dropped(&json!({"a": null}), &json!({}), None), [""; 0]);
        assert_eq!(dropped(&json!([1, 2]), &json!([1]), None), ["$"]);
    }

    #[test]
    fn a_patch_has_the_members_that_changed() {
        let (before, after) =
            (json!({"a": 1, "b": {"c": 1}}), json!({"a": 1, "b": {"c": 2}, "d": null}));
        assert_eq!(changed_members(&before, &after), json!({"b": {"c": 2}, "d": null}));
    }
}
