//! All that customers said, from whichever table can answer.

mod joined;
mod kept;

use super::comments::CommentShelf;
use super::{Comment, Dictionary, Grain, Layout, Slice, SurveySums, Surveys, Tally, TooManyNames};
use crate::core::model::{Response, Survey};
use std::sync::Arc;

/// The tally of single responses, with tables of sums that can stand in while it is being read.
#[derive(Clone, Debug)]
pub struct Feedback {
    responses: Tally,
    complete: bool,
    summaries: Vec<Tally>,
    comments: CommentShelf,
    surveys: Surveys,
}

impl Feedback {
    /// Nothing said yet.
    pub fn new(layout: Arc<Layout>) -> Self {
        Self::with_surveys(layout, &[])
    }

    /// Nothing said yet, where surveys are asked too.
    pub fn with_surveys(layout: Arc<Layout>, surveys: &[Survey]) -> Self {
        let surveys = Surveys::new(surveys, layout.questions().len());
        Self::with(layout, surveys)
    }

    /// Nothing said yet, to the same questions.
    pub fn emptied(&self) -> Self {
        Self::with(self.shared_layout(), self.surveys.emptied())
    }

    fn with(layout: Arc<Layout>, surveys: Surveys) -> Self {
        let responses = Tally::new(layout, Grain::FINEST);
        Self {
            responses,
            complete: false,
            summaries: Vec::new(),
            comments: CommentShelf::default(),
            surveys,
        }
    }

    /// Counts one response and keeps its comment.
    ///
    /// # Errors
    /// As [`Tally::count`].
    pub fn count(&mut self, response: &Response) -> Result<(), TooManyNames> {
        let counted = self.responses.count(response)?;
        self.comments.keep(response, counted);
        self.surveys.count(response.answers, response.day, counted);
        Ok(())
    }

    /// Adds counts that were grouped beforehand, of other responses than those counted one by one.
    ///
    /// # Errors
    /// As [`Tally::merge`].
    pub fn add(&mut self, counted: &Tally) -> Result<(), TooManyNames> {
        self.responses.merge(counted).map(drop)
    }

    /// Adds a table of sums of the same responses. It answers what its grain covers until the
    /// responses themselves are complete.
    pub fn add_summary(&mut self, table: Tally) {
        if !self.complete {
            self.summaries.push(table);
        }
    }

    /// Says that every response has been read: the tables of sums are no longer needed.
    pub fn complete(&mut self) {
        self.complete = true;
        self.summaries.clear();
    }

    /// True once every response has been read.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// The tally that answers best what needs this grain: the complete responses, else a table of
    /// sums that covers it, else the responses read so far.
    pub fn tally(&self, need: Grain) -> &Tally {
        let covering = self.summaries.iter().find(|table| table.grain().covers(need));
        covering.unwrap_or(&self.responses)
    }

    /// True when the answer for this grain will not change as more responses are read.
    pub fn is_settled(&self, need: Grain) -> bool {
        self.complete || self.summaries.iter().any(|table| table.grain().covers(need))
    }

    /// The latest comments of a touchpoint that a slice lets through, newest first.
    pub fn comments(&self, touchpoint: &str, slice: &Slice) -> impl Iterator<Item = Comment<'_>> {
        self.comments.of(touchpoint, slice, &self.responses)
    }

    /// The touchpoints that responses were about, in the order they were met.
    pub fn touchpoints(&self) -> &Dictionary {
        self.responses.touchpoints()
    }

    /// The surveys that are asked.
    pub fn surveys(&self) -> &Surveys {
        &self.surveys
    }

    /// The sums of a survey over the responses a slice lets through, about one touchpoint or all. They are of single
    /// responses alone: rows that were grouped beforehand do not say who answered what together.
    pub fn survey_sums(
        &self,
        survey: &Survey,
        slice: &Slice,
        touchpoint: Option<&str>,
    ) -> Option<SurveySums> {
        self.surveys.sums(survey, slice, touchpoint, &self.responses)
    }

    /// What the slots count, for a tally that will be added.
    pub fn shared_layout(&self) -> Arc<Layout> {
        self.responses.shared_layout()
    }

    /// What the slots count.
    pub fn layout(&self) -> &Layout {
        self.responses.layout()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::calendar::Month;
    use crate::core::model::Question;
    use crate::core::tally::{Resolution, Slice};

    fn feedback_with_summary() -> Feedback {
        let layout = Arc::new(Layout::new(Question::defaults()));
        let grain = Grain { touchpoint: true, ..Grain::MONTHS };
        let mut table = Tally::new(Arc::clone(&layout), grain);
        let day = Month::new(2026, 10).first_day();
        table.add("desk", day, [None; 3], &[(Layout::RESPONSES, 40)]).expect("few names");
        let mut feedback = Feedback::new(layout);
        feedback.add_summary(table);
        feedback
    }

    #[test]
    fn sums_stand_in_for_what_they_cover_until_all_is_read() {
        let mut feedback = feedback_with_summary();
        let by_team = Grain { dimensions: [false, false, true], ..Grain::MONTHS };
        let responses = |f: &Feedback, need| f.tally(need).totals(&Slice::default()).responses();
        assert_eq!(responses(&feedback, Grain::MONTHS), 40);
        assert_eq!(responses(&feedback, by_team), 0);
        assert!(feedback.is_settled(Grain::MONTHS) && !feedback.is_settled(by_team));

        feedback.complete();
        assert_eq!(responses(&feedback, Grain::MONTHS), 0);
        assert!(feedback.is_settled(by_team));
    }

    #[test]
    fn days_are_not_answered_from_months() {
        let feedback = feedback_with_summary();
        let days = Grain { resolution: Resolution::Day, ..Grain::MONTHS };
        assert!(!feedback.is_settled(days));
    }
}
