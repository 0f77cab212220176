//! Many tests at once.

use crate::core::order::places;

/// Holm's step-down adjustment of p-values, in the order given. Compared with the level, the
/// adjusted values keep the chance of even one false alarm among all tests below it.
///
/// Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal
/// of Statistics 6 (1979). Agrees with statsmodels' `multipletests(method="holm")`.
///
/// # Example
/// ```
/// use heartline::core::index::holm;
/// assert_eq!(holm(&[0.01, 0.04, 0.03]), [0.03, 0.06, 0.06]);
/// ```
pub fn holm(p_values: &[f64]) -> Vec<f64> {
    let order = places(p_values.len(), &|a, b| p_values[a].total_cmp(&p_values[b]));
    let mut adjusted = vec![1.0; p_values.len()];
    let mut floor: f64 = 0.0;
    for (done, place) in order.into_iter().enumerate() {
        let left = (p_values.len() - done) as f64;
        floor = floor.max((p_values[place] * left).min(1.0));
        adjusted[place] = floor;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn never_smaller_never_above_one_and_order_kept(p in prop::collection::vec(0.0f64..=1.0, 0..20)) {
            let adjusted = holm(&p);
            for (i, a) in adjusted.iter().enumerate() {
                prop_assert!(*a >= p[i] && *a <= 1.0);
                for (j, b) in adjusted.iter().enumerate() {
                    prop_assert!(p[i] >= p[j] || a <= b);
                }
            }
        }
    }
}
