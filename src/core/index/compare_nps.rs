//! Two net promoter scores held against each other.

use super::normal::two_sided_p;
use super::nps::Classes;
use super::{Interval, Level, Nps};
use serde::{Deserialize, Serialize};

/// The difference of two net promoter scores.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct NpsComparison {
    /// Answers of the first score.
    pub n_a: u64,
    /// Answers of the second score.
    pub n_b: u64,
    /// First score less second, unadjusted, in points.
    pub difference: f64,
    /// Interval of the difference, clipped to ±200 points; absent where it does not hold the difference.
    pub ci: Option<Interval>,
    /// The tested difference over its standard error.
    pub z: f64,
    /// Two-sided.
    pub p_value: f64,
}

/// Compares two scores by a z test on the adjusted scores, +3 answers in each group; the interval is that of the
/// adjusted difference, and absent where the difference itself lies outside of it, as when all answers of each are of one
/// class. Absent when either has no answers.
///
/// Source: Rocks (2016), as in [`nps`](super::nps()).
///
/// # Example
/// ```
/// use heartline::core::index::{Level, compare_nps, nps};
/// let level = Level::default();
/// let (now, before) = (nps(&[10, 9, 9, 8, 10], level), nps(&[3, 6, 7, 9, 2], level));
/// let test = compare_nps(&now, &before, level).expect("answers in both");
/// assert_eq!(test.difference, 120.0);
/// assert!(test.p_value < 0.05);
/// ```
pub fn compare_nps(a: &Nps, b: &Nps, level: Level) -> Option<NpsComparison> {
    z_test(a, b, Classes::adjusted, level)
}

/// Compares two scores as they are, by Wald's z test. Absent when either has no answers, or when the answers of
/// each fall in one class: the standard error would be zero.
///
/// Source: as above; agrees with `nps.test(type = "wald")` of R's NPS.
///
/// # Example
/// ```
/// use heartline::core::index::{Level, compare_nps_wald, nps};
/// let level = Level::default();
/// let (delighted, cross) = (nps(&[10, 9], level), nps(&[2, 3], level));
/// assert_eq!(compare_nps_wald(&delighted, &cross, level), None);
/// assert!(compare_nps_wald(&delighted, &nps(&[2, 9], level), level).is_some());
/// ```
pub fn compare_nps_wald(a: &Nps, b: &Nps, level: Level) -> Option<NpsComparison> {
    z_test(a, b, |classes| classes, level)
}

fn z_test(a: &Nps, b: &Nps, how: fn(Classes) -> Classes, level: Level) -> Option<NpsComparison> {
    let (first, second) = (how(a.classes()?), how(b.classes()?));
    let tested = first.score() - second.score();
    let se = first.se().hypot(second.se());
    let ci = Interval::around(tested, level.z() * se).clip(-200.0, 200.0);
    let z = tested / se;
    let difference = a.score? - b.score?;
    let ci = Some(ci).filter(|ci| ci.contains(difference));
    let (n_a, n_b) = (a.n, b.n);
    (se > 0.0).then(|| NpsComparison { n_a, n_b, difference, ci, z, p_value: two_sided_p(z) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::index::nps;
    use proptest::prelude::*;

    fn of(answers: &[i32]) -> Nps {
        nps(answers, Level::default())
    }

    #[test]
    fn without_answers_there_is_no_comparison() {
        assert_eq!(compare_nps(&of(&[]), &of(&[10]), Level::default()), None);
        assert_eq!(compare_nps_wald(&of(&[0, 10]), &of(&[]), Level::default()), None);
    }

    proptest! {
        #[test]
        fn the_other_way_round_is_the_mirror_image(a in prop::collection::vec(0i32..=10, 1..60), b in prop::collection::vec(0i32..=10, 1..60)) {
            let (a, b) = (of(&a), of(&b));
            for test in [compare_nps, compare_nps_wald] {
                let (there, back) = (test(&a, &b, Level::default()), test(&b, &a, Level::default()));
                prop_assert_eq!(there.is_some(), back.is_some());
                let Some((there, back)) = there.zip(back) else { continue };
                prop_assert!((there.z + back.z).abs() < 1e-9);
                prop_assert_eq!(there.ci.is_some(), back.ci.is_some());
                let ends = there.ci.zip(back.ci);
                prop_assert!(ends.is_none_or(|(there, back)| (there.low + back.high).abs() < 1e-9));
                prop_assert!((0.0..=1.0).contains(&there.p_value));
            }
        }

        #[test]
        fn an_interval_holds_the_difference(a in prop::collection::vec(0i32..=10, 1..60), b in prop::collection::vec(0i32..=10, 1..60)) {
            for test in [compare_nps, compare_nps_wald] {
                let test = test(&of(&a), &of(&b), Level::default());
                prop_assert!(test.is_none_or(|test| test.ci.is_none_or(|ci| ci.contains(test.difference))));
            }
        }
    }
}
