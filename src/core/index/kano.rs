//! Kano: which features delight, which are wanted, which are taken for granted.

use super::kano_counts::{KanoCategory, KanoCounts};
use super::normal::two_sided_p;
use serde::{Deserialize, Serialize};

/// What a feature is to its respondents.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kano {
    /// Respondents in all categories.
    pub n: u64,
    /// The most frequent category.
    pub category: KanoCategory,
    /// Satisfaction with the feature, (A + O)/(A + O + M + I), 0 to 1; absent when nobody is in these four.
    pub better: Option<f64>,
    /// Dissatisfaction without it, −(O + M)/(A + O + M + I), −1 to 0; absent as above.
    pub worse: Option<f64>,
    /// The lead of the most frequent category over the second, as a share of n.
    pub category_strength: f64,
    /// True when that lead is under 6 %: no one category stands for all.
    pub mixed: bool,
    /// Share to whom the feature matters, (A + O + M)/n.
    pub total_strength: f64,
    /// Fong's test: the lead over the second is more than chance (one-sided 5 %).
    pub significant: bool,
    /// The p-value of that lead, one-sided: of z = (a − b)/√((a + b)(2n − a − b)/(2n)).
    pub p_value: f64,
}

/// A lead under this share of the respondents leaves the category mixed.
const MIXED_UNDER: f64 = 0.06;

/// Fong's critical value.
const FONG: f64 = 1.65;

/// The category of a feature, how strong it is and whether it is more than chance. Absent without respondents.
///
/// Fong: a lead of a − b is chance below 1.65·√((a + b)(2n − a − b)/(2n)), with reverse and questionable
/// answers in n.
///
/// Source: C. Berger et al. (1993); D. Fong, "Using the self-stated importance questionnaire to interpret
/// Kano questionnaire results", same journal 5 (1996); category and total strength: J. Lee, W. Newcomb (1997).
/// Agrees with R's stp25kano.
///
/// # Example
/// ```
/// use heartline::core::index::{KanoCategory, KanoCounts, kano};
/// let counts = KanoCounts { must_be: 70, one_dimensional: 20, indifferent: 10, ..KanoCounts::default() };
/// let feature = kano(&counts).expect("respondents");
/// assert_eq!((feature.category, feature.significant), (KanoCategory::MustBe, true));
/// assert_eq!((feature.better, feature.worse), (Some(0.2), Some(-0.9)));
/// ```
pub fn kano(counts: &KanoCounts) -> Option<Kano> {
    let n = counts.n();
    let mut ranked = KanoCategory::ALL.map(|category| (counts.get(category), category));
    // Stable: of equal counts the earlier category stays first.
    ranked.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let [(first, category), (second, _), ..] = ranked;
    let share = |count: u64| (n > 0).then(|| count as f64 / n as f64);
    let category_strength = share(first - second)?;
    let KanoCounts { must_be, one_dimensional, attractive, indifferent, .. } = *counts;
    let judged = must_be + one_dimensional + attractive + indifferent;
    let of_judged = |count: u64| (judged > 0).then(|| count as f64 / judged as f64);
    Some(Kano {
        n,
        category,
        better: of_judged(attractive + one_dimensional),
        worse: of_judged(one_dimensional + must_be).map(|share| -share),
        category_strength,
        mixed: category_strength < MIXED_UNDER,
        total_strength: share(attractive + one_dimensional + must_be)?,
        significant: lead(first as f64, second as f64, n as f64) >= FONG,
        p_value: two_sided_p(lead(first as f64, second as f64, n as f64)) / 2.0,
    })
}

/// The lead of the first over the second in standard errors.
fn lead(first: f64, second: f64, n: f64) -> f64 {
    let both = first + second;
    (first - second) / (both * (2.0 * n - both) / (2.0 * n)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::index::Feeling;
    use proptest::prelude::*;

    #[test]
    fn equally_frequent_categories_go_to_the_one_that_must_not_be_missed() {
        let counts = KanoCounts { must_be: 3, attractive: 3, indifferent: 3, ..Default::default() };
        let feature = kano(&counts).expect("respondents");
        assert_eq!((feature.category, feature.category_strength), (KanoCategory::MustBe, 0.0));
        assert!(feature.mixed && !feature.significant);
    }

    #[test]
    fn without_respondents_or_judgements_there_is_nothing_to_say() {
        assert_eq!(kano(&KanoCounts::default()), None);
        let contradictory = KanoCounts { questionable: 4, ..Default::default() };
        let feature = kano(&contradictory).expect("respondents");
        assert_eq!((feature.better, feature.worse, feature.total_strength), (None, None, 0.0));
    }

    fn feelings() -> impl Strategy<Value = Vec<(Feeling, Feeling)>> {
        let one = || (0usize..5).prop_map(|place| Feeling::ALL[place]);
        prop::collection::vec((one(), one()), 1..60)
    }

    proptest! {
        #[test]
        fn merged_halves_are_the_whole_and_shares_keep_their_bounds(pairs in feelings(), cut in 0usize..60) {
            let (left, right) = pairs.split_at(cut.min(pairs.len()));
            let mut merged = KanoCounts::of(left);
            merged.merge(&KanoCounts::of(right));
            prop_assert_eq!(merged, KanoCounts::of(&pairs));
            let feature = kano(&merged).expect("respondents");
            prop_assert_eq!(feature.n, pairs.len() as u64);
            prop_assert!(feature.better.is_none_or(|better| (0.0..=1.0).contains(&better)));
            prop_assert!(feature.worse.is_none_or(|worse| (-1.0..=0.0).contains(&worse)));
            prop_assert!((0.0..=1.0).contains(&feature.total_strength));
        }
    }
}
