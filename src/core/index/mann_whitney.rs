//! Two lots of ordinal answers held against each other.

use super::Answers;
use super::normal::two_sided_p;
use serde::{Deserialize, Serialize};

/// The Mann–Whitney (Wilcoxon rank-sum) test of two lots.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MannWhitney {
    /// Answers of the first lot.
    pub n_a: u64,
    /// Answers of the second lot.
    pub n_b: u64,
    /// U of the first lot: pairs in which its answer is the higher one, ties counting half.
    pub u: f64,
    /// Normal statistic, tie-corrected, with a continuity correction of ½; 0 when all answers are equal.
    pub z: f64,
    /// Two-sided; 1 when all answers are equal.
    pub p_value: f64,
    /// Chance that an answer of the first lot is the higher one, ties counting half: U/(n·m), 0 to 1.
    pub superiority: f64,
}

/// The Mann–Whitney U test, from counts or from plain values: normal approximation with tie correction and
/// continuity ½. Absent when either lot has fewer than two answers, or when they were counted on different scales.
///
/// U = Σ aᵢ·(Σ_{j<i} bⱼ + bᵢ/2); σ² = n·m/12·(N + 1 − Σ(t³ − t)/(N·(N − 1))), in f64 throughout: t³ of a tie
/// group of millions overflows whole numbers.
///
/// Source: H. B. Mann, D. R. Whitney, Annals of Mathematical Statistics 18 (1947). Agrees with
/// `scipy.stats.mannwhitneyu(method="asymptotic")`.
///
/// # Example
/// ```
/// use heartline::core::index::mann_whitney;
/// let (pilot, others) = ([4, 5, 5, 4], [1, 2, 3, 4]);
/// let test = mann_whitney(&pilot, &others).expect("two answers each");
/// assert_eq!((test.u, test.superiority), (15.0, 0.9375));
/// ```
pub fn mann_whitney(
    a: &(impl Answers + ?Sized),
    b: &(impl Answers + ?Sized),
) -> Option<MannWhitney> {
    let comparable = a.scale().zip(b.scale()).is_none_or(|(one, other)| one == other);
    comparable.then(|| test(&side_by_side(&a.groups(), &b.groups()))).flatten()
}

/// For each different answer, lowest first, how often it was given in either lot.
fn side_by_side(a: &[(f64, u64)], b: &[(f64, u64)]) -> Vec<(u64, u64)> {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut both = Vec::new();
    while let Some(answer) = lowest(a.peek().map(|one| one.0), b.peek().map(|one| one.0)) {
        let from_a = a.next_if(|one| one.0 == answer).map_or(0, |one| one.1);
        let from_b = b.next_if(|one| one.0 == answer).map_or(0, |one| one.1);
        both.push((from_a, from_b));
    }
    both
}

fn lowest(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    a.into_iter().chain(b).min_by(f64::total_cmp)
}

fn test(answers: &[(u64, u64)]) -> Option<MannWhitney> {
    let add = |(a, b): (u64, u64), more: &(u64, u64)| {
        (a.saturating_add(more.0), b.saturating_add(more.1))
    };
    let (n_a, n_b) = answers.iter().fold((0, 0), add);
    if n_a < 2 || n_b < 2 {
        return None;
    }
    let (n, m) = (n_a as f64, n_b as f64);
    let u = u_statistic(answers);
    let away = u - n * m / 2.0;
    let sigma = (n * m / 12.0 * tie_corrected(answers, n + m)).sqrt();
    // Half a pair nearer to the middle, and never past it.
    let nearer = (away.abs() - 0.5).max(0.0);
    let z = if sigma > 0.0 { nearer.copysign(away) / sigma } else { 0.0 };
    Some(MannWhitney { n_a, n_b, u, z, p_value: two_sided_p(z), superiority: u / (n * m) })
}

fn u_statistic(answers: &[(u64, u64)]) -> f64 {
    let mut below = 0.0;
    answers.iter().fold(0.0, |u, (a, b)| {
        let (a, b) = (*a as f64, *b as f64);
        let won = a * (below + b / 2.0);
        below += b;
        u + won
    })
}

/// N + 1 less what ties take away.
fn tie_corrected(answers: &[(u64, u64)], all: f64) -> f64 {
    let ties = answers.iter().map(|(a, b)| *a as f64 + *b as f64);
    let taken: f64 = ties.map(|t| t * (t * t - 1.0)).sum();
    // Equal answers leave nothing, save for a rounding.
    (all + 1.0 - taken / (all * (all - 1.0))).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::index::Counts;
    use crate::core::model::Scale;
    use proptest::prelude::*;

    fn counts(values: &[u64]) -> Counts {
        let mut counts = Counts::empty(Scale::FIVE);
        values.iter().enumerate().for_each(|(place, count)| counts.add(place, *count));
        counts
    }

    #[test]
    fn equal_answers_say_nothing_and_single_ones_too() {
        let same = mann_whitney(&counts(&[0, 0, 9]), &counts(&[0, 0, 4])).expect("two answers");
        assert_eq!((same.z, same.p_value, same.superiority), (0.0, 1.0, 0.5));
        assert_eq!(mann_whitney(&counts(&[1]), &counts(&[0, 4])), None);
        let other_scale = Counts::of(Scale::NPS, &[1.0, 2.0]);
        assert_eq!(mann_whitney(&counts(&[1, 1]), &other_scale), None);
    }

    #[test]
    fn billions_of_answers_do_not_overflow() {
        let many = 2_000_000_000;
        let test = mann_whitney(&counts(&[many, 0, many]), &counts(&[many, many, 0]));
        assert!(test.is_some_and(|t| t.z.is_finite() && t.p_value == 0.0));
        let most = mann_whitney(&counts(&[u64::MAX, u64::MAX]), &counts(&[u64::MAX, 3]));
        assert!(most.is_some_and(|t| t.n_a == u64::MAX && t.z.is_finite()));
    }

    #[test]
    fn values_on_no_scale_are_compared_as_they_are() {
        let test = mann_whitney(&[0.5, 2.25, 7.0], &[-1.0, 2.25]).expect("two values each");
        assert_eq!((test.u, test.n_a, test.n_b), (4.5, 3, 2));
    }

    fn lot() -> impl Strategy<Value = Counts> {
        prop::collection::vec(0u64..30, 5)
            .prop_filter("two answers", |v| v.iter().sum::<u64>() > 1)
            .prop_map(|values| counts(&values))
    }

    proptest! {
        #[test]
        fn the_other_way_round_is_the_mirror_image((a, b) in (lot(), lot())) {
            let there = mann_whitney(&a, &b).expect("answers");
            let back = mann_whitney(&b, &a).expect("answers");
            prop_assert!((there.u + back.u - (a.n() * b.n()) as f64).abs() < 1e-9);
            prop_assert!((there.superiority + back.superiority - 1.0).abs() < 1e-12);
            prop_assert!((there.p_value - back.p_value).abs() < 1e-12);
            prop_assert!((0.0..=1.0).contains(&there.p_value));
        }
    }
}
