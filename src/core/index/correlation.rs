//! How two figures move together.

use super::{Interval, Level};
use crate::core::order::places;
use serde::{Deserialize, Serialize};

/// A correlation coefficient.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correlation {
    /// Pairs counted.
    pub n: u64,
    /// −1 to 1.
    pub r: f64,
}

impl Correlation {
    /// Fisher's interval tanh(artanh r ± z/√(n − 3)), exact for Pearson's r of normal values and an approximation for
    /// ranks. Absent under four pairs, and when r is 1 or −1.
    ///
    /// Source: R. A. Fisher, Metron 1 (1921). Agrees with `scipy.stats.pearsonr(…).confidence_interval()`.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::{Level, pearson};
    /// let pairs = [(1.0, 1.0), (2.0, 3.0), (3.0, 2.0), (4.0, 5.0), (5.0, 4.0)];
    /// let found = pearson(&pairs).expect("both vary");
    /// assert!(found.ci(Level::default()).is_some_and(|ci| ci.contains(0.8)));
    /// ```
    pub fn ci(&self, level: Level) -> Option<Interval> {
        let wide = level.z() / (self.n.checked_sub(3).filter(|left| *left > 0)? as f64).sqrt();
        let interval = Interval::around(self.r.atanh(), wide).map(f64::tanh);
        (self.r.abs() < 1.0).then_some(interval)
    }
}

/// Pearson's correlation Σ(x − x̄)(y − ȳ)/√(Σ(x − x̄)²·Σ(y − ȳ)²), −1 to 1; absent with fewer than two pairs or when
/// either side never varies.
///
/// Source: K. Pearson, Proceedings of the Royal Society 58 (1895). Agrees with `scipy.stats.pearsonr`.
///
/// # Example
/// ```
/// use heartline::core::index::pearson;
/// let line = pearson(&[(1.0, 2.0), (2.0, 4.0), (5.0, 10.0)]);
/// assert!(line.is_some_and(|c| c.n == 3 && (c.r - 1.0).abs() < 1e-12));
/// assert_eq!(pearson(&[(1.0, 2.0), (1.0, 3.0)]), None);
/// ```
pub fn pearson(pairs: &[(f64, f64)]) -> Option<Correlation> {
    let n = pairs.len() as f64;
    let mean = |side: fn(&(f64, f64)) -> f64| pairs.iter().map(side).sum::<f64>() / n;
    let (mean_x, mean_y) = (mean(|pair| pair.0), mean(|pair| pair.1));
    // Deviations in units of the largest: squares of what is tiny or huge would be zero or infinite.
    let widest = |side: fn(&(f64, f64)) -> f64, mean: f64| {
        pairs.iter().fold(0.0_f64, |widest, pair| widest.max((side(pair) - mean).abs()))
    };
    let (unit_x, unit_y) = (widest(|pair| pair.0, mean_x), widest(|pair| pair.1, mean_y));
    let mut sums = (0.0, 0.0, 0.0);
    for (x, y) in pairs {
        let (dx, dy) = ((x - mean_x) / unit_x, (y - mean_y) / unit_y);
        sums = (sums.0 + dx * dx, sums.1 + dy * dy, sums.2 + dx * dy);
    }
    let (xx, yy, xy) = sums;
    // A side that never varies may still be off its own mean by a rounding.
    let constant =
        |side: fn(&(f64, f64)) -> f64| pairs.windows(2).all(|two| side(&two[0]) == side(&two[1]));
    let varies = !constant(|pair| pair.0) && !constant(|pair| pair.1);
    let r = (xy / (xx * yy).sqrt()).clamp(-1.0, 1.0);
    (varies && r.is_finite()).then_some(Correlation { n: pairs.len() as u64, r })
}

/// Spearman's rank correlation: Pearson's of the mid-ranks, so ties share a rank. −1 to 1; absent as there.
///
/// Source: C. Spearman, American Journal of Psychology 15 (1904). Agrees with `scipy.stats.spearmanr`.
///
/// # Example
/// ```
/// use heartline::core::index::spearman;
/// let growing = spearman(&[(1.0, 2.0), (2.0, 9.0), (5.0, 10.0)]);
/// assert_eq!(growing.map(|c| c.r), Some(1.0));
/// ```
pub fn spearman(pairs: &[(f64, f64)]) -> Option<Correlation> {
    let (x, y): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let ranks: Vec<(f64, f64)> = mid_ranks(&x).into_iter().zip(mid_ranks(&y)).collect();
    pearson(&ranks)
}

/// Ranks from 1; equal values share the middle of the ranks they take up.
///
/// Agrees with `scipy.stats.rankdata`.
///
/// # Example
/// ```
/// use heartline::core::index::mid_ranks;
/// assert_eq!(mid_ranks(&[10.0, 20.0, 10.0, 5.0]), [2.5, 4.0, 2.5, 1.0]);
/// ```
pub fn mid_ranks(values: &[f64]) -> Vec<f64> {
    let order = places(values.len(), &|a, b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for tied in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let middle = before as f64 + (tied.len() as f64 + 1.0) / 2.0;
        tied.iter().for_each(|place| ranks[*place] = middle);
        before += tied.len();
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_never_varies_correlates_with_nothing() {
        assert_eq!(pearson(&[(1.0, 2.0), (1.0, 3.0)]), None);
        assert_eq!(pearson(&[(1.0, 2.0)]), None);
        assert_eq!(spearman(&[]), None);
        assert_eq!(pearson(&[(1.0, 1e300), (2.0, -1e300), (3.0, f64::NAN)]), None);
    }

    #[test]
    fn the_unit_does_not_matter() {
        for unit in [1e-200, 1e-90, 1.0, 1e200] {
            let level =
                pearson(&[(1.0, 1.0), (2.0, 2.0), (3.0, 1.0)].map(|(x, y)| (x * unit, y * unit)));
            assert!(level.is_some_and(|found| found.r.abs() < 1e-12), "{unit}");
            let line = pearson(&[(1.0, 3.0), (2.0, 2.0), (4.0, 0.0)].map(|(x, y)| (x * unit, y)));
            assert!(line.is_some_and(|found| (found.r + 1.0).abs() < 1e-12), "{unit}");
        }
    }

    #[test]
    fn ties_share_the_middle_rank() {
        assert_eq!(mid_ranks(&[10.0, 20.0, 10.0, 5.0]), [2.5, 4.0, 2.5, 1.0]);
    }

    proptest! {
        #[test]
        fn bounded_and_symmetric(pairs in prop::collection::vec((-9i32..9, -9i32..9), 0..40)) {
            let pairs: Vec<(f64, f64)> = pairs.into_iter().map(|(x, y)| (x.into(), y.into())).collect();
            let swapped: Vec<(f64, f64)> = pairs.iter().map(|(x, y)| (*y, *x)).collect();
            match (spearman(&pairs), spearman(&swapped)) {
                (Some(there), Some(back)) => {
                    prop_assert!((there.r - back.r).abs() < 1e-12 && there.r.abs() <= 1.0);
                    let ci = there.ci(Level::default());
                    prop_assert!(ci.is_none_or(|ci| ci.contains(there.r) && ci.low >= -1.0 && ci.high <= 1.0));
                }
                (there, back) => prop_assert_eq!(there, back),
            }
        }
    }
}
