//! Recency, frequency, monetary value: who the best customers are.

use super::quantile::quantile_type_7;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is known of a customer's purchases.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Purchases {
    /// Days since the latest.
    pub days_since: f64,
    /// How many there were.
    pub count: f64,
    /// What they came to.
    pub amount: f64,
}

/// A customer's three scores, 1 to 5; 5 is best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Rfm {
    /// Recency: 5 for the latest fifth.
    pub recency: u8,
    /// Frequency: 5 for the most frequent fifth.
    pub frequency: u8,
    /// Monetary value: 5 for the highest fifth.
    pub monetary: u8,
}

/// Scores each customer by independent quintiles: 1 + the number of cut points strictly below the value, with cut
/// points at the type-7 quantiles 0.2, 0.4, 0.6 and 0.8; recency is 6 less the bin of the days since. Equal values
/// share a score. In the order given.
///
/// Source: A. Hughes, "Strategic database marketing" (1994).
///
/// # Example
/// ```
/// use heartline::core::index::{Purchases, rfm};
/// let customers: Vec<Purchases> = (1..=5)
///     .map(|place| f64::from(place))
///     .map(|x| Purchases { days_since: 10.0 * x, count: x, amount: 100.0 * x })
///     .collect();
/// let scores = rfm(&customers);
/// assert_eq!((scores[0].recency, scores[0].frequency), (5, 1));
/// assert_eq!((scores[4].recency, scores[4].monetary), (1, 5));
/// ```
pub fn rfm(customers: &[Purchases]) -> Vec<Rfm> {
    let bins = |side: fn(&Purchases) -> f64| {
        let values: Vec<f64> = customers.iter().map(side).collect();
        let cuts = [0.2, 0.4, 0.6, 0.8].map(|share| quantile_type_7(&values, share));
        move |customer: &Purchases| {
            let value = side(customer);
            1 + cuts.iter().filter(|cut| cut.is_some_and(|cut| cut < value)).count() as u8
        }
    };
    let (days, count, amount) = (bins(|p| p.days_since), bins(|p| p.count), bins(|p| p.amount));
    let score = |customer| Rfm {
        recency: 6 - days(customer),
        frequency: count(customer),
        monetary: amount(customer),
    };
    customers.iter().map(score).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nobody_and_everybody_alike() {
        assert!(rfm(&[]).is_empty());
        let one = Purchases { days_since: 3.0, count: 2.0, amount: 50.0 };
        assert_eq!(rfm(&[one, one]), [Rfm { recency: 5, frequency: 1, monetary: 1 }; 2]);
    }

    proptest! {
        #[test]
        fn more_is_never_scored_lower(amounts in prop::collection::vec(0u16..500, 1..60)) {
            let customers: Vec<Purchases> = amounts
                .iter()
                .map(|amount| f64::from(*amount))
                .map(|amount| Purchases { days_since: amount, count: amount, amount })
                .collect();
            let scores = rfm(&customers);
            for (a, x) in amounts.iter().zip(&scores) {
                prop_assert!((1..=5).contains(&x.monetary) && x.recency + x.monetary == 6);
                for (b, y) in amounts.iter().zip(&scores) {
                    prop_assert!(a > b || x.monetary <= y.monetary);
                }
            }
        }
    }
}
