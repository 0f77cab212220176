//! Every index against implementations others trust: scipy, statsmodels, numpy, mpmath, pandas, pingouin, R and psych,
//! d3, Python's zoneinfo.
//!
//! A case gives an input and the figures expected of it, null where a figure is not defined. The scripts beside
//! this file compute the cases and say how to renew them. A case goes the way an analyst's input goes, through the
//! calculator of its index, so that the names of inputs and figures are held to as well. The same tests run natively
//! and in WebAssembly.

#![expect(clippy::expect_used, reason = "the helpers of tests may stop a test")]

mod comparison;

use comparison::differences;
use heartline::core::calculator::{CALCULATORS, calculator};
use heartline::core::index::{CrossProducts, Level, alpha_of_sums};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// The cases, by the script that computed them.
const SCRIPTS: [&str; 8] = [
    include_str!("indices.json"),
    include_str!("quality.json"),
    include_str!("decisions.json"),
    include_str!("dates.json"),
    include_str!("curve.json"),
    include_str!("peers.json"),
    include_str!("scales.json"),
    include_str!("surveys.json"),
];

/// One input with the figures expected of it.
#[derive(Deserialize)]
struct Case {
    case: String,
    input: Value,
    expected: Value,
}

type Cases = BTreeMap<String, Vec<Case>>;

/// The cases of each index, of all scripts that have some.
fn cases() -> Cases {
    let scripts = SCRIPTS.map(|text| serde_json::from_str::<Cases>(text).expect("cases in JSON"));
    let mut all = Cases::new();
    for (index, cases) in scripts.into_iter().flatten() {
        all.entry(index).or_default().extend(cases);
    }
    all
}

/// What differs in a case.
fn mismatches(index: &str, case: &Case) -> Vec<String> {
    let input = case.input.to_string();
    let path = format!("{index}, \"{}\"", case.case);
    match calculator(index).and_then(|calculator| calculator.calculate(&input)) {
        Ok(got) => {
            let got = serde_json::from_str(&got).expect("a result in JSON");
            differences(&path, &got, &case.expected)
        }
        Err(error) => vec![format!("{path}: {error}")],
    }
}

#[test]
fn every_case_agrees() {
    let cases = cases();
    let all = cases.iter().flat_map(|(index, cases)| cases.iter().map(move |case| (index, case)));
    let wrong: Vec<String> = all.flat_map(|(index, case)| mismatches(index, case)).collect();
    assert!(wrong.is_empty(), "{} figures differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// The same alphas, from sums that add up.
#[test]
fn every_alpha_is_the_same_from_sums() {
    let cases = cases().remove("alpha").expect("cases of alpha");
    let wrong = cases.iter().flat_map(|case| {
        let rows: Vec<Vec<Option<f64>>> =
            serde_json::from_value(case.input["rows"].clone()).expect("rows");
        let level = case.input["level"].as_f64().and_then(Level::new).expect("a level");
        let mut sums = CrossProducts::empty(rows.first().map_or(0, Vec::len));
        rows.iter().for_each(|row| sums.add(row));
        let got = serde_json::to_value(alpha_of_sums(&sums, level)).expect("a result in JSON");
        differences(&case.case, &got, &case.expected)
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(cases.len() > 10 && wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_index_has_cases() {
    let cases = cases();
    let without: Vec<&str> = CALCULATORS
        .iter()
        .map(|calculator| calculator.name())
        .filter(|name| !cases.contains_key(*name))
        .collect();
    assert!(without.is_empty(), "no cases of {without:?}");
}

#[test]
fn a_case_that_differs_is_found() {
    let wrong = serde_json::json!({"case": "off", "input": {"level": 0.95}, "expected": 1.96});
    let case: Case = serde_json::from_value(wrong).expect("a case");
    assert_eq!(mismatches("normal_quantile", &case).len(), 1);
}
