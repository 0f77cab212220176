//! Whether problems are closed in the time promised.

use super::{ClockState, Estimate, Level, ServiceClock, quantile_type_7, wilson};
use crate::core::calendar::Timestamp;
use serde::{Deserialize, Serialize};

/// Promises of time, kept and broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClosedLoop {
    /// Clocks that can be judged: on time or breached.
    pub n: u64,
    /// Done within their time.
    pub on_time: u64,
    /// Done too late, or open past their time.
    pub breached: u64,
    /// Open and not yet due: in none of the figures.
    pub n_not_yet_due: u64,
    /// Clocks that contradict themselves: in none of the figures.
    pub n_invalid: u64,
    /// Share on time of those that can be judged, 0 to 1, with Wilson's interval.
    pub share: Estimate,
    /// How long those took that are done.
    pub hours: ElapsedHours,
}

/// Hours that what is done took. What is still open is in none of them, so they flatter a backlog.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ElapsedHours {
    /// How many are done.
    pub n: u64,
    /// The median; absent when nothing is done, as are the others.
    pub p50: Option<f64>,
    /// Three quarters took no longer.
    pub p75: Option<f64>,
    /// Nine tenths took no longer.
    pub p90: Option<f64>,
    /// Nineteen of twenty took no longer.
    pub p95: Option<f64>,
}

/// How promises of time stand at an instant: the share on time of those that can be judged, and percentiles (type 7)
/// of the hours that what is done took. Open past its target is breached; open and not yet due is left out, because
/// it may still be kept.
///
/// # Example
/// ```
/// use heartline::core::{calendar::Timestamp, index::{Level, ServiceClock, closed_loop}};
/// let opened_at = Timestamp::from_seconds(0);
/// let after = |hours: Option<i64>| ServiceClock {
///     opened_at,
///     closed_at: hours.map(|hours| opened_at.plus_hours(hours)),
///     target_hours: 24.0,
/// };
/// let cases = [after(Some(6)), after(Some(30)), after(None)];
/// let at_noon = closed_loop(&cases, opened_at.plus_hours(12), Level::default());
/// assert_eq!((at_noon.on_time, at_noon.breached, at_noon.n_not_yet_due), (1, 0, 2));
/// let later = closed_loop(&cases, opened_at.plus_hours(48), Level::default());
/// assert_eq!((later.on_time, later.breached, later.hours.p50), (1, 2, Some(18.0)));
/// ```
pub fn closed_loop(clocks: &[ServiceClock], now: Timestamp, level: Level) -> ClosedLoop {
    let states: Vec<Option<ClockState>> = clocks.iter().map(|clock| clock.state(now)).collect();
    let count = |state| states.iter().filter(|found| **found == state).count() as u64;
    let (on_time, breached) = (count(Some(ClockState::OnTime)), count(Some(ClockState::Breached)));
    let sound = clocks.iter().zip(&states).filter(|(_, state)| state.is_some());
    let hours: Vec<f64> = sound.filter_map(|(clock, _)| clock.hours(now)).collect();
    ClosedLoop {
        n: on_time + breached,
        on_time,
        breached,
        n_not_yet_due: count(Some(ClockState::NotYetDue)),
        n_invalid: count(None),
        share: wilson(on_time, on_time + breached, level),
        hours: elapsed(&hours),
    }
}

fn elapsed(hours: &[f64]) -> ElapsedHours {
    let [p50, p75, p90, p95] = [0.5, 0.75, 0.9, 0.95].map(|share| quantile_type_7(hours, share));
    ElapsedHours { n: hours.len() as u64, p50, p75, p90, p95 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn clocks() -> impl Strategy<Value = Vec<ServiceClock>> {
        let clock = (0i64..200, prop::option::of(-20i64..200), 0i32..60);
        let clock = clock.prop_map(|(opened, took, target)| {
            let opened_at = Timestamp::default().plus_hours(opened);
            let closed_at = took.map(|hours| opened_at.plus_hours(hours));
            ServiceClock { opened_at, closed_at, target_hours: f64::from(target) }
        });
        prop::collection::vec(clock, 0..40)
    }

    fn at(clocks: &[ServiceClock], hour: i64) -> ClosedLoop {
        closed_loop(clocks, Timestamp::default().plus_hours(hour), Level::default())
    }

    #[test]
    fn nothing_to_judge_is_absent() {
        let none = at(&[], 0);
        assert_eq!((none.n, none.share.value, none.hours.p50), (0, None, None));
    }

    proptest! {
        #[test]
        fn each_clock_is_counted_once_whatever_the_order_or_the_split(clocks in clocks(), cut in 0usize..40, hour in 0i64..400) {
            let all = at(&clocks, hour);
            prop_assert_eq!(all.n + all.n_not_yet_due + all.n_invalid, clocks.len() as u64);
            let turned: Vec<_> = clocks.iter().rev().copied().collect();
            prop_assert_eq!(at(&turned, hour), all);
            let (left, right) = clocks.split_at(cut.min(clocks.len()));
            let (left, right) = (at(left, hour), at(right, hour));
            prop_assert_eq!(left.on_time + right.on_time, all.on_time);
            prop_assert_eq!(left.breached + right.breached, all.breached);
        }

        #[test]
        fn time_only_turns_what_is_open(clocks in clocks(), hour in 0i64..300, later in 0i64..100) {
            let (now, then) = (at(&clocks, hour), at(&clocks, hour + later));
            prop_assert!(then.on_time >= now.on_time && then.n_not_yet_due <= now.n_not_yet_due);
            prop_assert_eq!(then.n_invalid, now.n_invalid);
        }

        #[test]
        fn percentiles_grow(clocks in clocks()) {
            let hours = at(&clocks, 500).hours;
            prop_assert!(hours.p50 <= hours.p75 && hours.p75 <= hours.p90 && hours.p90 <= hours.p95);
        }
    }
}
