//! Responses that come again within one reading.

use crate::core::model::Response;
use rustc_hash::FxHashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// So many responses with an id are remembered at least, and twice as many at most: a few megabytes, however many
/// there are.
const REMEMBERED: usize = 1 << 17;

/// The responses that came last, by hashes of their ids and touchpoints. A row that was added while pages are read
/// moves the others along, and what was the last of one page is the first of the next; some lists have a row twice.
/// One id may stand for several touchpoints, where one form asks about all of them.
#[derive(Default)]
pub(super) struct Repeats {
    newer: FxHashSet<u64>,
    older: FxHashSet<u64>,
}

impl Repeats {
    /// True when the response was there before; it is remembered in any case. One without an id is always new.
    pub(super) fn have(&mut self, response: &Response) -> bool {
        let Some(id) = response.id else { return false };
        // Of 64 bits on every machine: the quicker one has 32 in a browser, by which one of a hundred thousand rows
        // would be taken for another.
        let mut hasher = DefaultHasher::new();
        (id, response.touchpoint).hash(&mut hasher);
        self.note(hasher.finish())
    }

    fn note(&mut self, mark: u64) -> bool {
        if self.newer.len() >= REMEMBERED {
            std::mem::swap(&mut self.newer, &mut self.older);
            self.newer.clear();
        }
        !self.newer.insert(mark) || self.older.contains(&mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_ones_are_known_and_memory_is_bounded() {
        let mut repeats = Repeats::default();
        let all = 3 * REMEMBERED as u64;
        assert!((0..all).all(|mark| !repeats.note(mark)));
        assert!(repeats.newer.len() + repeats.older.len() <= 2 * REMEMBERED);
        assert!(repeats.note(all - 1) && repeats.note(all - REMEMBERED as u64));
        assert!(!repeats.note(0), "too long ago");
    }
}
