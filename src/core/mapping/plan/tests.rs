use super::*;
use crate::core::mapping::selected::Selected;
use crate::core::mapping::{Reason, ReasonKind, Scalar};
use proptest::prelude::*;
use serde_json::{Value, json};

const PATHS: [&str; 9] = [
    "$.id",
    "$.a.b",
    "$.a",
    "$.a.c[1]",
    "$.list[0].x",
    "$.list[?@.q=='two'].x",
    "$.none.at.all",
    "$[2]",
    "$.deep.er",
];

fn plan(paths: &[&str]) -> RowPlan {
    RowPlan::new(paths.iter().map(|path| Selector::parse(path).expect("a JSONPath")).collect())
}

/// Reads a row and looks at what was selected of it.
fn read<T>(plan: &RowPlan, text: &str, look: impl FnOnce(Result<Selected, Reason>) -> T) -> T {
    let mut out = Captured::default();
    // A number alone could go on: a row ends where another byte begins.
    let text = format!("{text}\n");
    let length = plan.read(text.as_bytes(), &mut out).expect("JSON");
    assert_eq!(length, text.len() - 1);
    look(Selected::of(&mut out, text.as_bytes()))
}

#[test]
fn selected_values_are_captured_and_the_rest_is_skipped() {
    let row = r#"{"x": [1,{"y":2}], "id": 7, "list": [{"q":"one","x":1},{"q":"two","x":"2"}], "a": {"b": "deep", "c": [1,true]}}"#;
    read(&plan(&PATHS), row, |selected| {
        let row = selected.expect("a row");
        assert_eq!(row.get(0), Some(Scalar::Whole(7)));
        assert_eq!(row.get(1), Some(Scalar::Text("deep")));
        assert_eq!(row.get(2), Some(Scalar::Composite(&json!({"b": "deep", "c": [1, true]}))));
        assert_eq!(row.get(3), Some(Scalar::Bool(true)));
        assert_eq!(row.get(4), Some(Scalar::Whole(1)));
        assert_eq!(row.get(5), Some(Scalar::Text("2")));
        assert_eq!(row.get(6), None);
    });
}

#[test]
fn a_text_that_is_none_loses_its_row_only_where_it_is_wanted() {
    let plan = plan(&["$.a", "$.b"]);
    let settled = |row: &[u8]| {
        let mut out = Captured::default();
        plan.read(row, &mut out).expect("JSON");
        Selected::of(&mut out, row).map(|row| row.text(0).map(str::to_owned))
    };
    assert_eq!(settled(b"{\"a\":\"x\",\"c\":\"\xff\"}"), Ok(Some("x".into())));
    assert_eq!(settled(br#"{"a":"\u5ba2\t","c":"\x"}"#), Ok(Some("客".into())));
    let lost = |row: &[u8]| settled(row).expect_err("no text").kind;
    assert_eq!(lost(b"{\"a\":\"x\",\"b\":\"\xff\"}"), ReasonKind::Unreadable);
    assert_eq!(lost(br#"{"a":"x","b":"\x"}"#), ReasonKind::Unreadable);
}

#[test]
fn half_a_character_loses_neither_its_text_nor_its_row() {
    let plan = plan(&["$.a", "$.comment"]);
    let row = br#"{"a":"x\ud83d","comment":"\ud800 lone","b":1}"#;
    let mut out = Captured::default();
    plan.read(row, &mut out).expect("JSON");
    let text = out.settle(row, Some(1)).expect("a row");
    let row = Selected::new(&out, text);
    assert_eq!(row.text(0), Some("x\u{fffd}"));
    let comment = row.verbatim(1).expect("a comment");
    assert_eq!(comment.text(), "\u{fffd} lone");
}

#[test]
fn a_whole_number_beyond_64_bits_keeps_its_digits() {
    read(
        &plan(&["$.id", "$.n"]),
        r#"{"id": 18446744073709551615, "n": -9223372036854775809}"#,
        |row| {
            let row = row.expect("a row");
            assert_eq!(row.get(0), Some(Scalar::Text("18446744073709551615")));
            assert_eq!(row.text(1), Some("-9223372036854775809"));
        },
    );
}

#[test]
fn rows_may_be_arrays_or_no_rows_at_all() {
    read(&plan(&["$[2]", "$[0]"]), r#"["a", 1, null]"#, |array| {
        let array = array.expect("a row");
        assert_eq!((array.get(0), array.get(1)), (None, Some(Scalar::Text("a"))));
    });
    read(&plan(&["$.a"]), "42", |number| assert!(number.is_err()));
}

#[test]
fn a_row_leaves_nothing_behind_for_the_next() {
    let plan = plan(&["$.a", "$.b"]);
    let mut out = Captured::default();
    let last = r#"{"b": "x"}"#.as_bytes();
    for text in [br#"{"a": "first", "b": [1]}"#, last] {
        plan.read(text, &mut out).expect("JSON");
    }
    let row = Selected::of(&mut out, last).expect("a row");
    assert_eq!((row.get(0), row.get(1)), (None, Some(Scalar::Text("x"))));
}

#[test]
fn fields_may_be_inside_of_texts_or_the_same_in_every_row() {
    use crate::core::connection::{Field, Written};
    let field = |json: Value| Field::from_json(&json).expect("a field");
    let fields = [
        field(json!("$.id")),
        field(json!({"value": "desk"})),
        field(json!({"inside": "$.answers", "path": "$.nps"})),
        field(json!({"inside": "$.answers", "path": "$.why[?@.k==1].v"})),
        field(json!({"inside": {"path": "$.packed", "form": "base64"}, "path": "$[1]"})),
        field(json!("$.answers")),
    ];
    let plan = RowPlan::of(&fields.iter().collect::<Vec<_>>());
    let answers = r#"{"nps": 9, "why": [{"k": 1, "v": "客"}]}"#;
    let row = json!({"id": 7, "answers": answers, "packed": "WzEsMl0="}).to_string();
    read(&plan, &row, |selected| {
        let row = selected.expect("a row");
        assert_eq!((row.get(0), row.text(1)), (Some(Scalar::Whole(7)), Some("desk")));
        assert_eq!((row.get(2), row.text(3)), (Some(Scalar::Whole(9)), Some("客")));
        assert_eq!((row.get(4), row.text(5)), (Some(Scalar::Whole(2)), Some(answers)));
    });
    let mut out = Captured::default();
    let told = |out: &Captured| out.broken().cloned().collect::<Vec<_>>();
    let row = br#"{"id": 7, "answers": "{nps", "packed": null}"#;
    plan.read(row, &mut out).expect("JSON");
    assert_eq!(told(&out), [(2, "{nps".to_owned()), (3, "{nps".to_owned())]);
    plan.read(br#"{"answers": {"nps": 3}}"#, &mut out).expect("JSON");
    assert_eq!(told(&out), [], "what is JSON already is taken as it is");
}

/// JSON values with the keys the paths look for.
fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-9i64..9).prop_map(Value::from),
        "[a-zé\"\\\\]{0,4}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 4, |inner| {
        let key = prop_oneof!["id", "a", "b", "c", "x", "q", "list", "deep", "er"];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key, inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn agrees_with_selecting_in_the_whole_value(row in json()) {
        let plan = plan(&PATHS);
        read(&plan, &row.to_string(), |selected| {
            let is_row = row.is_object() || row.is_array();
            prop_assert_eq!(selected.is_ok(), is_row);
            let Ok(captured) = selected else { return Ok(()) };
            for (place, selector) in plan.selectors().iter().enumerate() {
                let whole = selector.first(&row).and_then(Scalar::of);
                prop_assert_eq!(captured.get(place), whole, "{}", selector.source());
            }
            Ok(())
        })?;
    }
}
