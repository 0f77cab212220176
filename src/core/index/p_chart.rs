//! The control chart of a share.

use super::Share;
use super::control::{ControlChart, ControlPoint};

/// A p-chart of shares: p̄ ± 3·√(p̄(1 − p̄)/nᵢ), clipped to 0 and 1, with p̄ from the first `baseline` points
/// together. Points without answers are kept, without value and limits. Absent when the baseline has no answers.
///
/// Source: W. Shewhart (1931); D. Montgomery, "Introduction to statistical quality control". Agrees with R's qcc.
///
/// # Example
/// ```
/// use heartline::core::index::{Share, p_chart};
/// let months = [45, 44, 46, 20].map(|hits| Share { hits, n: 50 });
/// let chart = p_chart(&months, 3).expect("a baseline");
/// assert_eq!(chart.centre, 0.9);
/// assert!(chart.points[3].signal && !chart.points[2].signal);
/// ```
pub fn p_chart(shares: &[Share], baseline: usize) -> Option<ControlChart> {
    let base = shares.get(..baseline.min(shares.len()))?;
    // In f64: counts may be too many to add up as whole numbers.
    let all = |of: fn(&Share) -> u64| base.iter().map(|share| of(share) as f64).sum::<f64>();
    let (hits, n) = (all(|share| share.hits), all(|share| share.n));
    let centre = (n > 0.0).then(|| hits / n)?;
    let point = |share: &Share| {
        let n = (share.n > 0).then_some(share.n as f64);
        let half = n.map(|n| 3.0 * (centre * (1.0 - centre) / n).sqrt());
        let limits = half.map(|half| ((centre - half).max(0.0), (centre + half).min(1.0)));
        ControlPoint::new(n.map(|n| share.hits as f64 / n), limits, 1.0)
    };
    Some(ControlChart { centre, points: shares.iter().map(point).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn equal_shares_make_no_signal_however_many_they_are(hits in any::<u64>(), more in any::<u64>(), times in 1usize..30) {
            let share = Share { hits, n: hits.saturating_add(more) };
            let chart = p_chart(&vec![share; times], times);
            prop_assert!(chart.is_none_or(|chart| chart.points.iter().all(|point| !point.signal)));
        }

        #[test]
        fn limits_hold_the_centre_and_stay_shares(lots in prop::collection::vec((0u64..30, 0u64..30), 1..30), base in 1usize..30) {
            let shares: Vec<Share> = lots.into_iter().map(|(hits, more)| Share { hits, n: hits + more }).collect();
            if let Some(chart) = p_chart(&shares, base) {
                for point in chart.points {
                    let (Some(low), Some(high)) = (point.lower, point.upper) else { continue };
                    prop_assert!(0.0 <= low && low <= chart.centre && chart.centre <= high && high <= 1.0);
                }
            }
        }
    }
}
