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

/// Two points of a curve stand at the same place.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("two points at x = {x}")]
pub struct DuplicateX {
    /// The place.
    pub x: f64,
}

/// The knots of Steffen's monotone cubic through points from left to right: exact at the points, no
/// overshoot between them, nothing outside.
///
/// Source: M. Steffen, "A simple method for monotonic interpolation in one dimension", Astronomy and
/// Astrophysics 239 (1990). The slopes at the ends are those of d3's `curveMonotoneX`.
///
/// # Errors
/// When two points share an x.
///
/// # Example
/// ```
/// use heartline::core::scene::steffen;
/// let knots = steffen(&[(0.0, 0.0), (1.0, 1.0), (2.0, 0.0)]).unwrap();
/// assert_eq!(knots[1].slope, 0.0);
/// ```
pub fn steffen(points: &[(f64, f64)]) -> Result<Vec<Knot>, DuplicateX> {
    if let Some(two) = points.windows(2).find(|two| two[0].0 == two[1].0) {
        return Err(DuplicateX { x: two[0].0 });
    }
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

/// The curve as an SVG path; a break wherever `joins` says that two neighbours are not connected.
pub fn svg_path(knots: &[Knot], scale: Scale, joins: impl Fn(&Knot, &Knot) -> bool) -> String {
    let mut path = String::new();
    for (place, knot) in knots.iter().enumerate() {
        let before = place.checked_sub(1).map(|before| &knots[before]);
        match before.filter(|before| joins(before, knot)) {
            None => move_to(&mut path, 'M', scale.at(knot.x, knot.y)),
            Some(before) => curve_to(&mut path, before, knot, scale),
        }
    }
    path
}

/// The area between two curves over the same places as an SVG path, a piece for each run of
/// neighbours that `joins` connects.
pub fn ribbon_path(
    low: &[Knot],
    high: &[Knot],
    scale: Scale,
    joins: impl Fn(&Knot, &Knot) -> bool,
) -> String {
    let mut path = String::new();
    let mut begin = 0;
    for run in high.chunk_by(|a, b| joins(a, b)) {
        let back = low.get(begin..begin + run.len()).unwrap_or_default();
        begin += run.len();
        path += &svg_path(run, scale, |_, _| true);
        if let Some(last) = back.last() {
            move_to(&mut path, 'L', scale.at(last.x, last.y));
        }
        back.windows(2).rev().for_each(|two| curve_to(&mut path, &two[1], &two[0], scale));
        path.push('Z');
    }
    path
}

fn move_to(path: &mut String, how: char, (x, y): (f64, f64)) {
    path.push(how);
    point(path, x, y);
}

/// The cubic from one knot to a neighbour on either side.
fn curve_to(path: &mut String, from: &Knot, to: &Knot, scale: Scale) {
    let third = (to.x - from.x) / 3.0;
    let first = scale.at(from.x + third, from.y + third * from.slope);
    let second = scale.at(to.x - third, to.y - third * to.slope);
    path.push('C');
    for (x, y) in [first, second, scale.at(to.x, to.y)] {
        point(path, x, y);
    }
}

fn point(path: &mut String, x: f64, y: f64) {
    for value in [x, y] {
        path.push_str(&coordinate(value));
        path.push(' ');
    }
}

/// A length as text, to a tenth. It is written in whole numbers, because writing fractions takes the
/// program ten kilobytes.
pub fn coordinate(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// Where a point is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Pixels of x = 0.
    pub left: f64,
    /// Pixels for one x.
    pub x: f64,
    /// Pixels of y = 0.
    pub middle: f64,
    /// Pixels up for one y.
    pub y: f64,
}

impl Scale {
    /// The pixels of a point.
    pub fn at(&self, x: f64, y: f64) -> (f64, f64) {
        (self.left + x * self.x, self.middle - y * self.y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The curve's value between two knots.
    fn value(a: &Knot, b: &Knot, x: f64) -> f64 {
        let h = b.x - a.x;
        let t = (x - a.x) / h;
        let (t2, t3) = (t * t, t * t * t);
        (2.0 * t3 - 3.0 * t2 + 1.0) * a.y
            + (t3 - 2.0 * t2 + t) * h * a.slope
            + (3.0 * t2 - 2.0 * t3) * b.y
            + (t3 - t2) * h * b.slope
    }

    #[test]
    fn few_points_are_fine_and_equal_places_are_not() {
        assert_eq!(steffen(&[]), Ok(vec![]));
        assert_eq!(steffen(&[(1.0, 2.0)]), Ok(vec![Knot { x: 1.0, y: 2.0, slope: 0.0 }]));
        let two = steffen(&[(0.0, 0.0), (2.0, 1.0)]).expect("two places");
        assert_eq!((two[0].slope, two[1].slope), (0.5, 0.5));
        assert_eq!(steffen(&[(0.0, 0.0), (0.0, 1.0)]), Err(DuplicateX { x: 0.0 }));
    }

    #[test]
    fn a_path_breaks_where_neighbours_are_not_joined() {
        let knots = steffen(&[(0.0, 0.0), (1.0, 1.0), (2.0, 1.0), (5.0, 0.0)]).expect("places");
        let scale = Scale { left: 10.0, x: 30.0, middle: 5.0, y: 10.0 };
        let path = svg_path(&knots, scale, |a, b| b.x - a.x < 2.0);
        assert_eq!(path.matches('M').count(), 2);
        assert_eq!(path.matches('C').count(), 2);
        assert!(path.starts_with("M10.0 5.0 C20.0 0.0 30.0 -5.0 40.0 -5.0 C"), "{path}");
    }

    #[test]
    fn a_ribbon_goes_there_above_and_back_below() {
        let low = steffen(&[(0.0, 0.0), (1.0, 0.0), (3.0, 0.0)]).expect("places");
        let high = steffen(&[(0.0, 1.0), (1.0, 1.0), (3.0, 1.0)]).expect("places");
        let scale = Scale { left: 0.0, x: 3.0, middle: 0.0, y: 1.0 };
        let path = ribbon_path(&low, &high, scale, |a, b| b.x - a.x < 2.0);
        let there = "M0.0 -1.0 C1.0 -1.0 2.0 -1.0 3.0 -1.0 ";
        let back = "L3.0 0.0 C2.0 0.0 1.0 0.0 0.0 0.0 Z";
        assert_eq!(path, format!("{there}{back}M9.0 -1.0 L9.0 0.0 Z"));
    }

    proptest! {
        #[test]
        fn exact_at_the_knots_and_never_beyond_its_neighbours(ys in prop::collection::vec(-2.0f64..2.0, 2..12), gaps in prop::collection::vec(0.5f64..3.0, 12)) {
            let mut x = 0.0;
            let points: Vec<(f64, f64)> = ys.iter().zip(&gaps).map(|(y, gap)| { x += gap; (x, *y) }).collect();
            let knots = steffen(&points).expect("rising places");
            for two in knots.windows(2) {
                let (low, high) = (two[0].y.min(two[1].y), two[0].y.max(two[1].y));
                for step in 0..=20 {
                    let x = two[0].x + (two[1].x - two[0].x) * f64::from(step) / 20.0;
                    let y = value(&two[0], &two[1], x);
                    prop_assert!(y >= low - 1e-9 && y <= high + 1e-9, "{y} outside {low}..{high}");
                }
            }
        }
    }
}
