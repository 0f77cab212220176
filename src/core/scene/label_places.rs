//! Where the labels of points stand so that none covers another.

use crate::core::order::within;

/// Points that are tried for a label; beyond that a picture is read by pointing at it.
const LABELLED: usize = 60;
/// From a point to its label: beside it, and far enough that a line must lead there.
const DISTANCES: [f64; 3] = [0.0, 16.0, 34.0];
/// How much farther another point is from a label than its own.
const APART: f64 = 5.0;
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
    /// With its number alone; none where it has no number.
    pub short: Option<f64>,
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

impl LabelPlace {
    /// Where the line ends that leads to it from its point: at its nearest edge.
    pub fn end(&self, (x, _): (f64, f64)) -> (f64, f64) {
        (within(x, self.x, self.x + self.width), self.y)
    }
}

/// From a point to its label.
type Line = ((f64, f64), (f64, f64));

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

    fn distance(&self, (x, y): (f64, f64)) -> f64 {
        let across = (self.left - x).max(x - self.right).max(0.0);
        let down = (self.top - y).max(y - self.bottom).max(0.0);
        across.hypot(down)
    }

    /// True when a straight line leads through it: what of the line is left between each pair of edges.
    fn is_crossed(&self, line: &Line) -> bool {
        let ((x, y), (to_x, to_y)) = *line;
        let part = |from: f64, to: f64, low: f64, high: f64| match to - from {
            0.0 if from <= low || from >= high => (1.0, 0.0),
            0.0 => (0.0, 1.0),
            run => {
                let ends = [(low - from) / run, (high - from) / run];
                (ends[0].min(ends[1]), ends[0].max(ends[1]))
            }
        };
        let (across, down) =
            (part(x, to_x, self.left, self.right), part(y, to_y, self.top, self.bottom));
        across.0.max(down.0).max(0.0) < across.1.min(down.1).min(1.0)
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
    /// Its left and upper edge.
    pub from: (f64, f64),
    /// Its right and lower edge.
    pub to: (f64, f64),
    /// How high a label is.
    pub label: f64,
    /// The radius of a point.
    pub radius: f64,
    /// Labels that stand there already.
    pub kept: Vec<LabelPlace>,
}

impl Picture {
    fn holds(&self, space: &Space) -> bool {
        let ((left, top), (right, bottom)) = (self.from, self.to);
        space.left >= left && space.right <= right && space.top >= top && space.bottom <= bottom
    }
}

/// What has been placed, and what all the others must keep clear of.
struct Placed<'a> {
    picture: &'a Picture,
    points: &'a [(f64, f64)],
    dots: Vec<Space>,
    labels: Vec<Space>,
    leaders: Vec<Line>,
}

impl Placed<'_> {
    fn is_free(&self, place: usize, label: &LabelPlace, space: &Space) -> bool {
        self.picture.holds(space)
            && !self.labels.iter().chain(&self.dots).any(|other| other.meets(space))
            && !self.leaders.iter().any(|line| space.is_crossed(line))
            && self.is_nearest(place, label, space)
            && (!label.leads || self.leads_clear(place, label))
    }

    /// Nobody takes it for the label of another point: that is farther off than its own, or well clear of it where a
    /// line leads to its own.
    fn is_nearest(&self, place: usize, label: &LabelPlace, space: &Space) -> bool {
        let radius = self.picture.radius;
        let least = if label.leads { 2.0 * radius } else { radius + APART };
        let mut others = self.points.iter().enumerate().filter(|(other, _)| *other != place);
        others.all(|(other, point)| {
            // Points on one spot share its labels.
            self.points[place] == self.points[other] || space.distance(*point) >= least
        })
    }

    /// The line to it leads through no label and no other point.
    fn leads_clear(&self, place: usize, label: &LabelPlace) -> bool {
        let point = self.points[place];
        let line = (point, label.end(point));
        let others = self.dots.iter().enumerate().filter(|(other, _)| *other != place);
        let others = others.filter(|(other, _)| self.points[*other] != point);
        !self.labels.iter().chain(others.map(|(_, dot)| dot)).any(|space| space.is_crossed(&line))
    }

    fn take(&mut self, place: usize, label: &LabelPlace, space: Space) {
        self.labels.push(space);
        if label.leads {
            let point = self.points[place];
            self.leaders.push((point, label.end(point)));
        }
    }
}

/// Places labels beside points. The first points choose first; each takes its name beside it, else its number
/// beside it, else either farther off with a line, else nothing. No label covers another, a point, a line or the
/// picture's edge, and none stands nearer to another point than to its own.
///
/// # Example
/// ```
/// use heartline::core::scene::{LabelWidths, Picture, place_labels};
/// let (from, to) = ((0.0, 0.0), (200.0, 100.0));
/// let picture = Picture { from, to, label: 14.0, radius: 5.0, kept: Vec::new() };
/// let widths = [LabelWidths { full: 60.0, short: Some(12.0) }; 2];
/// let places = place_labels(&[(90.0, 50.0), (104.0, 50.0)], &widths, &picture);
/// let [Some(first), Some(second)] = places[..] else { unreachable!("there is room for both") };
/// // The second point is where the first one's name would stand: that goes to the left, and its own to the right.
/// assert!(first.x < 90.0 && second.x > 104.0);
/// ```
pub fn place_labels(
    points: &[(f64, f64)],
    widths: &[LabelWidths],
    picture: &Picture,
) -> Vec<Option<LabelPlace>> {
    let dot = |point: &(f64, f64)| Space::around(*point, picture.radius, picture.radius);
    let dots = points.iter().map(dot).collect();
    let labels = picture.kept.iter().map(|place| Space::of(place, picture.label)).collect();
    let mut placed = Placed { picture, points, dots, labels, leaders: Vec::new() };
    let place = |(place, (point, widths)): (usize, (&(f64, f64), &LabelWidths))| {
        let mut all = candidates(*point, *widths, picture);
        let (label, space) = all.find(|(label, space)| placed.is_free(place, label, space))?;
        placed.take(place, &label, space);
        Some(label)
    };
    let mut places: Vec<Option<LabelPlace>> =
        points.iter().zip(widths).enumerate().take(LABELLED).map(place).collect();
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
    let sizes = [Some((widths.full, false)), widths.short.map(|width| (width, true))];
    DISTANCES.into_iter().flat_map(move |distance| {
        sizes.into_iter().flatten().flat_map(move |(width, short)| {
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

    fn picture() -> Picture {
        let (from, to) = ((0.0, 0.0), (640.0, 420.0));
        Picture { from, to, label: 14.0, radius: 5.0, kept: Vec::new() }
    }

    fn place(points: &[(f64, f64)], picture: &Picture) -> Vec<Option<LabelPlace>> {
        let widths = LabelWidths { full: 80.0, short: Some(14.0) };
        place_labels(points, &vec![widths; points.len()], picture)
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
        assert!((2..LABELLED).contains(&placed), "{placed}");
    }

    #[test]
    fn a_point_without_a_number_has_its_name_or_nothing() {
        let points = vec![(300.0, 200.0); 40];
        let widths = vec![LabelWidths { full: 80.0, short: None }; 40];
        let places = place_labels(&points, &widths, &picture());
        assert!(places.iter().flatten().all(|label| !label.short));
    }

    #[test]
    fn the_margins_of_a_picture_stay_free() {
        let narrow = Picture { from: (60.0, 40.0), ..picture() };
        for label in place(&[(62.0, 100.0), (300.0, 41.0)], &narrow).iter().flatten() {
            assert!(label.x >= 60.0 && label.y >= 47.0, "{label:?}");
        }
    }

    #[test]
    fn a_line_crosses_a_space_or_passes_it() {
        let space = Space { left: 10.0, top: 10.0, right: 20.0, bottom: 20.0 };
        assert!(space.is_crossed(&((0.0, 0.0), (30.0, 30.0))));
        assert!(space.is_crossed(&((15.0, 0.0), (15.0, 30.0))));
        assert!(space.is_crossed(&((12.0, 12.0), (18.0, 13.0))), "it lies within");
        assert!(!space.is_crossed(&((0.0, 0.0), (9.0, 9.0))), "it ends before");
        assert!(!space.is_crossed(&((0.0, 15.0), (30.0, 60.0))));
        assert!(!space.is_crossed(&((5.0, 0.0), (5.0, 30.0))));
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
            let labelled = places.iter().zip(&points).filter_map(|(label, point)| Some((label.as_ref()?, *point)));
            for (label, point) in labelled {
                let own = Space::of(label, 14.0);
                let nearest = points.iter().map(|other| own.distance(*other)).fold(f64::INFINITY, f64::min);
                prop_assert!(label.leads || own.distance(point) <= nearest);
                let line = (point, label.end(point));
                let crosses = |space: &&Space| label.leads && space.is_crossed(&line);
                let others = spaces.iter().filter(|space| space.distance(label.end(point)) > 0.0);
                prop_assert_eq!(others.filter(crosses).count(), 0);
            }
            for (place, one) in spaces.iter().enumerate() {
                prop_assert!(!spaces[place + 1..].iter().chain(&dots).any(|other| other.meets(one)));
                prop_assert!(picture().holds(one));
            }
        }
    }
}
