//! Alerts: what is off, by how much, and until when somebody must act.

use super::{Colour, Due};
use crate::core::calendar::Day;
use crate::core::index::Estimate;
use crate::core::model::{IndicatorId, TouchpointId};
use serde::{Deserialize, Serialize};

/// What an alert is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// An operational indicator.
    Indicator(IndicatorId),
    /// A touchpoint.
    Touchpoint(TouchpointId),
    /// A team.
    Team(String),
}

/// Which figure an alert names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The indicator's own value, in its unit.
    Value,
    /// Share satisfied, in percent.
    Csat,
    /// Net promoter score, in points.
    Nps,
}

/// What a figure is held against.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reference {
    /// The value aimed at.
    Target(f64),
    /// The value it used to have.
    Baseline(f64),
}

impl Reference {
    /// The value itself.
    ///
    /// # Example
    /// ```
    /// use heartline::core::hearts::Reference;
    /// assert_eq!(Reference::Baseline(82.0).value(), 82.0);
    /// ```
    pub fn value(self) -> f64 {
        match self {
            Reference::Target(value) | Reference::Baseline(value) => value,
        }
    }
}

/// The rule that raised an alert.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Off its reference by this many percent, in the bad direction.
    Deviation {
        /// What it is held against.
        from: Reference,
        /// By how much, in percent of the reference.
        percent: f64,
    },
    /// A behaviour rate in a band.
    Band {
        /// The rate aimed at, in percent.
        target: f64,
    },
    /// Worse two months in a row.
    Decline {
        /// The value two months before.
        from: f64,
    },
    /// A touchpoint's NPS 30 % under its benchmark on three days running: find the root cause.
    Benchmark {
        /// The benchmark, in points.
        benchmark: f64,
    },
}

/// One alert.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alert {
    /// How urgent.
    pub colour: Colour,
    /// About what.
    pub subject: Subject,
    /// Which figure of it.
    pub measure: Measure,
    /// The figure, with its n and interval where it has them.
    pub figure: Estimate,
    /// Why.
    pub rule: Rule,
    /// The day it was raised: the last day of what it looks at.
    pub raised: Day,
    /// Until when.
    pub due: Due,
}
