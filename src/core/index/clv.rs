//! What a customer is worth over time.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// When the margin of a period is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MarginAt {
    /// At the end of each period, so that the first is discounted and needs the customer to stay.
    #[default]
    PeriodEnd,
    /// At its beginning: the first margin is had for certain.
    PeriodStart,
}

/// What a customer is worth over time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Clv {
    /// Lifetime value, in the unit of the margin.
    pub clv: f64,
    /// How many times the margin of one period that is.
    pub margin_multiple: f64,
}

/// Customer lifetime value with a constant margin and retention: m·r/(1 + i − r) with the margin at the period's
/// end, m·(1 + i)/(1 + i − r) with it at the beginning. `margin` is per period in money, `retention` a share
/// from 0 to 1, `discount` the rate per period. Absent when retention is no share, or when 1 + i − r ≤ 0: the sum
/// then has no end.
///
/// Source: S. Gupta, D. Lehmann, "Customers as assets", Journal of Interactive Marketing 17 (2003).
///
/// # Example
/// ```
/// use heartline::core::index::{MarginAt, clv};
/// let at_end = clv(100.0, 0.5, 0.0, MarginAt::PeriodEnd);
/// assert_eq!(at_end.map(|worth| (worth.clv, worth.margin_multiple)), Some((100.0, 1.0)));
/// let at_start = clv(100.0, 0.5, 0.0, MarginAt::PeriodStart);
/// assert_eq!(at_start.map(|worth| worth.clv), Some(200.0));
/// assert_eq!(clv(100.0, 1.0, 0.0, MarginAt::PeriodEnd), None);
/// ```
pub fn clv(margin: f64, retention: f64, discount: f64, at: MarginAt) -> Option<Clv> {
    let left = 1.0 + discount - retention;
    let factor = match at {
        MarginAt::PeriodEnd => retention,
        MarginAt::PeriodStart => 1.0 + discount,
    };
    let worth = Clv { clv: margin * factor / left, margin_multiple: factor / left };
    let is_sound = (0.0..=1.0).contains(&retention) && left > 0.0 && worth.clv.is_finite();
    is_sound.then_some(worth)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn is_the_sum_of_discounted_margins(margin in 1.0f64..900.0, retention in 0.0f64..0.95, discount in 0.01f64..0.5) {
            let step = retention / (1.0 + discount);
            let sum: f64 = (0..2000).map(|period| margin * step.powi(period)).sum();
            let at_start = clv(margin, retention, discount, MarginAt::PeriodStart).expect("an end").clv;
            let at_end = clv(margin, retention, discount, MarginAt::PeriodEnd).expect("an end").clv;
            prop_assert!((at_start / sum - 1.0).abs() < 1e-9);
            prop_assert!((at_end - (at_start - margin)).abs() < 1e-6);
        }
    }
}
