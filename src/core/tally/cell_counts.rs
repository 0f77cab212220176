//! The counts of one cell: few slots are filled, so only those are kept.

/// Bits of a packed entry that hold its count; the rest hold its slot.
const COUNT_BITS: u32 = 20;
const COUNT_MAX: u64 = (1 << COUNT_BITS) - 1;
const SLOT_END: usize = 1 << (u32::BITS - COUNT_BITS);

/// Slots of a new cell: as many as a line of the processor's cache holds.
const SMALL: usize = 64;

/// Counts by slot. A day's cell holds a few responses, so it begins with a byte a slot.
#[derive(Clone, Debug)]
pub(super) enum CellCounts {
    /// A count a slot.
    Small(Box<[u8; SMALL]>),
    /// `slot << COUNT_BITS | count`
    Packed(Vec<u32>),
    /// Where a count outgrew its bits, as rows that were grouped beforehand do.
    Wide(Vec<(u16, u64)>),
}

impl CellCounts {
    /// An empty cell.
    pub(super) fn empty() -> Self {
        Self::Small(Box::new([0; SMALL]))
    }

    /// The counts of all slots, from the first on.
    pub(super) fn of(counts: &[u64]) -> Self {
        let filled = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        let fits = filled.clone().all(|(slot, count)| *count <= COUNT_MAX && slot < SLOT_END);
        match fits {
            true => Self::Packed(filled.map(|(slot, count)| pack(slot as u16, *count)).collect()),
            false => Self::Wide(filled.map(|(slot, count)| (slot as u16, *count)).collect()),
        }
    }

    /// Adds the counts to those of all slots, of which there may be more than were known.
    pub(super) fn add_to(&self, counts: &mut Vec<u64>) {
        self.for_each(|slot, count| {
            let slot = usize::from(slot);
            if counts.len() <= slot {
                counts.resize(slot + 1, 0);
            }
            counts[slot] = counts[slot].saturating_add(count);
        });
    }

    pub(super) fn add(&mut self, slot: u16, count: u64) {
        let added = match self {
            Self::Small(counts) => add_small(counts, slot, count),
            Self::Packed(entries) => add_packed(entries, slot, count),
            Self::Wide(entries) => {
                add_wide(entries, slot, count);
                true
            }
        };
        if !added {
            self.widen();
            self.add(slot, count);
        }
    }

    pub(super) fn for_each(&self, mut visit: impl FnMut(u16, u64)) {
        match self {
            Self::Small(counts) => {
                let filled = counts.iter().enumerate().filter(|(_, count)| **count > 0);
                filled.for_each(|(slot, count)| visit(slot as u16, u64::from(*count)));
            }
            Self::Packed(entries) => entries.iter().for_each(|entry| {
                let (slot, count) = unpack(*entry);
                visit(slot, count);
            }),
            Self::Wide(entries) => entries.iter().for_each(|(slot, count)| visit(*slot, *count)),
        }
    }

    /// Makes room for more slots and larger counts.
    fn widen(&mut self) {
        let mut entries = Vec::new();
        self.for_each(|slot, count| entries.push((slot, count)));
        *self = match self {
            Self::Small(_) => Self::Packed(entries.iter().map(|(s, c)| pack(*s, *c)).collect()),
            _ => Self::Wide(entries),
        };
    }
}

/// False when the slot or the sum does not fit.
#[inline]
fn add_small(counts: &mut [u8; SMALL], slot: u16, count: u64) -> bool {
    let held = counts.get_mut(usize::from(slot));
    let sum =
        held.as_ref().and_then(|held| u8::try_from(count.saturating_add((**held).into())).ok());
    match held.zip(sum) {
        Some((held, sum)) => {
            *held = sum;
            true
        }
        None => false,
    }
}

fn pack(slot: u16, count: u64) -> u32 {
    u32::from(slot) << COUNT_BITS | count as u32
}

fn unpack(entry: u32) -> (u16, u64) {
    ((entry >> COUNT_BITS) as u16, u64::from(entry) & COUNT_MAX)
}

/// False when the slot or the sum does not fit its bits.
fn add_packed(entries: &mut Vec<u32>, slot: u16, count: u64) -> bool {
    let found = entries.iter_mut().find(|entry| unpack(**entry).0 == slot);
    let sum = count.saturating_add(found.as_ref().map_or(0, |entry| unpack(**entry).1));
    if sum > COUNT_MAX || usize::from(slot) >= SLOT_END {
        return false;
    }
    let packed = pack(slot, sum);
    match found {
        Some(entry) => *entry = packed,
        None => entries.push(packed),
    }
    true
}

fn add_wide(entries: &mut Vec<(u16, u64)>, slot: u16, count: u64) {
    match entries.iter_mut().find(|(known, _)| *known == slot) {
        Some((_, known)) => *known = known.saturating_add(count),
        None => entries.push((slot, count)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn sorted(counts: &CellCounts) -> Vec<(u16, u64)> {
        let mut all = Vec::new();
        counts.for_each(|slot, count| all.push((slot, count)));
        all.sort_unstable();
        all
    }

    #[test]
    fn counts_add_up_by_slot() {
        let mut counts = CellCounts::empty();
        for slot in [3, 1, 3, 3] {
            counts.add(slot, 1);
        }
        assert_eq!(sorted(&counts), [(1, 1), (3, 3)]);
    }

    proptest! {
        #[test]
        fn however_they_are_kept_counts_are_sums(added in prop::collection::vec((prop_oneof![0u16..8, 60..70u16, 5000..5010u16], prop_oneof![1u64..4, 200..300u64, 1_000_000..2_000_000u64]), 0..60)) {
            let mut counts = CellCounts::empty();
            let mut sums: BTreeMap<u16, u64> = BTreeMap::new();
            for (slot, count) in added {
                counts.add(slot, count);
                *sums.entry(slot).or_default() += count;
            }
            prop_assert!(sorted(&counts).into_iter().eq(sums));
        }
    }

    #[test]
    fn a_billion_and_a_high_slot_fit_too() {
        let mut counts = CellCounts::empty();
        counts.add(3, COUNT_MAX);
        counts.add(3, 1);
        counts.add(60_000, 5_000_000_000);
        assert_eq!(sorted(&counts), [(3, COUNT_MAX + 1), (60_000, 5_000_000_000)]);
    }
}
