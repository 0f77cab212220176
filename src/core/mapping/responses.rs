//! Rows into responses.

use super::selected::Selected;
use super::survey_answers::SurveyAnswers;
use super::{Captured, Clock, Moment, Reason, ReasonKind, RowPlan, Scalar, moment};
use crate::core::calendar::Timestamp;
use crate::core::connection::{DateForm, Field, ResponseFields, Selector};
use crate::core::model::{Answer, Question, Response, Scale, SurveyQuestion};
use rustc_hash::FxHashSet;
use serde_json::{Map, Value};

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
    text_maps: Vec<(usize, Map<String, Value>)>,
    /// The comment's place, unless other words stand for it.
    verbatim: Option<usize>,
    questions: Vec<(Scale, Map<String, Value>)>,
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
        let paths = fixed.into_iter().chain(&answers).map(|field| field.path.clone());
        let paths = paths.chain(surveys.paths());
        let mapped = fixed.iter().enumerate().filter(|(_, field)| !field.map.is_empty());
        let verbatim = fields.comment().map.is_empty().then_some(COMMENT);
        Self {
            plan: RowPlan::new(paths.collect::<Vec<Selector>>()),
            date: fields.submitted_at().date,
            verbatim,
            text_maps: mapped.map(|(place, field)| (place, field.map.clone())).collect(),
            questions: questions
                .iter()
                .map(Question::scale)
                .zip(answers.into_iter().map(|a| a.map))
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
        self.make_texts(captured, text);
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
    fn make_texts(&self, captured: &mut Captured, row: &str) {
        (ID..ANSWERS)
            .filter(|place| *place != SUBMITTED_AT)
            .for_each(|place| captured.make_text(place));
        for (place, map) in &self.text_maps {
            let text = Selected::new(captured, row).text(*place).map(str::to_owned);
            if let Some(text) = text {
                captured.map_text(*place, &text, map);
            }
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
        for (question, (scale, map)) in self.questions.iter().enumerate() {
            let place = ANSWERS + question;
            let Some(given) = row.get(place) else { continue };
            let (value, flaw) = match given.number(map) {
                Ok(None) => continue,
                Ok(Some(value)) if scale.place(value).is_some() => (Some(value), None),
                Ok(value) => (value, Some(ReasonKind::OffScale)),
                Err(_) => (None, Some(ReasonKind::NotANumber)),
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
        let field = self.plan.selectors().get(place).map_or("", Selector::source);
        let value = row.get(place).and_then(Scalar::text).unwrap_or_default();
        Reason::new(kind, field, &value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::calendar::FixedZone;
    use crate::core::connection::Written;
    use crate::core::model::{AnswerForm, QuestionId};
    use serde_json::json;

    fn context(touchpoints: &[&str]) -> Context {
        let known = touchpoints.iter().map(|id| (*id).to_owned()).collect();
        let clock = Clock::new(FixedZone::default(), Timestamp(1_793_460_600_000));
        Context { clock, touchpoints: Some(known) }
    }

    /// What the tests look at: touchpoint, day, segment, answers, comment.
    type Seen = (String, String, Option<String>, Vec<Answer>, Option<String>);

    fn map(fields: &Value, row: &Value) -> (Result<Seen, Reason>, Vec<Reason>) {
        let fields = ResponseFields::from_json(fields).expect("fields");
        let mut mapper = ResponseMapper::new(&fields, &Question::defaults());
        let (mut captured, mut flaws) = (Captured::default(), Vec::new());
        let text = format!("{row}\n");
        mapper.plan().clone().read(text.as_bytes(), &mut captured).expect("a value");
        let context = context(&["7", "desk"]);
        let mapped = mapper.map(&mut captured, text.as_bytes(), &context, &mut flaws);
        let seen = mapped.map(|r| {
            let own = |text: Option<&str>| text.map(str::to_owned);
            let segment = own(r.dimensions[0]);
            (
                r.touchpoint.to_owned(),
                r.day.to_string(),
                segment,
                r.answers.to_vec(),
                r.comment.map(|comment| comment.text().into_owned()),
            )
        });
        (seen, flaws)
    }

    #[test]
    fn the_native_shape_needs_no_fields() {
        let row = json!({"touchpoint": "desk", "submitted_at": "2026-10-30T09:00:00Z", "segment": "vip",
            "answers": {"nps": 9, "care": 5}, "comment": " kind "});
        let (seen, flaws) = map(&json!({}), &row);
        let (touchpoint, day, segment, answers, comment) = seen.expect("a response");
        assert_eq!((touchpoint.as_str(), day.as_str()), ("desk", "2026-10-30"));
        assert_eq!((segment.as_deref(), comment.as_deref()), (Some("vip"), Some("kind")));
        assert_eq!(
            answers,
            [Answer { question: 0, value: Some(9.0) }, Answer { question: 3, value: Some(5.0) }]
        );
        assert!(flaws.is_empty());
    }

    #[test]
    fn a_foreign_shape_is_a_matter_of_paths_and_maps() {
        let fields = json!({
            "touchpoint": "$.tp.no",
            "submitted_at": {"path": "$.ts", "date": "epoch_seconds"},
            "segment": {"path": "$.kind", "map": {"2": "vip"}},
            "answers": {
                "csat": {"path": "$.qa[?@.q=='sat'].a", "map": {"非常满意": 5}},
                "nps": "$.qa[?@.q=='rec'].a",
            },
        });
        let row = json!({"tp": {"no": 7}, "ts": "1793350800", "kind": 2,
            "qa": [{"q": "rec", "a": "10"}, {"q": "sat", "a": "非常满意"}]});
        let (touchpoint, day, segment, answers, _) = map(&fields, &row).0.expect("a response");
        assert_eq!(
            (touchpoint.as_str(), day.as_str(), segment.as_deref()),
            ("7", "2026-10-30", Some("vip"))
        );
        let values: Vec<_> = answers.iter().map(|answer| answer.value).collect();
        assert_eq!(values, [Some(10.0), Some(5.0)]);
    }

    #[test]
    fn surveys_are_answered_in_numbers_and_in_words() {
        let fields =
            json!({"answers": {"with": {"path": "$.with", "map": {"喜欢": "like", "讨厌": 5}}}});
        let fields = ResponseFields::from_json(&fields).expect("fields");
        let asked = |id: &str, form| SurveyQuestion { id: QuestionId::new(id), form };
        let points = AnswerForm::Number(Scale { min: 0, max: 100 });
        let asked = [
            asked("with", AnswerForm::Feeling),
            asked("without", AnswerForm::Feeling),
            asked("weight", points),
            asked("nps", AnswerForm::Number(Scale::NPS)),
        ];
        let mut mapper = ResponseMapper::with_surveys(&fields, &Question::defaults(), &asked);
        let mut map = |row: Value| {
            let (mut captured, mut flaws) = (Captured::default(), Vec::new());
            let text = format!("{row}\n");
            mapper.plan().clone().read(text.as_bytes(), &mut captured).expect("JSON");
            let context = context(&["desk"]);
            let response = mapper.map(&mut captured, text.as_bytes(), &context, &mut flaws);
            let response = response.expect("a response");
            let answers = response.answers.iter();
            let answers: Vec<_> = answers.map(|answer| (answer.question, answer.value)).collect();
            (answers, flaws.into_iter().map(|flaw| (flaw.kind, flaw.value)).collect::<Vec<_>>())
        };
        let row = |given: Value| {
            let mut row = json!({"touchpoint": "desk", "submitted_at": "2026-10-30"});
            row.as_object_mut()
                .expect("an object")
                .extend(given.as_object().cloned().unwrap_or_default());
            row
        };
        let of_words =
            map(row(json!({"with": "喜欢", "answers": {"without": "dislike", "weight": "40"}})));
        assert_eq!(of_words, (vec![(8, Some(1.0)), (9, Some(5.0)), (10, Some(40.0))], vec![]));
        let mapped = map(row(json!({"with": "讨厌", "answers": {"without": 3}})));
        assert_eq!(mapped, (vec![(8, Some(5.0)), (9, Some(3.0))], vec![]));
        let (answers, flaws) =
            map(row(json!({"with": "meh", "answers": {"without": " ", "weight": 101, "nps": 11}})));
        // The question that is one of the others too tells what is wrong with it once.
        let wrong = [(0, Some(11.0)), (8, None), (10, Some(101.0)), (11, Some(11.0))];
        assert_eq!(answers, wrong);
        let told: Vec<_> = flaws.iter().map(|(kind, value)| (*kind, value.as_str())).collect();
        let (off, not) = (ReasonKind::OffScale, ReasonKind::NotAllowed);
        assert_eq!(told, [(off, "11"), (not, "meh"), (off, "101")]);
        assert_eq!(map(row(json!({"answers": {"nps": 9}}))).0, [(0, Some(9.0)), (11, Some(9.0))]);
        assert_eq!(map(row(json!({"answers": {"csat": 4}}))).0, [(1, Some(4.0))]);
    }

    #[test]
    fn a_wrong_value_is_told_and_the_row_still_counts() {
        let row = json!({"touchpoint": "desk", "submitted_at": "2026-10-30", "answers": {"nps": 11, "csat": "good", "ces": null}});
        let (seen, flaws) = map(&json!({}), &row);
        assert_eq!(seen.expect("a response").3.len(), 2);
        assert_eq!(flaws[0], Reason::new(ReasonKind::OffScale, "$.answers.nps", "11"));
        assert_eq!(flaws[1], Reason::new(ReasonKind::NotANumber, "$.answers.csat", "good"));
    }

    #[test]
    fn a_lost_row_says_which_field_lost_it() {
        let lost = |row: Value| map(&json!({}), &row).0.expect_err("no response");
        assert_eq!(lost(json!("text")).kind, ReasonKind::NotAnObject);
        assert_eq!(
            lost(json!({"touchpoint": " "})),
            Reason::new(ReasonKind::Missing, "$.touchpoint", "")
        );
        let unknown = lost(json!({"touchpoint": "moon", "submitted_at": "2026-10-30"}));
        assert_eq!(unknown, Reason::new(ReasonKind::UnknownTouchpoint, "$.touchpoint", "moon"));
        let date = |at: Value| lost(json!({"touchpoint": "desk", "submitted_at": at})).kind;
        assert_eq!(date(json!(null)), ReasonKind::Missing);
        assert_eq!(date(json!("soon")), ReasonKind::NotADate);
        assert_eq!(date(json!("1970-01-22")), ReasonKind::ImplausibleDate);
        assert_eq!(date(json!("2031-01-01")), ReasonKind::ImplausibleDate);
    }
}
