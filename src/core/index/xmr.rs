//! The control chart of single values.

use super::control::{ControlChart, ControlPoint};
use serde::{Deserialize, Serialize};

/// Mean of the moving range over sigma, for ranges of two.
const D2: f64 = 1.128;

/// Upper limit of a moving range over its mean.
const D4: f64 = 3.267;

/// An XmR chart of single values: the values, and how much each differs from the one before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Xmr {
    /// The values, x̄ ± 3·MR̄/1.128; no limits with fewer than two values in the baseline.
    pub values: ControlChart,
    /// The moving ranges, from 0 to 3.267·MR̄; the first, and those across a gap, have no value. Absent when the
    /// baseline has no range.
    pub ranges: Option<ControlChart>,
}

/// An XmR (individuals and moving range) chart, with x̄ and MR̄ from the first `baseline` points. A gap (`None`,
/// or what is not finite) is no zero: no range is taken across it. Absent when the baseline has no value, or when its
/// values are so large that their sum is beyond all numbers.
///
/// Source: D. Wheeler, "Understanding variation" (1993). Agrees with R's qcc (`xbar.one`).
///
/// # Example
/// ```
/// use heartline::core::index::xmr;
/// let chart = xmr(&[Some(10.0), Some(12.0), Some(11.0), None, Some(30.0)], 3).expect("values");
/// assert_eq!(chart.values.centre, 11.0);
/// assert!(chart.values.points[4].signal);
/// assert!(chart.ranges.is_some_and(|ranges| ranges.points[4].value.is_none()));
/// ```
pub fn xmr(values: &[Option<f64>], baseline: usize) -> Option<Xmr> {
    let values: Vec<Option<f64>> =
        values.iter().map(|value| value.filter(|value| value.is_finite())).collect();
    let baseline = baseline.min(values.len());
    let before = std::iter::once(None).chain(values.iter().copied());
    let ranges: Vec<Option<f64>> = values
        .iter()
        .zip(before)
        .map(|(value, before)| Some((value.as_ref()? - before?).abs()))
        .collect();
    let centre = mean(&values[..baseline])?;
    let range = mean(&ranges[..baseline]);
    let half = range.map(|range| 3.0 * range / D2);
    let of_value = half.map(|half| (centre - half, centre + half));
    let of_range = range.map(|range| (0.0, D4 * range));
    let before = std::iter::once(None).chain(values.iter().copied());
    let size = |(value, before): (&Option<f64>, Option<f64>)| {
        value.iter().chain(&before).fold(centre.abs(), |size, value| size.max(value.abs()))
    };
    let sizes: Vec<f64> = values.iter().zip(before).map(size).collect();
    let chart = |centre, points: &[Option<f64>], limits: Option<(f64, f64)>| {
        let sized = points.iter().zip(&sizes);
        let points = sized.map(|(value, size)| ControlPoint::new(*value, limits, *size)).collect();
        ControlChart { centre, points }
    };
    Some(Xmr {
        values: chart(centre, &values, of_value),
        ranges: range.map(|range| chart(range, &ranges, of_range)),
    })
}

/// The mean of what is there, taken from the first value on: of equal values it is that value exactly.
fn mean(values: &[Option<f64>]) -> Option<f64> {
    let there = values.iter().flatten();
    let (first, n) = (*there.clone().next()?, there.clone().count() as f64);
    let mean = first + there.map(|value| value - first).sum::<f64>() / n;
    mean.is_finite().then_some(mean)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_value_has_a_centre_and_no_limits() {
        let chart = xmr(&[Some(4.0)], 12).expect("a value");
        assert_eq!((chart.values.centre, chart.values.points[0].upper), (4.0, None));
        assert_eq!(xmr(&[None, Some(4.0)], 1), None);
    }

    #[test]
    fn no_range_is_taken_across_a_gap() {
        let chart = xmr(&[Some(3.0), None, Some(9.0)], 3).expect("values");
        assert_eq!(chart.ranges, None);
        assert!(chart.values.points.iter().all(|point| point.lower.is_none()));
    }

    #[test]
    fn equal_values_make_no_signal() {
        for (value, times) in [(0.1, 3), (33.3, 6), (14.0 / 3.0, 24)] {
            let chart = xmr(&vec![Some(value); times], times).expect("values");
            assert_eq!(chart.values.centre, value);
            assert!(chart.values.points.iter().all(|point| !point.signal), "{value}");
        }
    }

    #[test]
    fn values_that_differ_by_a_rounding_are_equal() {
        let nearly = [0.1 + 0.2, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3];
        let chart = xmr(&nearly.map(Some), 8).expect("values");
        let ranges = chart.ranges.expect("ranges");
        assert!(chart.values.points.iter().chain(&ranges.points).all(|point| !point.signal));
        assert_eq!(xmr(&[Some(1e308), Some(-1e308), Some(1e308)], 3), None);
    }

    proptest! {
        #[test]
        fn any_equal_values_make_no_signal(value in any::<f64>(), times in 1usize..40, baseline in 1usize..40) {
            if let Some(chart) = xmr(&vec![Some(value); times], baseline) {
                let ranges = chart.ranges.map(|ranges| ranges.points).unwrap_or_default();
                prop_assert!(chart.values.points.iter().chain(&ranges).all(|point| !point.signal));
            }
        }

        #[test]
        fn limits_lie_evenly_about_the_centre_and_move_with_the_values(values in prop::collection::vec(prop::option::of(-50i32..50), 1..30), by in -9i32..9) {
            let of = |by: i32| {
                let moved: Vec<_> = values.iter().map(|value| value.map(|v| f64::from(v + by))).collect();
                xmr(&moved, 12)
            };
            let (Some(here), Some(there)) = (of(0), of(by)) else { return Ok(()) };
            prop_assert!((here.values.centre + f64::from(by) - there.values.centre).abs() < 1e-9);
            for (one, other) in here.values.points.iter().zip(&there.values.points) {
                let (Some(low), Some(high)) = (one.lower, one.upper) else { continue };
                prop_assert!((low + high - 2.0 * here.values.centre).abs() < 1e-9);
                prop_assert!(other.lower.is_some_and(|moved| (moved - low - f64::from(by)).abs() < 1e-9));
            }
        }
    }
}
