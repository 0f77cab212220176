//! Figures against expected ones.

use serde_json::Value;

/// How far a figure may be off, as a share of what is expected.
const RELATIVE: f64 = 1e-9;

/// How far a figure near zero may be off; a p-value may not, however small it is.
const NEAR_ZERO: f64 = 1e-12;

/// Where a result differs from what is expected of it. A result may say more than was expected, never less.
pub fn differences(path: &str, got: &Value, want: &Value) -> Vec<String> {
    match (got, want) {
        (Value::Array(got), Value::Array(want)) if got.len() == want.len() => {
            let pairs = got.iter().zip(want).enumerate();
            pairs
                .flat_map(|(at, (got, want))| differences(&format!("{path}[{at}]"), got, want))
                .collect()
        }
        (Value::Object(got), Value::Object(want)) => {
            let figures =
                want.iter().map(|(name, want)| (format!("{path}: {name}"), got.get(name), want));
            figures.flat_map(|(path, got, want)| member(&path, got, want)).collect()
        }
        (Value::Number(got), Value::Number(want)) => number(path, got.as_f64(), want.as_f64()),
        _ if got == want => Vec::new(),
        _ => vec![format!("{path}: got {got}, want {want}")],
    }
}

fn member(path: &str, got: Option<&Value>, want: &Value) -> Vec<String> {
    match got {
        Some(got) => differences(path, got, want),
        None => vec![format!("{path}: no such figure")],
    }
}

fn number(path: &str, got: Option<f64>, want: Option<f64>) -> Vec<String> {
    let (got, want) = (got.unwrap_or(f64::NAN), want.unwrap_or(f64::NAN));
    let near_zero =
        if path.ends_with("p_value") || path.starts_with("holm") { 0.0 } else { NEAR_ZERO };
    // Not `>`: whatever is not a number differs.
    let agrees = (got - want).abs() <= (RELATIVE * want.abs()).max(near_zero);
    if agrees { Vec::new() } else { vec![format!("{path}: got {got:e}, want {want:e}")] }
}
