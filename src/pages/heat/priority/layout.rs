//! Where everything in the picture is, in pixels.

use crate::core::index::Quadrant;
use crate::core::model::Lang;
use crate::core::scene::{
    LabelPlace, LabelWidths, Picture, Plot, PriorityPoint, PriorityScene, place_labels, text_width,
};
use crate::locales::matrix as t;
use crate::platform::token_pixels;

/// The radius of a point.
pub(super) const RADIUS: f64 = 5.0;
/// Under this many points each has room to be pressed.
const FEW: usize = 80;

/// The picture at a width.
#[derive(Clone, PartialEq)]
pub(super) struct Layout {
    pub(super) plot: Plot,
    /// Each point's middle.
    pub(super) points: Vec<(f64, f64)>,
    /// Each point's label, where it has room.
    pub(super) labels: Vec<Option<LabelPlace>>,
    /// The names of the quadrants, in the corners.
    pub(super) corners: Vec<(Quadrant, LabelPlace)>,
    /// The height of a line of text.
    pub(super) line: f64,
    /// The radius in which a point may be pressed.
    pub(super) reach: f64,
}

impl Layout {
    pub(super) fn new(scene: &PriorityScene, width: f64, lang: Lang) -> Self {
        let size = token_pixels("text-xs");
        let plot = Plot {
            width,
            height: token_pixels("plot"),
            left: 3.6 * size,
            below: 3.5 * size,
            margin: 2.0 * size,
        };
        let points: Vec<(f64, f64)> =
            scene.points.iter().map(|point| (plot.x(point.at.0), plot.y(point.at.1))).collect();
        let widths = scene.points.iter().map(|point| {
            let width = |text: &str| text_width(text, size) + 2.0;
            let short = is_ranked(point).then(|| width(&point.rank.to_string()));
            LabelWidths { full: width(&label(point)), short }
        });
        let widths: Vec<LabelWidths> = widths.collect();
        let corners = match scene.crosshair {
            Some(_) => corners(&plot, size, lang),
            None => Vec::new(),
        };
        let line = size * 1.2;
        let kept = corners.iter().map(|(_, place)| *place).collect();
        // The numbers of the axes and the target's name have the margins to themselves.
        let (from, to) = ((plot.x(0.0), plot.y(1.0)), (width, plot.y(0.0)));
        let picture = Picture { from, to, label: line, radius: RADIUS, kept };
        let labels = place_labels(&points, &widths, &picture);
        let reach = if points.len() < FEW { 2.4 * RADIUS } else { RADIUS };
        Self { plot, points, labels, corners, line, reach }
    }
}

/// A point's name, with its rank if it has one.
pub(super) fn label(point: &PriorityPoint) -> String {
    let name = &point.touchpoint.name;
    if is_ranked(point) { format!("{} {name}", point.rank) } else { name.clone() }
}

/// What falls short is ranked; the others are all alike.
pub(super) fn is_ranked(point: &PriorityPoint) -> bool {
    point.priority > 0.0
}

/// The names of the quadrants stand in the plot's corners, out of the way of most points.
fn corners(plot: &Plot, size: f64, lang: Lang) -> Vec<(Quadrant, LabelPlace)> {
    let all = [
        (Quadrant::ConcentrateHere, 0.0, 1.0),
        (Quadrant::KeepUp, 1.0, 1.0),
        (Quadrant::LowPriority, 0.0, 0.0),
        (Quadrant::PossibleOverkill, 1.0, 0.0),
    ];
    let place = |(quadrant, across, up): (Quadrant, f64, f64)| {
        let width = text_width(t::quadrant(quadrant, lang), size) + size;
        let x = if across > 0.0 { plot.x(1.0) - width } else { plot.x(0.0) };
        let y = plot.y(up) + if up > 0.0 { size } else { -size };
        (quadrant, LabelPlace { x, y, width, short: false, leads: false })
    };
    all.map(place).to_vec()
}
