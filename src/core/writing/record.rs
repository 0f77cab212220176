//! Records as templates see them: native JSON, with the key of the attempt and the row.

use super::place_value::{put, put_text};
use super::{WriteError, put_back};
use crate::core::connection::{JourneyFields, ResponseFields};
use crate::core::model::{Case, Journey, LocalText, NewResponse};
use serde_json::{Map, Value, json};

/// A response as templates see it: `touchpoint`, `submitted_at` (ISO 8601), `journey`, `segment`, `channel`, `team`,
/// `customer`, `answers` by question, `comment`, and `key`, by which it is known again. What was not said is not there.
pub fn response_record(response: &NewResponse, key: &str) -> Value {
    let answers = response.answers.iter();
    let answers: Map<_, _> =
        answers.map(|(question, answer)| (question.to_string(), number(*answer))).collect();
    without_nothing(json!({
        "key": key,
        "touchpoint": response.touchpoint.as_str(),
        "submitted_at": response.submitted_at.iso(),
        "journey": response.journey.as_ref().map(|journey| journey.as_str()),
        "segment": response.segment,
        "channel": response.channel,
        "team": response.team,
        "customer": response.customer,
        "answers": answers,
        "comment": response.comment,
    }))
}

/// A response as a row, with each value where reading finds it.
///
/// # Errors
/// When a value has no place: a path with filters picks one out, but does not say where one goes.
///
/// ```
/// use heartline::core::connection::{ResponseFields, Written};
/// use heartline::core::model::{NewResponse, QuestionId, TouchpointId};
/// use heartline::core::writing::response_row;
/// use serde_json::json;
///
/// let fields = ResponseFields::from_json(&json!({
///     "touchpoint": "$.where.id", "submitted_at": {"path": "$.when", "date": "epoch_seconds"},
///     "answers": {"csat": {"path": "$.mood", "map": {"good": 5}}},
/// }))?;
/// let mut response = NewResponse { touchpoint: TouchpointId::new("desk"), ..NewResponse::default() };
/// response.answers = vec![(QuestionId::new("csat"), 5.0), (QuestionId::new("nps"), 9.0)];
/// let row = json!({"where": {"id": "desk"}, "when": 0, "mood": "good", "answers": {"nps": 9}});
/// assert_eq!(response_row(&response, &fields), Ok(row));
/// # Ok::<(), heartline::core::connection::ConfigError>(())
/// ```
pub fn response_row(response: &NewResponse, fields: &ResponseFields) -> Result<Value, WriteError> {
    let mut row = Value::Object(Map::new());
    let submitted_at = Some(response.submitted_at.iso().into());
    put(&mut row, fields.touchpoint(), Some(response.touchpoint.as_str().into()))?;
    put(&mut row, fields.submitted_at(), submitted_at)?;
    for (field, value) in [
        (fields.segment(), &response.segment),
        (fields.channel(), &response.channel),
        (fields.team(), &response.team),
    ] {
        put(&mut row, field, value.as_deref().map(Value::from))?;
    }
    for (question, answer) in &response.answers {
        put(&mut row, &fields.answer(question.as_str()), Some(number(*answer)))?;
    }
    if let Some(comment) = &response.comment {
        put_text(&mut row, fields.comment(), &LocalText::plain(comment))?;
    }
    Ok(row)
}

/// A journey as templates see it: the native document, the `row` it is put back into, and `key`.
///
/// # Errors
/// As [`put_back`].
pub fn journey_record(
    row: &Value,
    fields: &JourneyFields,
    journey: &Journey,
    key: &str,
) -> Result<Value, WriteError> {
    let row = put_back(row, fields, journey)?;
    let mut record = serde_json::to_value(journey).map_err(|_| WriteError::NotJson)?;
    if let Some(members) = record.as_object_mut() {
        members.insert("row".to_owned(), row);
        members.insert("key".to_owned(), key.into());
    }
    Ok(record)
}

/// A case as templates see it: `opened_at`, `touchpoint`, `severity`, `owner`, `status`, `due`, `cause`, `action`, and
/// `key`. The `row` is all of that but the key.
pub fn case_record(case: &Case, key: &str) -> Value {
    let said =
        |text: &LocalText| (!text.is_empty()).then(|| serde_json::to_value(text).ok()).flatten();
    let row = without_nothing(json!({
        "id": case.id.as_ref().map(|id| id.as_str()),
        "opened_at": case.opened_at.iso(),
        "touchpoint": case.touchpoint.as_str(),
        "severity": case.severity,
        "owner": said(&case.owner),
        "status": case.status,
        "due": case.due.map(|due| due.iso()),
        "cause": said(&case.cause),
        "action": said(&case.action),
    }));
    let mut record = row.clone();
    if let Some(members) = record.as_object_mut() {
        members.insert("row".to_owned(), row);
        members.insert("key".to_owned(), key.into());
    }
    record
}

fn without_nothing(mut record: Value) -> Value {
    if let Some(members) = record.as_object_mut() {
        members.retain(|_, value| !value.is_null());
    }
    record
}

/// A whole number without a point.
fn number(number: f64) -> Value {
    match number.fract() == 0.0 && number.abs() < 1e15 {
        true => Value::from(number as i64),
        false => Value::from(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::calendar::Timestamp;
    use crate::core::connection::Written;
    use crate::core::model::{QuestionId, TouchpointId};

    #[test]
    fn what_was_not_said_is_not_there() {
        let response = NewResponse {
            touchpoint: TouchpointId::new("desk"),
            submitted_at: Timestamp(1_793_460_600_000),
            answers: vec![(QuestionId::new("nps"), 9.0)],
            ..NewResponse::default()
        };
        let expected = json!({"key": "k", "touchpoint": "desk", "submitted_at": "2026-10-31T15:30:00Z", "answers": {"nps": 9}});
        assert_eq!(response_record(&response, "k"), expected);
        let case = Case { touchpoint: TouchpointId::new("desk"), ..Case::default() };
        let row = json!({"opened_at": "1970-01-01T00:00:00Z", "touchpoint": "desk", "severity": "medium", "status": "open"});
        assert_eq!(case_record(&case, "k")["row"], row);
    }

    #[test]
    fn an_answer_that_is_picked_out_has_no_place() {
        let fields = json!({"answers": {"nps": "$.a[?@.q=='nps'].v"}});
        let fields = ResponseFields::from_json(&fields).expect("fields");
        let answers = vec![(QuestionId::new("nps"), 9.0)];
        let response = NewResponse { answers, ..NewResponse::default() };
        let no_place = WriteError::NoPlace("$.a[?@.q=='nps'].v".to_owned());
        assert_eq!(response_row(&response, &fields), Err(no_place));
    }
}
