//! The standard normal law.

use statrs::function::erf::erfc;

/// The two-sided p-value of a standard normal statistic, from the survival function, so that tiny
/// values do not round to zero.
pub(super) fn two_sided_p(z: f64) -> f64 {
    erfc(z.abs() / std::f64::consts::SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_far_statistic_keeps_a_tiny_p() {
        let p = two_sided_p(12.0);
        assert!(p > 0.0 && p < 1e-31, "{p}");
    }
}
