//! A tally as it is kept on a device, whatever it looks like in memory: names in the order of their numbers, then the
//! cells one by one.

use super::Tally;
use crate::core::packing::{Packer, Unpacker};
use crate::core::tally::{Cell, Dictionary, Grain, Layout};
use std::sync::Arc;

/// The counts of one cell, by slot.
type Counts = Vec<(u16, u64)>;

impl Tally {
    /// Writes it. What its slots count, whoever keeps it must know.
    pub fn keep(&self, out: &mut Packer) {
        out.put(&self.grain);
        out.put(&names(&self.touchpoints));
        self.dimensions.iter().for_each(|dictionary| out.put(&names(dictionary)));
        out.put(&self.cells());
        let mut counts = Counts::new();
        for (touchpoint, cells) in self.cells.iter().enumerate() {
            for (cell, held) in cells.all() {
                counts.clear();
                held.for_each(|slot, count| counts.push((slot, count)));
                out.put(&(touchpoint as u32, cell, &counts));
            }
        }
    }

    /// Reads one that was kept; `None` when it is no tally of these questions.
    pub fn restored(kept: &mut Unpacker, layout: Arc<Layout>) -> Option<Self> {
        let mut tally = Self::new(layout, kept.take::<Grain>()?);
        learn(&mut tally.touchpoints, &kept.take::<Vec<String>>()?)?;
        for dictionary in &mut tally.dimensions {
            learn(dictionary, &kept.take::<Vec<String>>()?)?;
        }
        for _ in 0..kept.take::<usize>()? {
            let (touchpoint, cell, counts): (u32, Cell, Counts) = kept.take()?;
            tally.put(touchpoint, cell, &counts)?;
        }
        Some(tally)
    }

    /// Puts the counts of a cell in its place; `None` when there is no such place.
    fn put(&mut self, touchpoint: u32, cell: Cell, counts: &[(u16, u64)]) -> Option<()> {
        let is_named = |(names, number): (&Dictionary, u16)| usize::from(number) < names.len();
        let slots = self.layout.slots();
        let is_sound = (touchpoint as usize) < self.touchpoints.len()
            && self.dimensions.iter().zip(cell.dimensions).all(is_named)
            && counts.iter().all(|(slot, _)| usize::from(*slot) < slots);
        is_sound.then(|| {
            let (_, held) = self.cell(touchpoint, cell);
            counts.iter().for_each(|(slot, count)| held.add(*slot, *count));
        })
    }
}

fn names(dictionary: &Dictionary) -> Vec<&str> {
    dictionary.names().collect()
}

/// Gives each name its number; `None` when one comes twice, which would shift all numbers behind it.
fn learn(dictionary: &mut Dictionary, names: &[String]) -> Option<()> {
    let numbers = names.iter().map(|name| dictionary.intern(name) as usize);
    numbers.enumerate().all(|(place, number)| place == number).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::calendar::Day;
    use crate::core::model::Question;
    use crate::core::tally::Slice;
    use proptest::prelude::*;

    type Row = (u8, i32, [Option<u8>; 3], u16, u64);

    fn tally(rows: &[Row]) -> Tally {
        let layout = Arc::new(Layout::new(Question::defaults()));
        let mut tally = Tally::new(layout, Grain::FINEST);
        for (touchpoint, day, dimensions, slot, count) in rows {
            let names = dimensions.map(|value| value.map(|value| format!("v{value}")));
            let names = names.each_ref().map(Option::as_deref);
            let touchpoint = format!("t{touchpoint}");
            tally.add(&touchpoint, Day(*day), names, &[(*slot, *count)]).expect("few names");
        }
        tally
    }

    fn bytes(tally: &Tally) -> Vec<u8> {
        let mut out = Packer::default();
        tally.keep(&mut out);
        out.into_bytes()
    }

    fn rows() -> impl Strategy<Value = Vec<Row>> {
        let value = || prop::option::of(0u8..3);
        let dimensions = [value(), value(), value()];
        let count = prop_oneof![1u64..5, 4_000_000_000u64..5_000_000_000];
        prop::collection::vec((0u8..4, 0i32..90, dimensions, 0u16..40, count), 0..40)
    }

    proptest! {
        #[test]
        fn what_was_kept_counts_the_same_and_goes_on_counting(rows in rows(), more in rows()) {
            let whole = tally(&rows);
            let bytes = bytes(&whole);
            let mut kept = Unpacker::new(&bytes);
            let restored = Tally::restored(&mut kept, whole.shared_layout());
            let mut restored = restored.expect("the same questions");
            prop_assert!(kept.rest().is_empty());
            prop_assert_eq!((restored.span(), restored.cells()), (whole.span(), whole.cells()));
            restored.merge(&tally(&more)).expect("few names");
            let both = tally(&[rows, more].concat());
            let totals = |tally: &Tally| tally.totals(&Slice::default());
            prop_assert_eq!(totals(&restored), totals(&both));
            prop_assert_eq!(names(&restored.touchpoints), names(&both.touchpoints));
        }

        #[test]
        fn whatever_the_bytes_are_they_are_a_tally_or_none(mut bytes in Just(bytes(&tally(&[(1, 5, [Some(1), None, None], 3, 2)]))), place: prop::sample::Index, byte: u8) {
            let layout = Arc::new(Layout::new(Question::defaults()));
            let at = place.index(bytes.len());
            bytes[at] = byte;
            // It must end, and not by a panic.
            let _ = Tally::restored(&mut Unpacker::new(&bytes), Arc::clone(&layout));
            prop_assert!(Tally::restored(&mut Unpacker::new(&bytes[..at]), layout).is_none());
        }
    }

    #[test]
    fn a_tally_of_other_questions_is_none() {
        let bytes = bytes(&tally(&[(1, 5, [Some(1), None, None], 39, 2)]));
        let few = Arc::new(Layout::new(Question::defaults().into_iter().take(1).collect()));
        assert!(Tally::restored(&mut Unpacker::new(&bytes), few).is_none());
    }
}
