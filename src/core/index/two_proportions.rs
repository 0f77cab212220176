//! Two shares held against each other.

use super::normal::two_sided_p;
use super::proportion::score_interval;
use super::{Interval, Level};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A share as its counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// How many have it.
    pub hits: u64,
    /// Out of how many.
    pub n: u64,
}

impl Share {
    fn value(self) -> f64 {
        self.hits as f64 / self.n as f64
    }
}

/// The difference of two shares.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TwoProportions {
    /// Answers of the first lot.
    pub n_a: u64,
    /// Answers of the second lot.
    pub n_b: u64,
    /// First share less second, −1 to 1.
    pub difference: f64,
    /// Newcombe's hybrid score interval of the difference.
    pub ci: Interval,
    /// Pooled z; 0 when all answers are alike.
    pub z: f64,
    /// Two-sided; 1 when all answers are alike.
    pub p_value: f64,
}

/// Compares two shares: pooled z test, Newcombe's interval (method 10). Absent when either n is 0
/// or fewer than its hits.
///
/// Source: R. G. Newcombe, "Interval estimation for the difference between independent
/// proportions", Statistics in Medicine 17 (1998). Agrees with statsmodels' `proportions_ztest` and
/// `confint_proportions_2indep(method="newcomb")`.
///
/// # Example
/// ```
/// use heartline::core::index::{Level, Share, two_proportions};
/// // Newcombe's own first example.
/// let (a, b) = (Share { hits: 56, n: 70 }, Share { hits: 48, n: 80 });
/// let test = two_proportions(a, b, Level::default()).expect("answers in both");
/// assert!((test.difference - 0.2).abs() < 1e-12);
/// assert!((test.ci.low - 0.0524).abs() < 1e-4 && (test.ci.high - 0.3339).abs() < 1e-4);
/// ```
pub fn two_proportions(a: Share, b: Share, level: Level) -> Option<TwoProportions> {
    let sound = |share: Share| share.n > 0 && share.hits <= share.n;
    (sound(a) && sound(b)).then(|| two_shares((a.value(), a.n), (b.value(), b.n), level))
}

/// The same of shares, each with how many people it is of.
pub(super) fn two_shares(a: (f64, u64), b: (f64, u64), level: Level) -> TwoProportions {
    let ((p, n_a), (q, n_b)) = (a, b);
    let z = pooled_z((p, n_a as f64), (q, n_b as f64));
    let ci = newcombe(a, b, level);
    TwoProportions { n_a, n_b, difference: p - q, ci, z, p_value: two_sided_p(z) }
}

fn pooled_z((p, n): (f64, f64), (q, m): (f64, f64)) -> f64 {
    let pooled = (p * n + q * m) / (n + m);
    let se = (pooled * (1.0 - pooled) * (1.0 / n + 1.0 / m)).sqrt();
    if se > 0.0 { (p - q) / se } else { 0.0 }
}

fn newcombe(a: (f64, u64), b: (f64, u64), level: Level) -> Interval {
    let [one, two] = [a, b].map(|(share, n)| score_interval(share, n as f64, level.z()));
    let (p, q) = (a.0, b.0);
    Interval {
        low: p - q - (p - one.low).hypot(two.high - q),
        high: p - q + (one.high - p).hypot(q - two.low),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn share(hits: u64, n: u64) -> Share {
        Share { hits, n }
    }

    #[test]
    fn alike_answers_do_not_differ() {
        let same = two_proportions(share(7, 7), share(3, 3), Level::default()).expect("counts");
        assert_eq!((same.z, same.p_value), (0.0, 1.0));
    }

    #[test]
    fn no_counts_no_comparison() {
        assert_eq!(two_proportions(share(0, 0), share(3, 3), Level::default()), None);
        assert_eq!(two_proportions(share(4, 3), share(3, 3), Level::default()), None);
    }

    proptest! {
        #[test]
        fn whatever_the_counts_are(hits in any::<[u64; 2]>(), more in any::<[u64; 2]>()) {
            let [a, b] = [0, 1].map(|side| share(hits[side], hits[side].saturating_add(more[side])));
            let test = two_proportions(a, b, Level::default());
            prop_assert!(test.is_none_or(|test| (0.0..=1.0).contains(&test.p_value) && test.ci.contains(test.difference)));
        }

        #[test]
        fn symmetric_and_holding_the_difference(a in 0u64..40, x in 1u64..40, b in 0u64..40, y in 1u64..40) {
            let (a, b) = (share(a, a + x), share(b, b + y));
            let there = two_proportions(a, b, Level::default()).expect("counts");
            let back = two_proportions(b, a, Level::default()).expect("counts");
            prop_assert!(there.ci.contains(there.difference));
            prop_assert!((there.ci.low + back.ci.high).abs() < 1e-12);
            prop_assert!((there.p_value - back.p_value).abs() < 1e-12);
        }
    }
}
