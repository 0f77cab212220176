//! What single values look like.

use crate::core::calendar::{FixedZone, Month};
use crate::core::connection::DateForm;
use crate::core::mapping::{Scalar, moment};
use crate::core::model::Lang;
use serde_json::{Map, Value};

/// Epoch seconds from 1990 on; below they would be any number.
const SECONDS: std::ops::Range<f64> = 6.31e8..4.2e9;
const MILLIS: std::ops::Range<f64> = 6.31e11..4.2e12;

/// The form of what looks like a date; `None` for what does not.
pub(super) fn date_form(value: &Value) -> Option<DateForm> {
    if let Some(number) = number(value) {
        return match number {
            _ if SECONDS.contains(&number) => Some(DateForm::EpochSeconds),
            _ if MILLIS.contains(&number) => Some(DateForm::EpochMillis),
            _ => None,
        };
    }
    let text = value.as_str().filter(|text| text.contains(['-', '/']))?;
    let found = moment(Scalar::Text(text), DateForm::Auto, &FixedZone::default());
    found.map(|_| DateForm::Auto)
}

/// True for a month, or a day of one, as grouped rows name it.
pub(super) fn is_period(value: &Value) -> bool {
    let text = value.as_str().unwrap_or_default();
    text.get(..7).and_then(Month::parse).is_some()
        && (text.len() == 7 || date_form(value) == Some(DateForm::Auto))
}

/// A number, or a text that is one.
pub(super) fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(_) | Value::String(_) => {
            Scalar::of(value)?.number(&Map::new()).ok()?.filter(|number| number.is_finite())
        }
        _ => None,
    }
}

/// A whole number, or a text that is one.
pub(super) fn whole(value: &Value) -> Option<f64> {
    number(value).filter(|number| number.fract() == 0.0)
}

/// A text that is no number, trimmed; of one in several languages the first.
pub(super) fn words(value: &Value) -> Option<&str> {
    let text = if is_local_text(value) { value.as_object()?.values().next()? } else { value };
    let words = text.as_str().map(str::trim).filter(|text| !text.is_empty())?;
    number(text).is_none().then_some(words)
}

/// True for a text in several languages, each under its tag.
pub(super) fn is_local_text(value: &Value) -> bool {
    let is_one = |(tag, text): (&String, &Value)| Lang::from_tag(tag).is_some() && text.is_string();
    value.as_object().is_some_and(|texts| !texts.is_empty() && texts.iter().all(is_one))
}

/// How wide a text is: a Chinese character says as much as two letters.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(|c| if u32::from(c) >= 0x2e80 { 2 } else { 1 }).sum()
}

/// True for a text, a number or a truth value.
pub(super) fn is_scalar(value: &Value) -> bool {
    matches!(value, Value::String(_) | Value::Number(_) | Value::Bool(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn dates_are_known_in_their_forms() {
        for (value, form) in [
            (json!("2026-10-31T15:30:00Z"), Some(DateForm::Auto)),
            (json!("2026-10-31 15:30"), Some(DateForm::Auto)),
            (json!(1_793_460_600), Some(DateForm::EpochSeconds)),
            (json!("1793460600.5"), Some(DateForm::EpochSeconds)),
            (json!(1_793_460_600_000_i64), Some(DateForm::EpochMillis)),
            (json!(2026), None),
            (json!("31/10/2026"), None),
            (json!("a-b"), None),
            (json!(true), None),
        ] {
            assert_eq!(date_form(&value), form, "{value}");
        }
        assert!(is_period(&json!("2026-10")) && is_period(&json!("2026-10-31")));
        assert!(!is_period(&json!("2026-10-xx")) && !is_period(&json!(202_610)));
    }

    #[test]
    fn numbers_may_be_texts_and_words_are_none() {
        assert_eq!(
            (whole(&json!("7")), whole(&json!(7.5)), whole(&json!("x"))),
            (Some(7.0), None, None)
        );
        assert_eq!((words(&json!(" good ")), words(&json!("9"))), (Some("good"), None));
        let local = json!({"en": "Stay", "zh-CN": "入住"});
        assert_eq!((words(&local), words(&json!({"en": 1}))), (Some("Stay"), None));
        assert!(is_local_text(&local) && !is_local_text(&json!({"en": "a", "id": "b"})));
        assert_eq!((width("ab"), width("客户")), (2, 4));
    }
}
