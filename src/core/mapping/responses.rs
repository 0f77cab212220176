//! Rows into responses.

use super::selected::Selected;
use super::survey_answers::SurveyAnswers;
use super::words::Words;
use super::{Captured, Clock, Moment, Reason, ReasonKind, RowPlan, Scalar, moment};
use crate::core::calendar::Timestamp;
use crate::core::connection::{DateForm, Field, ResponseFields, Selector};
use crate::core::model::{Answer, Question, Response, Scale, SurveyQuestion};
use rustc_hash::FxHashSet;

/// The places of the fixed fields in the plan; the answers follow.
const ID: usize = 0;
const TOUCHPOINT: usize = 1;
const SUBMITTED_AT: usize = 2;
const DIMENSIONS: [usize; 3] = [3, 4, 5];
const COMMENT: usize = 6;
const ANSWERS: usize = 7;

/// What a row is judged by.
pub struct Context {
    /// The workspace's clock.
    pub clock: Clock,
    /// The touchpoints of all journeys; `None` while no journey is known, when any will do.
    pub touchpoints: Option<FxHashSet<String>>,
}

/// Makes responses of rows. It is compiled once for a feed.
#[derive(Clone, Debug)]
pub struct ResponseMapper {
    plan: RowPlan,
    date: DateForm,
    text_words: Vec<(usize, Words)>,
    /// The comment's place, unless other words stand for it.
    verbatim: Option<usize>,
    questions: Vec<(Scale, Words)>,
    surveys: SurveyAnswers,
    answers: Vec<Answer>,
}

impl ResponseMapper {
    /// A mapper of these fields, for answers to these questions.
    pub fn new(fields: &ResponseFields, questions: &[Question]) -> Self {
        Self::with_surveys(fields, questions, &[])
    }

    /// The same, for answers to the questions of surveys too. Their places follow those of the others.
    pub fn with_surveys(
        fields: &ResponseFields,
        questions: &[Question],
        asked: &[SurveyQuestion],
    ) -> Self {
        let fixed = [
            fields.id(),
            fields.touchpoint(),
            fields.submitted_at(),
            fields.segment(),
            fields.channel(),
            fields.team(),
            fields.comment(),
        ];
        let answers: Vec<Field> = questions.iter().map(|q| fields.answer(q.id.as_str())).collect();
        let surveys = SurveyAnswers::new(fields, questions, asked);
        let all: Vec<&Field> = fixed.into_iter().chain(&answers).chain(surveys.fields()).collect();
        let words = |(place, field): (usize, &&Field)| (place, Words::of(field));
        let worded = fixed.iter().enumerate().map(words).filter(|(_, words)| !words.are_none());
        // A text inside of a text has been read already.
        let comment = fields.comment();
        let is_plain = Words::of(comment).are_none() && comment.inside.is_none();
        Self {
            plan: RowPlan::of(&all),
            date: fields.submitted_at().date,
            verbatim: is_plain.then_some(COMMENT),
            text_words: worded.collect(),
            questions: questions
                .iter()
                .map(Question::scale)
                .zip(answers.iter().map(Words::of))
                .collect(),
            surveys,
            answers: Vec::with_capacity(questions.len()),
        }
    }

    /// What a row must be read with.
    pub fn plan(&self) -> &RowPlan {
        &self.plan
    }

    /// The response of a row: what was captured of it, and its text. Values that are wrong, but do not lose the row,
    /// go to `flaws`.
    ///
    /// # Errors
    /// Why the row is no response.
    pub fn map<'row>(
        &'row mut self,
        captured: &'row mut Captured,
        text: &'row [u8],
        context: &Context,
        flaws: &mut Vec<Reason>,
    ) -> Result<Response<'row>, Reason> {
        let text = captured.settle(text, self.verbatim)?;
        self.make_texts(captured, text, flaws);
        for (place, text) in captured.broken() {
            flaws.push(Reason::new(ReasonKind::NotJson, self.source(*place), text));
        }
        let row = Selected::new(captured, text);
        let touchpoint = self.touchpoint(row, context)?;
        let moment = self.moment(row, &context.clock)?;
        self.read_answers(row, flaws);
        Ok(Response {
            id: row.text(ID),
            touchpoint,
            submitted_at: moment.at,
            day: moment.day,
            dimensions: DIMENSIONS.map(|place| row.text(place)),
            answers: &self.answers,
            comment: row.verbatim(COMMENT),
        })
    }

    /// What is told of a row whose response was counted before.
    pub fn repeated(&self, id: &str) -> Reason {
        Reason::new(ReasonKind::Duplicate, self.source(ID), id)
    }

    /// When a row says it was given, and its id: what one knows a row by that is no response.
    pub fn trace<'row>(
        &self,
        captured: &'row Captured,
        text: &'row [u8],
        clock: &Clock,
    ) -> (Option<Timestamp>, Option<&'row str>) {
        let row = Selected::new(captured, std::str::from_utf8(text).unwrap_or_default());
        (self.moment(row, clock).ok().map(|moment| moment.at), row.text(ID))
    }

    /// Ids and names are numbers in some APIs, and words for other words in others.
    fn make_texts(&self, captured: &mut Captured, row: &str, flaws: &mut Vec<Reason>) {
        (ID..ANSWERS)
            .filter(|place| *place != SUBMITTED_AT)
            .for_each(|place| captured.make_text(place));
        for (place, words) in &self.text_words {
            let text = Selected::new(captured, row).text(*place).map(str::to_owned);
            let Some(text) = text else { continue };
            // It stays what it is, so that nothing is lost.
            if words.lack(&text) {
                flaws.push(Reason::new(ReasonKind::NotFound, self.source(*place), &text));
            }
            captured.map_text(*place, &text, &words.map);
        }
    }

    fn moment(&self, row: Selected, clock: &Clock) -> Result<Moment, Reason> {
        let wrong = |kind| self.wrong(row, kind, SUBMITTED_AT);
        let value = row.get(SUBMITTED_AT).ok_or_else(|| wrong(ReasonKind::Missing))?;
        let moment =
            moment(value, self.date, clock.zone()).ok_or_else(|| wrong(ReasonKind::NotADate))?;
        if clock.is_plausible(moment.day) {
            Ok(moment)
        } else {
            Err(wrong(ReasonKind::ImplausibleDate))
        }
    }

    fn touchpoint<'row>(
        &self,
        row: Selected<'row>,
        context: &Context,
    ) -> Result<&'row str, Reason> {
        let wrong = |kind| self.wrong(row, kind, TOUCHPOINT);
        let touchpoint = row.text(TOUCHPOINT).ok_or_else(|| wrong(ReasonKind::Missing))?;
        match &context.touchpoints {
            Some(known) if !known.contains(touchpoint) => Err(wrong(ReasonKind::UnknownTouchpoint)),
            _ => Ok(touchpoint),
        }
    }

    fn read_answers(&mut self, row: Selected, flaws: &mut Vec<Reason>) {
        self.answers.clear();
        for (question, (scale, words)) in self.questions.iter().enumerate() {
            let place = ANSWERS + question;
            let Some(given) = row.get(place) else { continue };
            let (value, flaw) = match words.number(given) {
                Ok(None) => continue,
                Ok(Some(value)) if scale.place(value).is_some() => (Some(value), None),
                Ok(value) => (value, Some(ReasonKind::OffScale)),
                Err(kind) => (None, Some(kind)),
            };
            self.answers.push(Answer { question, value });
            flaws.extend(flaw.map(|kind| self.wrong(row, kind, place)));
        }
        // Most rows answer no survey, and are not asked for its questions one by one.
        let first = self.questions.len();
        if row.reaches(ANSWERS + first) {
            self.read_surveys(row, first, flaws);
        }
    }

    fn read_surveys(&mut self, row: Selected, first: usize, flaws: &mut Vec<Reason>) {
        for at in 0..self.surveys.len() {
            let place = ANSWERS + first + at;
            let Some((value, flaw)) = row.get(place).and_then(|given| self.surveys.read(at, given))
            else {
                continue;
            };
            self.answers.push(Answer { question: first + at, value });
            flaws.extend(flaw.map(|kind| self.wrong(row, kind, place)));
        }
    }

    fn wrong(&self, row: Selected, kind: ReasonKind, place: usize) -> Reason {
        let value = row.get(place).and_then(Scalar::text).unwrap_or_default();
        Reason::new(kind, self.source(place), &value)
    }

    fn source(&self, place: usize) -> &str {
        self.plan.selectors().get(place).map_or("", Selector::source)
    }
}

#[cfg(test)]
mod tests;
