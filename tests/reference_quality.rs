//! Tests, scales and control charts against implementations others trust.
//!
//! The cases are in `reference/quality.json`; `reference/quality.py` computes them and says how to renew them.
//! A result is compared as the JSON it is written as, so the names of its figures are held to as well.

#![expect(clippy::expect_used, reason = "the helpers of tests may stop a test")]

use heartline::core::index::{
    Counts, EwmaRule, Feeling, KanoCounts, Level, Purchases, Share, alpha, ewma, kano,
    mann_whitney, p_chart, quantile_type_7, rfm, xmr,
};
use heartline::core::model::Scale;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

const CASES: &str = include_str!("reference/quality.json");

/// How far a figure may be off, as a share of what is expected.
const RELATIVE: f64 = 1e-9;

/// How far a figure near zero may be off; a p-value may not, however small it is.
const NEAR_ZERO: f64 = 1e-12;

#[derive(Deserialize)]
struct Case<I> {
    case: String,
    input: I,
    expected: Value,
}

/// Holds every case of an index to what is expected of it.
fn check<I: DeserializeOwned, R: Serialize>(index: &str, result: impl Fn(I) -> R) {
    let mut all: BTreeMap<String, Value> = serde_json::from_str(CASES).expect("cases in JSON");
    let cases: Vec<Case<I>> =
        serde_json::from_value(all.remove(index).expect("cases of the index")).expect("cases");
    assert!(!cases.is_empty(), "{index} has no cases");
    let mut wrong = Vec::new();
    for Case { case, input, expected } in cases {
        let got = serde_json::to_value(result(input)).expect("a result is JSON");
        compare(&format!("\"{case}\""), &got, &expected, &mut wrong);
    }
    assert!(wrong.is_empty(), "{index}, {} figures differ:\n{}", wrong.len(), wrong.join("\n"));
}

fn compare(path: &str, got: &Value, want: &Value, wrong: &mut Vec<String>) {
    match (got, want) {
        (Value::Array(got), Value::Array(want)) if got.len() == want.len() => {
            for (place, (got, want)) in got.iter().zip(want).enumerate() {
                compare(&format!("{path}[{place}]"), got, want, wrong);
            }
        }
        (Value::Object(got), Value::Object(want)) if got.len() == want.len() => {
            for (name, got) in got {
                compare(&format!("{path}: {name}"), got, &want[name], wrong);
            }
        }
        (Value::Number(_), Value::Number(_)) => {
            let (got, want) = (got.as_f64().unwrap_or(f64::NAN), want.as_f64().unwrap_or(f64::NAN));
            let near_zero = if path.ends_with("p_value") { 0.0 } else { NEAR_ZERO };
            // Whatever is not a number differs.
            let agrees = (got - want).abs() <= (RELATIVE * want.abs()).max(near_zero);
            if !agrees {
                wrong.push(format!("{path}: got {got:e}, want {want:e}"));
            }
        }
        _ if got == want => {}
        _ => wrong.push(format!("{path}: got {got}, want {want}")),
    }
}

fn level(share: f64) -> Level {
    Level::new(share).expect("a level between 0 and 1")
}

#[derive(Deserialize)]
struct TwoLots {
    a: Vec<u64>,
    b: Vec<u64>,
}

#[test]
fn mann_whitney_tests() {
    let counts = |values: Vec<u64>| {
        let mut counts = Counts::empty(Scale::FIVE);
        values.into_iter().enumerate().for_each(|(place, count)| counts.add(place, count));
        counts
    };
    check("mann_whitney", |input: TwoLots| mann_whitney(&counts(input.a), &counts(input.b)));
}

#[test]
fn kano_features() {
    check("kano", |pairs: Vec<(Feeling, Feeling)>| kano(&KanoCounts::of(&pairs)));
}

#[derive(Deserialize)]
struct Answered {
    rows: Vec<Vec<Option<f64>>>,
    level: f64,
}

#[test]
fn reliability_of_scales() {
    check("alpha", |input: Answered| alpha(&input.rows, level(input.level)));
}

#[derive(Deserialize)]
struct Shares {
    shares: Vec<(u64, u64)>,
    baseline: usize,
}

#[test]
fn charts_of_shares() {
    check("p_chart", |input: Shares| {
        let shares: Vec<Share> =
            input.shares.into_iter().map(|(hits, n)| Share { hits, n }).collect();
        p_chart(&shares, input.baseline)
    });
}

#[derive(Deserialize)]
struct Singles {
    values: Vec<Option<f64>>,
    baseline: usize,
}

#[test]
fn charts_of_single_values() {
    check("xmr", |input: Singles| xmr(&input.values, input.baseline));
}

#[derive(Deserialize)]
struct Averaged {
    values: Vec<Option<f64>>,
    centre: f64,
    sigma: f64,
    lambda: f64,
    width: f64,
}

#[test]
fn charts_of_moving_averages() {
    check("ewma", |input: Averaged| {
        let rule = EwmaRule { lambda: input.lambda, width: input.width };
        ewma(&input.values, input.centre, input.sigma, rule)
    });
}

#[derive(Deserialize)]
struct Sample {
    values: Vec<f64>,
    share: f64,
}

#[test]
fn quantiles_of_samples() {
    check("quantile", |input: Sample| quantile_type_7(&input.values, input.share));
}

#[test]
fn scores_of_customers() {
    check("rfm", |customers: Vec<Purchases>| rfm(&customers));
}
