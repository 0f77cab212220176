//! Whether an improvement pays.

use serde::{Deserialize, Serialize};

/// The return on an investment.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Roi {
    /// (benefits − costs)/costs; −1 when nothing came of it.
    pub roi: f64,
    /// Periods until the benefits have made up for the cost, interpolated inside the period in which they do;
    /// absent when they do not.
    pub payback: Option<f64>,
}

/// Return on investment of a cost at the start and the net benefits of the periods after it, all in money of the
/// same day (undiscounted). A benefit counts evenly over its period; should what has come in fall under the cost
/// again later, the first time it was reached stands. Absent unless the cost is positive.
///
/// # Example
/// ```
/// use heartline::core::index::roi;
/// let training = roi(100.0, &[40.0, 40.0, 40.0]).expect("a cost");
/// assert!((training.roi - 0.2).abs() < 1e-12);
/// assert_eq!(training.payback, Some(2.5));
/// ```
pub fn roi(cost: f64, benefits: &[f64]) -> Option<Roi> {
    let total: f64 = benefits.iter().sum();
    let is_sound = cost > 0.0 && cost.is_finite() && total.is_finite();
    is_sound.then(|| Roi { roi: (total - cost) / cost, payback: payback(cost, benefits) })
}

fn payback(cost: f64, benefits: &[f64]) -> Option<f64> {
    let mut left = cost;
    for (period, benefit) in benefits.iter().enumerate() {
        if *benefit >= left {
            return Some(period as f64 + left / benefit);
        }
        left -= benefit;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_never_pays_has_no_payback_and_what_costs_nothing_no_return() {
        assert_eq!(roi(100.0, &[30.0, -10.0]).map(|roi| roi.payback), Some(None));
        assert_eq!(roi(100.0, &[]), Some(Roi { roi: -1.0, payback: None }));
        assert_eq!(roi(0.0, &[10.0]), None);
        assert_eq!(roi(f64::NAN, &[10.0]), None);
    }

    #[test]
    fn payback_falls_into_the_period_that_makes_up_for_the_cost() {
        let of = |benefits: &[f64]| roi(100.0, benefits).and_then(|roi| roi.payback);
        assert_eq!(of(&[100.0]), Some(1.0));
        assert_eq!(of(&[400.0]), Some(0.25));
        assert_eq!(of(&[0.0, 50.0, -50.0, 200.0]), Some(3.5));
    }

    proptest! {
        #[test]
        fn paid_back_within_the_periods_when_benefits_reach_the_cost(cost in 1.0f64..500.0, benefits in prop::collection::vec(0.0f64..200.0, 0..12)) {
            let found = roi(cost, &benefits).expect("a cost");
            prop_assert!(found.roi >= -1.0);
            prop_assert_eq!(found.payback.is_some(), found.roi >= 0.0);
            prop_assert!(found.payback.is_none_or(|at| 0.0 < at && at <= benefits.len() as f64));
        }
    }
}
