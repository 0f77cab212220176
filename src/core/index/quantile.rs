//! Quantiles of a sample.

/// The quantile of a share from 0 to 1 by linear interpolation between order statistics (Hyndman and Fan's
/// type 7, the default of R and numpy). Absent without values, for a share out of range, and where it is not finite.
///
/// Source: R. Hyndman, Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996).
/// Agrees with `numpy.quantile(method="linear")`.
///
/// # Example
/// ```
/// use heartline::core::index::quantile_type_7;
/// assert_eq!(quantile_type_7(&[4.0, 1.0, 3.0, 2.0], 0.5), Some(2.5));
/// ```
pub fn quantile_type_7(values: &[f64], share: f64) -> Option<f64> {
    if values.is_empty() || !(0.0..=1.0).contains(&share) {
        return None;
    }
    let mut ordered = values.to_vec();
    ordered.sort_by(f64::total_cmp);
    let at = (ordered.len() - 1) as f64 * share;
    let (below, rest) = (at.floor() as usize, at.fract());
    let low = ordered[below];
    let high = ordered.get(below + 1).copied().unwrap_or(low);
    Some(low + (high - low) * rest).filter(|quantile| quantile.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_has_no_quantile() {
        assert_eq!(quantile_type_7(&[], 0.5), None);
        assert_eq!(quantile_type_7(&[1.0], 1.5), None);
        assert_eq!(quantile_type_7(&[7.0], 0.3), Some(7.0));
    }

    proptest! {
        #[test]
        fn grows_with_the_share_between_the_ends(values in prop::collection::vec(-1e6f64..1e6, 1..50), a in 0.0f64..=1.0, b in 0.0f64..=1.0) {
            let of = |share| quantile_type_7(&values, share).expect("values");
            let (low, high) = (of(a.min(b)), of(a.max(b)));
            prop_assert!(of(0.0) <= low && low <= high && high <= of(1.0));
        }
    }
}
