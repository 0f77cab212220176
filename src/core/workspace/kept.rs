//! A workspace as it is kept on a device: what was read last, to be shown before anything is read again.

use super::Workspace;
use crate::core::calendar::Day;
use crate::core::connection::Settings;
use crate::core::packing::{Packer, Unpacker};
use crate::core::tally::Feedback;

impl Workspace {
    /// The workspace as bytes, to be kept on a device; `None` before everything customers said has been read. The
    /// settings are the deployment's and are not among it.
    pub fn kept(&self) -> Option<Vec<u8>> {
        let mut out = Packer::default();
        out.put(&self.journeys);
        out.put(&self.indicators);
        out.put(&self.feeds);
        out.put(&self.problems);
        out.put(&self.recent);
        out.put(&(&self.is_sketched, &self.elsewhere));
        self.feedback.keep(&mut out).then(|| out.into_bytes())
    }

    /// The workspace that was kept, as of today; `None` when the bytes are of another version or the settings ask other
    /// questions now.
    pub fn restored(settings: Settings, today: Day, bytes: &[u8]) -> Option<Self> {
        let empty = Self::new(settings, today);
        let mut kept = Unpacker::new(bytes);
        let (journeys, indicators) = (kept.take()?, kept.take()?);
        let (feeds, problems, recent) = (kept.take()?, kept.take()?, kept.take()?);
        let (is_sketched, elsewhere) = kept.take()?;
        let layout = empty.feedback.shared_layout();
        let feedback = Feedback::restored(&mut kept, layout, &empty.settings.surveys)?;
        let read = Self { journeys, indicators, feeds, problems, recent, feedback, ..empty };
        Some(Self { is_sketched, elsewhere, ..read })
    }
}
