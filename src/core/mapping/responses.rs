//! Rows into responses.

use super::{Captured, Clock, Moment, Reason, ReasonKind, RowPlan, Scalar, moment};
use crate::core::calendar::Timestamp;
use crate::core::connection::{DateForm, Field, ResponseFields, Selector};
use crate::core::model::{Answer, Question, Response, Scale};
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
    questions: Vec<(Scale, Map<String, Value>)>,
    answers: Vec<Answer>,
}

impl ResponseMapper {
    /// A mapper of these fields, for answers to these questions.
    pub fn new(fields: &ResponseFields, questions: &[Question]) -> Self {
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
        let paths = fixed.into_iter().chain(&answers).map(|field| field.path.clone());
        let mapped = fixed.iter().enumerate().filter(|(_, field)| !field.map.is_empty());
        Self {
            plan: RowPlan::new(paths.collect::<Vec<Selector>>()),
            date: fields.submitted_at().date,
            text_maps: mapped.map(|(place, field)| (place, field.map.clone())).collect(),
            questions: questions
                .iter()
                .map(Question::scale)
                .zip(answers.into_iter().map(|a| a.map))
                .collect(),
            answers: Vec::with_capacity(questions.len()),
        }
    }

    /// What a row must be read with.
    pub fn plan(&self) -> &RowPlan {
        &self.plan
    }

    /// The response of a row. Values that are wrong, but do not lose the row, go to `flaws`.
    ///
    /// # Errors
    /// Why the row is no response.
    pub fn map<'row>(
        &'row mut self,
        row: &'row mut Captured,
        context: &Context,
        flaws: &mut Vec<Reason>,
    ) -> Result<Response<'row>, Reason> {
        row.check()?;
        self.make_texts(row);
        let row = &*row;
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
            comment: row.text(COMMENT),
        })
    }

    /// When a row says it was given, and its id: what one knows a row by that is no response.
    pub fn trace<'row>(
        &self,
        row: &'row Captured,
        clock: &Clock,
    ) -> (Option<Timestamp>, Option<&'row str>) {
        (self.moment(row, clock).ok().map(|moment| moment.at), row.text(ID))
    }

    /// Ids and names are numbers in some APIs, and words for other words in others.
    fn make_texts(&self, row: &mut Captured) {
        [ID, TOUCHPOINT, COMMENT]
            .into_iter()
            .chain(DIMENSIONS)
            .for_each(|place| row.make_text(place));
        for (place, map) in &self.text_maps {
            row.map_text(*place, map);
        }
    }

    fn moment(&self, row: &Captured, clock: &Clock) -> Result<Moment, Reason> {
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
        row: &'row Captured,
        context: &Context,
    ) -> Result<&'row str, Reason> {
        let wrong = |kind| self.wrong(row, kind, TOUCHPOINT);
        let touchpoint = row.text(TOUCHPOINT).ok_or_else(|| wrong(ReasonKind::Missing))?;
        match &context.touchpoints {
            Some(known) if !known.contains(touchpoint) => Err(wrong(ReasonKind::UnknownTouchpoint)),
            _ => Ok(touchpoint),
        }
    }

    fn read_answers(&mut self, row: &Captured, flaws: &mut Vec<Reason>) {
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
    }

    fn wrong(&self, row: &Captured, kind: ReasonKind, place: usize) -> Reason {
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
        mapper.plan().clone().read(format!("{row}\n").as_bytes(), &mut captured).expect("a value");
        let mapped = mapper.map(&mut captured, &context(&["7", "desk"]), &mut flaws);
        let seen = mapped.map(|r| {
            let own = |text: Option<&str>| text.map(str::to_owned);
            let segment = own(r.dimensions[0]);
            (
                r.touchpoint.to_owned(),
                r.day.to_string(),
                segment,
                r.answers.to_vec(),
                own(r.comment),
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
