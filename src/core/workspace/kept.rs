//! A workspace as it is kept on a device: what was read last, to be shown before anything is read again.

use super::{Feeds, Recent, Workspace};
use crate::core::calendar::Day;
use crate::core::connection::Settings;
use crate::core::mapping::ProblemLog;
use crate::core::model::{Indicator, Journey};
use crate::core::tally::{Feedback, KeptFeedback};
use serde::{Deserialize, Serialize};

/// What is kept of a workspace. The settings are the deployment's and are not among it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Kept {
    journeys: Vec<Journey>,
    indicators: Vec<Indicator>,
    feedback: KeptFeedback,
    feeds: Feeds,
    problems: ProblemLog,
    recent: Option<Recent>,
}

/// What was kept cannot be used: it is of another version, of other questions, or damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("what was kept on this device is of another kind")]
pub struct Unfit;

impl Workspace {
    /// The workspace as bytes, to be kept on a device; `None` before everything customers said has been read.
    pub fn kept(&self) -> Option<Vec<u8>> {
        let kept = Kept {
            journeys: self.journeys.clone(),
            indicators: self.indicators.clone(),
            feedback: self.feedback.kept()?,
            feeds: self.feeds.clone(),
            problems: self.problems.clone(),
            recent: self.recent.clone(),
        };
        // Every length is known beforehand, so that nothing can go wrong.
        postcard::to_allocvec(&kept).ok()
    }

    /// The workspace that was kept, as of today.
    ///
    /// # Errors
    /// When the bytes are of another version, or the settings ask other questions now.
    pub fn restored(settings: Settings, today: Day, bytes: &[u8]) -> Result<Self, Unfit> {
        let kept: Kept = postcard::from_bytes(bytes).map_err(|_| Unfit)?;
        let empty = Self::new(settings, today);
        let layout = empty.feedback.shared_layout();
        let feedback = Feedback::restored(kept.feedback, layout, &empty.settings.surveys);
        let Kept { journeys, indicators, feeds, problems, recent, .. } = kept;
        let feedback = feedback.ok_or(Unfit)?;
        Ok(Self { journeys, indicators, feedback, feeds, problems, recent, ..empty })
    }
}
