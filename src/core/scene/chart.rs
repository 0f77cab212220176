//! A chart of lines over months: what is drawn, not how.

use crate::core::index::Estimate;
use serde::{Deserialize, Serialize};

/// What a line is drawn in, by token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ink {
    /// The main ink.
    Ink,
    /// The accent.
    Accent,
    /// A heart's colour, by its place in the loop.
    Heart(u8),
}

/// One line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChartLine {
    /// Its name.
    pub name: String,
    /// A value a category; a gap where there is none.
    pub values: Vec<Option<f64>>,
    /// Its colour.
    pub ink: Ink,
    /// True for the line the chart is about.
    pub strong: bool,
}

/// The space between two lines: an interval.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChartBand {
    /// Its name.
    pub name: String,
    /// Its lower edge.
    pub low: Vec<Option<f64>>,
    /// Its upper edge.
    pub high: Vec<Option<f64>>,
}

/// A chart of lines over categories.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChartScene {
    /// The categories, left to right.
    pub categories: Vec<String>,
    /// The lines.
    pub lines: Vec<ChartLine>,
    /// The interval of the first line.
    pub band: Option<ChartBand>,
    /// The limits the first line should keep within, drawn as lines of their own.
    pub limits: Option<ChartBand>,
    /// How many answers stand behind each value of the first line, and what is said of one that rests on few.
    pub counts: Option<(String, Vec<u64>)>,
    /// The places of the first line that are signals, with what one is called.
    pub signals: Option<(String, Vec<usize>)>,
    /// A value aimed at, or the centre, with its name.
    pub target: Option<(String, f64)>,
    /// The ends of the value axis.
    pub range: (f64, f64),
    /// What follows a value: `%`.
    pub unit: String,
}

impl ChartScene {
    /// The places of the first line whose value rests on few answers.
    pub fn thin(&self) -> Vec<usize> {
        let counts = self.counts.iter().flat_map(|(_, counts)| counts).enumerate();
        let thin = counts.filter(|(_, n)| Estimate { n: **n, ..Estimate::default() }.is_thin());
        thin.map(|(place, _)| place).collect()
    }

    /// How many decimals its values need to be told apart.
    pub fn decimals(&self) -> u8 {
        if self.range.1 - self.range.0 > 10.0 { 1 } else { 2 }
    }
}
