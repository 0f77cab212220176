//! Operational indicators: measures over time, with a target.

use super::{Heart, IndicatorId, LocalText};
use crate::core::calendar::Month;
use serde::{Deserialize, Serialize};

/// Which way is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// More is better.
    #[default]
    Higher,
    /// Less is better.
    Lower,
}

/// Where an indicator's value comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// From its own readings.
    #[default]
    Readings,
    /// The share of satisfied answers, in percent, from the responses.
    Csat,
    /// The net promoter score, in points, from the responses.
    Nps,
}

/// The values that stand for 0 and for 100. With `Direction::Lower`, `zero` is the larger one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Goalposts {
    /// Scores 0.
    pub zero: f64,
    /// Scores 100.
    pub hundred: f64,
}

/// One value of an indicator in one month, in the indicator's unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The month measured.
    pub month: Month,
    /// The value.
    pub value: f64,
}

/// An operational measure over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Its id.
    pub id: IndicatorId,
    /// The heart it speaks for; `None` for an outcome that speaks for none alone.
    pub heart: Option<Heart>,
    /// Its name.
    pub name: LocalText,
    /// The unit of its values, as printed after a number: `%`, `min`.
    pub unit: LocalText,
    /// Which way is better.
    pub direction: Direction,
    /// The value before improvement began.
    pub baseline: Option<f64>,
    /// The value aimed at.
    pub target: Option<f64>,
    /// The values that score 0 and 100; without them it has no score.
    pub goalposts: Option<Goalposts>,
    /// Its weight in the health index; 0 keeps it out.
    pub weight: f64,
    /// Where its value comes from.
    pub source: Source,
    /// True for the rate at which a taught behaviour is shown: alerts go by its bands.
    pub behaviour_rate: bool,
    /// Its values, one a month at most, oldest first.
    pub readings: Vec<Reading>,
}

impl Indicator {
    /// Takes up readings of months that it has none of.
    pub fn join(&mut self, other: &Self) {
        let known: Vec<Month> = self.readings.iter().map(|reading| reading.month).collect();
        let new = other.readings.iter().filter(|reading| !known.contains(&reading.month));
        self.readings.extend(new);
        self.readings.sort_by_key(|reading| reading.month);
    }

    /// An indicator of which only the id is known: no readings, no weight.
    pub fn unknown(id: IndicatorId) -> Self {
        Self {
            id,
            heart: None,
            name: LocalText::default(),
            unit: LocalText::default(),
            direction: Direction::Higher,
            baseline: None,
            target: None,
            goalposts: None,
            weight: 0.0,
            source: Source::Readings,
            behaviour_rate: false,
            readings: Vec::new(),
        }
    }

    /// The value of one month from the indicator's own readings.
    pub fn reading(&self, month: Month) -> Option<f64> {
        self.readings.iter().find(|reading| reading.month == month).map(|reading| reading.value)
    }

    /// The newest reading no later than `month`, with its month.
    pub fn reading_until(&self, month: Month) -> Option<Reading> {
        self.readings.iter().rev().find(|reading| reading.month <= month).copied()
    }
}
