//! How questions were answered, and what customers wrote.

use super::Named;
use super::compare_row::figure;
use crate::core::calendar::{Day, Period, Timestamp};
use crate::core::index::Estimate;
use crate::core::model::{Dimension, Lang, Role, Touchpoint};
use crate::core::order::sort_by;
use crate::core::query::{Filters, ResponsesState};
use crate::core::tally::{Comment, Slice, Totals};
use crate::core::workspace::{Columns, Workspace};
use serde::{Deserialize, Serialize};

/// Comments shown.
const COMMENTS: usize = 60;

/// How one question was answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Distribution {
    /// The question's id.
    pub question: String,
    /// What it measures.
    pub role: Role,
    /// True when others measure the same: only its id tells it apart.
    pub is_named: bool,
    /// Its main figure: of this question alone.
    pub figure: Estimate,
    /// The lowest answer of its scale.
    pub min: i16,
    /// How often each answer was given, lowest first.
    pub counts: Vec<u64>,
    /// Responses without an answer.
    pub n_missing: u64,
    /// Answers off the scale.
    pub n_invalid: u64,
}

/// One comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentLine {
    /// The touchpoint it is about.
    pub touchpoint: Named,
    /// The day it was written.
    pub day: Day,
    /// Segment, channel and team, where known.
    pub from: Vec<Named>,
    /// The text.
    pub text: String,
}

/// Distributions and comments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ResponsesScene {
    /// The days it is about.
    pub period: Period,
    /// The touchpoint it is about, if one.
    pub touchpoint: Option<Named>,
    /// Every touchpoint one could choose, by journey.
    pub touchpoints: Vec<(Named, Vec<Named>)>,
    /// Responses in the slice.
    pub responses: u64,
    /// How each question was answered.
    pub distributions: Vec<Distribution>,
    /// The latest comments that hold the text searched for.
    pub comments: Vec<CommentLine>,
    /// How many of the comments that were kept hold it.
    pub comments_found: usize,
    /// The text searched for; empty when none is.
    pub search: String,
    /// True when nothing here will change as more responses are read.
    pub settled: bool,
}

impl Workspace {
    /// Distributions and comments of one touchpoint or of all.
    pub fn responses_scene(
        &self,
        state: &ResponsesState,
        filters: &Filters,
        lang: Lang,
    ) -> ResponsesScene {
        let slice = self.slice(filters);
        let chosen = state.touchpoint.as_ref().and_then(|id| self.touchpoint(id));
        let chosen = chosen.map(|(_, touchpoint)| touchpoint);
        let found = self.found_comments(chosen, &slice, &state.search, lang);
        let totals = match chosen {
            Some(touchpoint) => self.by_touchpoint(&slice, &[touchpoint]).pop().unwrap_or_default(),
            None => self.totals(&slice),
        };
        ResponsesScene {
            period: self.period(filters),
            touchpoint: chosen.map(|touchpoint| name_of(touchpoint, lang)),
            touchpoints: self.touchpoint_choices(lang),
            responses: totals.responses(),
            distributions: self.distributions(&totals),
            comments_found: found.len(),
            comments: found.into_iter().take(COMMENTS).collect(),
            search: state.search.clone(),
            settled: self.is_settled(&slice, &Columns::Whole, chosen.is_some()),
        }
    }

    /// How each question was answered; questions nobody answered are left out.
    pub(super) fn distributions(&self, totals: &Totals) -> Vec<Distribution> {
        let questions = self.layout().questions().iter().enumerate();
        let all = questions.map(|(place, question)| {
            let counts = totals.counts(self.layout(), place);
            Distribution {
                question: question.id.to_string(),
                role: question.role,
                figure: figure(question.role, &counts, self.level),
                is_named: self.layout().with_role(question.role).count() > 1,
                min: question.scale().min,
                n_missing: counts.n_missing,
                n_invalid: counts.n_invalid,
                counts: counts.values().to_vec(),
            }
        });
        all.filter(|one| one.counts.iter().any(|count| *count > 0) || one.n_invalid > 0).collect()
    }

    /// The latest comments of a touchpoint.
    pub(super) fn comments(
        &self,
        touchpoint: &Touchpoint,
        slice: &Slice,
        most: usize,
        lang: Lang,
    ) -> Vec<CommentLine> {
        let kept = self.feedback.comments(touchpoint.id.as_str(), slice);
        kept.take(most).map(|comment| self.comment_line(touchpoint, comment, lang)).collect()
    }

    /// The comments that hold a text, latest first: of one touchpoint, or of all.
    fn found_comments(
        &self,
        chosen: Option<&Touchpoint>,
        slice: &Slice,
        search: &str,
        lang: Lang,
    ) -> Vec<CommentLine> {
        let wanted = search.trim().to_lowercase();
        let of = |touchpoint: &Touchpoint| -> Vec<(Timestamp, CommentLine)> {
            let kept = self.feedback.comments(touchpoint.id.as_str(), slice);
            kept.filter(|comment| comment.text.text().to_lowercase().contains(&wanted))
                .map(|comment| (comment.at, self.comment_line(touchpoint, comment, lang)))
                .collect()
        };
        let mut found: Vec<_> = match chosen {
            Some(touchpoint) => of(touchpoint),
            None => self.touchpoints().flat_map(|(_, touchpoint)| of(touchpoint)).collect(),
        };
        sort_by(&mut found, |a, b| b.0.cmp(&a.0));
        found.into_iter().map(|(_, line)| line).collect()
    }

    fn comment_line(&self, touchpoint: &Touchpoint, comment: Comment, lang: Lang) -> CommentLine {
        let from = Dimension::ALL.into_iter().filter_map(|dimension| {
            let value = comment.dimensions[dimension.index()]?;
            Some(self.named(dimension, value, lang))
        });
        CommentLine {
            touchpoint: name_of(touchpoint, lang),
            day: comment.day,
            from: from.collect(),
            text: comment.text.text().into_owned(),
        }
    }

    pub(super) fn touchpoint_choices(&self, lang: Lang) -> Vec<(Named, Vec<Named>)> {
        let journeys = self.journeys.iter().map(|journey| {
            let name =
                Named { id: journey.id.to_string(), name: journey.name.get(lang).to_owned() };
            (name, journey.touchpoints().map(|touchpoint| name_of(touchpoint, lang)).collect())
        });
        journeys.collect()
    }
}

pub(super) fn name_of(touchpoint: &Touchpoint, lang: Lang) -> Named {
    Named { id: touchpoint.id.to_string(), name: touchpoint.name.get(lang).to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::Settings;
    use crate::core::model::{Answer, Question, QuestionId, Response};
    use crate::core::query::Measure;
    use crate::core::tally::{Grain, Tally};

    #[test]
    fn each_question_has_a_figure_of_its_own_and_who_answers_two_is_one_respondent() {
        let question = |id: &str| Question { id: QuestionId::new(id), role: Role::Nps };
        let questions = vec![question("recommend"), question("again")];
        let settings = Settings { questions, ..Settings::default() };
        let workspace = Workspace::new(settings, Day(0));
        let mut tally = Tally::new(workspace.feedback.shared_layout(), Grain::FINEST);
        for number in 0..60 {
            let first = Some(if number % 2 == 0 { 9.0 } else { 3.0 });
            let answers = [first, Some(10.0)].into_iter().enumerate();
            let answers: Vec<Answer> =
                answers.map(|(question, value)| Answer { question, value }).collect();
            let response = Response {
                id: None,
                touchpoint: "desk",
                submitted_at: Timestamp::default(),
                day: Day(0),
                dimensions: [None; 3],
                answers: &answers,
                comment: None,
            };
            tally.count(&response).expect("few names");
        }
        let totals = tally.totals(&Slice::default());
        let distributions = workspace.distributions(&totals);
        let figures: Vec<_> = distributions
            .iter()
            .map(|one| (one.is_named, one.figure.value, one.figure.n))
            .collect();
        assert_eq!(figures, [(true, Some(0.0), 60), (true, Some(100.0), 60)]);
        let pooled = workspace.figure(&totals, Measure::Nps);
        assert_eq!((pooled.value, pooled.n), (Some(50.0), 60));
        let (wide, narrow) =
            (pooled.ci.expect("answers"), distributions[0].figure.ci.expect("answers"));
        assert!(
            wide.high - wide.low > 0.7 * (narrow.high - narrow.low),
            "of 60 people, not of 120"
        );
    }
}
