use super::*;
use crate::core::connection::Written;
use crate::core::model::Lang;
use serde_json::{Value, json};

fn map(fields: Value, rows: Value) -> (Vec<Journey>, ProblemLog) {
    let fields = JourneyFields::from_json(&fields).expect("fields");
    let rows = rows.as_array().cloned().unwrap_or_default();
    let rows = rows.into_iter().zip(1..).map(|(row, number)| (number, row)).collect();
    let mut problems = ProblemLog::default();
    let values = Values { rows, ..Values::default() };
    (map_journeys(&values, &fields, &mut problems), problems)
}

#[test]
fn nested_documents_in_the_native_shape() {
    let (journeys, problems) = map(
        json!({}),
        json!([{
            "id": "stay", "name": {"en": "Stay", "zh-CN": "入住"},
            "personas": [{"id": "p", "name": "Li", "segment": "vip"}],
            "stages": [{"id": "before", "name": "Before", "touchpoints": [
                {"id": "book", "name": "Book", "hearts": ["care", "confidence"], "moment_of_truth": true,
                 "owner": {"responsible": "Web team"}, "assumed_emotion": 1.5, "importance": 9,
                 "pains": ["slow", {"zh-CN": "慢"}], "standards": [{"scene": "a", "behaviour": "b", "effect": "c"}],
                 "evidence": "researched"}]}],
        }]),
    );
    assert!(problems.is_empty());
    let touchpoint = journeys[0].touchpoints().next().expect("a touchpoint");
    assert_eq!(journeys[0].name.get(Lang::Zh), "入住");
    assert_eq!(journeys[0].personas[0].segment.as_deref(), Some("vip"));
    assert_eq!(touchpoint.hearts, [Heart::Care, Heart::Confidence]);
    assert_eq!(touchpoint.owner.responsible.get(Lang::En), "Web team");
    assert_eq!((touchpoint.pains.len(), touchpoint.standards.len()), (2, 1));
    assert_eq!((touchpoint.assumed_emotion, touchpoint.importance), (Some(1.5), Some(9.0)));
    assert!(touchpoint.moment_of_truth && touchpoint.evidence == Evidence::Researched);
}

#[test]
fn risks_keep_what_is_rated_and_ratings_off_the_scale_are_counted() {
    let (journeys, problems) = map(
        json!({}),
        json!([{"id": "stay", "stages": [{"id": "a", "touchpoints": [{"id": "1", "risks": [
            {"name": {"en": "No answer", "zh-CN": "无人应答"}, "severity": 7, "occurrence": "6", "detection": 4, "action": "Call back"},
            {"name": "Lost", "severity": 11, "occurrence": 0, "detection": 2.5},
            {"name": "Unrated"},
        ]}]}]}]),
    );
    let risks = &journeys[0].touchpoints().next().expect("a touchpoint").risks;
    let ratings: Vec<_> =
        risks.iter().map(|risk| [risk.severity, risk.occurrence, risk.detection]).collect();
    assert_eq!(ratings, [[Some(7), Some(6), Some(4)], [None; 3], [None; 3]]);
    assert_eq!(risks[0].name.get(Lang::Zh), "无人应答");
    assert_eq!(risks[0].action.get(Lang::En), "Call back");
    let told: Vec<_> =
        problems.first().iter().map(|p| (&*p.reason.field, &*p.reason.value)).collect();
    assert_eq!(told, [("$.severity", "11"), ("$.occurrence", "0"), ("$.detection", "2.5")]);
    assert!(problems.first().iter().all(|p| p.reason.kind == ReasonKind::OffScale));
}

#[test]
fn flat_rows_that_repeat_their_journey_and_stage() {
    let fields = json!({
        "id": "$.j", "name": {"languages": {"en": "$.j_en", "zh-CN": "$.j_zh"}},
        "stages": {"rows": "$", "fields": {"id": "$.s", "touchpoints": {"rows": "$", "fields": {
            "id": "$.t", "name": "$.t_name", "hearts": {"path": "$.h", "split": ","},
            "moment_of_truth": "$.mot", "importance": "$.imp"}}}},
    });
    let (journeys, problems) = map(
        fields,
        json!([
            {"j": 1, "j_en": "Stay", "j_zh": "入住", "s": "a", "t": "1", "t_name": "One", "h": "care, patience", "mot": "1", "imp": "7"},
            {"j": 1, "s": "b", "t": "2", "t_name": "Two", "h": "", "mot": 0},
            {"j": 1, "s": "a", "t": "3", "t_name": "Three", "h": null},
        ]),
    );
    assert!(problems.is_empty());
    assert_eq!((journeys.len(), journeys[0].stages.len()), (1, 2));
    let ids: Vec<&str> = journeys[0].touchpoints().map(|t| t.id.as_str()).collect();
    assert_eq!(ids, ["1", "3", "2"]);
    let first = journeys[0].touchpoints().next().expect("a touchpoint");
    assert_eq!((first.hearts.len(), first.moment_of_truth, first.importance), (2, true, Some(7.0)));
}

#[test]
fn what_is_wrong_is_told_and_what_is_right_stays() {
    let (journeys, problems) = map(
        json!({}),
        json!([
            7,
            {"name": "no id"},
            {"id": "stay", "stages": [{"id": "a", "touchpoints": [
                {"id": "1", "hearts": ["care", "greed"], "assumed_emotion": 5, "importance": "high", "evidence": "maybe"},
                {"id": "1"}, {"name": "no id"}]}]},
        ]),
    );
    assert_eq!((journeys.len(), journeys[0].touchpoints().count()), (1, 1));
    let kinds: Vec<_> = problems.first().iter().map(|p| (p.row, p.reason.kind)).collect();
    use ReasonKind::{Duplicate, Missing, NotANumber, NotAllowed, NotAnObject, OffScale};
    assert_eq!(
        kinds,
        [
            (1, NotAnObject),
            (2, Missing),
            (3, NotAllowed),
            (3, OffScale),
            (3, NotANumber),
            (3, NotAllowed),
            (3, Duplicate),
            (3, Missing)
        ]
    );
}

#[test]
fn what_has_a_blank_name_goes_by_its_id() {
    let row = json!([{"id": "stay", "name": " ", "stages": [
        {"id": "before", "touchpoints": [{"id": "book", "name": "   "}, {"id": "pay", "name": {"zh-CN": "付款"}}]}]}]);
    let (journeys, _) = map(json!({}), row);
    let [stay] = &journeys[..] else { panic!("a journey") };
    assert_eq!((stay.name.get(Lang::En), stay.stages[0].name.get(Lang::Zh)), ("stay", "before"));
    let names: Vec<_> =
        stay.touchpoints().map(|touchpoint| touchpoint.name.get(Lang::En)).collect();
    assert_eq!(names, ["book", "付款"]);
}
