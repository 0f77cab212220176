//! A promise of time, and whether it was kept.

use crate::core::calendar::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Hours within which customers are asked whether they are satisfied, after a recovery.
pub const FOLLOW_UP_HOURS: f64 = 72.0;

/// How bad a problem is, and so how soon it is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Within an hour.
    High,
    /// Within four hours.
    Medium,
    /// Within a day.
    Low,
}

impl Severity {
    /// The hours a first response may take: 1, 4 or 24.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::Severity;
    /// assert_eq!(Severity::Medium.response_hours(), 4.0);
    /// ```
    pub fn response_hours(self) -> f64 {
        match self {
            Self::High => 1.0,
            Self::Medium => 4.0,
            Self::Low => 24.0,
        }
    }
}

/// Something that was to be done within a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ServiceClock {
    /// When it began to run.
    pub opened_at: Timestamp,
    /// When it was done; absent while it is not.
    pub closed_at: Option<Timestamp>,
    /// The hours it may take, more than 0.
    pub target_hours: f64,
}

/// How a promise of time stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockState {
    /// Done within its time.
    OnTime,
    /// Done too late, or open past its time.
    Breached,
    /// Open, and its time has not run out: nothing can be said of it yet.
    NotYetDue,
}

impl ServiceClock {
    /// The clock of asking after a recovery: [`FOLLOW_UP_HOURS`].
    ///
    /// # Example
    /// ```
    /// use heartline::core::{calendar::Timestamp, index::{ClockState, ServiceClock}};
    /// let recovered = Timestamp::from_seconds(0);
    /// let clock = ServiceClock::follow_up(recovered, Some(recovered.plus_hours(72)));
    /// assert_eq!(clock.state(recovered.plus_hours(100)), Some(ClockState::OnTime));
    /// ```
    pub fn follow_up(recovered_at: Timestamp, asked_at: Option<Timestamp>) -> Self {
        Self { opened_at: recovered_at, closed_at: asked_at, target_hours: FOLLOW_UP_HOURS }
    }

    /// How it stands at an instant: done in a time of at most its target it is on time; open past its target it is
    /// breached. What was done after that instant counts as open. Absent when it was done before it was begun, or
    /// when its target is not positive.
    ///
    /// # Example
    /// ```
    /// use heartline::core::{calendar::Timestamp, index::{ClockState, ServiceClock}};
    /// let opened_at = Timestamp::from_seconds(0);
    /// let clock = ServiceClock { opened_at, closed_at: None, target_hours: 4.0 };
    /// assert_eq!(clock.state(opened_at.plus_hours(4)), Some(ClockState::NotYetDue));
    /// assert_eq!(clock.state(opened_at.plus_hours(5)), Some(ClockState::Breached));
    /// ```
    pub fn state(&self, now: Timestamp) -> Option<ClockState> {
        let target = Some(self.target_hours).filter(|hours| *hours > 0.0)?;
        let is_backwards = self.closed_at.is_some_and(|closed| closed < self.opened_at);
        let state = match self.hours(now) {
            Some(hours) if hours <= target => ClockState::OnTime,
            None if now.hours_since(self.opened_at) <= target => ClockState::NotYetDue,
            _ => ClockState::Breached,
        };
        (!is_backwards).then_some(state)
    }

    /// The hours it took; absent while it is open at that instant, and when it was done before it was begun.
    ///
    /// # Example
    /// ```
    /// use heartline::core::{calendar::Timestamp, index::ServiceClock};
    /// let opened_at = Timestamp::from_seconds(0);
    /// let closed_at = Some(opened_at.plus_hours(3));
    /// let clock = ServiceClock { opened_at, closed_at, target_hours: 4.0 };
    /// assert_eq!(clock.hours(opened_at.plus_hours(9)), Some(3.0));
    /// assert_eq!(clock.hours(opened_at.plus_hours(1)), None);
    /// ```
    pub fn hours(&self, now: Timestamp) -> Option<f64> {
        let closed = self.closed_at.filter(|closed| self.opened_at <= *closed && *closed <= now)?;
        Some(closed.hours_since(self.opened_at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_contradicts_itself_has_no_state() {
        let opened_at = Timestamp::from_seconds(3600);
        let before = Some(Timestamp::from_seconds(0));
        let backwards = ServiceClock { opened_at, closed_at: before, target_hours: 4.0 };
        assert_eq!(backwards.state(opened_at.plus_hours(9)), None);
        for target_hours in [0.0, -1.0, f64::NAN] {
            let clock = ServiceClock { opened_at, closed_at: None, target_hours };
            assert_eq!(clock.state(opened_at), None, "{target_hours}");
        }
    }

    #[test]
    fn the_exact_target_is_on_time_and_a_moment_more_is_not() {
        let opened_at = Timestamp(0);
        let state = |closed| {
            let clock =
                ServiceClock { opened_at, closed_at: Some(Timestamp(closed)), target_hours: 1.0 };
            clock.state(Timestamp(9_000_000))
        };
        assert_eq!(state(3_600_000), Some(ClockState::OnTime));
        assert_eq!(state(3_600_001), Some(ClockState::Breached));
    }
}
