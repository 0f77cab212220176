//! What makes an index's inputs a calculator.

use super::CalculationError;
use super::schema::schema;
use super::words::plain;
use crate::core::model::Scale;
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The inputs of one index. The documentation of the type is what the catalogue says of the index.
pub(super) trait Calculation: DeserializeOwned + JsonSchema {
    /// What the index is called.
    const NAME: &'static str;

    /// The scale of its answers, where it is always the same.
    const SCALE: Option<Scale> = None;

    /// What comes out. Null stands for a result that is not defined.
    type Result: Serialize;

    /// Calculates the index.
    ///
    /// # Errors
    /// When inputs that are well-formed each do not fit together.
    fn calculate(self) -> Result<Self::Result, CalculationError>;
}

/// One index, from JSON to JSON.
#[derive(Clone, Copy, Debug)]
pub struct Calculator {
    name: &'static str,
    schema: fn() -> Value,
    calculate: fn(&str) -> Result<String, CalculationError>,
}

impl Calculator {
    pub(super) const fn of<C: Calculation>() -> Self {
        Self { name: C::NAME, schema: || schema::<C>(C::SCALE), calculate: calculate::<C> }
    }

    /// What the index is called: `nps`, `two_proportions`, …
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What the index is, in a sentence.
    pub fn about(&self) -> String {
        let schema = self.schema();
        let description = schema.get("description").and_then(Value::as_str).unwrap_or_default();
        let paragraph = description.split("\n\n").next().unwrap_or_default();
        paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What the index takes, as a JSON Schema (draft 2020-12).
    pub fn schema(&self) -> Value {
        (self.schema)()
    }

    /// Calculates the index of a JSON object of inputs. Gives JSON, in which a result that is not defined is null,
    /// and so is a figure of a result.
    ///
    /// # Errors
    /// With the path to the first value that is wrong.
    ///
    /// # Example
    /// ```
    /// use heartline::core::calculator::calculator;
    /// let nps = calculator("nps").expect("an index");
    /// let result = nps.calculate(r#"{"answers": [10, 9, 8, 3, null]}"#).expect("answers");
    /// assert!(result.contains(r#""score": 25.0"#) && result.contains(r#""n_missing": 1"#));
    /// let error = nps.calculate(r#"{"answers": [10, "nine"]}"#).expect_err("no number");
    /// assert!(error.to_string().starts_with("answers[1]: "));
    /// ```
    pub fn calculate(&self, input: &str) -> Result<String, CalculationError> {
        (self.calculate)(input)
    }
}

fn calculate<C: Calculation>(input: &str) -> Result<String, CalculationError> {
    // Some editors begin a file with a mark of its encoding.
    let input = input.trim_start_matches('\u{feff}');
    if !input.trim_start().starts_with('{') {
        return Err(CalculationError::at("", "a JSON object of inputs is wanted"));
    }
    let mut text = serde_json::Deserializer::from_str(input);
    let read: C = serde_path_to_error::deserialize(&mut text).map_err(|error| {
        CalculationError::at(&error.path().to_string(), plain(&error.inner().to_string()))
    })?;
    text.end().map_err(|_| CalculationError::at("", "more follows the object of inputs"))?;
    // What an index gives is plain data, which JSON always has a form for.
    Ok(serde_json::to_string_pretty(&read.calculate()?).unwrap_or_default())
}
