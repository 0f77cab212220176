//! When local days begin, and how long they last.

use super::{Day, Timestamp, Zone};

const SECONDS_A_DAY: i64 = 86_400;

impl Day {
    /// The instant a local day begins: local midnight, the first of the two where clocks go back over it, or the
    /// instant clocks go forward over it where there is none.
    ///
    /// # Example
    /// ```
    /// use heartline::core::calendar::{Day, FixedZone};
    /// let shanghai = FixedZone { seconds: 8 * 3600 };
    /// let day = Day::parse("2026-11-01").expect("a day");
    /// assert_eq!(day.start(&shanghai).seconds(), 1_793_462_400); // 2026-10-31T16:00:00Z
    /// ```
    pub fn start(self, zone: &dyn Zone) -> Timestamp {
        let midnight = i64::from(self.0) * SECONDS_A_DAY;
        let offset = |seconds| i64::from(zone.offset_seconds(Timestamp::from_seconds(seconds)));
        let (before, after) = (offset(midnight - SECONDS_A_DAY), offset(midnight + SECONDS_A_DAY));
        let holds = |of: &i64| offset(midnight - of) == *of;
        let seconds = match [before, after].into_iter().find(holds) {
            Some(of) => midnight - of,
            None => change(&offset, midnight - after, midnight - before),
        };
        Timestamp::from_seconds(seconds)
    }

    /// The hours of a local day: 24, 23 or 25 when clocks change, 0 for a day that was left out.
    ///
    /// # Example
    /// ```
    /// use heartline::core::calendar::{Day, OffsetTable, Timestamp, Transition};
    /// let spring = Transition { from: Timestamp::from_seconds(1_774_746_000), offset_seconds: 7200 };
    /// let berlin = OffsetTable { before: 3600, transitions: vec![spring] };
    /// assert_eq!(Day::parse("2026-03-29").map(|day| day.hours(&berlin)), Some(23.0));
    /// ```
    pub fn hours(self, zone: &dyn Zone) -> f64 {
        (self.plus(1).start(zone).0 - self.start(zone).0) as f64 / 3_600_000.0
    }
}

/// The first second after `early`, up to `late`, at which the offset is no longer that of `early`.
fn change(offset: &dyn Fn(i64) -> i64, early: i64, late: i64) -> i64 {
    let (mut early, mut late) = (early, late);
    let old = offset(early);
    while late - early > 1 {
        let middle = early + (late - early) / 2;
        if offset(middle) == old { early = middle } else { late = middle }
    }
    late
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::calendar::{OffsetTable, Transition};
    use proptest::prelude::*;

    fn zone(before: i32, from: i64, after: i32) -> OffsetTable {
        let change = Transition { from: Timestamp::from_seconds(from), offset_seconds: after };
        OffsetTable { before, transitions: vec![change] }
    }

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[test]
    fn a_skipped_midnight_begins_the_day_an_hour_late() {
        // São Paulo, 2018-11-04: at midnight clocks went to one.
        let sao_paulo = zone(-3 * 3600, 1_541_300_400, -2 * 3600);
        assert_eq!(day("2018-11-04").start(&sao_paulo).seconds(), 1_541_300_400);
        assert_eq!(day("2018-11-04").hours(&sao_paulo), 23.0);
    }

    #[test]
    fn a_day_that_was_left_out_has_no_hours() {
        // Samoa had no 30 December 2011.
        let samoa = zone(-10 * 3600, 1_325_239_200, 14 * 3600);
        assert_eq!(day("2011-12-30").hours(&samoa), 0.0);
        assert_eq!(day("2011-12-31").start(&samoa).seconds(), 1_325_239_200);
    }

    proptest! {
        #[test]
        fn the_first_instant_is_of_the_day_and_the_one_before_is_not(day in -20_000i32..40_000, at in -2i64..3, hour in 0i64..24, before in -10i32..=12, by in -1i32..=1) {
            let changes = i64::from(day) * SECONDS_A_DAY + at * SECONDS_A_DAY + hour * 3600;
            let zone = zone(before * 3600, changes, (before + by) * 3600);
            let start = Day(day).start(&zone);
            let just_before = Timestamp(start.0 - 1000);
            prop_assert_eq!(Day::of(start, &zone), Day(day));
            prop_assert!(Day::of(just_before, &zone) < Day(day));
            prop_assert!([23.0, 24.0, 25.0].contains(&Day(day).hours(&zone)));
        }
    }
}
