//! The emotion curve: a monotone cubic through the measured points.

use serde::{Deserialize, Serialize};

/// A point of a curve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Knot {
    /// Left to right.
    pub x: f64,
    /// The value.
    pub y: f64,
    /// The curve's slope here.
    pub slope: f64,
}

/// Why there is no curve through some points.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum NoCurve {
    /// Two points stand at the same place.
    #[error("two points at x = {x}")]
    DuplicateX {
        /// The place.
        x: f64,
    },
    /// A point stands left of the one before it.
    #[error("the point at x = {x} stands left of the one before")]
    Backwards {
        /// Where it stands.
        x: f64,
    },
    /// A coordinate is no finite number.
    #[error("the point in place {place} is not finite")]
    NotFinite {
        /// The point's place in the list, from 0.
        place: usize,
    },
}

/// The knots of Steffen's monotone cubic through points from left to right: exact at the points, no overshoot
/// between them, nothing outside. It is neither Fritsch and Carlson's curve nor PCHIP.
///
/// The slope between two steps s₀ and s₁ of widths h₀ and h₁ is
/// (sign s₀ + sign s₁)·min(|s₀|, |s₁|, ½|p|) with p = (s₀h₁ + s₁h₀)/(h₀ + h₁); at an end it is (3s − t)/2, where t is
/// the neighbour's. Of two points it is their line's, of one it is 0.
///
/// Source: M. Steffen, "A simple method for monotonic interpolation in one dimension", Astronomy and Astrophysics
/// 239 (1990). Agrees with d3's `curveMonotoneX`, whose slopes at the ends these are.
///
/// # Errors
/// When two points share an x, stand in the wrong order, or are not finite.
///
/// # Example
/// ```
/// use heartline::core::index::{NoCurve, steffen};
/// let knots = steffen(&[(0.0, 0.0), (1.0, 1.0), (2.0, 0.0)]).expect("three places");
/// assert_eq!(knots[1].slope, 0.0);
/// assert_eq!(steffen(&[(0.0, 0.0), (0.0, 1.0)]), Err(NoCurve::DuplicateX { x: 0.0 }));
/// ```
pub fn steffen(points: &[(f64, f64)]) -> Result<Vec<Knot>, NoCurve> {
    checked(points)?;
    let inner = points.windows(3).map(|three| inner_slope(three[0], three[1], three[2]));
    let mut slopes: Vec<f64> = inner.collect();
    let last = points.len().saturating_sub(1);
    let first_slope = end_slope(points.first(), points.get(1), slopes.first());
    let last_slope = end_slope(points.get(last.saturating_sub(1)), points.last(), slopes.last());
    slopes.insert(0, first_slope);
    slopes.push(last_slope);
    let knots = points.iter().zip(slopes);
    Ok(knots.map(|((x, y), slope)| Knot { x: *x, y: *y, slope }).collect())
}

fn checked(points: &[(f64, f64)]) -> Result<(), NoCurve> {
    if let Some(place) = points.iter().position(|(x, y)| !(x.is_finite() && y.is_finite())) {
        return Err(NoCurve::NotFinite { place });
    }
    match points.windows(2).find(|two| two[0].0 >= two[1].0) {
        Some(two) if two[0].0 == two[1].0 => Err(NoCurve::DuplicateX { x: two[1].0 }),
        Some(two) => Err(NoCurve::Backwards { x: two[1].0 }),
        None => Ok(()),
    }
}

fn inner_slope(a: (f64, f64), b: (f64, f64), c: (f64, f64)) -> f64 {
    let (h0, h1) = (b.0 - a.0, c.0 - b.0);
    let (s0, s1) = ((b.1 - a.1) / h0, (c.1 - b.1) / h1);
    let p = (s0 * h1 + s1 * h0) / (h0 + h1);
    let sign = s0.signum() + s1.signum();
    let bound = s0.abs().min(s1.abs()).min(0.5 * p.abs());
    if s0 == 0.0 || s1 == 0.0 { 0.0 } else { sign * bound }
}

/// The slope at an end, from the straight line to its neighbour and the neighbour's own slope.
fn end_slope(a: Option<&(f64, f64)>, b: Option<&(f64, f64)>, neighbour: Option<&f64>) -> f64 {
    let (Some(a), Some(b)) = (a, b) else { return 0.0 };
    if a.0 == b.0 {
        return 0.0;
    }
    let straight = (b.1 - a.1) / (b.0 - a.0);
    neighbour.map_or(straight, |slope| (3.0 * straight - slope) / 2.0)
}

/// The height of a curve at a place; absent left of its first knot and right of its last.
///
/// # Example
/// ```
/// use heartline::core::index::{height, steffen};
/// let knots = steffen(&[(0.0, 0.0), (2.0, 1.0)]).expect("two places");
/// assert_eq!(height(&knots, 1.0), Some(0.5));
/// assert_eq!(height(&knots, 2.5), None);
/// ```
pub fn height(knots: &[Knot], x: f64) -> Option<f64> {
    let exact = knots.iter().find(|knot| knot.x == x).map(|knot| knot.y);
    let between = || {
        let two = knots.windows(2).find(|two| two[0].x < x && x < two[1].x)?;
        Some(hermite(&two[0], &two[1], x))
    };
    exact.or_else(between)
}

fn hermite(a: &Knot, b: &Knot, x: f64) -> f64 {
    let h = b.x - a.x;
    let t = (x - a.x) / h;
    let (t2, t3) = (t * t, t * t * t);
    (2.0 * t3 - 3.0 * t2 + 1.0) * a.y
        + (t3 - 2.0 * t2 + t) * h * a.slope
        + (3.0 * t2 - 2.0 * t3) * b.y
        + (t3 - t2) * h * b.slope
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn few_points_are_fine() {
        assert_eq!(steffen(&[]), Ok(vec![]));
        assert_eq!(steffen(&[(1.0, 2.0)]), Ok(vec![Knot { x: 1.0, y: 2.0, slope: 0.0 }]));
        let two = steffen(&[(0.0, 0.0), (2.0, 1.0)]).expect("two places");
        assert_eq!((two[0].slope, two[1].slope), (0.5, 0.5));
    }

    #[test]
    fn points_that_give_no_curve_are_refused() {
        assert_eq!(steffen(&[(0.0, 0.0), (0.0, 1.0)]), Err(NoCurve::DuplicateX { x: 0.0 }));
        assert_eq!(steffen(&[(1.0, 0.0), (0.0, 1.0)]), Err(NoCurve::Backwards { x: 0.0 }));
        assert_eq!(steffen(&[(0.0, 0.0), (1.0, f64::NAN)]), Err(NoCurve::NotFinite { place: 1 }));
    }

    /// Points from left to right, at uneven distances.
    fn points() -> impl Strategy<Value = Vec<(f64, f64)>> {
        prop::collection::vec((0.5f64..3.0, -2.0f64..2.0), 2..12).prop_map(|steps| {
            let mut x = 0.0;
            let mut step = |(gap, y)| {
                x += gap;
                (x, y)
            };
            steps.into_iter().map(&mut step).collect()
        })
    }

    proptest! {
        #[test]
        fn exact_at_the_knots_never_beyond_its_neighbours_and_nothing_outside(points in points()) {
            let knots = steffen(&points).expect("rising places");
            for (x, y) in &points {
                prop_assert_eq!(height(&knots, *x), Some(*y));
            }
            for two in knots.windows(2) {
                let (low, high) = (two[0].y.min(two[1].y), two[0].y.max(two[1].y));
                for step in 0..=20 {
                    let x = two[0].x + (two[1].x - two[0].x) * f64::from(step) / 20.0;
                    let y = height(&knots, x.min(two[1].x)).expect("inside");
                    prop_assert!(y >= low - 1e-9 && y <= high + 1e-9, "{} outside {}..{}", y, low, high);
                }
            }
            prop_assert_eq!(height(&knots, points[0].0 - 0.1), None);
            prop_assert_eq!(height(&knots, points[points.len() - 1].0 + 0.1), None);
        }
    }
}
