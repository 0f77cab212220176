use super::*;
use crate::core::connection::Written;
use crate::core::model::{Heart, LocalText, Risk, StageId, Touchpoint, TouchpointId};
use proptest::prelude::*;
use serde_json::json;

fn fields(json: Value) -> JourneyFields {
    JourneyFields::from_json(&json).expect("fields")
}

/// Names, levels and values as somebody else has them, with things in them that nobody here knows.
fn odd_fields() -> JourneyFields {
    fields(json!({
        "id": "$._id", "name": {"languages": {"en": "$.title.en", "zh-CN": "$.title.zh"}}, "scenario": "$.about",
        "personas": {"rows": "$.people", "fields": {"id": "$.who", "segment": "$.kind"}},
        "stages": {"rows": "$.parts[*]", "fields": {"id": "$.no", "touchpoints": {"rows": "$.contacts", "fields": {
            "id": "$.code", "name": "$.label", "hearts": {"path": "$.hearts", "split": ","},
            "pains": {"path": "$.pains", "split": "; "}, "assumed_emotion": "$.mood.now",
            "moment_of_truth": "$.key", "evidence": {"path": "$.proof", "map": {"guess": "none", "seen": "partial"}},
            "importance": "$.weight", "responsible": "$.boss",
        }}}},
    }))
}

fn odd_row() -> Value {
    json!({
        "_id": 17, "_rev": "3-x", "title": {"en": "Stay", "zh": "入住", "fr": "Séjour"}, "about": "Two nights",
        "people": [{"who": "li", "kind": "vip", "age": 40}],
        "parts": [
            {"no": 1, "colour": "red", "contacts": [
                {"code": "book", "label": "Book", "hearts": "care,patience", "pains": "slow; dear", "key": "yes",
                 "mood": {"now": "1", "then": 2}, "proof": "seen", "weight": 7, "boss": "Web", "price": 3.5},
                {"label": "no code"},
                {"code": "pay", "label": "Pay", "key": 0},
            ]},
            "a remark",
            {"no": 2, "contacts": []},
        ],
    })
}

#[test]
fn what_is_changed_is_changed_and_all_else_stays() {
    let (row, fields) = (odd_row(), odd_fields());
    let mut journey = journey_of(&row, &fields).expect("a journey");
    journey.name = LocalText::default().with("en", "A stay").with("zh-CN", "入住");
    let book = &mut journey.stages[0].touchpoints[0];
    book.assumed_emotion = Some(-1.0);
    book.hearts = vec![Heart::Care, Heart::Confidence];
    book.pains.push(LocalText::plain("late"));
    book.moment_of_truth = false;
    book.evidence = crate::core::model::Evidence::None;
    book.importance = None;
    let mut expected = row.clone();
    expected["title"]["en"] = json!("A stay");
    let contact = &mut expected["parts"][0]["contacts"][0];
    contact["mood"]["now"] = json!("-1");
    contact["hearts"] = json!("care,confidence");
    contact["pains"] = json!("slow; dear; late");
    contact["key"] = json!("no");
    contact["proof"] = json!("guess");
    contact["weight"] = json!(null);
    assert_eq!(put_back(&row, &fields, &journey), Ok(expected));
}

#[test]
fn touchpoints_come_go_and_change_places() {
    let (row, fields) = (odd_row(), odd_fields());
    let mut journey = journey_of(&row, &fields).expect("a journey");
    let touchpoints = &mut journey.stages[0].touchpoints;
    touchpoints.swap(0, 1);
    touchpoints.push(Touchpoint {
        id: TouchpointId::new("leave"),
        name: LocalText::plain("Leave"),
        ..Touchpoint::default()
    });
    journey.personas.clear();
    let written = put_back(&row, &fields, &journey).expect("a row");
    let contacts = written["parts"][0]["contacts"].as_array().expect("a list");
    let codes: Vec<_> =
        contacts.iter().map(|one| one.get("code").cloned().unwrap_or_default()).collect();
    assert_eq!(codes, [json!("pay"), json!("book"), json!("leave"), json!(null)]);
    assert_eq!(contacts[1]["price"], json!(3.5), "what nobody knows goes along");
    assert_eq!(written["parts"][1], json!("a remark"));
    assert_eq!(written["people"], json!([]));
}

#[test]
fn risks_stay_at_their_places() {
    let row = json!({"id": "j", "stages": [{"id": "s", "touchpoints": [{"id": "t", "risks": [
        {"name": "Lost", "severity": 7, "note": "x"}, {"name": "Late"}]}]}]});
    let fields = JourneyFields::default();
    let mut journey = journey_of(&row, &fields).expect("a journey");
    let risks = &mut journey.stages[0].touchpoints[0].risks;
    risks[0].severity = Some(8);
    risks.push(Risk { name: LocalText::plain("Wrong"), ..Risk::default() });
    let written = put_back(&row, &fields, &journey).expect("a row");
    let risks =
        json!([{"name": "Lost", "severity": 8, "note": "x"}, {"name": "Late"}, {"name": "Wrong"}]);
    assert_eq!(written["stages"][0]["touchpoints"][0]["risks"], risks);
}

#[test]
fn what_cannot_be_put_back_is_said_and_nothing_else_is_written() {
    let row = json!({"id": "j", "s": "a", "t": "1", "n": [{"l": "en", "v": "Stay"}]});
    let fields = fields(json!({"name": "$.n[?@.l=='en'].v",
        "stages": {"rows": "$", "fields": {"id": "$.s", "touchpoints": {"rows": "$", "fields": {"id": "$.t"}}}}}));
    let journey = journey_of(&row, &fields).expect("a journey");
    let with = |change: &dyn Fn(&mut Journey)| {
        let mut journey = journey.clone();
        change(&mut journey);
        put_back(&row, &fields, &journey)
    };
    assert_eq!(with(&|_| ()), Ok(row.clone()));
    let renamed = with(&|journey| journey.name = LocalText::plain("A stay"));
    assert_eq!(renamed, Err(WriteError::NoPlace("$.n[?@.l=='en'].v".to_owned())));
    let spread = with(&|journey| journey.stages[0].name = LocalText::plain("Before"));
    assert_eq!(spread, Err(WriteError::Spread));
    let nameless = put_back(&json!({"name": "x"}), &fields, &journey);
    assert_eq!(nameless, Err(WriteError::NoRecord));
}

#[test]
fn what_would_be_read_as_something_else_is_not_written() {
    let row = odd_row();
    let mut journey = journey_of(&row, &odd_fields()).expect("a journey");
    journey.stages[0].touchpoints[0].pains = vec![LocalText::plain("slow; and dear")];
    let place = "$.stages[0].touchpoints[0].pains".to_owned();
    assert_eq!(put_back(&row, &odd_fields(), &journey), Err(WriteError::NotReadBack(place)));
}

/// Changes such as somebody makes on a map.
fn changed(journey: &Journey) -> impl Strategy<Value = Journey> + use<> {
    let journey = journey.clone();
    let words = "[a-z]{1,6}( [a-z]{1,6})?";
    let touchpoint = (words, prop::option::of(-2i8..=2), prop::option::of(1u8..=10), any::<bool>());
    let texts = (words, prop::collection::vec("[a-z]{1,5}", 0..3));
    let order = Just(vec![0usize, 1]).prop_shuffle();
    (words, touchpoint, texts, order, 0usize..3).prop_map(
        move |(name, one, (boss, pains), order, new)| {
            let mut journey = journey.clone();
            journey.name = LocalText::default().with("en", name);
            let (label, emotion, importance, is_moment) = one;
            let touchpoints = &mut journey.stages[0].touchpoints;
            let first = &mut touchpoints[0];
            first.name = LocalText::plain(label);
            first.assumed_emotion = emotion.map(f64::from);
            first.importance = importance.map(f64::from);
            first.moment_of_truth = is_moment;
            first.owner.responsible = LocalText::plain(boss);
            first.pains = pains.into_iter().map(LocalText::plain).collect();
            *touchpoints = order.iter().map(|at| touchpoints[*at].clone()).collect();
            for number in 0..new {
                let id = TouchpointId::new(format!("new-{number}"));
                let name = LocalText::plain(id.as_str());
                touchpoints.push(Touchpoint { id, name, ..Touchpoint::default() });
            }
            journey.stages[1].id = StageId::new("2");
            journey
        },
    )
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_it_is_meant(
        journey in changed(&journey_of(&odd_row(), &odd_fields()).expect("a journey")),
    ) {
        let (row, fields) = (odd_row(), odd_fields());
        let written = put_back(&row, &fields, &journey).expect("a row");
        prop_assert_eq!(journey_of(&written, &fields), Some(journey));
        for unknown in ["_id", "_rev", "about", "people"] {
            prop_assert_eq!(&written[unknown], &row[unknown]);
        }
        prop_assert_eq!(&written["title"]["fr"], &row["title"]["fr"]);
        let contacts = written["parts"][0]["contacts"].as_array().expect("a list");
        let price = |one: &Value| one.get("price").cloned();
        prop_assert_eq!(contacts.iter().find_map(price), Some(json!(3.5)));
        prop_assert!(contacts.iter().any(|one| one["label"] == "no code"));
        prop_assert_eq!(&written["parts"][1], &row["parts"][1]);
    }
}
