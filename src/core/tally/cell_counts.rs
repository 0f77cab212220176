//! The counts of one cell: few slots are filled, so only those are kept.

/// Bits of a packed entry that hold its count; the rest hold its slot.
const COUNT_BITS: u32 = 20;
const COUNT_MAX: u64 = (1 << COUNT_BITS) - 1;
const SLOT_END: usize = 1 << (u32::BITS - COUNT_BITS);

/// Sparse counts by slot, in four bytes each while they are small.
#[derive(Clone, Debug)]
pub(super) enum CellCounts {
    /// `slot << COUNT_BITS | count`
    Packed(Vec<u32>),
    /// Where a count outgrew its bits, as rows that were grouped beforehand do.
    Wide(Vec<(u16, u64)>),
}

impl CellCounts {
    /// An empty cell with room for a response's answers.
    pub(super) fn with_room(slots: usize) -> Self {
        Self::Packed(Vec::with_capacity(slots))
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
            Self::Packed(entries) => entries.iter().for_each(|entry| {
                let (slot, count) = unpack(*entry);
                visit(slot, count);
            }),
            Self::Wide(entries) => entries.iter().for_each(|(slot, count)| visit(*slot, *count)),
        }
    }

    fn widen(&mut self) {
        if let Self::Packed(entries) = self {
            *self = Self::Wide(entries.iter().map(|entry| unpack(*entry)).collect());
        }
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

    fn sorted(counts: &CellCounts) -> Vec<(u16, u64)> {
        let mut all = Vec::new();
        counts.for_each(|slot, count| all.push((slot, count)));
        all.sort_unstable();
        all
    }

    #[test]
    fn counts_add_up_by_slot() {
        let mut counts = CellCounts::with_room(4);
        for slot in [3, 1, 3, 3] {
            counts.add(slot, 1);
        }
        assert_eq!(sorted(&counts), [(1, 1), (3, 3)]);
    }

    #[test]
    fn a_billion_and_a_high_slot_fit_too() {
        let mut counts = CellCounts::with_room(4);
        counts.add(3, COUNT_MAX);
        counts.add(3, 1);
        counts.add(60_000, 5_000_000_000);
        assert_eq!(sorted(&counts), [(3, COUNT_MAX + 1), (60_000, 5_000_000_000)]);
    }
}
