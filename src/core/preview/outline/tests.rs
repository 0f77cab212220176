use super::*;
use proptest::prelude::*;
use serde_json::{Value, json};

fn outline(text: &str) -> Outline {
    Outline::of(Sample::whole(text.as_bytes()))
}

fn cut(text: &[u8]) -> Outline {
    Outline::of(Sample::cut_off(text))
}

fn node<'o>(outline: &'o Outline, path: &str) -> &'o OutlineNode {
    outline.nodes.iter().find(|node| node.path == path).expect("the node")
}

#[test]
fn members_stand_in_their_order_and_of_arrays_the_first_elements() {
    let outline = outline(r#"{"z": [1, 2, 3, 4, 5], "a": {"b": null, "c-d": true}, "t": "x"}"#);
    let seen: Vec<_> = outline.nodes.iter().map(|n| (n.depth, &*n.path, n.count, n.more)).collect();
    assert_eq!(
        seen,
        [
            (0, "$", 3, 0),
            (1, "$.z", 5, 2),
            (2, "$.z[0]", 0, 0),
            (2, "$.z[1]", 0, 0),
            (2, "$.z[2]", 0, 0),
            (1, "$.a", 2, 0),
            (2, "$.a.b", 0, 0),
            (2, "$.a['c-d']", 0, 0),
            (1, "$.t", 0, 0),
        ]
    );
    assert_eq!((outline.form, outline.ending), (Form::Json, Ending::Whole));
}

#[test]
fn what_is_there_of_a_cut_value_is_shown() {
    let outline = cut(r#"{"name": "Li", "note": "slow \u5ba2\u6"#.as_bytes());
    let note = node(&outline, "$.note");
    assert_eq!((note.value.text.as_str(), note.is_cut), ("slow 客", true));
    assert!(node(&outline, "$").is_cut && !node(&outline, "$.name").is_cut);
    assert_eq!(outline.ending, Ending::CutOff);
    let number = cut(br#"{"n": 12"#);
    assert_eq!(
        (node(&number, "$.n").value.text.as_str(), node(&number, "$.n").is_cut),
        ("12", true)
    );
    assert_eq!(cut(br#"{"n": "#).nodes.len(), 1, "a name without a value is none yet");
}

#[test]
fn lines_are_one_value_each() {
    let text = "{\"a\": 1}\n\n{\"a\": 2}\n{\"a\": 3}\n{\"a\": 4}\n{\"a\": ";
    let whole = cut(text.as_bytes());
    assert_eq!((&whole.form, &whole.ending), (&Form::JsonLines(5), &Ending::CutOff));
    let tops: Vec<_> = whole.nodes.iter().filter(|node| node.depth == 0).collect();
    assert_eq!(tops.len(), 3);
    assert_eq!((&tops[2].place, &*tops[2].path), (&Place::Top(2), "$"));
    assert_eq!(outline("\u{1e}{\"a\": 1}\n\u{1e}{\"a\": 2}\n").form, Form::JsonLines(2));
    assert_eq!(outline("{\"a\": 1}\n").form, Form::Json);
    let pretty = outline("{\n\"a\": 1}\n{\n\"a\": 2}\n");
    assert!(matches!(pretty.ending, Ending::Broken(_)), "values over several lines are no lines");
}

#[test]
fn what_is_no_json_says_how_it_begins() {
    let html = outline("\n<!DOCTYPE html>\n<html>  <body>");
    assert_eq!(html.form, Form::NotJson("<!DOCTYPE html> <html> <body>".to_owned()));
    for text in ["not found", "404 page not found", "name,score\n", "callback([1])", "None"] {
        assert!(matches!(outline(text).form, Form::NotJson(_)), "{text}");
    }
    assert_eq!(outline(" \n").form, Form::Empty);
    let torn = outline(r#"{"a": 1, "b": oops}"#);
    assert_eq!((torn.form.clone(), torn.nodes.len()), (Form::Json, 2));
    assert_eq!(torn.ending, Ending::Broken("oops}".to_owned()));
    assert_eq!(outline("[1] x").ending, Ending::Broken("x".to_owned()));
}

#[test]
fn single_values_and_json_in_texts_are_told() {
    assert_eq!((outline("42").ending, outline("42").nodes[0].is_cut), (Ending::Whole, false));
    assert_eq!(outline("\u{feff}[]").nodes[0].kind, ValueKind::Array);
    let inner = outline(r#"{"a": "{\"b\": [1]}", "b": "[sic]", "c": "plain"}"#);
    let told: Vec<bool> = inner.nodes.iter().map(|node| node.is_json).collect();
    assert_eq!(told, [false, true, false, false]);
}

#[test]
fn it_is_bounded() {
    let deep = format!("{}1{}", "[".repeat(5000), "]".repeat(5000));
    let outline_of_deep = outline(&deep);
    assert!(outline_of_deep.nodes.len() < 50 && outline_of_deep.ending == Ending::Whole);
    let wide: Vec<Value> =
        (0..500).map(|n| json!({"members": {"n": n, "text": "客".repeat(9000)}})).collect();
    let object: serde_json::Map<_, _> =
        wide.into_iter().enumerate().map(|(n, v)| (n.to_string(), v)).collect();
    let wide = outline(&Value::Object(object).to_string());
    assert_eq!((wide.nodes[0].count, wide.nodes[0].more), (500, 400));
    assert!(wide.nodes.iter().all(|node| node.value.text.len() <= 3 * super::super::SHOWN_CHARS));
}

fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((any::<String>(), inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// True when one node may be what is there of another.
fn is_part(part: &OutlineNode, whole: &OutlineNode) -> bool {
    let is_beginning = match part.is_cut {
        true => whole.value.text.starts_with(&part.value.text),
        false => part.value == whole.value && part.count == whole.count,
    };
    (part.depth, &part.place, &part.path, part.kind)
        == (whole.depth, &whole.place, &whole.path, whole.kind)
        && is_beginning
        && part.count <= whole.count
        && part.more <= whole.more
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn any_prefix_is_a_part_of_the_whole(value in json_value(), pretty: bool) {
        let text = if pretty { format!("{value:#}") } else { value.to_string() };
        let whole = outline(&text);
        prop_assert_eq!(&whole.ending, &Ending::Whole);
        for end in 1..text.len() {
            let part = cut(&text.as_bytes()[..end]);
            prop_assert!(!matches!(part.form, Form::NotJson(_)), "{}: {:?}", end, part.form);
            prop_assert!(part.nodes.len() <= whole.nodes.len());
            for (part, whole) in part.nodes.iter().zip(&whole.nodes) {
                prop_assert!(is_part(part, whole), "{:?} of {:?}", part, whole);
            }
        }
    }

    #[test]
    fn every_path_leads_to_its_value(value in json_value()) {
        for node in outline(&value.to_string()).nodes {
            let path = serde_json_path::JsonPath::parse(&node.path);
            let path = path.map_err(|error| TestCaseError::fail(error.to_string()))?;
            let found = path.query(&value).all();
            prop_assert_eq!(found.len(), 1, "{}", node.path);
            let found_kind = match found[0] {
                Value::Object(_) => ValueKind::Object,
                Value::Array(_) => ValueKind::Array,
                Value::String(_) => ValueKind::Text,
                Value::Number(_) => ValueKind::Number,
                Value::Bool(_) => ValueKind::Truth,
                Value::Null => ValueKind::Null,
            };
            prop_assert_eq!(node.kind, found_kind);
        }
    }

    #[test]
    fn any_bytes_have_an_outline(bytes: Vec<u8>, is_whole: bool) {
        let sample = if is_whole { Sample::whole(&bytes) } else { Sample::cut_off(&bytes) };
        prop_assert!(Outline::of(sample).nodes.len() <= 900);
    }
}
