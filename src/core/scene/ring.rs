//! Five places on a ring, and the arcs that lead from each to the next.

use std::f64::consts::TAU;

/// How many places there are.
const PLACES: f64 = 5.0;

/// A ring around the origin, its first place at the top, the others clockwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ring {
    /// From the origin to the middle of each place.
    pub radius: f64,
    /// How far from a place's middle an arc begins and ends, along the ring.
    pub clearance: f64,
}

impl Ring {
    /// The middle of a place: x to the right, y down.
    pub fn place(&self, place: usize) -> (f64, f64) {
        self.at(angle(place))
    }

    /// The middle of the arc from a place to the next, at another radius.
    pub fn beside(&self, place: usize, radius: f64) -> (f64, f64) {
        Ring { radius, ..*self }.at(angle(place) + TAU / PLACES / 2.0)
    }

    /// The ends of the arc from a place to the next, clear of both.
    pub fn arc(&self, place: usize) -> [(f64, f64); 2] {
        let clear = self.clearance / self.radius;
        [self.at(angle(place) + clear), self.at(angle(place) + TAU / PLACES - clear)]
    }

    fn at(&self, angle: f64) -> (f64, f64) {
        (self.radius * angle.sin(), -self.radius * angle.cos())
    }
}

/// Clockwise from the top.
fn angle(place: usize) -> f64 {
    place as f64 * TAU / PLACES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_place_is_at_the_top_and_the_second_to_its_right() {
        let ring = Ring { radius: 100.0, clearance: 20.0 };
        let (x, y) = ring.place(0);
        assert!(x.abs() < 1e-9 && (y + 100.0).abs() < 1e-9);
        assert!(ring.place(1).0 > 90.0);
    }

    #[test]
    fn arcs_keep_clear_of_both_their_places() {
        let ring = Ring { radius: 100.0, clearance: 20.0 };
        for place in 0..5 {
            let ends = ring.arc(place);
            for (end, (x, y)) in ends.iter().zip([ring.place(place), ring.place(place + 1)]) {
                let distance = (end.0 - x).hypot(end.1 - y);
                assert!((distance - 20.0).abs() < 0.1, "{distance}");
            }
        }
    }
}
