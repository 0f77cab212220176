//! How far a figure is from where it should be.

use crate::core::index::{Estimate, THIN};
use crate::core::model::Direction;

const BILLION: f64 = 1e9;

/// How far a value is off its reference in the bad direction, in percent of the reference's size;
/// zero or less when it is not worse. Absent when the reference is zero. To a billionth of a percent, so that 0.11 is ten
/// percent over 0.1 although neither has an exact form in binary.
///
/// # Example
/// ```
/// use heartline::core::{hearts::deviation, model::Direction};
/// assert_eq!(deviation(72.0, 90.0, Direction::Higher), Some(20.0));
/// assert_eq!(deviation(6.0, 5.0, Direction::Lower), Some(20.0));
/// ```
pub fn deviation(value: f64, reference: f64, direction: Direction) -> Option<f64> {
    let worse_by = match direction {
        Direction::Higher => reference - value,
        Direction::Lower => value - reference,
    };
    let percent = worse_by * 100.0 / reference.abs();
    (reference != 0.0).then(|| (percent * BILLION).round() / BILLION)
}

/// True when the last of three values in a row is worse than the one before, and that one than the
/// first: two declines running.
///
/// # Example
/// ```
/// use heartline::core::{hearts::is_declining, model::Direction};
/// assert!(is_declining([90.0, 88.0, 87.0], Direction::Higher));
/// assert!(!is_declining([90.0, 88.0, 88.0], Direction::Higher));
/// ```
pub fn is_declining(values: [f64; 3], direction: Direction) -> bool {
    let worse = |a: f64, b: f64| match direction {
        Direction::Higher => b < a,
        Direction::Lower => b > a,
    };
    worse(values[0], values[1]) && worse(values[1], values[2])
}

/// True when NPS was at least 30 % under its benchmark on each of three days and the days together
/// are not thin.
///
/// # Example
/// ```
/// use heartline::core::{hearts::benchmark_missed, index::Estimate};
/// let day = |nps, n| Estimate { value: Some(nps), n, ci: None };
/// assert!(benchmark_missed(&[day(20.0, 12), day(28.0, 9), day(15.0, 11)], 40.0));
/// assert!(!benchmark_missed(&[day(20.0, 2), day(28.0, 3), day(15.0, 1)], 40.0));
/// ```
pub fn benchmark_missed(days: &[Estimate; 3], benchmark: f64) -> bool {
    let low = |day: &Estimate| {
        let off = day.value.and_then(|nps| deviation(nps, benchmark, Direction::Higher));
        off.is_some_and(|percent| percent >= 30.0)
    };
    days.iter().all(low) && days.iter().map(|day| day.n).sum::<u64>() >= THIN
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn deviation_has_a_size_also_from_a_negative_reference() {
        assert_eq!(deviation(-30.0, -20.0, Direction::Higher), Some(50.0));
        assert_eq!(deviation(1.0, 0.0, Direction::Higher), None);
    }

    #[test]
    fn a_standstill_is_no_decline() {
        assert!(is_declining([90.0, 88.0, 87.0], Direction::Higher));
        assert!(!is_declining([90.0, 88.0, 88.0], Direction::Higher));
        assert!(is_declining([1.0, 2.0, 3.0], Direction::Lower));
    }

    #[test]
    fn three_low_days_want_a_root_cause_unless_thin() {
        let day = |nps: f64, n| Estimate { value: Some(nps), n, ci: None };
        assert!(benchmark_missed(&[day(28.0, 10), day(10.0, 10), day(27.0, 10)], 40.0));
        assert!(!benchmark_missed(&[day(28.1, 10), day(10.0, 10), day(27.0, 10)], 40.0));
        assert!(!benchmark_missed(&[day(0.0, 9), day(0.0, 10), day(0.0, 10)], 40.0));
    }

    #[test]
    fn ten_percent_are_ten_percent_however_they_are_written() {
        assert_eq!(deviation(0.11, 0.1, Direction::Lower), Some(10.0));
        assert_eq!(deviation(0.36, 0.3, Direction::Lower), Some(20.0));
        assert_eq!(deviation(4.05, 4.5, Direction::Higher), Some(10.0));
    }

    proptest! {
        #[test]
        fn lower_days_never_unmiss_a_benchmark(days in prop::array::uniform3((-100.0f64..100.0, 0u64..40)), by in 0.0f64..50.0, benchmark in -60.0f64..80.0) {
            let missed = |by: f64| {
                let days = days.map(|(nps, n)| Estimate { value: Some(nps - by), n, ci: None });
                benchmark_missed(&days, benchmark)
            };
            prop_assert!(!missed(0.0) || missed(by));
        }
    }
}
