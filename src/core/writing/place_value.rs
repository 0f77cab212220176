//! A value of a record at the place of a row where reading finds it.

use super::WriteError;
use super::fill::dated;
use crate::core::connection::{Field, Selector, Step, reversed};
use crate::core::model::LocalText;
use serde_json::{Map, Value};

/// Words for true and false that APIs use: who writes one reads the other.
const TRUTHS: [(&str, &str); 4] = [("yes", "no"), ("y", "n"), ("1", "0"), ("是", "否")];

/// Puts a single value where the field finds it; what is absent is emptied there.
pub(super) fn put(row: &mut Value, field: &Field, value: Option<Value>) -> Result<(), WriteError> {
    let word = match &value {
        Some(value) => {
            let ambiguous = |_| WriteError::Ambiguous(field.path.source().to_owned());
            let word = reversed(&field.map, value).map_err(ambiguous)?;
            Some(dated(&word, field.date).unwrap_or(word))
        }
        None => None,
    };
    set(row, &field.path, word)
}

/// Puts a text where the field finds it, each language in its own place where it has one.
pub(super) fn put_text(row: &mut Value, field: &Field, text: &LocalText) -> Result<(), WriteError> {
    if field.languages.is_empty() {
        return set(row, &field.path, spoken(field.path.first(row), text));
    }
    let is_known = |tag: &str| field.languages.iter().any(|(known, _)| known == tag);
    if let Some((tag, _)) = text.entries().find(|(tag, _)| !is_known(tag)) {
        return Err(WriteError::NoLanguage(field.path.source().to_owned(), tag.to_owned()));
    }
    for (tag, path) in &field.languages {
        let own = text.entries().find(|(known, _)| known == tag);
        set(row, path, own.map(|(_, text)| text.into()))?;
    }
    Ok(())
}

/// Puts a list of texts where the field finds it, as one text where it is split.
pub(super) fn put_texts(
    row: &mut Value,
    field: &Field,
    texts: &[LocalText],
) -> Result<(), WriteError> {
    let list = || texts.iter().filter_map(|text| serde_json::to_value(text).ok());
    let is_one_text = field.path.first(row).is_none_or(Value::is_string);
    let value = match &field.split {
        Some(separator) if is_one_text => {
            let plain: Vec<&str> = texts.iter().map(|text| text.get(Default::default())).collect();
            Value::from(plain.join(separator))
        }
        _ => Value::Array(list().collect()),
    };
    set(row, &field.path, Some(value))
}

/// A text as it is spoken in a row: in an object of languages what it says of others stays.
fn spoken(before: Option<&Value>, text: &LocalText) -> Option<Value> {
    let is_plain = |(tag, _): (&str, &str)| tag.is_empty();
    match before {
        Some(Value::Object(languages)) if !text.is_empty() && !text.entries().any(is_plain) => {
            let silent = languages.keys().map(|tag| (tag.clone(), Value::Null));
            let said = text.entries().map(|(tag, text)| (tag.to_owned(), text.into()));
            let all: Map<String, Value> = silent.chain(said).collect();
            Some(Value::Object(
                all.into_iter().filter(|(tag, text)| kept(languages, tag, text)).collect(),
            ))
        }
        _ if text.is_empty() => None,
        _ => serde_json::to_value(text).ok(),
    }
}

/// A language that said nothing before goes on saying it in its own way; one that said something is taken out.
fn kept(before: &Map<String, Value>, tag: &str, text: &Value) -> bool {
    !text.is_null() || before.get(tag).is_some_and(Value::is_null)
}

/// Sets what a path leads to, making the objects on the way. A value keeps the JSON type it had.
fn set(row: &mut Value, path: &Selector, value: Option<Value>) -> Result<(), WriteError> {
    let no_place = || WriteError::NoPlace(path.source().to_owned());
    if !path.is_plain() || path.steps().is_empty() {
        return Err(no_place());
    }
    if value.is_none() && path.first(row).is_none() {
        return Ok(());
    }
    let place = path.steps().iter().try_fold(row, step).ok_or_else(no_place)?;
    *place = typed(place, value);
    Ok(())
}

/// One step down; where nothing is an object is made, but no element of a list.
pub(super) fn step<'v>(at: &'v mut Value, step: &Step) -> Option<&'v mut Value> {
    if at.is_null() && matches!(step, Step::Key(_)) {
        *at = Value::Object(Map::new());
    }
    match (at, step) {
        (Value::Object(members), Step::Key(key)) => {
            Some(members.entry(key.as_str()).or_insert(Value::Null))
        }
        (Value::Array(items), Step::Index(index)) => items.get_mut(*index),
        _ => None,
    }
}

/// A value in the JSON type that stood in its place: APIs have numbers as texts, and truths as numbers.
fn typed(before: &Value, value: Option<Value>) -> Value {
    match (before, value.map(whole)) {
        (Value::String(_), None) => Value::from(""),
        (_, None) => Value::Null,
        (Value::String(_), Some(Value::Number(number))) => Value::from(number.to_string()),
        (Value::Number(_), Some(Value::Bool(truth))) => Value::from(u8::from(truth)),
        (Value::String(word), Some(Value::Bool(truth))) => Value::from(truth_like(word, truth)),
        (Value::Number(_), Some(Value::String(text))) => number(&text).unwrap_or(Value::from(text)),
        (_, Some(value)) => value,
    }
}

fn truth_like(word: &str, truth: bool) -> String {
    let word = word.trim().to_ascii_lowercase();
    let pair = TRUTHS.iter().find(|(yes, no)| word == *yes || word == *no);
    let (yes, no) = pair.copied().unwrap_or(("true", "false"));
    if truth { yes } else { no }.to_owned()
}

/// An id that is a number there and a text here.
fn number(text: &str) -> Option<Value> {
    let number: i64 = text.parse().ok()?;
    (number.to_string() == text).then(|| number.into())
}

/// A whole number without a point: some APIs take no `4.0` for a 4.
fn whole(value: Value) -> Value {
    match value.as_f64() {
        Some(number) if value.is_f64() && number.fract() == 0.0 && number.abs() < 1e15 => {
            Value::from(number as i64)
        }
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::Written;
    use serde_json::json;

    fn field(json: Value) -> Field {
        Field::from_json(&json).expect("a field")
    }

    fn after(field_json: Value, mut row: Value, value: Option<Value>) -> Result<Value, WriteError> {
        put(&mut row, &field(field_json), value).map(|()| row)
    }

    #[test]
    fn a_value_keeps_the_type_that_stood_there() {
        let put = |before: Value, value: Value| {
            after(json!("$.a"), json!({"a": before}), Some(value)).expect("a row")["a"].clone()
        };
        assert_eq!(put(json!("7"), json!(8.0)), json!("8"));
        assert_eq!(put(json!(7), json!(8.0)), json!(8));
        assert_eq!(put(json!(1), json!(false)), json!(0));
        assert_eq!(put(json!("是"), json!(false)), json!("否"));
        assert_eq!(put(json!("False"), json!(true)), json!("true"));
        assert_eq!(put(json!(7), json!("12")), json!(12));
        assert_eq!(put(json!(7), json!("007")), json!("007"));
    }

    #[test]
    fn objects_are_made_on_the_way_and_what_is_absent_is_emptied() {
        let put = |row: Value, value| after(json!("$.a.b"), row, value).expect("a row");
        assert_eq!(put(json!({"x": 1}), Some(json!(2))), json!({"x": 1, "a": {"b": 2}}));
        assert_eq!(put(json!({"x": 1}), None), json!({"x": 1}));
        assert_eq!(put(json!({"a": {"b": "t"}}), None), json!({"a": {"b": ""}}));
        assert_eq!(put(json!({"a": {"b": 3}}), None), json!({"a": {"b": null}}));
    }

    #[test]
    fn what_has_no_place_is_said() {
        let no_place = |path: &str, row: Value| after(json!(path), row, Some(json!(1)));
        for (path, row) in [
            ("$.a[?@.q=='x'].v", json!({"a": [{"q": "x", "v": 0}]})),
            ("$.a[3]", json!({"a": [1]})),
            ("$.a.b", json!({"a": "text"})),
            ("$", json!({})),
        ] {
            assert_eq!(no_place(path, row), Err(WriteError::NoPlace(path.to_owned())));
        }
        let twice = json!({"path": "$.a", "map": {"good": 1, "best": 1}});
        let ambiguous = Err(WriteError::Ambiguous("$.a".to_owned()));
        assert_eq!(after(twice, json!({}), Some(json!(1))), ambiguous);
    }

    #[test]
    fn each_language_has_its_place() {
        let both = LocalText::default().with("en", "Bill").with("zh-CN", "账单");
        let own = field(json!({"languages": {"en": "$.en", "zh-CN": "$.zh"}}));
        let mut row = json!({"en": "Old", "x": 1});
        put_text(&mut row, &own, &both).expect("a row");
        assert_eq!(row, json!({"en": "Bill", "zh": "账单", "x": 1}));
        let french = LocalText::default().with("fr", "Note");
        let no_language = Err(WriteError::NoLanguage("$.en".to_owned(), "fr".to_owned()));
        assert_eq!(put_text(&mut row, &own, &french), no_language);
        let mut row = json!({"n": {"en": "Old", "fr": null, "de": "Alt"}});
        put_text(&mut row, &field(json!("$.n")), &both).expect("a row");
        assert_eq!(row, json!({"n": {"en": "Bill", "zh-CN": "账单", "fr": null}}));
    }

    #[test]
    fn a_list_that_was_one_text_is_one_again() {
        let texts = ["slow", "dear"].map(LocalText::plain);
        let split = field(json!({"path": "$.l", "split": "; "}));
        let mut row = json!({"l": "old"});
        put_texts(&mut row, &split, &texts).expect("a row");
        assert_eq!(row, json!({"l": "slow; dear"}));
        let mut row = json!({"l": ["old"]});
        put_texts(&mut row, &split, &texts).expect("a row");
        assert_eq!(row, json!({"l": ["slow", "dear"]}));
    }
}
