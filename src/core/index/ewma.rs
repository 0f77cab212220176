//! The control chart that sees small shifts.

use super::control::{ControlChart, ControlPoint};
use serde::{Deserialize, Serialize};

/// How an EWMA chart weighs and warns.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct EwmaRule {
    /// The weight of the newest value, over 0 and at most 1.
    pub lambda: f64,
    /// The limits' width in standard errors.
    pub width: f64,
}

impl Default for EwmaRule {
    /// λ = 0.2, L = 3, as textbooks advise for small shifts.
    fn default() -> Self {
        Self { lambda: 0.2, width: 3.0 }
    }
}

/// An exponentially weighted moving average: z₀ = centre, zᵢ = λxᵢ + (1 − λ)zᵢ₋₁, with limits
/// centre ± L·σ·√(λ/(2 − λ)·(1 − (1 − λ)^2i)). A gap (`None`, or what is not finite) leaves the average where it
/// is. Absent when λ is out of range, or σ or L is negative.
///
/// Source: S. Roberts, Technometrics 1 (1959). Agrees with R's qcc (`ewma`).
///
/// # Example
/// ```
/// use heartline::core::index::{EwmaRule, ewma};
/// let chart = ewma(&[Some(1.0), Some(1.0)], 0.0, 1.0, EwmaRule::default()).expect("a rule");
/// assert!((chart.points[1].value.expect("measured") - 0.36).abs() < 1e-12);
/// ```
pub fn ewma(
    values: &[Option<f64>],
    centre: f64,
    sigma: f64,
    rule: EwmaRule,
) -> Option<ControlChart> {
    let EwmaRule { lambda, width } = rule;
    if !(lambda > 0.0 && lambda <= 1.0 && sigma >= 0.0 && width >= 0.0) {
        return None;
    }
    let (mut average, mut seen) = (centre, 0);
    let points = values.iter().map(|value| {
        let Some(value) = value.filter(|value| value.is_finite()) else {
            return ControlPoint::new(None, None, 0.0);
        };
        // So written, equal values leave it exactly where it is.
        average += lambda * (value - average);
        seen += 1;
        let settled = 1.0 - (1.0 - lambda).powi(2 * seen);
        let half = width * sigma * (lambda / (2.0 - lambda) * settled).sqrt();
        let size = value.abs().max(average.abs()).max(centre.abs());
        ControlPoint::new(Some(average), Some((centre - half, centre + half)), size)
    });
    Some(ControlChart { centre, points: points.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_rule_out_of_range_draws_no_chart() {
        let of = |lambda, sigma| ewma(&[Some(1.0)], 0.0, sigma, EwmaRule { lambda, width: 3.0 });
        assert!(of(0.0, 1.0).is_none() && of(1.1, 1.0).is_none() && of(0.2, -1.0).is_none());
        assert!(of(f64::NAN, 1.0).is_none() && of(1.0, 0.0).is_some());
        let inside_out = EwmaRule { lambda: 0.2, width: -3.0 };
        assert!(ewma(&[Some(1.0)], 0.0, 1.0, inside_out).is_none());
    }

    #[test]
    fn a_gap_leaves_the_average_where_it_is() {
        let with =
            ewma(&[Some(2.0), None, Some(2.0)], 0.0, 1.0, EwmaRule::default()).expect("a rule");
        let without = ewma(&[Some(2.0), Some(2.0)], 0.0, 1.0, EwmaRule::default()).expect("a rule");
        assert_eq!(with.points[2], without.points[1]);
        assert_eq!(with.points[1].value, None);
    }

    proptest! {
        #[test]
        fn equal_values_make_no_signal(value in -1e300f64..1e300, times in 1usize..40, lambda in 0.01f64..=1.0) {
            let chart = ewma(&vec![Some(value); times], value, 0.0, EwmaRule { lambda, width: 3.0 }).expect("a rule");
            prop_assert!(chart.points.iter().all(|point| !point.signal && point.value == Some(value)));
        }

        #[test]
        fn the_average_stays_among_the_values_and_the_limits_widen(values in prop::collection::vec(-50.0f64..50.0, 1..30), lambda in 0.01f64..=1.0) {
            let given: Vec<_> = values.iter().copied().map(Some).collect();
            let chart = ewma(&given, 0.0, 2.0, EwmaRule { lambda, width: 3.0 }).expect("a rule");
            let low = values.iter().copied().fold(0.0, f64::min);
            let high = values.iter().copied().fold(0.0, f64::max);
            for point in &chart.points {
                prop_assert!(point.value.is_some_and(|value| low - 1e-9 <= value && value <= high + 1e-9));
            }
            for two in chart.points.windows(2) {
                prop_assert!(two[0].upper.zip(two[1].upper).is_some_and(|(a, b)| a <= b + 1e-12));
            }
        }
    }
}
