//! One share with its interval.

use super::{Estimate, Interval, Level};

/// A share of `n` as an estimate between 0 and 1, with Wilson's score interval; absent for n = 0.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
/// JASA 22 (1927). Agrees with statsmodels' `proportion_confint(method="wilson")`.
///
/// # Example
/// ```
/// use heartline::core::index::{Level, wilson};
/// let half = wilson(5, 10, Level::default());
/// assert_eq!(half.value, Some(0.5));
/// assert!((half.ci.unwrap().low - 0.2365931).abs() < 1e-7);
/// ```
pub fn wilson(hits: u64, n: u64, level: Level) -> Estimate {
    share_of(hits, n, n, level)
}

/// A share of answers, with the interval of as many people as gave them.
pub(super) fn share_of(hits: u64, answers: u64, people: u64, level: Level) -> Estimate {
    if people == 0 || hits > answers {
        return Estimate { value: None, n: people, ci: None };
    }
    let share = hits as f64 / answers as f64;
    Estimate {
        value: Some(share),
        n: people,
        ci: Some(score_interval(share, people as f64, level.z())),
    }
}

/// Wilson's interval of a share of `n`, for a quantile `z`.
pub(super) fn score_interval(share: f64, n: f64, z: f64) -> Interval {
    let z2 = z * z;
    let centre = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = z * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
    let whole = Interval::around(centre, half).clip(0.0, 1.0);
    // At the ends the interval touches them exactly; rounding must not push the share out of it.
    Interval { low: whole.low.min(share), high: whole.high.max(share) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_counted_is_nothing_known() {
        assert_eq!(wilson(0, 0, Level::default()).value, None);
        assert_eq!(wilson(3, 2, Level::default()).value, None);
    }

    proptest! {
        #[test]
        fn holds_the_share_and_narrows_with_n(hits in 0u64..50, more in 1u64..50) {
            let n = hits + more;
            let narrow = wilson(hits * 4, n * 4, Level::default()).ci.expect("n > 0");
            let wide = wilson(hits, n, Level::default()).ci.expect("n > 0");
            prop_assert!(wide.contains(hits as f64 / n as f64));
            prop_assert!(wide.low >= 0.0 && wide.high <= 1.0);
            prop_assert!(narrow.high - narrow.low < wide.high - wide.low);
        }
    }
}
