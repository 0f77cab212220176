//! The sums of surveys as they are kept on a device.

use super::{Surveyed, Surveys};
use crate::core::model::Survey;
use crate::core::packing::{Packer, Unpacker};
use crate::core::tally::{Cell, SurveySums};

impl Surveys {
    /// Writes them, survey by survey.
    pub fn keep(&self, out: &mut Packer) {
        for one in &self.all {
            out.put(one.survey.id.as_str());
            out.put(&one.cells.len());
            one.cells.iter().for_each(|((touchpoint, cell), sums)| {
                out.put(&(touchpoint, cell, sums));
            });
        }
    }

    /// Reads those that were kept; `None` when they are of other surveys than are asked now.
    pub fn restored(kept: &mut Unpacker, asked: &[Survey], first: usize) -> Option<Self> {
        let mut surveys = Self::new(asked, first);
        surveys.all.iter_mut().try_for_each(|one| one.fill(kept))?;
        Some(surveys)
    }
}

impl Surveyed {
    fn fill(&mut self, kept: &mut Unpacker) -> Option<()> {
        let id: String = kept.take()?;
        for _ in 0..kept.take::<usize>()? {
            let (touchpoint, cell, sums): (u32, Cell, SurveySums) = kept.take()?;
            self.cells.insert((touchpoint, cell), sums);
        }
        (id == self.survey.id.as_str()).then_some(())
    }
}
