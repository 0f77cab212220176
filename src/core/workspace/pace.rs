//! How fast a feed is being read.

use serde::{Deserialize, Serialize};

/// Measurements are at least so far apart, in milliseconds: a single piece says little.
const APART: f64 = 250.0;
/// The pace that is shown follows what happened in about so many milliseconds.
const SHOWN: f64 = 3000.0;
/// The pace of the last moment, to tell whether the shown one still holds.
const MOMENT: f64 = 1000.0;
/// For so many milliseconds a pace must have been seen before it foretells anything.
const SEEN: f64 = 2000.0;
/// By so much of the shown pace the last moment's may differ before it is no longer steady.
const STEADY: f64 = 0.25;

/// How fast a feed is being read, smoothed over the last seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace {
    /// Rows a second.
    pub rows: u64,
    /// Bytes a second, after decompression.
    pub bytes: u64,
    /// Seconds until all is read; absent unless the size is known and the pace is steady.
    pub seconds_left: Option<u64>,
}

impl Pace {
    /// The pace of two feeds that are read at the same time: both are read when the slower one is.
    pub fn and(self, other: Self) -> Self {
        let left = self.seconds_left.zip(other.seconds_left);
        Self {
            rows: self.rows + other.rows,
            bytes: self.bytes + other.bytes,
            seconds_left: left.map(|(one, other)| one.max(other)),
        }
    }
}

/// Measures the pace of one feed.
///
/// ```
/// use heartline::core::workspace::Meter;
///
/// let mut meter = Meter::default();
/// for step in 1..=20_u32 {
///     meter.note(f64::from(step) * 500.0, u64::from(step) * 50, u64::from(step) * 10_000);
/// }
/// let pace = meter.pace(Some(400_000)).expect("ten seconds are enough");
/// assert_eq!((pace.rows, pace.bytes), (100, 20_000));
/// assert_eq!(pace.seconds_left, Some(10));
/// assert_eq!(meter.pace(None).and_then(|pace| pace.seconds_left), None);
/// ```
#[derive(Clone, Debug)]
pub struct Meter {
    at: f64,
    rows: u64,
    bytes: u64,
    rows_shown: Average,
    shown: Average,
    moment: Average,
}

impl Default for Meter {
    fn default() -> Self {
        Self {
            at: 0.0,
            rows: 0,
            bytes: 0,
            rows_shown: Average::over(SHOWN),
            shown: Average::over(SHOWN),
            moment: Average::over(MOMENT),
        }
    }
}

impl Meter {
    /// Notes how much has been read so many milliseconds after the reading began.
    pub fn note(&mut self, at: f64, rows: u64, bytes: u64) {
        let took = at - self.at;
        if took < APART {
            return;
        }
        let a_second = |now: u64, before: u64| now.saturating_sub(before) as f64 / took * 1000.0;
        self.rows_shown.add(a_second(rows, self.rows), took);
        let pace = a_second(bytes, self.bytes);
        self.shown.add(pace, took);
        self.moment.add(pace, took);
        (self.at, self.rows, self.bytes) = (at, rows, bytes);
    }

    /// The pace now, for a body of so many bytes; `None` before it has been measured.
    pub fn pace(&self, total_bytes: Option<u64>) -> Option<Pace> {
        let (rows, bytes) = (self.rows_shown.value()?, self.shown.value()?);
        let left = total_bytes.and_then(|total| total.checked_sub(self.bytes));
        let seconds_left = left.filter(|_| self.is_steady()).map(|left| left as f64 / bytes);
        Some(Pace {
            rows: rows.round() as u64,
            bytes: bytes.round() as u64,
            seconds_left: seconds_left.map(|seconds| seconds.round() as u64),
        })
    }

    fn is_steady(&self) -> bool {
        let (Some(shown), Some(moment)) = (self.shown.value(), self.moment.value()) else {
            return false;
        };
        self.at >= SEEN && shown > 0.0 && (moment - shown).abs() <= STEADY * shown
    }
}

/// An average in which what is older counts less, exponentially; at first only as far as there is anything.
#[derive(Clone, Debug)]
struct Average {
    span: f64,
    sum: f64,
    weight: f64,
}

impl Average {
    fn over(span: f64) -> Self {
        Self { span, sum: 0.0, weight: 0.0 }
    }

    fn add(&mut self, value: f64, lasted: f64) {
        let kept = (-lasted / self.span).exp();
        self.sum = self.sum * kept + value * (1.0 - kept);
        self.weight = self.weight * kept + (1.0 - kept);
    }

    fn value(&self) -> Option<f64> {
        (self.weight > 0.0).then(|| self.sum / self.weight)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Reads at these paces, in bytes a millisecond, half a second each.
    fn read(paces: &[u64]) -> Meter {
        let (mut meter, mut at, mut bytes) = (Meter::default(), 0.0, 0);
        for pace in paces {
            at += 500.0;
            bytes += pace * 500;
            meter.note(at, bytes / 100, bytes);
        }
        meter
    }

    #[test]
    fn nothing_is_said_before_it_is_measured_nor_foretold_before_it_is_seen() {
        let mut meter = Meter::default();
        meter.note(100.0, 10, 1000);
        assert_eq!(meter.pace(Some(9000)), None);
        let early = read(&[10, 10, 10]).pace(Some(1_000_000)).expect("a pace");
        assert_eq!((early.bytes, early.seconds_left), (10_000, None));
        assert!(read(&[10; 5]).pace(Some(1_000_000)).is_some_and(|p| p.seconds_left.is_some()));
    }

    #[test]
    fn a_pace_that_changes_foretells_nothing() {
        let mut paces = vec![10; 20];
        paces.extend([0, 0, 0]);
        let stalled = read(&paces).pace(Some(1_000_000)).expect("a pace");
        assert_eq!(stalled.seconds_left, None);
        assert!(stalled.bytes < 10_000);
        let dead = read(&[0; 20]).pace(Some(1_000_000)).expect("a pace");
        assert_eq!((dead.bytes, dead.seconds_left), (0, None));
    }

    #[test]
    fn a_body_longer_than_announced_has_no_end_to_tell() {
        assert_eq!(read(&[10; 20]).pace(Some(5)).and_then(|pace| pace.seconds_left), None);
    }

    proptest! {
        #[test]
        fn the_pace_lies_between_the_slowest_and_the_fastest(paces in prop::collection::vec(0u64..5000, 1..40)) {
            let pace = read(&paces).pace(None).expect("a pace").bytes;
            let (low, high) = (paces.iter().min().expect("one"), paces.iter().max().expect("one"));
            prop_assert!((low * 1000..=high * 1000).contains(&pace));
        }
    }
}
