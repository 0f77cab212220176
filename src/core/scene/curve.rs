//! Curves drawn: from knots to the paths of an SVG.

use super::length::coordinate;
use crate::core::index::Knot;

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
    use crate::core::index::steffen;

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
}
