use super::*;
use crate::core::calendar::FixedZone;
use crate::core::connection::Written;
use crate::core::model::{AnswerForm, QuestionId};
use serde_json::{Value, json};

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
