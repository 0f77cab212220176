//! How many customers leave.

use super::{Interval, Level, Share, wilson};
use serde::{Deserialize, Serialize};

/// The share of customers lost in a period.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Churn {
    /// Customers at the start of the period.
    pub n: u64,
    /// Of these, lost by its end.
    pub lost: u64,
    /// Lost over start, 0 to 1.
    pub rate: f64,
    /// Wilson's interval of the rate.
    pub ci: Interval,
}

/// Churn: lost over customers at the start; whoever came in the period is in neither. Absent without customers,
/// or when more were lost than there were.
///
/// # Example
/// ```
/// use heartline::core::index::{Level, Share, churn};
/// let year = churn(Share { hits: 12, n: 80 }, Level::default()).expect("customers");
/// assert_eq!(year.rate, 0.15);
/// ```
pub fn churn(lost: Share, level: Level) -> Option<Churn> {
    let Share { hits, n } = lost;
    let ci = (hits <= n).then(|| wilson(hits, n, level)).and_then(|estimate| estimate.ci)?;
    Some(Churn { n, lost: hits, rate: hits as f64 / n as f64, ci })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nobody_there_or_more_lost_than_there_were_is_absent() {
        assert_eq!(churn(Share { hits: 0, n: 0 }, Level::default()), None);
        assert_eq!(churn(Share { hits: 3, n: 2 }, Level::default()), None);
    }

    proptest! {
        #[test]
        fn a_share_within_its_interval_that_grows_with_the_loss(lost in 0u64..50, kept in 1u64..50) {
            let of = |lost| churn(Share { hits: lost, n: 100 }, Level::default()).expect("customers");
            let year = churn(Share { hits: lost, n: lost + kept }, Level::default()).expect("customers");
            prop_assert!((0.0..=1.0).contains(&year.rate) && year.ci.contains(year.rate));
            prop_assert!(of(lost).rate < of(lost + kept).rate);
        }
    }
}
