//! Student's t at any number of degrees of freedom.
//!
//! statrs has the incomplete beta function, which is exact, and an inverse of it, which is not: it goes wrong far out,
//! near the middle and under one degree of freedom. So the quantile is found here, by Newton's method on the logarithm
//! of whichever is smaller, what lies outside or inside: both are concave in ln t, so that no start is too far off. With
//! thousands of degrees of freedom the incomplete beta function loses digits, too, and with tens of millions it does not
//! end; expansions around the normal law, which is where t is going, take over from there.

use super::Level;
use super::normal::two_sided_p;
use statrs::distribution::{ContinuousCDF, StudentsT};
use statrs::function::beta::{beta_reg, ln_beta};

/// From here on the expansion of the quantile is exact to 1e-13.
const LARGE_FOR_QUANTILE: f64 = 1000.0;
/// From here on the expansion of the tail is exact to 1e-11.
const LARGE_FOR_TAIL: f64 = 5000.0;
/// Under this logarithm of df/(df + t²) the first term of the tail's series is all there is of it.
const FAR: f64 = -50.0;
/// Steps of Newton's method; a handful is enough.
const STEPS: usize = 60;
/// The longest of them, in ln t.
const LONGEST: f64 = 5.0;

/// The two-sided quantile of a level. `None` unless `df` is positive, and where it is beyond all numbers.
pub(super) fn quantile(level: Level, df: f64) -> Option<f64> {
    if df.is_nan() || df <= 0.0 {
        return None;
    }
    if df >= LARGE_FOR_QUANTILE {
        return Some(cornish_fisher(level.z(), df));
    }
    let (half, ln_beta) = (df / 2.0, ln_beta(df / 2.0, 0.5));
    let far = (level.outside().ln() + half.ln() + ln_beta) / half;
    let ln_t = match far {
        far if far < FAR => (df.ln() - far) / 2.0,
        far if far < -1.0 => solve((df.ln() - far) / 2.0, level, df, ln_beta),
        // With few degrees of freedom the expansion has little to do with t; any start will do.
        _ if df < 3.0 => solve(level.z().ln(), level, df, ln_beta),
        _ => solve(cornish_fisher(level.z(), df).ln(), level, df, ln_beta),
    };
    Some(ln_t.exp()).filter(|t| t.is_finite())
}

/// The ln t from which on as much lies outside as the level leaves out, from a first guess.
fn solve(guess: f64, level: Level, df: f64, ln_beta: f64) -> f64 {
    let is_wide = level.share() >= 0.5;
    let mut ln_t = guess;
    for _ in 0..STEPS {
        let ratio = (2.0 * ln_t - df.ln()).exp();
        // Twice t times the density: what ln t more takes from the outside and gives to the inside.
        let gain = (ln_t - ln_beta - df.ln() / 2.0 - (df + 1.0) / 2.0 * ratio.ln_1p()).exp() * 2.0;
        let (share, wanted, slope) = match is_wide {
            true => (beta_reg(df / 2.0, 0.5, 1.0 / (1.0 + ratio)), level.outside(), -gain),
            false => (beta_reg(0.5, df / 2.0, 1.0 / (1.0 + 1.0 / ratio)), level.share(), gain),
        };
        // Where nothing is left outside the slope is none: somewhat nearer there is.
        let step = if share > 0.0 { (share / wanted).ln() * share / slope } else { LONGEST / 2.0 };
        ln_t -= step.clamp(-LONGEST, LONGEST);
        // Each step doubles the digits that are right.
        if step.abs() < 1e-9 {
            break;
        }
    }
    ln_t
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
    use proptest::prelude::*;

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
        assert_eq!(Level::default().t(0.001), None, "beyond all numbers");
    }

    #[test]
    fn one_degree_of_freedom_is_cauchys_law() {
        for level in [1e-12, 1e-6, 0.3, 0.5, 0.95, 0.999_999_99] {
            let exact = (std::f64::consts::FRAC_PI_2 * level).tan();
            // Near a right angle the tangent is that of the rest.
            let far = 1.0 / (std::f64::consts::FRAC_PI_2 * (1.0 - level)).tan();
            let t = Level::new(level).and_then(|level| level.t(1.0)).expect("a quantile");
            let wanted = if level < 0.5 { exact } else { far };
            assert!((t / wanted - 1.0).abs() < 1e-12, "{level}: {t} is not {wanted}");
        }
    }

    proptest! {
        #[test]
        fn a_quantile_leaves_outside_what_its_level_does(level in 1e-6f64..0.999_999, df in 0.05f64..5000.0) {
            let level = Level::new(level).expect("a level");
            if let Some(p) = level.t(df).and_then(|t| two_sided(t, df)) {
                prop_assert!((p - level.outside()).abs() < 1e-9, "{} and {}", p, level.outside());
            }
        }
    }
}
