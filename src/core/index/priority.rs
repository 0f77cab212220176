//! What to fix first.

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
