//! Whether a figure is under its target by more than chance.

use super::normal::two_sided_p;
use super::student_t::two_sided;
use super::{Counts, Estimate, Nps};

/// The two-sided p-value of a share against a target, both 0 to 1: z = (p − t)/√(t(1 − t)/n), the test that Wilson's
/// interval turns round. Absent without answers, and for a target that is no share or an end of them.
///
/// Source: as in [`wilson`](super::wilson). Agrees with statsmodels' `proportions_ztest(prop_var=target)`.
///
/// # Example
/// ```
/// use heartline::core::index::{Level, share_against, wilson};
/// let share = wilson(70, 100, Level::default());
/// assert!(share_against(&share, 0.88).is_some_and(|p| p < 0.05));
/// assert!(share_against(&share, 0.75).is_some_and(|p| p > 0.05));
/// ```
pub fn share_against(share: &Estimate, target: f64) -> Option<f64> {
    let se = (target * (1.0 - target) / share.n as f64).sqrt();
    let z = (share.value? - target) / se;
    (se > 0.0 && se.is_finite()).then(|| two_sided_p(z))
}

/// The two-sided p-value of a mean answer against a target, both in the unit of the answers: Student's
/// t = (x̄ − t)/(s/√n). Absent with fewer than two answers, and when all are equal.
///
/// Source: Student, Biometrika 6 (1908). Agrees with `scipy.stats.ttest_1samp`.
///
/// # Example
/// ```
/// use heartline::core::{index::{Counts, mean_against}, model::Scale};
/// let answers = Counts::of(Scale::FIVE, &[5.0, 4.0, 3.0, 4.0]);
/// assert!(mean_against(&answers, answers.n(), 5.0).is_some_and(|p| (p - 0.0917).abs() < 1e-4));
/// ```
pub fn mean_against(answers: &Counts, respondents: u64, target: f64) -> Option<f64> {
    let n = respondents as f64;
    let se = (answers.variance().filter(|variance| *variance > 0.0)? / n).sqrt();
    two_sided((answers.mean()? - target) / se, n - 1.0)
}

/// The two-sided p-value of a net promoter score against a target, in points: z of the adjusted score, as its
/// interval has it. Absent without answers.
///
/// Source: as in [`nps`](super::nps()).
///
/// # Example
/// ```
/// use heartline::core::index::{Level, nps, nps_against};
/// let score = nps(&[10, 9, 9, 8, 3, 10, 9, 7, 6, 2], Level::default());
/// assert!(nps_against(&score, 45.0).is_some_and(|p| p > 0.05));
/// ```
pub fn nps_against(nps: &Nps, target: f64) -> Option<f64> {
    let adjusted = nps.classes()?.adjusted();
    Some(two_sided_p((adjusted.score() - target) / adjusted.se()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::index::{Level, nps, wilson};
    use crate::core::model::Scale;
    use proptest::prelude::*;

    #[test]
    fn where_nothing_can_be_tested_there_is_no_p() {
        let none = wilson(0, 0, Level::default());
        assert_eq!((share_against(&none, 0.88), share_against(&none, 1.0)), (None, None));
        let alike = Counts::of(Scale::FIVE, &[3.0, 3.0]);
        assert_eq!(mean_against(&alike, 2, 4.0), None);
        assert_eq!(nps_against(&nps(&[0; 0], Level::default()), 45.0), None);
    }

    proptest! {
        #[test]
        fn a_test_and_an_interval_say_the_same(answers in prop::collection::vec(1i16..=5, 2..80), target in 0.05f64..0.95) {
            let level = Level::default();
            let answers: Vec<f64> = answers.into_iter().map(f64::from).collect();
            let counts = Counts::of(Scale::FIVE, &answers);
            let share = counts.share(4, 5, level);
            let is_off = |p: Option<f64>| p.is_some_and(|p| p < 0.05);
            let is_outside = |figure: &Estimate, target: f64| figure.ci.is_some_and(|ci| !ci.contains(target));
            prop_assert_eq!(is_off(share_against(&share, target)), is_outside(&share, target));
            let (mean, target) = (counts.mean_estimate(level), 1.0 + 4.0 * target);
            prop_assert_eq!(is_off(mean_against(&counts, counts.n(), target)), is_outside(&mean, target));
        }
    }
}
