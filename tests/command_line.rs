//! `heartline-index` as an analyst runs it.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "the helpers of tests may stop a test")]

use heartline::core::calculator::CALCULATORS;
use serde_json::Value;
use std::io::Write;
use std::process::{Command, Stdio};

/// Exit code, what it wrote, what it said was wrong.
fn run(arguments: &[&str], input: impl AsRef<[u8]>) -> (Option<i32>, String, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_heartline-index"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that needs no input may have ended before it is given any.
    let _ = program.stdin.take().expect("a pipe").write_all(input.as_ref());
    let output = program.wait_with_output().expect("the program ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn an_index_is_calculated_and_its_figures_keep_their_order() {
    let (code, result, wrong) = run(&["nps"], "{\"answers\": [10, 9, 8, 3, null, 11]}");
    assert_eq!((code, wrong.as_str()), (Some(0), ""));
    let figures: Value = serde_json::from_str(&result).expect("JSON");
    assert_eq!((&figures["score"], &figures["n"]), (&25.0.into(), &4.into()));
    assert_eq!((&figures["n_missing"], &figures["n_invalid"]), (&1.into(), &1.into()));
    assert!(result.find("promoters") < result.find("detractors"));
}

#[test]
fn what_is_not_defined_is_null() {
    let (code, result, _) = run(&["welch"], "{\"a\": [5], \"b\": [4, 4]}");
    assert_eq!((code, result.trim()), (Some(0), "null"));
}

#[test]
fn times_are_read_with_their_offset_and_what_is_assumed_is_marked() {
    let late = "{\"recovered_at\": \"2026-03-28T12:00:00+01:00\", \"asked_at\": \"2026-03-31T13:00:00+02:00\", \"now\": \"2026-04-30T00:00:00Z\"}";
    let (code, result, _) = run(&["follow_up"], late);
    let figures: Value = serde_json::from_str(&result).expect("JSON");
    // Clocks went forward in between: three days and an hour by the wall are 72 hours.
    assert_eq!(
        (code, &figures["hours"], &figures["state"]),
        (Some(0), &72.0.into(), &"on_time".into())
    );
    let (_, scenario, _) = run(&["profit_chain"], "{\"nps_points\": 2}");
    let figures: Value = serde_json::from_str(&scenario).expect("JSON");
    assert_eq!(figures["kind"], "scenario");
    assert_eq!(figures["revenue_percent"], serde_json::json!({"low": 1.0, "high": 5.0}));
}

#[test]
fn bad_input_has_its_path_and_an_exit_code_of_its_own() {
    for (index, input, path) in [
        ("nps", "", "input: "),
        ("nps", "{\"answers\": [10, \"nine\"]}", "answers[1]: "),
        ("csat", "{\"answers\": {\"counts\": [1, 2, -3, 4, 5]}}", "answers.counts[2]: "),
        ("alpha", "{\"rows\": [[1, 2], [3, true]]}", "rows[1][1]: "),
        ("two_proportions", "{\"a\": {\"hits\": 1}, \"b\": {\"hits\": 1, \"n\": 2}}", "a: "),
        ("curve", "{\"points\": [[0, 1], [0, 2]]}", "points[1]: "),
        ("fmea", "{\"ratings\": [{\"severity\": 9, \"occurrence\": 4}]}", "ratings[0]: "),
        ("follow_up", "{\"recovered_at\": \"noon\", \"now\": 0}", "recovered_at: "),
        ("iso_week", "{\"days\": [\"2026-13-01\"]}", "days[0]: "),
    ] {
        let (code, result, wrong) = run(&[index], input);
        assert_eq!((code, result.as_str()), (Some(2), ""), "{input}");
        assert!(wrong.starts_with(&format!("heartline-index: {path}")), "{wrong}");
    }
}

#[test]
fn what_is_no_text_is_refused_with_its_path() {
    let (code, _, wrong) = run(&["nps"], b"{\"answers\": [\xff]}");
    assert_eq!(
        (code, wrong.trim()),
        (Some(2), "heartline-index: input: not UTF-8 from byte 13 on")
    );
}

#[test]
fn every_number_comes_back_as_it_was_given() {
    let numbers = [2.2250738585072014e-308, 0.1 + 0.2, 7.038531e-26, 1.2345678901234567e200];
    let points: Vec<[f64; 2]> = numbers.iter().map(|x| [*x, *x]).collect();
    let mut sorted = points.clone();
    sorted.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let (code, result, _) = run(&["curve"], serde_json::json!({"points": sorted}).to_string());
    let figures: Value = serde_json::from_str(&result).expect("JSON");
    let back: Vec<Option<f64>> =
        (0..sorted.len()).map(|place| figures["knots"][place]["x"].as_f64()).collect();
    assert_eq!((code, back), (Some(0), sorted.iter().map(|point| Some(point[0])).collect()));
    let (code, ..) = run(&["normal_quantile"], "{\"level\": 0.9999999999999999}");
    assert_eq!(code, Some(0));
}

#[test]
fn every_index_is_listed_and_says_what_it_takes() {
    let (code, list, _) = run(&["--list"], "");
    assert_eq!((code, list.lines().count()), (Some(0), CALCULATORS.len()));
    for line in list.lines() {
        let name = line.split(' ').next().expect("a name");
        let (code, schema, _) = run(&["--schema", name], "");
        let schema: Value = serde_json::from_str(&schema).expect("JSON");
        assert_eq!((code, &schema["type"]), (Some(0), &"object".into()), "{name}");
    }
}

#[test]
fn what_is_not_understood_is_said() {
    for arguments in
        [&["joy"][..], &["--frobnicate"], &["--schema"], &["--schema", "joy"], &["nps", "csat"]]
    {
        let (code, result, wrong) = run(arguments, "{}");
        assert_eq!((code, result.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(wrong.starts_with("heartline-index: "), "{wrong}");
    }
    let (code, help, _) = run(&["--help"], "");
    assert!(code == Some(0) && help.contains("Usage:"));
}
