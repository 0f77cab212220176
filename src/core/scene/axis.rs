//! A value axis: round ends, round ticks.

use crate::core::order::within;
use serde::{Deserialize, Serialize};

/// Spaces between ticks that are aimed at.
const SPACES: f64 = 5.0;

/// A value axis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    /// Where it begins.
    pub low: f64,
    /// Where it ends.
    pub high: f64,
    /// The values that are marked, both ends among them.
    pub ticks: Vec<f64>,
}

impl Axis {
    /// The shortest axis with round ends that holds all values, within `least` and `greatest`. Without values it
    /// is as long as can be; values that are all alike get a step on either side.
    ///
    /// # Example
    /// ```
    /// use heartline::core::scene::Axis;
    /// let axis = Axis::over([61.0, 93.0], (0.0, 100.0));
    /// assert_eq!(axis.ticks, [60.0, 70.0, 80.0, 90.0, 100.0]);
    /// assert_eq!(axis.place(80.0), 0.5);
    /// ```
    pub fn over(values: impl IntoIterator<Item = f64>, (least, greatest): (f64, f64)) -> Self {
        let ends = values.into_iter().fold(None, |ends: Option<(f64, f64)>, value| {
            Some(ends.map_or((value, value), |(low, high)| (low.min(value), high.max(value))))
        });
        let (low, high) = ends.unwrap_or((least, greatest));
        let alike = low == high;
        let step = round_step(if alike { greatest - least } else { high - low } / SPACES);
        let pad = if alike { step } else { 0.0 };
        let first = ((low - pad).max(least) / step + SLACK).floor();
        let last = ((high + pad).min(greatest) / step - SLACK).ceil();
        let at = |place: f64| within(place * step, least, greatest);
        let ticks = (0..=(last - first) as u32).map(|place| at(first + f64::from(place))).collect();
        Self { low: at(first), high: at(last), ticks }
    }

    /// How far along the axis a value is: 0 at its low end, 1 at its high end. Values beyond are at the ends.
    pub fn place(&self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }
}

/// A value this near to a tick lies on it: dividing by a step of 0.2 is not exact.
const SLACK: f64 = 1e-9;

/// The smallest of 1, 2 and 5 times a power of ten that is not under a length.
fn round_step(length: f64) -> f64 {
    let power = 10_f64.powf(length.log10().floor());
    [1.0, 2.0, 5.0]
        .into_iter()
        .map(|digit| digit * power)
        .find(|step| *step >= length - SLACK)
        .unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn without_spread_there_is_still_an_axis() {
        let all = Axis::over([], (0.0, 100.0));
        assert_eq!((all.low, all.high), (0.0, 100.0));
        let one = Axis::over([7.0], (1.0, 10.0));
        assert!(one.low < 7.0 && 7.0 < one.high, "{one:?}");
    }

    #[test]
    fn small_scales_have_small_steps() {
        let axis = Axis::over([-0.3, 0.6], (-1.0, 1.0));
        assert_eq!(axis.ticks.len(), 6, "{axis:?}");
        assert!((axis.low + 0.4).abs() < 1e-9 && (axis.high - 0.6).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn it_holds_its_values_and_few_ticks(values in prop::collection::vec(-100.0f64..100.0, 1..9)) {
            let axis = Axis::over(values.iter().copied(), (-100.0, 100.0));
            for value in values {
                prop_assert!(axis.low - 1e-6 <= value && value <= axis.high + 1e-6, "{axis:?} {value}");
            }
            prop_assert!(axis.low < axis.high && (2..=8).contains(&axis.ticks.len()), "{axis:?}");
        }
    }
}
