//! All of it together, on answers as they may come.

use super::*;
use crate::core::calendar::{FixedZone, Timestamp};
use crate::core::connection::{DateForm, FeedId, FeedKind, Settings};
use crate::core::mapping::{Clock, Context};
use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::fmt::Debug;

const KINDS: [FeedKind; 4] =
    [FeedKind::Journeys, FeedKind::Responses, FeedKind::Tally, FeedKind::Indicators];

fn context() -> Context {
    let clock = Clock::new(FixedZone::default(), Timestamp(1_793_460_600_000));
    Context { clock, touchpoints: None }
}

/// Takes the best suggestion for everything, as somebody would who trusts them all.
fn connected(url: &str, body: &[u8], kind: FeedKind) -> Value {
    let sample = Sample::whole(body);
    let place = rows_suggestions(sample).remove(0).place;
    let document = Address::of(url).expect("an address").document(kind, &place);
    let settings = Settings::default();
    let found = field_suggestions(sample, &place, kind, &settings, None);
    let feed = FeedId::only(kind);
    found.into_iter().fold(document, |document, one| {
        let Some(best) = one.suggestions.into_iter().next() else { return document };
        let field = || one.field.clone();
        let mut edits = vec![Edit::Path { feed, field: field(), path: best.path }];
        edits.extend(best.date.map(|form| Edit::Date { feed, field: field(), form }));
        let map = (!best.map.is_empty()).then_some(best.map);
        edits.extend(map.map(|map| Edit::Map { feed, field: field(), map }));
        edits.iter().fold(document, |document, edit| edit.apply(document).expect("a change"))
    })
}

#[test]
fn from_a_url_to_records_by_suggestions_alone() {
    let row = |n: usize| {
        json!({"token": format!("t{n}"), "submitted": 1_793_000_000 + n * 977, "location": (["desk", "bill"][n % 2]),
            "hidden": {"customer type": (["new", "vip"][n % 2])},
            "answers": [
                {"question": {"id": "a"}, "title": "Would you recommend us?", "score": n % 11},
                {"question": {"id": "b"}, "title": "How satisfied are you?", "choice": {"label": (["Very satisfied", "Neutral"][n % 2])}},
                {"question": {"id": "c"}, "title": "Why?", "text": format!("It took far too long to be served, {n}")}]})
    };
    let body = json!({"total": 40, "items": (0..40).map(row).collect::<Vec<_>>()}).to_string();
    let document =
        connected("https://api.example/v1/answers?size=40", body.as_bytes(), FeedKind::Responses);
    let feed = FeedId::only(FeedKind::Responses);
    let sample = Sample::whole(body.as_bytes());
    let seen =
        preview(&document, feed, &Settings::default(), &context(), sample).expect("a connection");
    assert_eq!((seen.rows, seen.usable, seen.problems.len()), (40, 40, 0), "{document:#}");
    let rows = |names: &[&str]| {
        let name = FieldName::of(names);
        seen.filled.iter().find(|(field, _)| *field == name).map_or(0, |(_, rows)| *rows)
    };
    for names in [
        &["id"][..],
        &["touchpoint"],
        &["segment"],
        &["comment"],
        &["answers", "nps"],
        &["answers", "csat"],
    ] {
        assert_eq!(rows(names), 40, "{names:?}");
    }
    let csat = &document["feeds"]["responses"]["fields"]["answers"]["csat"];
    assert_eq!(csat["path"], "$.answers[?@.question.id=='b'].choice.label");
    assert_eq!(csat["map"]["Very satisfied"], 5);
}

#[test]
fn flat_journeys_are_connected_too() {
    let row = |n: usize| {
        json!({"journey": "stay", "stage": format!("s{}", n / 3), "stage name": format!("Stage {}", n / 3),
            "touchpoint": format!("t{n}"), "touchpoint name": format!("Contact {n}")})
    };
    let body = Value::from((0..9).map(row).collect::<Vec<_>>()).to_string();
    let document = connected("maps/touchpoints.json", body.as_bytes(), FeedKind::Journeys);
    let feed = FeedId::only(FeedKind::Journeys);
    let sample = Sample::whole(body.as_bytes());
    let seen =
        preview(&document, feed, &Settings::default(), &context(), sample).expect("a connection");
    assert_eq!((seen.usable, seen.problems.len()), (9, 0), "{document:#}");
    let touchpoints = FieldName::of(&["stages", "touchpoints", "name"]);
    assert!(seen.filled.contains(&(touchpoints, 9)));
}

fn crosses<T: Serialize + DeserializeOwned + PartialEq + Debug>(message: &T) {
    let bytes = postcard::to_allocvec(message).expect("bytes");
    assert_eq!(&postcard::from_bytes::<T>(&bytes).expect("a message"), message);
}

#[test]
fn everything_crosses_from_worker_to_page() {
    let body = json!({"data": [{"id": 1, "created": 1_793_000_000, "satisfaction": "good"},
        {"id": 2, "created": 1_793_000_900, "satisfaction": "bad"}]});
    let body = body.to_string();
    let sample = Sample::whole(body.as_bytes());
    crosses(&Outline::of(sample));
    crosses(&rows_suggestions(sample));
    let place = RowsPlace::At("$.data[*]".to_owned());
    let found = field_suggestions(sample, &place, FeedKind::Responses, &Settings::default(), None);
    assert!(found.iter().any(|one| one.suggestions.iter().any(|best| !best.map.is_empty())));
    crosses(&found);
    let feed = FeedId::only(FeedKind::Responses);
    let field = || FieldName::of(&["answers", "csat"]);
    crosses(&vec![
        Edit::Feed { feed, path: "r".to_owned() },
        Edit::Rows { feed, place },
        Edit::Path { feed, field: field(), path: "$.a".to_owned() },
        Edit::Date { feed, field: field(), form: DateForm::EpochMillis },
        Edit::Map { feed, field: field(), map: vec![("good".to_owned(), Meaning::Number(5.0))] },
        Edit::Clear { feed, field: field() },
        Edit::NoFeed(feed),
    ]);
    crosses(&vec![Lack::Feedback, Lack::Question("q".to_owned())]);
}

/// Rows such as an API might give that was never seen.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-5i64..20).prop_map(Value::from),
        Just(json!(1_793_000_000)),
        Just(json!("2026-10-30")),
        "[a-z客\"'\\\\]{0,4}".prop_map(Value::from),
    ];
    let name = prop_oneof![
        "id",
        "q",
        "value",
        "data",
        "answers",
        "stages",
        "touchpoint",
        "created",
        "it's",
        "[a-z客 .\\[\\]]{0,3}"
    ];
    leaf.prop_recursive(5, 60, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((name.clone(), inner), 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn whatever_comes_is_looked_at_and_every_suggestion_can_be_taken(value in any_value(), cut in 0usize..4000) {
        let text = value.to_string();
        let sample = Sample::cut_off(text.as_bytes().get(..cut).unwrap_or(text.as_bytes()));
        for place in rows_suggestions(sample).into_iter().map(|one| one.place) {
            for kind in KINDS {
                let feed = FeedId::only(kind);
                let start = Address::of("https://a.example/r").map(|address| address.document(kind, &place));
                let mut document = start.unwrap_or_default();
                for one in field_suggestions(sample, &place, kind, &Settings::default(), None) {
                    for best in one.suggestions.into_iter().take(1) {
                        let edit = Edit::Path { feed, field: one.field.clone(), path: best.path };
                        document = edit.apply(document).map_err(|error| TestCaseError::fail(error.to_string()))?;
                    }
                }
                let seen = preview(&document, feed, &Settings::default(), &context(), sample);
                let seen = seen.map_err(|error| TestCaseError::fail(error.to_string()))?;
                prop_assert!(seen.failure.is_none() && seen.usable <= seen.rows, "{:?}", seen.failure);
            }
        }
    }
}
