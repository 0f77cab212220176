//! Student's t at any number of degrees of freedom.
//!
//! statrs finds quantiles by inverting the incomplete beta function. With thousands of degrees of
//! freedom that loses digits, and with tens of millions it does not end; expansions around the
//! normal law, which is where t is going, take over from there.

use super::normal::two_sided_p;
use statrs::distribution::{ContinuousCDF, StudentsT};

/// From here on the expansion of the quantile is exact to 1e-13.
const LARGE_FOR_QUANTILE: f64 = 1000.0;
/// From here on the expansion of the tail is exact to 1e-11.
const LARGE_FOR_TAIL: f64 = 5000.0;

/// The quantile of a probability, where `z` is the normal quantile of the same probability. `None`
/// unless `df` is positive.
pub(super) fn quantile(probability: f64, z: f64, df: f64) -> Option<f64> {
    if df >= LARGE_FOR_QUANTILE {
        return Some(cornish_fisher(z, df));
    }
    StudentsT::new(0.0, 1.0, df).ok().map(|law| law.inverse_cdf(probability))
}

/// The two-sided p-value of a statistic. `None` unless `df` is positive.
pub(super) fn two_sided(t: f64, df: f64) -> Option<f64> {
    if df >= LARGE_FOR_TAIL {
        return Some(two_sided_p(hill(t, df)));
    }
    StudentsT::new(0.0, 1.0, df).ok().map(|law| 2.0 * law.sf(t.abs()))
}

/// Source: Abramowitz and Stegun, "Handbook of mathematical functions" (1964), 26.7.5.
fn cornish_fisher(z: f64, df: f64) -> f64 {
    let z2 = z * z;
    let terms = [
        (z2 + 1.0) * z / 4.0,
        ((5.0 * z2 + 16.0) * z2 + 3.0) * z / 96.0,
        (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) * z / 384.0,
        ((((79.0 * z2 + 776.0) * z2 + 1482.0) * z2 - 1920.0) * z2 - 945.0) * z / 92160.0,
    ];
    z + terms.iter().rev().fold(0.0, |sum, term| (sum + term) / df)
}

/// The normal statistic with the same tail as `t`.
///
/// Source: G. W. Hill, "Student's t-distribution", Communications of the ACM 13 (1970), 395.
fn hill(t: f64, df: f64) -> f64 {
    let a = df - 0.5;
    let b = 48.0 * a * a;
    let y = a * (t * t / df).ln_1p();
    let correction = (((-0.4 * y - 3.3) * y - 24.0) * y - 85.5) / (0.8 * y * y + 100.0 + b);
    ((correction + y + 3.0) / b + 1.0) * y.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::index::Level;

    #[test]
    fn both_ways_agree_where_they_meet() {
        let level = Level::default();
        let (below, above) = (level.t(999.999_999), level.t(1000.0));
        assert!(below.zip(above).is_some_and(|(a, b)| (a - b).abs() < 1e-9));
        let (below, above) = (two_sided(2.5, 4_999.999_999), two_sided(2.5, 5000.0));
        assert!(below.zip(above).is_some_and(|(a, b)| (a / b - 1.0).abs() < 1e-9));
    }

    #[test]
    fn no_degrees_of_freedom_no_t() {
        assert_eq!(Level::default().t(0.0), None);
        assert_eq!(two_sided(1.0, f64::NAN), None);
    }
}
