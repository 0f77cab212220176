//! Time zones, as far as bucketing by local date needs them.

use super::Timestamp;

/// Gives the offset from UTC that clocks showed at an instant.
pub trait Zone {
    /// Seconds to add to UTC to get local time.
    fn offset_seconds(&self, at: Timestamp) -> i32;
}

/// The same offset all year.
#[derive(Clone, Copy, Debug, Default)]
pub struct FixedZone {
    /// Seconds east of UTC.
    pub seconds: i32,
}

impl Zone for FixedZone {
    fn offset_seconds(&self, _: Timestamp) -> i32 {
        self.seconds
    }
}

/// From this instant on, this offset holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition {
    /// The first instant of the new offset.
    pub from: Timestamp,
    /// Seconds east of UTC.
    pub offset_seconds: i32,
}

/// A zone with daylight saving or a history, as the list of its changes.
///
/// The browser knows every zone by name; it tells the changes, so no zone data is shipped.
#[derive(Clone, Debug, Default)]
pub struct OffsetTable {
    /// The offset before the first change.
    pub before: i32,
    /// The changes, oldest first.
    pub transitions: Vec<Transition>,
}

impl Zone for OffsetTable {
    fn offset_seconds(&self, at: Timestamp) -> i32 {
        let passed = self.transitions.partition_point(|change| change.from <= at);
        match passed.checked_sub(1).and_then(|last| self.transitions.get(last)) {
            Some(change) => change.offset_seconds,
            None => self.before,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn berlin_2026() -> OffsetTable {
        let change = |seconds, offset_seconds| Transition {
            from: Timestamp::from_seconds(seconds),
            offset_seconds,
        };
        // 2026-03-29 01:00 UTC and 2026-10-25 01:00 UTC.
        OffsetTable {
            before: 3600,
            transitions: vec![change(1_774_746_000, 7200), change(1_792_890_000, 3600)],
        }
    }

    #[test]
    fn the_offset_changes_at_the_instant_itself() {
        let zone = berlin_2026();
        let at = |seconds| zone.offset_seconds(Timestamp::from_seconds(seconds));
        assert_eq!(at(1_774_745_999), 3600);
        assert_eq!(at(1_774_746_000), 7200);
        assert_eq!(at(1_792_889_999), 7200);
        assert_eq!(at(1_792_890_000), 3600);
    }
}
