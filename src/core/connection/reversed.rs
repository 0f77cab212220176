//! Value maps the other way round: from what a record says to the API's own word for it.

use serde_json::{Map, Value};

/// Two words stand for the same value, so that nobody can tell which to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("two words stand for the same value")]
pub struct Ambiguous;

/// The word that stands for a value in a map such as `{"非常满意": 5}`; the value itself where no word does.
///
/// # Errors
/// When more than one word stands for it.
///
/// ```
/// use heartline::core::connection::{Ambiguous, reversed};
/// use serde_json::json;
///
/// let words = json!({"good": 5, "fine": 4, "all right": 4});
/// let words = words.as_object().expect("a map");
/// assert_eq!(reversed(words, &json!(5.0)), Ok(json!("good")));
/// assert_eq!(reversed(words, &json!(1)), Ok(json!(1)));
/// assert_eq!(reversed(words, &json!(4)), Err(Ambiguous));
/// ```
pub fn reversed(map: &Map<String, Value>, value: &Value) -> Result<Value, Ambiguous> {
    let mut words = map.iter().filter(|(_, meaning)| is_same(meaning, value));
    match (words.next(), words.next()) {
        (None, _) => Ok(value.clone()),
        (Some((word, _)), None) => Ok(Value::from(word.as_str())),
        _ => Err(Ambiguous),
    }
}

/// True when no two words stand for the same value.
pub(super) fn is_one_to_one(map: &Map<String, Value>) -> bool {
    map.values().all(|value| reversed(map, value).is_ok())
}

/// Numbers are the same however they are written.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => one == other,
        _ => one == other,
    }
}
