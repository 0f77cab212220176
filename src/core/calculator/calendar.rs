//! Days, weeks and months.

use super::CalculationError;
use super::calculation::Calculation;
use super::moment::{Date, Moment, written};
use super::whole::whole;
use crate::core::calendar::{Day, OffsetTable, Transition, Week};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Local days: the day, ISO week and month each instant falls on, and how many hours that day has.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LocalDays {
    instants: Vec<Moment>,
    /// Seconds east of UTC before the first change; 0 when left out.
    #[serde(default, deserialize_with = "whole")]
    offset_seconds: i32,
    /// When clocks change, oldest first.
    #[serde(default)]
    changes: Vec<Change>,
}

/// From this instant on, this offset holds.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Change {
    from: Moment,
    /// Seconds east of UTC.
    #[serde(deserialize_with = "whole")]
    offset_seconds: i32,
}

#[derive(Serialize)]
pub(super) struct LocalDay {
    day: String,
    week: String,
    month: String,
    hours: f64,
}

impl Calculation for LocalDays {
    const NAME: &'static str = "calendar";
    type Result = Vec<LocalDay>;

    fn calculate(self) -> Result<Vec<LocalDay>, CalculationError> {
        if let Some(place) = self.changes.windows(2).position(|two| two[0].from.0 >= two[1].from.0)
        {
            let path = format!("changes[{}].from", place + 1);
            return Err(CalculationError::at(&path, "no later than the change before"));
        }
        let change = |change: &Change| Transition {
            from: change.from.0,
            offset_seconds: change.offset_seconds,
        };
        let transitions = self.changes.iter().map(change).collect();
        let zone = OffsetTable { before: self.offset_seconds, transitions };
        let local = |(place, at): (usize, &Moment)| {
            local_day(Day::of(at.0, &zone), &zone).ok_or_else(|| {
                let path = format!("instants[{place}]");
                CalculationError::at(&path, "its day lies outside of the years 1 to 9999")
            })
        };
        self.instants.iter().enumerate().map(local).collect()
    }
}

fn local_day(day: Day, zone: &OffsetTable) -> Option<LocalDay> {
    Some(LocalDay {
        day: written(day)?,
        week: Week::of(day).to_string(),
        month: day.month().to_string(),
        hours: day.hours(zone),
    })
}

/// The ISO week of each day, by the ISO week year: 2027-01-01 is in 2026-W53.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct IsoWeek {
    days: Vec<Date>,
}

#[derive(Serialize)]
pub(super) struct WeekOfDay {
    week: String,
    year: i32,
    number: u32,
    first_day: Option<String>,
    /// Null where the week ends beyond the year 9999.
    last_day: Option<String>,
}

impl Calculation for IsoWeek {
    const NAME: &'static str = "iso_week";
    type Result = Vec<WeekOfDay>;

    fn calculate(self) -> Result<Vec<WeekOfDay>, CalculationError> {
        let week_of = |day: &Date| {
            let week = Week::of(day.0);
            WeekOfDay {
                week: week.to_string(),
                year: week.year(),
                number: week.number(),
                first_day: written(week.first_day()),
                last_day: written(week.last_day()),
            }
        };
        Ok(self.days.iter().map(week_of).collect())
    }
}
