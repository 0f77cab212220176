use super::*;
use crate::core::calendar::{FixedZone, Timestamp};
use crate::core::connection::Written;
use crate::core::mapping::Clock;
use crate::core::model::Question;
use serde_json::json;

fn context() -> Context {
    let clock = Clock::new(FixedZone::default(), Timestamp(1_793_460_600_000));
    Context { clock, touchpoints: Some(["desk".to_owned()].into_iter().collect()) }
}

/// Day, grain and counts of a row.
type Seen = (String, Grain, Vec<(u16, u64)>);

fn map(fields: &Value, row: &Value) -> Result<Seen, ReasonKind> {
    let fields = TallyFields::from_json(fields).expect("fields");
    let layout = Arc::new(Layout::new(Question::defaults()));
    let mut mapper = TallyMapper::new(&fields, layout);
    let mut captured = Captured::default();
    let text = format!("{row}\n");
    mapper.plan().clone().read(text.as_bytes(), &mut captured).expect("a value");
    let row =
        mapper.map(&mut captured, text.as_bytes(), &context()).map_err(|reason| reason.kind)?;
    Ok((row.day.to_string(), row.grain, row.counts.to_vec()))
}

fn slot(question: &str, value: f64) -> u16 {
    let layout = Layout::new(Question::defaults());
    layout.find(question).and_then(|place| layout.slot(place, Some(value))).expect("a slot")
}

#[test]
fn one_answer_a_row_as_a_database_groups_them() {
    let fields = json!({"touchpoint": "$.tp", "value": "$.v", "count": "$.n"});
    let row = json!({"tp": "desk", "period": "2026-10", "question": "csat", "v": "4", "n": "12000000000"});
    let (day, grain, counts) = map(&fields, &row).expect("counts");
    assert_eq!(day, "2026-10-01");
    assert_eq!(
        (grain.touchpoint, grain.resolution, grain.dimensions),
        (true, Resolution::Month, [false; 3])
    );
    assert_eq!(counts, [(slot("csat", 4.0), 12_000_000_000)]);
}

#[test]
fn a_list_of_counts_a_question() {
    let row = json!({"period": "2026-10-05", "team": "north", "responses": 9,
        "counts": {"csat": [0, 1, 0, "3", 5]}});
    let (day, grain, counts) = map(&json!({}), &row).expect("counts");
    assert_eq!(day, "2026-10-05");
    assert_eq!(
        (grain.touchpoint, grain.resolution, grain.dimensions[2]),
        (false, Resolution::Day, true)
    );
    let expected = [(0, 9), (slot("csat", 2.0), 1), (slot("csat", 4.0), 3), (slot("csat", 5.0), 5)];
    assert_eq!(counts, expected);
}

#[test]
fn off_scale_values_are_counted_apart() {
    let row = json!({"period": "2026-10", "question": "csat", "value": 9, "count": 2});
    assert_eq!(map(&json!({}), &row).expect("counts").2, [(slot("csat", 9.0), 2)]);
}

#[test]
fn rows_that_count_nothing_say_why() {
    let kind = |row: Value| map(&json!({}), &row).expect_err("no counts");
    assert_eq!(kind(json!(1)), ReasonKind::NotAnObject);
    assert_eq!(kind(json!({"question": "csat"})), ReasonKind::Missing);
    assert_eq!(kind(json!({"period": "last week"})), ReasonKind::NotADate);
    assert_eq!(kind(json!({"period": "1970-01"})), ReasonKind::ImplausibleDate);
    assert_eq!(kind(json!({"period": "2026-10"})), ReasonKind::Missing);
    assert_eq!(
        kind(json!({"period": "2026-10", "touchpoint": "moon"})),
        ReasonKind::UnknownTouchpoint
    );
    assert_eq!(
        kind(json!({"period": "2026-10", "question": "x", "count": 1})),
        ReasonKind::UnknownQuestion
    );
    assert_eq!(
        kind(json!({"period": "2026-10", "question": "csat", "count": 1.5})),
        ReasonKind::NotACount
    );
    assert_eq!(
        kind(json!({"period": "2026-10", "counts": {"csat": [1, 2]}})),
        ReasonKind::NotACount
    );
    assert_eq!(
        kind(json!({"period": "2026-10", "responses": -1, "counts": {"csat": [1, 2, 3, 4, 5]}})),
        ReasonKind::NotACount
    );
}

#[test]
fn counts_keep_every_digit() {
    for count in [9_007_199_254_740_993, u64::MAX] {
        let row = json!({"period": "2026-10", "question": "csat", "value": 5, "count": count});
        assert_eq!(map(&json!({}), &row).expect("a count").2, [(slot("csat", 5.0), count)]);
        let row = json!({"period": "2026-10", "counts": {"csat": [0, 0, 0, 0, count]}});
        assert_eq!(map(&json!({}), &row).expect("counts").2, [(slot("csat", 5.0), count)]);
    }
}
