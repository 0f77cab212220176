//! A tally as it is kept on a device, whatever it looks like in memory.

use super::Tally;
use crate::core::tally::{Cell, Dictionary, Grain, Layout};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The counts of one cell, by slot.
type Counts = Vec<(u16, u64)>;

/// A tally as it is kept: names in the order of their numbers, and the cells of each touchpoint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptTally {
    grain: Grain,
    touchpoints: Vec<String>,
    dimensions: [Vec<String>; 3],
    cells: Vec<Vec<(Cell, Counts)>>,
}

impl Tally {
    /// What is to be kept of it. What its slots count whoever keeps it must know.
    pub fn kept(&self) -> KeptTally {
        KeptTally {
            grain: self.grain,
            touchpoints: names(&self.touchpoints),
            dimensions: self.dimensions.each_ref().map(names),
            cells: self.cells.iter().map(|cells| cells.all().map(counted).collect()).collect(),
        }
    }

    /// What was kept; `None` when it is no tally of these questions.
    pub fn restored(kept: KeptTally, layout: Arc<Layout>) -> Option<Self> {
        let mut tally = Self::new(layout, kept.grain);
        tally.touchpoints.learn(&kept.touchpoints);
        let dimensions = tally.dimensions.iter_mut().zip(&kept.dimensions);
        dimensions.for_each(|(dictionary, names)| dictionary.learn(names));
        let is_sound = tally.has_names_of(&kept) && kept.cells.len() <= tally.touchpoints.len();
        for (touchpoint, cells) in kept.cells.into_iter().enumerate().filter(|_| is_sound) {
            for (cell, counts) in cells {
                tally.put(touchpoint as u32, cell, &counts)?;
            }
        }
        is_sound.then_some(tally)
    }

    /// A name that came twice, or an empty one that is not the first, would shift all numbers behind it.
    fn has_names_of(&self, kept: &KeptTally) -> bool {
        let dimensions = self.dimensions.iter().zip(&kept.dimensions);
        self.touchpoints.len() == kept.touchpoints.len()
            && dimensions.into_iter().all(|(own, names)| own.len() == names.len())
    }

    /// Puts the counts of a cell in its place; `None` when there is no such place.
    fn put(&mut self, touchpoint: u32, cell: Cell, counts: &[(u16, u64)]) -> Option<()> {
        let is_named = |(names, number): (&Dictionary, u16)| usize::from(number) < names.len();
        let slots = self.layout.slots();
        let is_sound = self.dimensions.iter().zip(cell.dimensions).all(is_named)
            && counts.iter().all(|(slot, _)| usize::from(*slot) < slots);
        is_sound.then(|| {
            let (_, held) = self.cell(touchpoint, cell);
            counts.iter().for_each(|(slot, count)| held.add(*slot, *count));
        })
    }
}

fn names(dictionary: &Dictionary) -> Vec<String> {
    dictionary.names().map(str::to_owned).collect()
}

fn counted((cell, counts): (&Cell, &super::CellCounts)) -> (Cell, Counts) {
    let mut filled = Counts::new();
    counts.for_each(|slot, count| filled.push((slot, count)));
    (*cell, filled)
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
            let bytes = postcard::to_allocvec(&whole.kept()).expect("bytes");
            let kept = postcard::from_bytes::<KeptTally>(&bytes).expect("a tally");
            let mut restored = Tally::restored(kept, whole.shared_layout()).expect("the same questions");
            prop_assert_eq!(restored.span(), whole.span());
            prop_assert_eq!(restored.cells(), whole.cells());
            restored.merge(&tally(&more)).expect("few names");
            let both = tally(&[rows, more].concat());
            let totals = |tally: &Tally| tally.totals(&Slice::default());
            prop_assert_eq!(totals(&restored), totals(&both));
            prop_assert_eq!(names(&restored.touchpoints), names(&both.touchpoints));
        }
    }

    #[test]
    fn what_does_not_fit_is_no_tally() {
        let whole = tally(&[(1, 5, [Some(1), None, None], 3, 2)]);
        let restored = |change: &dyn Fn(&mut KeptTally)| {
            let mut kept = whole.kept();
            change(&mut kept);
            Tally::restored(kept, whole.shared_layout())
        };
        assert!(restored(&|_| {}).is_some());
        assert!(restored(&|kept| kept.cells[0][0].1[0].0 = 9999).is_none(), "no such slot");
        assert!(restored(&|kept| kept.cells[0][0].0.dimensions[0] = 7).is_none(), "no such name");
        assert!(restored(&|kept| kept.touchpoints.push("t1".into())).is_none(), "a name twice");
        assert!(restored(&|kept| kept.cells.push(Vec::new())).is_none(), "no such touchpoint");
    }
}
