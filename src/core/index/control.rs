//! Control charts: what is common variation, and what is a signal.

use serde::{Deserialize, Serialize};

/// One point of a chart with its limits.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ControlPoint {
    /// Its value; absent where nothing was measured.
    pub value: Option<f64>,
    /// Lower limit; absent where there is none.
    pub lower: Option<f64>,
    /// Upper limit; absent where there is none.
    pub upper: Option<f64>,
    /// True when the value lies outside the limits.
    pub signal: bool,
}

/// A chart: its centre and its points, in the order given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ControlChart {
    /// The centre line, from the baseline.
    pub centre: f64,
    /// The points.
    pub points: Vec<ControlPoint>,
}

/// How far beyond a limit a value must be, as a share of what it was worked out from: roundings are no signals.
const ROUNDING: f64 = 1e-12;

impl ControlPoint {
    /// A point with its limits. `size` is how large the numbers are that value and limits were worked out from.
    pub(super) fn new(value: Option<f64>, limits: Option<(f64, f64)>, size: f64) -> Self {
        let slack = ROUNDING * size;
        let is_beyond =
            |(value, (low, high)): (f64, (f64, f64))| value < low - slack || value > high + slack;
        let signal = value.zip(limits).is_some_and(is_beyond);
        Self { value, lower: limits.map(|l| l.0), upper: limits.map(|l| l.1), signal }
    }
}
