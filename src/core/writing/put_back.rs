//! A journey put back into the row it was read from: only what was changed is touched, so that fields nobody here
//! knows survive.

use super::level::{Kind, rows_in};
use super::place_value::{put, put_text};
use super::put_touchpoint::put_touchpoint;
use super::{WriteError, dropped};
use crate::core::connection::{JourneyFields, PersonaFields, StageFields};
use crate::core::mapping::{ProblemLog, Values, map_journeys};
use crate::core::model::{Journey, Persona, Stage};
use serde_json::Value;

/// The journey a row is read as; `None` when it is none.
pub fn journey_of(row: &Value, fields: &JourneyFields) -> Option<Journey> {
    let values = Values { rows: vec![(1, row.clone())], ..Values::default() };
    map_journeys(&values, fields, &mut ProblemLog::default()).pop()
}

/// The row with a journey put back where reading finds it: plain paths, rows inside rows, fields for each language,
/// lists in one text, value maps the other way round. What is not changed stays as it stands, known or not.
///
/// # Errors
/// When a changed value has no place in the row, or would not be read again as it is meant.
///
/// ```
/// use heartline::core::connection::{JourneyFields, Written};
/// use heartline::core::model::LocalText;
/// use heartline::core::writing::{journey_of, put_back};
/// use serde_json::json;
///
/// let fields = JourneyFields::from_json(&json!({"id": "$.key", "name": "$.title"}))?;
/// let row = json!({"key": 7, "title": "Stay", "colour": "red"});
/// let mut journey = journey_of(&row, &fields).expect("a journey");
/// journey.name = LocalText::plain("A stay");
/// let written = put_back(&row, &fields, &journey);
/// assert_eq!(written, Ok(json!({"key": 7, "title": "A stay", "colour": "red"})));
/// # Ok::<(), heartline::core::connection::ConfigError>(())
/// ```
pub fn put_back(
    row: &Value,
    fields: &JourneyFields,
    journey: &Journey,
) -> Result<Value, WriteError> {
    let before = journey_of(row, fields).ok_or(WriteError::NoRecord)?;
    let mut written = row.clone();
    put_journey(&mut written, fields, &before, journey)?;
    let read = journey_of(&written, fields).ok_or(WriteError::NoRecord)?;
    if read == *journey {
        return Ok(written);
    }
    let json = |journey: &Journey| serde_json::to_value(journey).unwrap_or_default();
    let places = dropped(&json(journey), &json(&read), None);
    Err(WriteError::NotReadBack(places.into_iter().next().unwrap_or_default()))
}

fn put_journey(
    row: &mut Value,
    fields: &JourneyFields,
    before: &Journey,
    after: &Journey,
) -> Result<(), WriteError> {
    if before.name != after.name {
        put_text(row, fields.name(), &after.name)?;
    }
    if before.scenario != after.scenario {
        put_text(row, fields.scenario(), &after.scenario)?;
    }
    if before.personas != after.personas {
        let level = &fields.personas;
        let kind = Kind { id: level.fields.id(), id_of: |persona: &Persona| persona.id.as_str() };
        let rows = rows_in(row, level, "personas")?;
        kind.put(rows, &before.personas, &after.personas, |row, before, after| {
            put_persona(row, &level.fields, before, after)
        })?;
    }
    if before.stages != after.stages {
        let level = &fields.stages;
        let kind = Kind { id: level.fields.id(), id_of: |stage: &Stage| stage.id.as_str() };
        let rows = rows_in(row, level, "stages")?;
        kind.put(rows, &before.stages, &after.stages, |row, before, after| {
            put_stage(row, &level.fields, before, after)
        })?;
    }
    Ok(())
}

fn put_persona(
    row: &mut Value,
    fields: &PersonaFields,
    before: &Persona,
    after: &Persona,
) -> Result<(), WriteError> {
    if before.id != after.id {
        put(row, fields.id(), Some(after.id.as_str().into()))?;
    }
    if before.name != after.name {
        put_text(row, fields.name(), &after.name)?;
    }
    if before.description != after.description {
        put_text(row, fields.description(), &after.description)?;
    }
    if before.segment != after.segment {
        put(row, fields.segment(), after.segment.as_deref().map(Value::from))?;
    }
    Ok(())
}

fn put_stage(
    row: &mut Value,
    fields: &StageFields,
    before: &Stage,
    after: &Stage,
) -> Result<(), WriteError> {
    if before.id != after.id {
        put(row, fields.id(), Some(after.id.as_str().into()))?;
    }
    if before.name != after.name {
        put_text(row, fields.name(), &after.name)?;
    }
    if before.touchpoints != after.touchpoints {
        let level = &fields.touchpoints;
        let kind = Kind { id: level.fields.id(), id_of: |touchpoint| touchpoint_id(touchpoint) };
        let rows = rows_in(row, level, "touchpoints")?;
        kind.put(rows, &before.touchpoints, &after.touchpoints, |row, before, after| {
            put_touchpoint(row, &level.fields, before, after)
        })?;
    }
    Ok(())
}

fn touchpoint_id(touchpoint: &crate::core::model::Touchpoint) -> &str {
    touchpoint.id.as_str()
}

#[cfg(test)]
mod tests;
