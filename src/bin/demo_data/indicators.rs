//! Two years of operational indicators: where each began, where it stands, and how it got there.

use crate::dice::Dice;
use crate::responses::{first_month, last_month};
use serde_json::{Value, json};

/// Id, first value, last value, wobble, decimals, and what the last three months add.
type Line = (&'static str, f64, f64, f64, i32, [f64; 3]);

const STEADY: [f64; 3] = [0.0; 3];

/// What is measured month by month. Repeat enquiries rise at the end: people who cannot find what to
/// do next ask again.
const LINES: [Line; 16] = [
    ("vip_care_coverage", 78.0, 94.0, 1.2, 1, STEADY),
    ("greeting_delivery", 88.0, 96.5, 0.8, 1, STEADY),
    ("first_response", 26.0, 15.0, 0.8, 1, STEADY),
    ("solved_in_24h", 62.0, 77.0, 1.5, 1, STEADY),
    ("repeat_enquiry", 24.0, 17.0, 0.5, 1, [0.6, 2.1, 3.9]),
    ("service_error", 1.9, 0.7, 0.06, 2, STEADY),
    ("special_needs_met", 84.0, 92.5, 1.0, 1, STEADY),
    ("closed_with_verification", 76.0, 93.0, 1.4, 1, STEADY),
    ("proactive_ownership", 14.0, 31.0, 0.9, 1, STEADY),
    ("skill_certification", 66.0, 88.0, 0.7, 1, STEADY),
    ("customer_trust", 3.9, 4.3, 0.03, 2, STEADY),
    ("staff_confidence", 3.7, 4.1, 0.03, 2, STEADY),
    ("awareness", 61.0, 86.0, 0.8, 1, STEADY),
    ("behaviour_rate", 68.0, 81.0, 0.9, 1, STEADY),
    ("brand_premium", 6.0, 9.5, 0.3, 1, STEADY),
    ("benchmark_cases", 0.0, 0.0, 0.0, 0, STEADY),
];

/// The indicators with their baselines and readings; targets are the catalogue's.
pub fn indicators() -> Vec<Value> {
    LINES.iter().enumerate().map(|(place, line)| indicator(line, place as u64)).collect()
}

fn indicator((id, first, last, wobble, decimals, ending): &Line, seed: u64) -> Value {
    let mut dice = Dice::new(100 + seed);
    let months: Vec<_> = first_month().through(last_month()).collect();
    let steps = (months.len() - 1) as f64;
    let readings = months.iter().enumerate().map(|(place, month)| {
        let share = place as f64 / steps;
        let end = (place + ending.len()).checked_sub(months.len()).map_or(0.0, |at| ending[at]);
        let value = first + (last - first) * share + dice.normal(*wobble) + end;
        json!({"period": month.to_string(), "value": rounded(value.max(0.0), *decimals)})
    });
    let readings: Vec<Value> = readings.collect();
    json!({"id": id, "baseline": first, "readings": readings})
}

fn rounded(value: f64, decimals: i32) -> f64 {
    let scale = 10f64.powi(decimals);
    (value * scale).round() / scale
}
