//! The change of one figure from a period to the next, with what may be said of it.

use super::two_proportions::two_shares;
use super::{Counts, Csat, Estimate, Interval, Level, Nps, compare_nps, welch};
use serde::{Deserialize, Serialize};

/// A figure now, the same figure before, and the test of their difference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The figure now.
    pub now: Estimate,
    /// The figure before.
    pub before: Estimate,
    /// Now less before; absent when either is.
    pub difference: Option<f64>,
    /// Interval of the difference, where its test gives one.
    pub ci: Option<Interval>,
    /// Two-sided p-value of the test that fits the scale; absent when there is no test.
    pub p_value: Option<f64>,
}

impl Change {
    /// True when a difference this large would be rare by chance alone: p under 1 less the level.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::{Change, Level};
    /// let change = Change { p_value: Some(0.03), ..Change::default() };
    /// assert!(change.is_significant(Level::default()));
    /// assert!(!Change::default().is_significant(Level::default()));
    /// ```
    pub fn is_significant(&self, level: Level) -> bool {
        self.p_value.is_some_and(|p| p < 1.0 - level.share())
    }
}

/// The change of a net promoter score, by the z test on adjusted scores.
///
/// # Example
/// ```
/// use heartline::core::index::{Level, nps, nps_change};
/// let level = Level::default();
/// let change = nps_change(&nps(&[10, 9, 9], level), &nps(&[9, 7, 2], level), level);
/// assert_eq!(change.difference, Some(100.0));
/// ```
pub fn nps_change(now: &Nps, before: &Nps, level: Level) -> Change {
    let test = compare_nps(now, before, level);
    Change {
        now: now.estimate(),
        before: before.estimate(),
        difference: test.map(|t| t.difference),
        ci: test.and_then(|t| t.ci),
        p_value: test.map(|t| t.p_value),
    }
}

/// The change of a satisfied share, by the pooled z test of two proportions.
///
/// # Example
/// ```
/// use heartline::core::index::{Level, csat, csat_change};
/// let level = Level::default();
/// let change = csat_change(&csat(&[5, 5, 4, 1], level), &csat(&[5, 2, 2, 1], level), level);
/// assert_eq!(change.difference, Some(0.5));
/// assert!(!change.is_significant(level));
/// ```
pub fn csat_change(now: &Csat, before: &Csat, level: Level) -> Change {
    let share = |csat: &Csat| csat.share.value.map(|share| (share, csat.n));
    let both = share(now).zip(share(before));
    let test = both.map(|(now, before)| two_shares(now, before, level));
    Change {
        now: now.share,
        before: before.share,
        difference: test.map(|t| t.difference),
        ci: test.map(|t| t.ci),
        p_value: test.map(|t| t.p_value),
    }
}

/// The change of a mean answer, by Welch's t test.
///
/// # Example
/// ```
/// use heartline::core::{index::{Counts, Level, mean_change}, model::Scale};
/// let now = Counts::of(Scale::FIVE, &[5.0, 5.0, 5.0, 4.0, 4.0, 4.0, 5.0, 4.0]);
/// let before = Counts::of(Scale::FIVE, &[2.0, 3.0, 3.0, 2.0]);
/// let change = mean_change(&now, &before, Level::default());
/// assert_eq!(change.difference, Some(2.0));
/// assert!(change.is_significant(Level::default()));
/// ```
pub fn mean_change(now: &Counts, before: &Counts, level: Level) -> Change {
    let test = welch(now, before, level);
    Change {
        now: now.mean_estimate(level),
        before: before.mean_estimate(level),
        difference: now.mean().zip(before.mean()).map(|(now, before)| now - before),
        ci: test.map(|t| t.ci),
        p_value: test.map(|t| t.p_value),
    }
}
