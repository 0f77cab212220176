//! Answers to the questions of surveys.

use super::words::Words;
use super::{ReasonKind, Scalar};
use crate::core::connection::{Field, ResponseFields};
use crate::core::index::Feeling;
use crate::core::model::{AnswerForm, Question, QuestionId, SurveyQuestion};
use serde_json::Map;

/// How the answers to the questions of surveys are read.
#[derive(Clone, Debug)]
pub(super) struct SurveyAnswers(Vec<Asked>);

/// One question of a survey.
#[derive(Clone, Debug)]
struct Asked {
    field: Field,
    words: Words,
    form: AnswerForm,
    /// True when nobody else tells what is wrong with its answers: a question may stand in two surveys.
    tells: bool,
}

/// A number as it is counted, or none where the answer stands for none; and what is wrong with it.
type Read = (Option<f64>, Option<ReasonKind>);

impl SurveyAnswers {
    pub(super) fn new<'q>(
        fields: &ResponseFields,
        questions: &'q [Question],
        asked: &'q [SurveyQuestion],
    ) -> Self {
        let mut told: Vec<&QuestionId> = questions.iter().map(|question| &question.id).collect();
        let mut one = |id: &'q QuestionId, form| {
            let tells = !told.contains(&id);
            told.push(id);
            let field = fields.answer(id.as_str());
            Asked { words: Words::of(&field), field, form, tells }
        };
        Self(asked.iter().map(|question| one(&question.id, question.form)).collect())
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Where the answers are.
    pub(super) fn fields(&self) -> impl Iterator<Item = &Field> {
        self.0.iter().map(|asked| &asked.field)
    }

    /// The answer to a question; `None` when it is none.
    pub(super) fn read(&self, at: usize, given: Scalar) -> Option<Read> {
        let asked = self.0.get(at)?;
        let (value, flaw) = match asked.form {
            AnswerForm::Number(_) => asked.number(given)?,
            AnswerForm::Feeling => asked.feeling(given)?,
        };
        Some((value, flaw.filter(|_| asked.tells)))
    }
}

impl Asked {
    fn number(&self, given: Scalar) -> Option<Read> {
        match self.words.number(given) {
            Ok(value) => {
                let value = value?;
                let is_on = self.form.scale().place(value).is_some();
                Some((Some(value), (!is_on).then_some(ReasonKind::OffScale)))
            }
            Err(kind) => Some((None, Some(kind))),
        }
    }

    /// A feeling is one of five words, or its number; a value map leads to either.
    fn feeling(&self, given: Scalar) -> Option<Read> {
        let text = given.text()?;
        if self.words.lack(&text) {
            return Some((None, Some(ReasonKind::NotFound)));
        }
        let mapped = self.words.map.get(text.as_ref());
        let given = mapped.map_or(Some(given), Scalar::of)?;
        let word = given.text()?;
        let feeling = Feeling::from_id(&word).map(|feeling| feeling.number());
        let number = || given.number(&Map::new()).ok().flatten();
        let value = feeling.or_else(number).filter(|n| self.form.scale().place(*n).is_some());
        Some((value, value.is_none().then_some(ReasonKind::NotAllowed)))
    }
}
