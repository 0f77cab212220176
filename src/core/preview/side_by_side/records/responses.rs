//! Rows that are single responses.

use super::{Records, named, values};
use crate::core::connection::{Field, ResponseFields, Settings};
use crate::core::mapping::{Broken, Captured, Context, Reason, ResponseMapper};
use crate::core::model::{Dimension, Question, Response, Survey, SurveyQuestion};
use crate::core::preview::FieldName;
use crate::core::preview::side_by_side::sink::{Made, Maker};

pub(super) fn records<'c>(
    fields: &'c ResponseFields,
    settings: &Settings,
    context: &'c Context,
) -> Records<'c> {
    let questions = settings.questions();
    let asked: Vec<SurveyQuestion> = settings.surveys.iter().flat_map(Survey::questions).collect();
    let all = named(fields.named()).into_iter().chain(answers(fields, &questions, &asked));
    let ids = questions.iter().map(|question| &question.id);
    let ids = ids.chain(asked.iter().map(|question| &question.id));
    let maker = Responses {
        mapper: ResponseMapper::with_surveys(fields, &questions, &asked),
        questions: ids.map(ToString::to_string).collect(),
        captured: Captured::default(),
        flaws: Vec::new(),
        context,
    };
    let all = all.collect();
    (Box::new(maker), all)
}

/// The questions of the workspace, and of the surveys those that the connection names.
fn answers(
    fields: &ResponseFields,
    questions: &[Question],
    asked: &[SurveyQuestion],
) -> Vec<(FieldName, Field)> {
    let is_named = |id: &str| fields.answers.iter().any(|(name, _)| name == id);
    let surveyed = asked.iter().map(|question| question.id.as_str()).filter(|id| is_named(id));
    let mut ids: Vec<&str> = questions.iter().map(|question| question.id.as_str()).collect();
    for id in surveyed {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.into_iter().map(|id| (FieldName::of(&["answers", id]), fields.answer(id))).collect()
}

struct Responses<'c> {
    mapper: ResponseMapper,
    /// The ids of the questions, by their places.
    questions: Vec<String>,
    captured: Captured,
    flaws: Vec<Reason>,
    context: &'c Context,
}

impl Maker for Responses<'_> {
    fn make(&mut self, _: u64, text: &[u8]) -> Result<Made, Broken> {
        let Self { mapper, questions, captured, flaws, context } = self;
        let length = mapper.plan().read(text, captured)?;
        let text = text.get(..length).unwrap_or_default();
        flaws.clear();
        let mut made = match mapper.map(captured, text, context, flaws) {
            Ok(response) => Made {
                length,
                is_usable: true,
                values: values_of(&response, questions),
                answered: answered(&response, questions),
                reasons: Vec::new(),
            },
            Err(reason) => Made::lost(length, reason),
        };
        made.reasons.append(flaws);
        Ok(made)
    }
}

fn values_of(response: &Response, questions: &[String]) -> Vec<(FieldName, String)> {
    let plain = |text: Option<&str>| text.map(str::to_owned);
    let mut all = values(vec![
        (&["id"], plain(response.id)),
        (&["touchpoint"], plain(Some(response.touchpoint))),
        (&["submitted_at"], Some(response.submitted_at.iso())),
        (&["comment"], response.comment.map(|comment| comment.text().into_owned())),
    ]);
    for (dimension, value) in Dimension::ALL.into_iter().zip(response.dimensions) {
        all.extend(value.map(|value| (FieldName::of(&[dimension.id()]), value.to_owned())));
    }
    for answer in response.answers {
        let named = questions.get(answer.question).zip(answer.value);
        all.extend(named.map(|(id, value)| (FieldName::of(&["answers", id]), value.to_string())));
    }
    all
}

fn answered(response: &Response, questions: &[String]) -> Vec<String> {
    let there = response.answers.iter().filter(|answer| answer.value.is_some());
    there.filter_map(|answer| questions.get(answer.question).cloned()).collect()
}
