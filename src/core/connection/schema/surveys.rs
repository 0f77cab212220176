//! Questions that are judged together.

use super::Members;
use super::values::{either, filled, list, local_text, number, text};
use serde_json::{Value, json};

pub(super) fn surveys() -> Value {
    let kinds = [
        kind("servqual").and(scaled()).must("dimensions", dimensions(true)).end(),
        kind("servperf").and(scaled()).must("dimensions", dimensions(false)).end(),
        kind("kano").must("features", filled(feature(), "")).end(),
        kind("scale").and(scaled()).must("items", filled(item(), "")).end(),
    ];
    list(either(&kinds, "One survey"), "Questions that are judged together")
}

fn kind(kind: &str) -> Members {
    Members::new("")
        .must("kind", json!({"const": kind}))
        .must("id", text("What links name it by"))
        .must("name", local_text("Its name"))
}

fn scaled() -> Members {
    let end = json!({"type": "integer", "minimum": i16::MIN, "maximum": i16::MAX});
    let scale = json!({
        "type": "array", "items": end, "minItems": 2, "maxItems": 2,
        "description": "The least and the most that can be answered",
    });
    Members::new("").may("scale", scale).may("wanted_alpha", number("The reliability aimed at"))
}

fn dimensions(asks_expectations: bool) -> Value {
    let perceived = Members::new("")
        .must("name", local_text(""))
        .must("perception", text("The id of the question what it was like"));
    let item = match asks_expectations {
        true => perceived.must("expectation", text("The id of the question what was expected")),
        false => perceived,
    };
    let dimension = Members::new("")
        .must("name", local_text(""))
        .may(
            "weight",
            text("The id of the question how much it matters; of all dimensions or none"),
        )
        .must("items", filled(item.end(), ""));
    filled(dimension.end(), "")
}

fn feature() -> Value {
    Members::new("A feature, as Kano's two questions ask for it")
        .must("name", local_text(""))
        .must("functional", text("The id of the question: if it were there"))
        .must("dysfunctional", text("The id of the question: if it were not"))
        .end()
}

fn item() -> Value {
    Members::new("").must("name", local_text("")).must("question", text("Its question's id")).end()
}
