//! All that customers said as it is kept on a device.

use super::Feedback;
use crate::core::model::Survey;
use crate::core::packing::{Packer, Unpacker};
use crate::core::tally::{Layout, Surveys, Tally};
use std::sync::Arc;

impl Feedback {
    /// Writes it; false before it is complete. What is asked, whoever keeps it must know.
    pub fn keep(&self, out: &mut Packer) -> bool {
        if self.complete {
            self.responses.keep(out);
            out.put(&self.comments);
            self.surveys.keep(out);
        }
        self.complete
    }

    /// Reads what was kept, complete; `None` when other questions or surveys are asked now.
    pub fn restored(kept: &mut Unpacker, layout: Arc<Layout>, asked: &[Survey]) -> Option<Self> {
        let first = layout.questions().len();
        let responses = Tally::restored(kept, layout)?;
        let comments = kept.take()?;
        let surveys = Surveys::restored(kept, asked, first)?;
        Some(Self { responses, complete: true, summaries: Vec::new(), comments, surveys })
    }
}
