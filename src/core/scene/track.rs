//! Figures along a track: where each stands, in percent of its length.

use crate::core::index::{Estimate, Interval};
use serde::{Deserialize, Serialize};

/// A track from one value to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Track {
    pub(super) from: f64,
    pub(super) to: f64,
}

/// A figure on a track, in percent of its length.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// Where the figure is.
    pub at: f64,
    /// Where its interval begins and ends; absent without one.
    pub span: Option<(f64, f64)>,
}

/// A value a track names.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tick {
    /// The value.
    pub value: f64,
    /// Where it is.
    pub at: f64,
}

impl Track {
    /// Where a value is; at an end when it lies beyond.
    pub(super) fn at(self, value: f64) -> f64 {
        ((value - self.from) / (self.to - self.from) * 100.0).clamp(0.0, 100.0)
    }

    pub(super) fn span(self, ci: Interval) -> (f64, f64) {
        (self.at(ci.low), self.at(ci.high))
    }

    /// A figure, unless it has no value.
    pub(super) fn mark(self, figure: &Estimate) -> Option<Mark> {
        let span = figure.ci.map(|ci| self.span(ci));
        figure.value.map(|value| Mark { at: self.at(value), span })
    }

    /// Every value so many apart, from the first.
    pub(super) fn ticks(self, step: f64) -> Vec<Tick> {
        let count = ((self.to - self.from) / step).floor().max(0.0) as u32;
        let values = (0..=count).map(|place| self.from + f64::from(place) * step);
        values.map(|value| Tick { value, at: self.at(value) }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_track_runs_from_its_first_value_to_its_last_and_nothing_leaves_it() {
        let track = Track { from: 1.0, to: 7.0 };
        assert_eq!([1.0, 4.0, 7.0, 9.0, -2.0].map(|v| track.at(v)), [0.0, 50.0, 100.0, 100.0, 0.0]);
        let ticks: Vec<f64> = track.ticks(2.0).iter().map(|tick| tick.value).collect();
        assert_eq!(ticks, [1.0, 3.0, 5.0, 7.0]);
        assert_eq!(track.mark(&Estimate::default()), None);
    }
}
