//! Instants and days, as people write them.

use crate::core::calendar::{Day, Timestamp};
use chrono::DateTime;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use std::borrow::Cow;
use std::fmt;

/// An instant: RFC 3339 with its offset, or milliseconds since the epoch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment(pub(super) Timestamp);

/// A calendar day: `2026-10-25`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Date(pub(super) Day);

/// A day as it is written, if four digits do for its year: from 0001-01-01 to 9999-12-31.
pub(super) fn written(day: Day) -> Option<String> {
    let (first, last) = (Day::from_ymd(1, 1, 1)?, Day::from_ymd(9999, 12, 31)?);
    (first..=last).contains(&day).then(|| day.to_string())
}

impl JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An instant with its offset from UTC, or milliseconds since 1970-01-01T00:00:00Z.",
            "anyOf": [{"type": "string", "format": "date-time"}, {"type": "integer"}]
        })
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"description": "A day such as 2026-10-25.", "type": "string", "format": "date"})
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MomentVisitor)
    }
}

struct MomentVisitor;

impl Visitor<'_> for MomentVisitor {
    type Value = Moment;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an instant such as 2026-10-25T02:30:00+02:00, or milliseconds since 1970")
    }

    fn visit_i64<E: Error>(self, millis: i64) -> Result<Moment, E> {
        Ok(Moment(Timestamp(millis)))
    }

    fn visit_u64<E: Error>(self, millis: u64) -> Result<Moment, E> {
        let given = Unexpected::Unsigned(millis);
        let millis = i64::try_from(millis).map_err(|_| E::invalid_value(given, &self))?;
        Ok(Moment(Timestamp(millis)))
    }

    fn visit_f64<E: Error>(self, millis: f64) -> Result<Moment, E> {
        let is_whole = millis.fract() == 0.0 && millis.abs() < i64::MAX as f64;
        let whole = is_whole.then_some(millis as i64);
        whole
            .map(|millis| Moment(Timestamp(millis)))
            .ok_or_else(|| E::invalid_value(Unexpected::Float(millis), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Moment, E> {
        let read = DateTime::parse_from_rfc3339(text);
        read.map(|at| Moment(Timestamp(at.timestamp_millis())))
            .map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let day = Day::parse(&text).filter(|day| written(*day).is_some());
        day.map(Date).ok_or_else(|| {
            D::Error::custom(format!(
                "`{text}` is no day such as 2026-10-25, of the years 1 to 9999"
            ))
        })
    }
}
