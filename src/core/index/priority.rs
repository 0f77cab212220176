//! What to fix first.

use super::Rated;
use crate::core::order::places;
use serde::{Deserialize, Serialize};

/// Priority of a touchpoint: importance × shortfall from target, in the unit of the score.
///
/// A score at or over its target leaves nothing to fix and gives 0.
///
/// # Example
/// ```
/// use heartline::core::index::priority;
/// assert_eq!(priority(2.0, 60.0, 80.0), 40.0);
/// assert_eq!(priority(2.0, 85.0, 80.0), 0.0);
/// ```
pub fn priority(importance: f64, score: f64, target: f64) -> f64 {
    importance * (target - score).max(0.0)
}

/// Where one of several comes in the order of fixing.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ranked {
    /// Importance × shortfall.
    pub priority: f64,
    /// Its place, 1 for what to fix first; equal priorities share the earlier place.
    pub rank: u64,
}

/// The priorities of several touchpoints with one target, and their ranks, in the order given.
///
/// # Example
/// ```
/// use heartline::core::index::{Rated, ranked};
/// let night = Rated { importance: 9.0, performance: 70.0 };
/// let parking = Rated { importance: 2.0, performance: 50.0 };
/// let order = ranked(&[parking, night], 88.0);
/// assert_eq!((order[0].priority, order[0].rank), (76.0, 2));
/// assert_eq!((order[1].priority, order[1].rank), (162.0, 1));
/// ```
pub fn ranked(rated: &[Rated], target: f64) -> Vec<Ranked> {
    let of = |one: &Rated| priority(one.importance, one.performance, target);
    let priorities: Vec<f64> = rated.iter().map(of).collect();
    let order = places(priorities.len(), &|a, b| priorities[b].total_cmp(&priorities[a]));
    let mut found: Vec<Ranked> =
        priorities.iter().map(|priority| Ranked { priority: *priority, rank: 0 }).collect();
    let mut before = 0;
    for alike in order.chunk_by(|a, b| priorities[*a] == priorities[*b]) {
        alike.iter().for_each(|place| found[*place].rank = before + 1);
        before += alike.len() as u64;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_lower_score_or_more_importance_never_ranks_later(lots in prop::collection::vec((1u8..=10, 0u8..=100), 1..30)) {
            let rated: Vec<Rated> = lots
                .iter()
                .map(|(importance, score)| Rated { importance: f64::from(*importance), performance: f64::from(*score) })
                .collect();
            let order = ranked(&rated, 88.0);
            prop_assert_eq!(order.iter().map(|one| one.rank).min(), Some(1));
            for (a, x) in rated.iter().zip(&order) {
                prop_assert!(x.priority >= 0.0 && x.rank <= rated.len() as u64);
                for (b, y) in rated.iter().zip(&order) {
                    let worse = a.importance >= b.importance && a.performance <= b.performance;
                    prop_assert!(!worse || x.rank <= y.rank);
                }
            }
        }
    }
}
