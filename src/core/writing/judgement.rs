//! What an API's answer to a write means.

use crate::core::connection::{Selector, Veil, Write};
use crate::core::mapping::Scalar;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How much of an answer is quoted, in characters.
const QUOTED: usize = 200;

/// An answer to a write.
#[derive(Clone, Copy, Debug)]
pub struct Heard<'a> {
    /// The HTTP status; 0 for a redirect, of which a browser tells no more.
    pub status: u16,
    /// The body.
    pub body: &'a str,
}

/// What became of a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It was taken.
    Taken(Receipt),
    /// Somebody else has changed it, or it is there already.
    Conflict,
    /// It was not taken.
    Refused(Refusal),
}

/// What the API says of a record that it has taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Receipt {
    /// The record's id, if it says one.
    pub id: Option<String>,
    /// The answer, where it is JSON.
    pub answer: Option<Value>,
}

/// Why a record was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// The status says so; the beginning of what was said.
    #[error("the API answered {0}: {1}")]
    Status(u16, String),
    /// The API sends it elsewhere, to a place that the connection does not name: it is not sent there.
    #[error("the API sends the record elsewhere")]
    Redirected,
    /// The status says that all is well, the body that it is not.
    #[error("the API answered {0} and said: {1}")]
    Said(u16, String),
    /// The answer is a web page: most likely one to sign in at.
    #[error("the answer is a web page: {0}")]
    WebPage(String),
    /// The answer has no id where one must be, so that nobody knows whether the record was taken.
    #[error("the answer has no id at {0}: {1}")]
    NoId(String, String),
}

impl Refusal {
    /// That of an answer whose status says so.
    pub fn by_status(heard: Heard) -> Self {
        Self::Status(heard.status, quoted(heard.body))
    }

    /// The same, with nothing hidden left in what the API said.
    #[must_use]
    pub fn under(self, veil: &Veil) -> Self {
        match self {
            Self::Status(code, said) => Self::Status(code, veil.over(&said)),
            Self::Said(code, said) => Self::Said(code, veil.over(&said)),
            Self::WebPage(said) => Self::WebPage(veil.over(&said)),
            Self::NoId(path, said) => Self::NoId(path, veil.over(&said)),
            Self::Redirected => Self::Redirected,
        }
    }
}

/// Judges an answer: 409 and 412 are a conflict; any other status but 200 to 299 is a refusal, and so is a web page, an
/// error in the body, and an answer without the id that must be in it. An empty body is no refusal, and one that is
/// an id alone is its id.
///
/// ```
/// use heartline::core::connection::{Write, Written};
/// use heartline::core::writing::{Heard, Refusal, Verdict, judge};
/// use serde_json::json;
///
/// let write = Write::from_json(&json!({"path": "r", "id": "$.data.id", "error": "$.error"}))?;
/// let heard = |status, body| judge(&write, Heard { status, body });
/// let Verdict::Taken(receipt) = heard(201, r#"{"data": {"id": 17}}"#) else { panic!() };
/// assert_eq!(receipt.id.as_deref(), Some("17"));
/// let said = Refusal::Said(200, "no such survey".to_owned());
/// assert_eq!(heard(200, r#"{"error": "no such survey"}"#), Verdict::Refused(said));
/// assert_eq!(heard(412, ""), Verdict::Conflict);
/// # Ok::<(), heartline::core::connection::ConfigError>(())
/// ```
pub fn judge(write: &Write, heard: Heard) -> Verdict {
    let body = heard.body.trim().trim_start_matches('\u{feff}');
    match heard.status {
        409 | 412 => return Verdict::Conflict,
        200..=299 => {}
        0 | 300..=399 => return Verdict::Refused(Refusal::Redirected),
        code => return Verdict::Refused(Refusal::Status(code, quoted(body))),
    }
    if body.starts_with('<') {
        return Verdict::Refused(Refusal::WebPage(quoted(body)));
    }
    let answer = serde_json::from_str::<Value>(body).ok();
    match write
        .error
        .as_ref()
        .zip(answer.as_ref())
        .and_then(|(error, answer)| said_at(error, answer))
    {
        Some(said) => Verdict::Refused(Refusal::Said(heard.status, said)),
        None => taken(write, body, answer),
    }
}

fn taken(write: &Write, body: &str, answer: Option<Value>) -> Verdict {
    let text =
        |value: &Value| Scalar::of(value).and_then(Scalar::text).map(|text| text.into_owned());
    let alone = answer.as_ref().filter(|answer| !answer.is_object() && !answer.is_array());
    let id = match (&write.id, &answer) {
        (Some(path), Some(answer)) => path.first(answer).and_then(text),
        _ => None,
    };
    match (&write.id, id.or_else(|| alone.and_then(text))) {
        (Some(path), None) if !body.is_empty() => {
            Verdict::Refused(Refusal::NoId(path.source().to_owned(), quoted(body)))
        }
        (_, id) => Verdict::Taken(Receipt { id, answer }),
    }
}

/// What an answer says went wrong, where errors stand; nothing, false and what is empty mean that nothing did.
pub fn said_at(error: &Selector, answer: &Value) -> Option<String> {
    match error.first(answer)? {
        Value::Null | Value::Bool(false) => None,
        Value::String(text) if text.trim().is_empty() => None,
        Value::Array(items) if items.is_empty() => None,
        Value::Object(members) if members.is_empty() => None,
        Value::String(text) => Some(quoted(text)),
        other => Some(quoted(&other.to_string())),
    }
}

/// The beginning of a text, its blanks made one.
pub fn quoted(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(QUOTED).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::Written;
    use serde_json::json;

    fn judged(write: Value, status: u16, body: &str) -> Verdict {
        judge(&Write::from_json(&write).expect("a write"), Heard { status, body })
    }

    fn id(verdict: Verdict) -> Option<String> {
        match verdict {
            Verdict::Taken(receipt) => receipt.id,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn little_is_asked_of_a_success() {
        let plain = || json!({"path": "r"});
        let with_id = || json!({"path": "r", "id": "$.id"});
        assert_eq!(id(judged(plain(), 204, "")), None);
        assert_eq!(id(judged(plain(), 200, "OK")), None);
        assert_eq!(id(judged(with_id(), 204, "")), None);
        assert_eq!(id(judged(with_id(), 201, "17")).as_deref(), Some("17"));
        assert_eq!(id(judged(plain(), 201, "\"r-17\"")).as_deref(), Some("r-17"));
        assert_eq!(id(judged(with_id(), 201, r#"{"id": "r-17"}"#)).as_deref(), Some("r-17"));
    }

    #[test]
    fn what_is_no_success_is_told_apart() {
        let with = || json!({"path": "r", "id": "$.id", "error": "$.errors[0]"});
        let refused = |status, body: &str| match judged(with(), status, body) {
            Verdict::Refused(refusal) => refusal,
            other => panic!("{other:?}"),
        };
        assert_eq!(
            refused(200, " <!doctype html><p>Sign in"),
            Refusal::WebPage("<!doctype html><p>Sign in".into())
        );
        assert_eq!(refused(200, r#"{"id": 1, "errors": ["no"]}"#), Refusal::Said(200, "no".into()));
        assert_eq!(
            refused(200, r#"{"done": true}"#),
            Refusal::NoId("$.id".into(), r#"{"done": true}"#.into())
        );
        assert_eq!(refused(422, "too\n long"), Refusal::Status(422, "too long".into()));
        assert_eq!((refused(302, ""), refused(0, "")), (Refusal::Redirected, Refusal::Redirected));
        assert_eq!(judged(with(), 409, "x"), Verdict::Conflict);
    }

    #[test]
    fn an_error_that_is_empty_is_none() {
        for empty in ["null", "false", "\"\"", "[]", "{}"] {
            let body = format!(r#"{{"error": {empty}}}"#);
            assert_eq!(id(judged(json!({"path": "r", "error": "$.error"}), 200, &body)), None);
        }
    }
}
