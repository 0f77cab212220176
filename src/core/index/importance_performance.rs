//! What matters, and how well it is done.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How much one thing matters, and how well it is done, each in any unit of its own.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rated {
    /// Stated, or derived as the correlation with the overall score.
    pub importance: f64,
    /// The score.
    pub performance: f64,
}

/// Where the lines between high and low are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Crosshair {
    /// At the means of what is compared.
    Means,
    /// At given values, such as the middles of the scales.
    At(Rated),
}

/// What to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quadrant {
    /// Matters and is done badly.
    ConcentrateHere,
    /// Matters and is done well.
    KeepUp,
    /// Neither matters nor is done well.
    LowPriority,
    /// Is done well and does not matter.
    PossibleOverkill,
}

/// The map of importance and performance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportancePerformance {
    /// Where its lines cross.
    pub crosshair: Rated,
    /// The quadrant of each, in the order given.
    pub quadrants: Vec<Quadrant>,
}

/// Sorts what is rated into four quadrants. A point on a line counts as high. Absent without points, or when the
/// lines go through the means and importance or performance does not vary: nothing is then high or low.
///
/// Source: J. Martilla, J. James, "Importance-performance analysis", Journal of Marketing 41 (1977).
///
/// # Example
/// ```
/// use heartline::core::index::{Crosshair, Quadrant, Rated, importance_performance};
/// let night = Rated { importance: 9.0, performance: 30.0 };
/// let parking = Rated { importance: 3.0, performance: 90.0 };
/// let map = importance_performance(&[night, parking], Crosshair::Means).expect("they vary");
/// assert_eq!(map.quadrants, [Quadrant::ConcentrateHere, Quadrant::PossibleOverkill]);
/// ```
pub fn importance_performance(
    rated: &[Rated],
    crosshair: Crosshair,
) -> Option<ImportancePerformance> {
    let crosshair = match crosshair {
        Crosshair::At(point) => point,
        Crosshair::Means => means(rated)?,
    };
    let quadrants: Vec<Quadrant> = rated.iter().map(|point| quadrant(*point, crosshair)).collect();
    (!quadrants.is_empty()).then_some(ImportancePerformance { crosshair, quadrants })
}

fn quadrant(point: Rated, crosshair: Rated) -> Quadrant {
    let matters = point.importance >= crosshair.importance;
    match (matters, point.performance >= crosshair.performance) {
        (true, false) => Quadrant::ConcentrateHere,
        (true, true) => Quadrant::KeepUp,
        (false, false) => Quadrant::LowPriority,
        (false, true) => Quadrant::PossibleOverkill,
    }
}

fn means(rated: &[Rated]) -> Option<Rated> {
    let mean = |side: fn(&Rated) -> f64| {
        let varies = rated.windows(2).any(|two| side(&two[0]) != side(&two[1]));
        let mean = rated.iter().map(side).sum::<f64>() / rated.len() as f64;
        (varies && mean.is_finite()).then_some(mean)
    };
    Some(Rated { importance: mean(|r| r.importance)?, performance: mean(|r| r.performance)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const fn rated(importance: f64, performance: f64) -> Rated {
        Rated { importance, performance }
    }

    #[test]
    fn a_point_on_a_line_counts_as_high() {
        let map = importance_performance(&[rated(5.0, 3.0)], Crosshair::At(rated(5.0, 3.0)));
        assert_eq!(map.map(|map| map.quadrants), Some(vec![Quadrant::KeepUp]));
    }

    #[test]
    fn without_spread_nothing_is_high_or_low() {
        assert_eq!(importance_performance(&[], Crosshair::Means), None);
        assert_eq!(importance_performance(&[], Crosshair::At(rated(5.0, 3.0))), None);
        let alike = [rated(5.0, 1.0), rated(5.0, 2.0)];
        assert_eq!(importance_performance(&alike, Crosshair::Means), None);
    }

    proptest! {
        #[test]
        fn order_does_not_matter_and_better_is_never_lower(lots in prop::collection::vec((0u8..10, 0u8..100), 2..20)) {
            let points: Vec<Rated> = lots.iter().map(|(i, p)| rated(f64::from(*i), f64::from(*p))).collect();
            let turned: Vec<Rated> = points.iter().rev().copied().collect();
            let of = |points: &[Rated]| importance_performance(points, Crosshair::Means).map(|map| map.quadrants);
            let (there, mut back) = (of(&points), of(&turned));
            back.iter_mut().for_each(|quadrants| quadrants.reverse());
            prop_assert_eq!(&there, &back);
            let high = |quadrant| matches!(quadrant, Quadrant::KeepUp | Quadrant::PossibleOverkill);
            let all: Vec<_> = points.iter().zip(there.unwrap_or_default()).collect();
            for (a, x) in &all {
                for (b, y) in &all {
                    prop_assert!(a.performance < b.performance || high(*x) || !high(*y));
                }
            }
        }
    }
}
