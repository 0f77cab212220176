//! The newest responses, remembered so that none is counted twice.

use crate::core::calendar::Timestamp;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use std::hash::{DefaultHasher, Hash, Hasher};

/// How many responses are remembered at most. Where more came in within the overlap, it is shortened.
const REMEMBERED: usize = 1 << 18;
/// Before so many have been noted, nobody looks for old ones to forget.
const FEW: usize = 4096;

/// The responses of a feed's last stretch of time, by their ids: a refresh asks for that stretch again, and for
/// what has come since.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Recent {
    overlap_millis: i64,
    newest: Option<Timestamp>,
    /// Nothing before this is remembered, however long the overlap.
    floor: Timestamp,
    /// When, and a hash of 64 bits: with all that are remembered, a new response is taken for one of them once in
    /// seventy million million times.
    seen: Vec<(Timestamp, u64)>,
    room: usize,
}

/// What was known when a refresh began.
#[derive(Clone, Debug)]
pub struct Known {
    newest: Timestamp,
    from: Timestamp,
    seen: FxHashSet<u64>,
}

impl Recent {
    /// Remembers what is no more than this older than the newest response.
    pub fn new(overlap_seconds: u32) -> Self {
        Self {
            overlap_millis: i64::from(overlap_seconds) * 1000,
            newest: None,
            floor: Timestamp(i64::MIN),
            seen: Vec::new(),
            room: FEW,
        }
    }

    /// Notes a row that was read at `now`. A row that says no time is remembered with the newest.
    pub fn note(&mut self, at: Option<Timestamp>, id: Option<&str>, now: Timestamp) {
        // A clock that is ahead must not make everything until then seem known.
        let newest = at.map(|at| at.min(now)).max(self.newest);
        self.newest = newest;
        let Some(at) = at.or(newest) else { return };
        if at >= self.start() {
            self.seen.push((at, mark(at, id)));
        }
        if self.seen.len() >= self.room {
            self.forget_old();
        }
    }

    /// From when on a refresh asks; `None` when nothing tells, so that all must be read.
    pub fn from(&self) -> Option<Timestamp> {
        let newest = self.newest?;
        Some(self.start()).filter(|start| *start <= newest)
    }

    /// What is known, as a refresh begins.
    pub fn known(&self) -> Option<Known> {
        let (from, newest) = (self.from()?, self.newest?);
        Some(Known { newest, from, seen: self.seen.iter().map(|(_, mark)| *mark).collect() })
    }

    fn start(&self) -> Timestamp {
        let newest = self.newest.unwrap_or(Timestamp(i64::MIN));
        Timestamp(newest.0.saturating_sub(self.overlap_millis)).max(self.floor)
    }

    fn forget_old(&mut self) {
        let start = self.start();
        self.seen.retain(|(at, _)| *at >= start);
        if self.seen.len() > REMEMBERED {
            let middle = self.seen.len() / 2;
            let (_, (at, _), _) = self.seen.select_nth_unstable(middle);
            self.floor = Timestamp(at.0.saturating_add(1));
            let floor = self.floor;
            self.seen.retain(|(at, _)| *at >= floor);
        }
        self.room = (self.seen.len() * 2).max(FEW);
    }
}

impl Known {
    /// True when a row has been read before. One without an id is new when it is later than all before it: what
    /// came in late without an id is left for the next reading of everything.
    pub fn has(&self, at: Option<Timestamp>, id: Option<&str>) -> bool {
        let is_seen = |at| self.seen.contains(&mark(at, id));
        match (at, id) {
            (Some(at), Some(_)) => at < self.from || is_seen(at),
            (None, Some(_)) => is_seen(self.newest),
            (Some(at), None) => at <= self.newest || is_seen(at),
            (None, None) => true,
        }
    }
}

/// A row by its id; without one, by its time.
fn mark(at: Timestamp, id: Option<&str>) -> u64 {
    let mut hasher = DefaultHasher::new();
    match id {
        Some(id) => id.hash(&mut hasher),
        None => at.hash(&mut hasher),
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: Timestamp = Timestamp(1_000_000_000);

    fn at(second: i64) -> Option<Timestamp> {
        Some(Timestamp(second * 1000))
    }

    fn recent(rows: &[(i64, &str)]) -> Recent {
        let mut recent = Recent::new(10);
        rows.iter().for_each(|(second, id)| recent.note(at(*second), Some(id), NOW));
        recent
    }

    #[test]
    fn a_row_is_known_by_its_id_and_an_old_one_by_its_time() {
        let recent = recent(&[(100, "a"), (95, "b"), (80, "c")]);
        assert_eq!(recent.from(), at(90));
        let known = recent.known().expect("something is known");
        let has = |second, id| known.has(at(second), Some(id));
        assert!(has(100, "a") && has(95, "b") && has(80, "c"));
        assert!(!has(96, "late") && !has(101, "new"), "what came in late is new");
        assert!(has(89, "too late"), "before the overlap everything is taken for known");
        assert!(Recent::new(10).known().is_none());
    }

    #[test]
    fn without_an_id_only_what_is_later_is_new() {
        let mut recent = recent(&[(100, "a")]);
        recent.note(at(99), None, NOW);
        let known = recent.known().expect("something is known");
        assert!(known.has(at(100), None) && known.has(at(99), None) && known.has(None, None));
        assert!(!known.has(at(101), None));
    }

    #[test]
    fn a_clock_that_is_ahead_hides_nothing_and_its_row_is_known() {
        let now = Timestamp(200_000);
        let mut recent = recent(&[(100, "a")]);
        recent.note(at(90_000), Some("ahead"), now);
        recent.note(at(80_000), None, now);
        assert_eq!(recent.from(), at(190));
        let known = recent.known().expect("something is known");
        assert!(known.has(at(90_000), Some("ahead")) && known.has(at(80_000), None));
        assert!(!known.has(at(201), Some("new")) && !known.has(at(201), None));
    }

    #[test]
    fn a_row_without_a_time_is_known_by_its_id() {
        let mut recent = recent(&[(100, "a")]);
        recent.note(None, Some("undated"), NOW);
        let known = recent.known().expect("something is known");
        assert!(known.has(None, Some("undated")) && !known.has(None, Some("other")));
    }

    #[test]
    fn memory_is_bounded_however_much_comes_in_at_once() {
        let mut recent = Recent::new(u32::MAX);
        let many = 3 * REMEMBERED as i64;
        (0..many).for_each(|row| recent.note(at(row), Some(&row.to_string()), NOW));
        assert!(recent.seen.len() <= 2 * REMEMBERED);
        let known = recent.known().expect("something is known");
        assert!((0..many).all(|row| known.has(at(row), Some(&row.to_string()))));
        assert!(!known.has(at(many - 2), Some("late")), "the newest are told apart still");

        let mut at_once = Recent::new(0);
        (0..many).for_each(|row| at_once.note(at(7), Some(&row.to_string()), NOW));
        assert_eq!(at_once.from(), None, "too many of one instant: all must be read");
    }

    proptest! {
        #[test]
        fn nothing_noted_is_ever_new(rows in prop::collection::vec((0i64..40, prop::option::of(0u8..20)), 1..60)) {
            let mut recent = Recent::new(10);
            let id = |id: Option<u8>| id.map(|id| id.to_string());
            for (second, own) in &rows {
                recent.note(at(*second), id(*own).as_deref(), NOW);
            }
            let known = recent.known().expect("something is known");
            for (second, own) in rows {
                prop_assert!(known.has(at(second), id(own).as_deref()));
            }
        }
    }
}
