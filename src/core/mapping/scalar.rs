//! Single values, whatever JSON type an API chose for them.

use serde_json::{Map, Value};
use std::borrow::Cow;

/// One captured value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scalar<'a> {
    /// A number.
    Number(f64),
    /// A whole number, exactly.
    Whole(i64),
    /// A truth value.
    Bool(bool),
    /// A text.
    Text(&'a str),
    /// An array or an object, where a single value was looked for.
    Composite(&'a Value),
}

impl<'a> Scalar<'a> {
    /// A JSON value as a scalar; null is none.
    pub fn of(value: &'a Value) -> Option<Self> {
        match value {
            Value::Null => None,
            Value::Bool(truth) => Some(Self::Bool(*truth)),
            Value::Number(number) => {
                number.as_i64().map(Self::Whole).or_else(|| number.as_f64().map(Self::Number))
            }
            Value::String(text) => Some(Self::Text(text)),
            composite => Some(Self::Composite(composite)),
        }
    }

    /// The value as JSON.
    pub fn to_json(self) -> Value {
        match self {
            Self::Number(number) => Value::from(number),
            Self::Whole(number) => Value::from(number),
            Self::Bool(truth) => Value::from(truth),
            Self::Text(text) => Value::from(text),
            Self::Composite(value) => value.clone(),
        }
    }

    /// The value as text: ids are numbers in one API and text in another. Blank text is none.
    pub fn text(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()).map(Cow::from),
            Self::Whole(number) => Some(number.to_string().into()),
            Self::Number(number) => Some(number.to_string().into()),
            Self::Bool(truth) => Some(truth.to_string().into()),
            Self::Composite(value) => Some(value.to_string().into()),
        }
    }

    /// The value as a number: of a number, of its text, or of a value map's entry for its text.
    /// Blank text is no answer, `Ok(None)`.
    ///
    /// # Errors
    /// When it stands for no number.
    pub fn number(self, map: &Map<String, Value>) -> Result<Option<f64>, NotANumber> {
        let value = match self {
            _ if !map.is_empty() => return self.mapped_number(map),
            Self::Number(number) => number,
            Self::Whole(number) => number as f64,
            Self::Text(text) => match text.trim() {
                "" => return Ok(None),
                // The words NaN and Infinity stand for no number either.
                text => {
                    text.parse().ok().filter(|number: &f64| number.is_finite()).ok_or(NotANumber)?
                }
            },
            Self::Bool(_) | Self::Composite(_) => return Err(NotANumber),
        };
        Ok(Some(value))
    }

    /// The value as a truth: `true`, `1`, `"yes"` and their like.
    pub fn truth(self) -> Option<bool> {
        match self.text()?.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" | "y" | "是" => Some(true),
            "false" | "0" | "no" | "n" | "否" => Some(false),
            _ => None,
        }
    }

    fn mapped_number(self, map: &Map<String, Value>) -> Result<Option<f64>, NotANumber> {
        let Some(text) = self.text() else { return Ok(None) };
        match map.get(text.as_ref()) {
            Some(Value::Null) => Ok(None),
            Some(mapped) => {
                Scalar::of(mapped).map_or(Ok(None), |mapped| mapped.number(&Map::new()))
            }
            None => self.number(&Map::new()),
        }
    }
}

/// The value stands for no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANumber;

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn number(value: Value, map: &[(&str, Value)]) -> Result<Option<f64>, NotANumber> {
        let map = map.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect();
        Scalar::of(&value).map_or(Ok(None), |scalar| scalar.number(&map))
    }

    #[test]
    fn numbers_come_as_numbers_texts_and_words() {
        assert_eq!(number(json!(4), &[]), Ok(Some(4.0)));
        assert_eq!(number(json!(" 4.5 "), &[]), Ok(Some(4.5)));
        let words = [("非常满意", json!(5)), ("offered", json!(null))];
        assert_eq!(number(json!("非常满意"), &words), Ok(Some(5.0)));
        assert_eq!(number(json!("offered"), &words), Ok(None));
        assert_eq!(number(json!(3), &words), Ok(Some(3.0)));
    }

    #[test]
    fn blank_and_null_are_no_answer_but_words_are_wrong() {
        assert_eq!(number(json!(""), &[]), Ok(None));
        assert_eq!(number(json!(null), &[]), Ok(None));
        for wrong in
            [json!("good"), json!([1]), json!(true), json!("4,5"), json!("NaN"), json!("Infinity")]
        {
            assert_eq!(number(wrong.clone(), &[]), Err(NotANumber), "{wrong}");
        }
    }

    #[test]
    fn big_ids_keep_every_digit() {
        let id = json!(9007199254740993_i64);
        assert_eq!(Scalar::of(&id).and_then(Scalar::text).as_deref(), Some("9007199254740993"));
    }
}
