//! Where the labels of points stand so that none covers another.

/// Points that are tried for a label; beyond that a picture is read by pointing at it.
const LABELLED: usize = 60;
/// From a point to its label: beside it, and far enough that a line must lead there.
const DISTANCES: [f64; 3] = [0.0, 16.0, 34.0];
/// The sides of a point, the most readable first.
const SIDES: [(f64, f64); 8] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (1.0, -1.0),
    (1.0, 1.0),
    (-1.0, -1.0),
    (-1.0, 1.0),
];

/// How wide a point's label is, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelWidths {
    /// With its name.
    pub full: f64,
    /// With its number alone.
    pub short: f64,
}

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelPlace {
    /// Its left edge.
    pub x: f64,
    /// Its middle, from above.
    pub y: f64,
    /// How wide it is.
    pub width: f64,
    /// True when only the number has room.
    pub short: bool,
    /// True when it stands so far off that a line must lead to it.
    pub leads: bool,
}

/// A space that is taken.
#[derive(Clone, Copy)]
struct Space {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Space {
    fn around((x, y): (f64, f64), half_width: f64, half_height: f64) -> Self {
        Self {
            left: x - half_width,
            top: y - half_height,
            right: x + half_width,
            bottom: y + half_height,
        }
    }

    fn meets(&self, other: &Space) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// Places labels of one height beside points of one radius, in a picture of a size, all in pixels. The first
/// points choose first; each takes its name beside it, else its number beside it, else either farther off with a
/// line, else nothing. No label covers another, a point, or the picture's edge.
///
/// # Example
/// ```
/// use heartline::core::scene::{LabelWidths, place_labels};
/// let wide = LabelWidths { full: 60.0, short: 12.0 };
/// let places = place_labels(&[(50.0, 50.0), (64.0, 50.0)], &[wide, wide], (200.0, 100.0), 14.0, 5.0);
/// // The second is to the right of the first, whose name therefore goes elsewhere.
/// assert!(places.iter().flatten().count() == 2);
/// ```
pub fn place_labels(
    points: &[(f64, f64)],
    widths: &[LabelWidths],
    (width, height): (f64, f64),
    label_height: f64,
    radius: f64,
) -> Vec<Option<LabelPlace>> {
    let dots: Vec<Space> =
        points.iter().map(|point| Space::around(*point, radius, radius)).collect();
    let picture = Space { left: 0.0, top: 0.0, right: width, bottom: height };
    let mut taken: Vec<Space> = Vec::new();
    let mut place = |(point, widths): (&(f64, f64), &LabelWidths)| {
        let is_free = |space: &Space| {
            space.left >= picture.left
                && space.right <= picture.right
                && space.top >= picture.top
                && space.bottom <= picture.bottom
                && !taken.iter().chain(&dots).any(|other| other.meets(space))
        };
        let found =
            candidates(*point, *widths, label_height, radius).find(|(_, space)| is_free(space));
        let (label, space) = found?;
        taken.push(space);
        Some(label)
    };
    let mut places: Vec<Option<LabelPlace>> =
        points.iter().zip(widths).take(LABELLED).map(&mut place).collect();
    places.resize(points.len(), None);
    places
}

/// Every place a label may have, best first: name then number beside the point, then farther off.
fn candidates(
    (x, y): (f64, f64),
    widths: LabelWidths,
    height: f64,
    radius: f64,
) -> impl Iterator<Item = (LabelPlace, Space)> {
    let sizes = [(widths.full, false), (widths.short, true)];
    DISTANCES.into_iter().flat_map(move |distance| {
        sizes.into_iter().flat_map(move |(width, short)| {
            SIDES.into_iter().map(move |(across, down)| {
                let off = radius + 1.0 + distance;
                let middle = (x + across * (off + width / 2.0), y + down * (off + height / 2.0));
                let space = Space::around(middle, width / 2.0, height / 2.0);
                let leads = distance > 0.0;
                (LabelPlace { x: space.left, y: middle.1, width, short, leads }, space)
            })
        })
    })
}

/// About how wide a text is in a type of a size, rather more than less: Chinese signs are as wide as the type is
/// high, Latin letters a little over half of that.
pub fn text_width(text: &str, size: f64) -> f64 {
    let signs = text.chars().map(|sign| if sign < '\u{2e80}' { 0.58 } else { 1.04 });
    signs.sum::<f64>() * size
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SIZE: (f64, f64) = (640.0, 420.0);

    fn space(place: &LabelPlace) -> Space {
        Space::around((place.x + place.width / 2.0, place.y), place.width / 2.0, 7.0)
    }

    #[test]
    fn alone_a_point_has_its_name_at_its_right() {
        let widths = [LabelWidths { full: 80.0, short: 10.0 }];
        let place = place_labels(&[(100.0, 100.0)], &widths, SIZE, 14.0, 5.0)[0].expect("room");
        assert!(place.x > 105.0 && place.y == 100.0 && !place.short && !place.leads);
    }

    #[test]
    fn at_the_right_edge_the_name_stands_at_the_left() {
        let widths = [LabelWidths { full: 80.0, short: 10.0 }];
        let place = place_labels(&[(630.0, 100.0)], &widths, SIZE, 14.0, 5.0)[0].expect("room");
        assert!(place.x + place.width < 625.0 && !place.short);
    }

    #[test]
    fn a_thousand_points_on_one_spot_leave_no_room() {
        let points = vec![(300.0, 200.0); 1000];
        let widths = vec![LabelWidths { full: 80.0, short: 14.0 }; 1000];
        let places = place_labels(&points, &widths, SIZE, 14.0, 5.0);
        assert_eq!(places.len(), 1000);
        let placed = places.iter().flatten().count();
        assert!((8..LABELLED).contains(&placed), "{placed}");
    }

    proptest! {
        #[test]
        fn nothing_is_covered(points in prop::collection::vec((5.0f64..635.0, 5.0f64..415.0), 0..120)) {
            let widths = vec![LabelWidths { full: 90.0, short: 14.0 }; points.len()];
            let places = place_labels(&points, &widths, SIZE, 14.0, 5.0);
            let spaces: Vec<Space> = places.iter().flatten().map(space).collect();
            let dots = points.iter().map(|point| Space::around(*point, 5.0, 5.0));
            let dots: Vec<Space> = dots.collect();
            for (place, one) in spaces.iter().enumerate() {
                prop_assert!(!spaces[place + 1..].iter().chain(&dots).any(|other| other.meets(one)));
                prop_assert!(one.left >= 0.0 && one.right <= SIZE.0 && one.top >= 0.0 && one.bottom <= SIZE.1);
            }
        }
    }
}
