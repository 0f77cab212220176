//! What an index takes, as a JSON Schema for people who write JSON.

use crate::core::model::Scale;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::Value;

/// The schema of a type of inputs. `scale` is the one its answers are on, where it is always the same.
pub(super) fn schema<T: JsonSchema>(scale: Option<Scale>) -> Value {
    let mut schema = SchemaGenerator::default().into_root_schema_for::<T>();
    RecursiveTransform(told_without_code).transform(&mut schema);
    let mut schema = schema.to_value();
    let counts =
        schema.pointer_mut("/$defs/Counted/properties/counts").and_then(Value::as_object_mut);
    if let Some((counts, scale)) = counts.zip(scale) {
        for end in ["minItems", "maxItems"] {
            counts.insert(end.to_owned(), scale.len().into());
        }
    }
    schema
}

/// A description is the type's documentation: its example is Rust, which nobody here writes.
fn told_without_code(schema: &mut Schema) {
    let text = schema.get("description").and_then(Value::as_str);
    let Some(plain) =
        text.and_then(|text| text.split_once("\n\n# ")).map(|(plain, _)| plain.to_owned())
    else {
        return;
    };
    schema.insert("description".to_owned(), plain.into());
}
