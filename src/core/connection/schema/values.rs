//! Values that are no objects of ours.

use serde_json::{Value, json};

/// A text.
pub(super) fn text(about: &str) -> Value {
    json!({"type": "string", "description": about})
}

/// A JSONPath (RFC 9535).
pub(super) fn path(about: &str) -> Value {
    json!({"type": "string", "pattern": r"^\$", "description": about})
}

/// A number.
pub(super) fn number(about: &str) -> Value {
    json!({"type": "number", "description": about})
}

/// A whole number, not negative.
pub(super) fn whole(about: &str) -> Value {
    json!({"type": "integer", "minimum": 0, "maximum": u32::MAX, "description": about})
}

/// A whole number of one or more.
pub(super) fn positive(about: &str) -> Value {
    json!({"type": "integer", "minimum": 1, "maximum": u32::MAX, "description": about})
}

/// True or false.
pub(super) fn truth(about: &str) -> Value {
    json!({"type": "boolean", "description": about})
}

/// One of some words.
pub(super) fn word(words: &[&str], about: &str) -> Value {
    json!({"enum": words, "description": about})
}

/// A list.
pub(super) fn list(of: Value, about: &str) -> Value {
    json!({"type": "array", "items": of, "description": about})
}

/// A list with something in it.
pub(super) fn filled(of: Value, about: &str) -> Value {
    json!({"type": "array", "items": of, "minItems": 1, "description": about})
}

/// An object whose members have names that nobody knows beforehand.
pub(super) fn by_name(of: Value, about: &str) -> Value {
    json!({"type": "object", "additionalProperties": of, "description": about})
}

/// Any object.
pub(super) fn object(about: &str) -> Value {
    json!({"type": "object", "description": about})
}

/// One of several kinds of value.
pub(super) fn either(kinds: &[Value], about: &str) -> Value {
    json!({"oneOf": kinds, "description": about})
}

/// Any JSON.
pub(super) fn any(about: &str) -> Value {
    json!({"description": about})
}

/// A text, or one a language.
pub(super) fn local_text(about: &str) -> Value {
    let each = by_name(text(""), "By language tag");
    either(&[text("In every language"), each], about)
}
