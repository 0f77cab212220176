//! All that customers said as it is kept on a device.

use super::Feedback;
use crate::core::model::Survey;
use crate::core::tally::comments::CommentShelf;
use crate::core::tally::surveys::KeptSurvey;
use crate::core::tally::{KeptTally, Layout, Surveys, Tally};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Complete feedback as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeptFeedback {
    tally: KeptTally,
    comments: CommentShelf,
    surveys: Vec<KeptSurvey>,
}

impl Feedback {
    /// What is to be kept of it, once it is complete. What is asked whoever keeps it must know.
    pub fn kept(&self) -> Option<KeptFeedback> {
        self.complete.then(|| KeptFeedback {
            tally: self.responses.kept(),
            comments: self.comments.clone(),
            surveys: self.surveys.kept(),
        })
    }

    /// What was kept, complete; `None` when other questions or surveys are asked now.
    pub fn restored(kept: KeptFeedback, layout: Arc<Layout>, asked: &[Survey]) -> Option<Self> {
        let surveys = Surveys::new(asked, layout.questions().len()).filled(kept.surveys)?;
        let responses = Tally::restored(kept.tally, layout)?;
        let (summaries, comments) = (Vec::new(), kept.comments);
        Some(Self { responses, complete: true, summaries, comments, surveys })
    }
}
