//! Sums that keep what rounding takes away.

use serde::{Deserialize, Serialize};

/// A sum in two parts: the nearest number, and what it is off by. So it has twice the digits of one number; sums of whole
/// numbers and of their products are exact, and others do not depend on their order, up to the last digits of a hundred.
///
/// Source: T. J. Dekker, "A floating-point technique for extending the available precision", Numerische Mathematik 18
/// (1971).
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct ExactSum {
    sum: f64,
    rest: f64,
}

impl ExactSum {
    /// Adds a number.
    pub(super) fn add(&mut self, value: f64) {
        let (sum, lost) = two_sum(self.sum, value);
        let rest = self.rest + lost;
        // Once the sum is no number, there is nothing left to keep.
        (self.sum, self.rest) = if sum.is_finite() { fast_two_sum(sum, rest) } else { (sum, 0.0) };
    }

    /// Adds the product of two numbers, without rounding it first.
    pub(super) fn add_product(&mut self, x: f64, y: f64) {
        let (product, lost) = two_product(x, y);
        self.add(product);
        if lost.is_finite() {
            self.add(lost);
        }
    }

    /// Adds another sum, this many times.
    pub(super) fn add_times(&mut self, times: f64, other: Self) {
        self.add_product(times, other.sum);
        self.add_product(times, other.rest);
    }

    /// The number nearest to it.
    pub(super) fn value(self) -> f64 {
        self.sum
    }
}

/// The sum of two numbers, and what rounding took from it.
fn two_sum(x: f64, y: f64) -> (f64, f64) {
    let sum = x + y;
    let from_y = sum - x;
    (sum, (x - (sum - from_y)) + (y - from_y))
}

/// The same where the first is the larger one.
fn fast_two_sum(x: f64, y: f64) -> (f64, f64) {
    let sum = x + y;
    (sum, y - (sum - x))
}

/// The product of two numbers, and what rounding took from it. Of numbers beyond 1e300 it is not known.
fn two_product(x: f64, y: f64) -> (f64, f64) {
    let product = x * y;
    let ((x, x_low), (y, y_low)) = (halves(x), halves(y));
    (product, ((x * y - product) + x * y_low + x_low * y) + x_low * y_low)
}

/// A number as a sum of two with half of its digits each.
fn halves(x: f64) -> (f64, f64) {
    const SPLIT: f64 = 134_217_729.0; // 2^27 + 1
    let large = SPLIT * x;
    let high = large - (large - x);
    (high, x - high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_small_beside_what_is_large_is_kept() {
        let mut sum = ExactSum::default();
        [1e16, 1.0, -1e16].into_iter().for_each(|value| sum.add(value));
        assert_eq!(sum.value(), 1.0);
        let mut squares = ExactSum::default();
        squares.add_product(134_217_729.0, 134_217_729.0);
        squares.add_product(-134_217_728.0, 134_217_728.0);
        assert_eq!(squares.value(), 268_435_457.0);
    }
}
