//! Whether the items of a scale measure one thing.

use super::{CrossProducts, Interval, Level, pearson};
use serde::{Deserialize, Serialize};
use statrs::distribution::{ContinuousCDF, FisherSnedecor};

/// The reliability a survey's design asks of a scale.
pub const WANTED_ALPHA: f64 = 0.85;

/// Cronbach's alpha of a scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alpha {
    /// Respondents who answered every item.
    pub n: u64,
    /// Respondents left out because an item was not answered.
    pub n_missing: u64,
    /// Alpha; at most 1, and negative when items contradict each other. Absent when the respondents' sums do not vary:
    /// everybody answered alike, or the items cancel each other.
    pub alpha: Option<f64>,
    /// Feldt's interval; absent when alpha is, and when it is 1.
    pub ci: Option<Interval>,
    /// Of each item.
    pub items: Vec<ItemStatistics>,
}

/// What one item does in its scale.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemStatistics {
    /// Mean answer.
    pub mean: f64,
    /// Sample variance.
    pub variance: f64,
    /// Correlation with the sum of the other items; absent when either side does not vary.
    pub item_rest_correlation: Option<f64>,
    /// Alpha of the other items; absent when fewer than two are left or they do not vary.
    pub alpha_if_deleted: Option<f64>,
    /// True when every respondent answered alike: the item tells nobody from anybody.
    pub constant: bool,
}

/// Cronbach's alpha: k/(k − 1)·(1 − tr C/ΣC) over the items' covariances, with Feldt's interval
/// 1 − (1 − α)·F of n − 1 and (n − 1)(k − 1) degrees of freedom, item-rest correlations and alpha without each
/// item. `rows` are respondents with an answer an item; a respondent who left one out is left out (listwise),
/// and n counts the others. No item is reversed by itself.
///
/// Absent with fewer than two items or respondents, or with rows of unequal length. When the sums do not vary alpha
/// alone is: what the items do still shows why.
///
/// Source: L. Cronbach, Psychometrika 16 (1951); L. Feldt, Psychometrika 30 (1965). Agrees with R's psych.
///
/// # Example
/// ```
/// use heartline::core::index::{Level, alpha};
/// let rows = [[4.0, 5.0], [2.0, 2.0], [3.0, 4.0], [5.0, 5.0]].map(|row| row.map(Some).to_vec());
/// let scale = alpha(&rows, Level::default()).expect("two items, four respondents");
/// assert!(scale.alpha.is_some_and(|alpha| (alpha - 0.952).abs() < 1e-3));
/// ```
pub fn alpha(rows: &[Vec<Option<f64>>], level: Level) -> Option<Alpha> {
    let k = rows.first()?.len();
    if k < 2 || rows.iter().any(|row| row.len() != k) {
        return None;
    }
    let complete: Vec<Vec<f64>> =
        rows.iter().filter_map(|row| row.iter().copied().collect()).collect();
    let items: Vec<Vec<f64>> =
        (0..k).map(|item| complete.iter().map(|row| row[item]).collect()).collect();
    let alpha = alpha_of(&items);
    (complete.len() > 1).then(|| Alpha {
        n: complete.len() as u64,
        n_missing: (rows.len() - complete.len()) as u64,
        alpha,
        ci: alpha.and_then(|alpha| feldt(alpha, complete.len() as f64, k as f64, level)),
        items: (0..k).map(|item| statistics(&items, item)).collect(),
    })
}

/// [`alpha`] from sums that add up, so that answers need not be kept: C is worked out from n, Σx and Σxy.
///
/// Absent as there.
///
/// # Example
/// ```
/// use heartline::core::index::{CrossProducts, Level, alpha_of_sums};
/// let (mut north, mut south) = (CrossProducts::empty(2), CrossProducts::empty(2));
/// [[4.0, 5.0], [2.0, 2.0]].iter().for_each(|row| north.add(&row.map(Some)));
/// [[3.0, 4.0], [5.0, 5.0]].iter().for_each(|row| south.add(&row.map(Some)));
/// north.merge(&south);
/// let scale = alpha_of_sums(&north, Level::default()).expect("two items, four respondents");
/// assert!(scale.alpha.is_some_and(|alpha| (alpha - 0.952).abs() < 1e-3));
/// ```
pub fn alpha_of_sums(sums: &CrossProducts, level: Level) -> Option<Alpha> {
    let items: Vec<usize> = (0..sums.items()).collect();
    let alpha = alpha_among(sums, &items);
    if items.len() < 2 || sums.n < 2 {
        return None;
    }
    Some(Alpha {
        n: sums.n,
        n_missing: sums.n_missing,
        alpha,
        ci: alpha.and_then(|alpha| feldt(alpha, sums.n as f64, items.len() as f64, level)),
        items: items.iter().map(|item| statistics_of(sums, *item)).collect::<Option<_>>()?,
    })
}

/// Alpha of some of the items.
fn alpha_among(sums: &CrossProducts, items: &[usize]) -> Option<f64> {
    let k = items.len() as f64;
    let own: f64 = items.iter().map(|item| sums.covariance(*item, *item)).sum::<Option<f64>>()?;
    let whole = sums.covariance_of(items, items)?;
    (k >= 2.0 && whole > 0.0).then(|| k / (k - 1.0) * (1.0 - own / whole))
}

fn statistics_of(sums: &CrossProducts, item: usize) -> Option<ItemStatistics> {
    let rest: Vec<usize> = (0..sums.items()).filter(|other| *other != item).collect();
    let variance = sums.covariance(item, item)?;
    let spread = variance * sums.covariance_of(&rest, &rest)?;
    let shared = sums.covariance_of(&[item], &rest)?;
    Some(ItemStatistics {
        mean: sums.mean(item)?,
        variance,
        item_rest_correlation: (spread > 0.0).then(|| (shared / spread.sqrt()).clamp(-1.0, 1.0)),
        alpha_if_deleted: alpha_among(sums, &rest),
        constant: variance == 0.0,
    })
}

/// Alpha of items, each a list of answers in the order of respondents.
fn alpha_of(items: &[Vec<f64>]) -> Option<f64> {
    let k = items.len() as f64;
    let own: f64 = items.iter().map(|item| variance(item)).sum::<Option<f64>>()?;
    let whole = variance(&sums(items))?;
    (k >= 2.0 && whole > 0.0).then(|| k / (k - 1.0) * (1.0 - own / whole))
}

fn feldt(alpha: f64, n: f64, k: f64, level: Level) -> Option<Interval> {
    let law = FisherSnedecor::new(n - 1.0, (n - 1.0) * (k - 1.0)).ok().filter(|_| alpha < 1.0)?;
    let tail = (1.0 - level.share()) / 2.0;
    let end = |share: f64| 1.0 - (1.0 - alpha) * law.inverse_cdf(share);
    Some(Interval { low: end(1.0 - tail), high: end(tail) })
}

fn statistics(items: &[Vec<f64>], place: usize) -> ItemStatistics {
    let item = &items[place];
    let others: Vec<Vec<f64>> =
        items.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, i)| i.clone()).collect();
    let rest = sums(&others);
    let pairs: Vec<(f64, f64)> = item.iter().copied().zip(rest).collect();
    let variance = variance(item).unwrap_or_default();
    ItemStatistics {
        mean: mean(item),
        variance,
        item_rest_correlation: pearson(&pairs).map(|correlation| correlation.r),
        alpha_if_deleted: alpha_of(&others),
        constant: variance == 0.0,
    }
}

fn sums(items: &[Vec<f64>]) -> Vec<f64> {
    let respondents = items.first().map_or(0, Vec::len);
    (0..respondents).map(|row| items.iter().map(|item| item[row]).sum()).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Sample variance; absent with fewer than two values.
fn variance(values: &[f64]) -> Option<f64> {
    let mean = mean(values);
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (values.len() > 1).then(|| squares / (values.len() - 1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(answers: &[Vec<u8>]) -> Vec<Vec<Option<f64>>> {
        answers.iter().map(|row| row.iter().map(|a| Some(f64::from(*a))).collect()).collect()
    }

    #[test]
    fn too_little_to_say_anything() {
        let level = Level::default();
        assert_eq!(alpha(&[], level), None);
        assert_eq!(alpha(&rows(&[vec![1], vec![2]]), level), None);
        assert_eq!(alpha(&rows(&[vec![1, 2]]), level), None);
        assert_eq!(alpha(&rows(&[vec![1, 2], vec![1]]), level), None);
        let alike = alpha(&rows(&[vec![3, 3], vec![3, 3]]), level).expect("two respondents");
        assert!(alike.alpha.is_none() && alike.ci.is_none() && alike.items[0].constant);
    }

    #[test]
    fn items_that_cancel_each_other_are_still_described() {
        let turned = alpha(&rows(&[vec![1, 5], vec![3, 3], vec![5, 1]]), Level::default());
        let turned = turned.expect("three respondents");
        assert_eq!((turned.alpha, turned.ci), (None, None));
        let [first, second] = &turned.items[..] else { panic!("two items") };
        assert_eq!((first.mean, first.variance, second.variance), (3.0, 4.0, 4.0));
        assert_eq!(first.item_rest_correlation, Some(-1.0));
    }

    #[test]
    fn the_same_item_twice_is_wholly_reliable_and_has_no_interval() {
        let twice = alpha(&rows(&[vec![1, 1], vec![4, 4], vec![5, 5]]), Level::default());
        assert!(twice.is_some_and(|scale| scale.alpha == Some(1.0) && scale.ci.is_none()));
    }

    fn near(one: Option<f64>, other: Option<f64>) -> bool {
        one.zip(other).map_or(one == other, |(one, other)| (one - other).abs() < 1e-9)
    }

    proptest! {
        #[test]
        fn never_over_one_within_its_interval_and_in_any_order(answers in prop::collection::vec(prop::collection::vec(1u8..=5, 4), 3..30)) {
            let rows = rows(&answers);
            if let Some(scale) = alpha(&rows, Level::default()) {
                let value = scale.alpha;
                prop_assert!(value.is_none_or(|alpha| alpha <= 1.0 + 1e-12));
                prop_assert!(scale.ci.is_none_or(|ci| value.is_some_and(|alpha| ci.contains(alpha))));
                let turned: Vec<_> = rows.into_iter().rev().collect();
                let other = alpha(&turned, Level::default()).expect("the same answers");
                prop_assert!(near(other.alpha, scale.alpha));
            }
        }

        #[test]
        fn sums_say_what_rows_say(answers in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.95, (1u8..=5).prop_map(f64::from)), 4), 0..40)) {
            let mut sums = CrossProducts::empty(4);
            answers.iter().for_each(|row| sums.add(row));
            let (of_sums, of_rows) = (alpha_of_sums(&sums, Level::default()), alpha(&answers, Level::default()));
            prop_assert_eq!(of_sums.is_some(), of_rows.is_some());
            if let Some((one, other)) = of_sums.zip(of_rows) {
                prop_assert_eq!((one.n, one.n_missing), (other.n, other.n_missing));
                prop_assert!(near(one.alpha, other.alpha));
                for (one, other) in one.items.iter().zip(&other.items) {
                    prop_assert_eq!(one.constant, other.constant);
                    prop_assert!(near(one.item_rest_correlation, other.item_rest_correlation));
                    prop_assert!(near(one.alpha_if_deleted, other.alpha_if_deleted));
                }
            }
        }
    }
}
