//! Samples that were fetched before: a change of what is made of an answer asks nobody for it again.

use crate::core::preview::Sample;
use crate::protocol::Source;
use std::rc::Rc;

/// How many are kept: one of each feed, and a few that were looked at before.
const KEPT: usize = 8;

/// The beginning of an answer, and what it is the answer to.
pub(in crate::engine) struct Fetched {
    pub(super) asked: String,
    pub(super) source: Source,
    pub(super) bytes: Vec<u8>,
}

impl Fetched {
    /// An answer that was at hand.
    pub(super) fn pasted(text: &str) -> Self {
        let bytes = text.as_bytes().to_vec();
        let source = Source { bytes: bytes.len() as u64, is_whole: true, ..Source::default() };
        Self { asked: String::new(), source, bytes }
    }

    /// What there is of it to be looked at.
    pub(super) fn sample(&self) -> Sample<'_> {
        match self.source.is_whole {
            true => Sample::whole(&self.bytes),
            false => Sample::cut_off(&self.bytes),
        }
    }
}

/// The samples that were fetched last.
#[derive(Default)]
pub(in crate::engine) struct Samples(Vec<Rc<Fetched>>);

impl Samples {
    /// The one that was the answer to this.
    pub(in crate::engine) fn find(&self, asked: &str) -> Option<Rc<Fetched>> {
        self.0.iter().find(|sample| sample.asked == asked).cloned()
    }

    /// Keeps one; the oldest makes room.
    pub(in crate::engine) fn keep(&mut self, sample: Fetched) -> Rc<Fetched> {
        if self.0.len() == KEPT {
            self.0.remove(0);
        }
        let sample = Rc::new(sample);
        self.0.push(Rc::clone(&sample));
        sample
    }
}
