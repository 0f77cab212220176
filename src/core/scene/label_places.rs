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

    fn of(place: &LabelPlace, height: f64) -> Self {
        Self::around((place.x + place.width / 2.0, place.y), place.width / 2.0, height / 2.0)
    }

    fn meets(&self, other: &Space) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// What labels are placed in, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Its width and height.
    pub size: (f64, f64),
    /// How high a label is.
    pub label: f64,
    /// The radius of a point.
    pub radius: f64,
    /// Labels that stand there already.
    pub kept: Vec<LabelPlace>,
}

impl Picture {
    fn holds(&self, space: &Space) -> bool {
        let (width, height) = self.size;
        space.left >= 0.0 && space.right <= width && space.top >= 0.0 && space.bottom <= height
    }
}

/// Places labels beside points. The first points choose first; each takes its name beside it, else its number
/// beside it, else either farther off with a line, else nothing. No label covers another, a point, or the
/// picture's edge.
///
/// # Example
/// ```
/// use heartline::core::scene::{LabelWidths, Picture, place_labels};
/// let picture = Picture { size: (200.0, 100.0), label: 14.0, radius: 5.0, kept: Vec::new() };
/// let widths = [LabelWidths { full: 60.0, short: 12.0 }; 2];
/// let places = place_labels(&[(50.0, 50.0), (64.0, 50.0)], &widths, &picture);
/// let [Some(first), Some(second)] = places[..] else { unreachable!("there is room for both") };
/// // The second point is where the first one's name would stand: that goes above, and its own below.
/// assert!(first.y < 50.0 && second.y > 50.0);
/// ```
pub fn place_labels(
    points: &[(f64, f64)],
    widths: &[LabelWidths],
    picture: &Picture,
) -> Vec<Option<LabelPlace>> {
    let dot = |point: &(f64, f64)| Space::around(*point, picture.radius, picture.radius);
    let dots: Vec<Space> = points.iter().map(dot).collect();
    let mut taken: Vec<Space> =
        picture.kept.iter().map(|place| Space::of(place, picture.label)).collect();
    let place = |(point, widths): (&(f64, f64), &LabelWidths)| {
        let is_free = |space: &Space| {
            picture.holds(space) && !taken.iter().chain(&dots).any(|other| other.meets(space))
        };
        let (label, space) = candidates(*point, *widths, picture).find(|one| is_free(&one.1))?;
        taken.push(space);
        Some(label)
    };
    let mut places: Vec<Option<LabelPlace>> =
        points.iter().zip(widths).take(LABELLED).map(place).collect();
    places.resize(points.len(), None);
    places
}

/// Every place a label may have, best first: name then number beside the point, then farther off.
fn candidates(
    (x, y): (f64, f64),
    widths: LabelWidths,
    picture: &Picture,
) -> impl Iterator<Item = (LabelPlace, Space)> + use<> {
    let (height, radius) = (picture.label, picture.radius);
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

    fn picture() -> Picture {
        Picture { size: SIZE, label: 14.0, radius: 5.0, kept: Vec::new() }
    }

    fn place(points: &[(f64, f64)], picture: &Picture) -> Vec<Option<LabelPlace>> {
        place_labels(points, &vec![LabelWidths { full: 80.0, short: 14.0 }; points.len()], picture)
    }

    #[test]
    fn alone_a_point_has_its_name_at_its_right() {
        let label = place(&[(100.0, 100.0)], &picture())[0].expect("room");
        assert!(label.x > 105.0 && label.y == 100.0 && !label.short && !label.leads);
    }

    #[test]
    fn at_the_right_edge_the_name_stands_at_the_left() {
        let label = place(&[(630.0, 100.0)], &picture())[0].expect("room");
        assert!(label.x + label.width < 625.0 && !label.short);
    }

    #[test]
    fn a_thousand_points_on_one_spot_leave_no_room() {
        let places = place(&vec![(300.0, 200.0); 1000], &picture());
        assert_eq!(places.len(), 1000);
        let placed = places.iter().flatten().count();
        assert!((8..LABELLED).contains(&placed), "{placed}");
    }

    #[test]
    fn what_stands_there_already_stays_free() {
        let kept = LabelPlace { x: 100.0, y: 100.0, width: 90.0, short: false, leads: false };
        let label = place(&[(100.0, 100.0)], &Picture { kept: vec![kept], ..picture() })[0];
        assert!(!Space::of(&label.expect("room"), 14.0).meets(&Space::of(&kept, 14.0)));
    }

    proptest! {
        #[test]
        fn nothing_is_covered(points in prop::collection::vec((5.0f64..635.0, 5.0f64..415.0), 0..120)) {
            let places = place(&points, &picture());
            let spaces: Vec<Space> = places.iter().flatten().map(|one| Space::of(one, 14.0)).collect();
            let dots: Vec<Space> =
                points.iter().map(|point| Space::around(*point, 5.0, 5.0)).collect();
            for (place, one) in spaces.iter().enumerate() {
                prop_assert!(!spaces[place + 1..].iter().chain(&dots).any(|other| other.meets(one)));
                prop_assert!(picture().holds(one));
            }
        }
    }
}
