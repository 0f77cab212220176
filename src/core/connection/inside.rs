//! JSON that stands inside a text.

use super::node::{Node, Written, word};
use super::{ConfigError, Selector};
use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::borrow::Cow;

/// How JSON is written in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TextForm {
    /// As it is.
    #[default]
    Json,
    /// In Base64, of either alphabet, with padding or without, in one line or several.
    Base64,
}

impl TextForm {
    /// All of them.
    pub const ALL: [TextForm; 2] = [TextForm::Json, TextForm::Base64];

    /// Its name in a connection.
    pub fn id(self) -> &'static str {
        match self {
            TextForm::Json => "json",
            TextForm::Base64 => "base64",
        }
    }

    /// The JSON of a text; null where the text is blank.
    ///
    /// ```
    /// use heartline::core::connection::TextForm;
    /// use serde_json::json;
    ///
    /// assert_eq!(TextForm::Json.open(r#"{"nps": 9}"#), Ok(json!({"nps": 9})));
    /// assert_eq!(TextForm::Base64.open("WzEs\nMl0"), Ok(json!([1, 2])));
    /// assert_eq!(TextForm::Json.open(" "), Ok(json!(null)));
    /// assert!(TextForm::Base64.open("{}").is_err());
    /// ```
    ///
    /// # Errors
    /// When it is no JSON: what it begins with, read as far as it can be.
    pub fn open(self, text: &str) -> Result<Value, NotJson> {
        if text.trim().is_empty() {
            return Ok(Value::Null);
        }
        let wrong = |text: &[u8]| NotJson(String::from_utf8_lossy(text).into_owned());
        match self {
            Self::Json => serde_json::from_str(text).map_err(|_| wrong(text.as_bytes())),
            Self::Base64 => {
                let bytes = decoded(text).ok_or_else(|| wrong(text.as_bytes()))?;
                serde_json::from_slice(&bytes).map_err(|_| wrong(&bytes))
            }
        }
    }

    /// The text that holds a value as JSON.
    ///
    /// ```
    /// use heartline::core::connection::TextForm;
    /// use serde_json::json;
    ///
    /// assert_eq!(TextForm::Json.close(&json!({"nps": 9})), r#"{"nps":9}"#);
    /// assert_eq!(TextForm::Base64.close(&json!([1, 2])), "WzEsMl0=");
    /// ```
    pub fn close(self, value: &Value) -> String {
        match self {
            Self::Json => value.to_string(),
            Self::Base64 => BASE64_STANDARD.encode(value.to_string()),
        }
    }
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    let plain = |byte: u8| match byte {
        b'-' => b'+',
        b'_' => b'/',
        byte => byte,
    };
    let bytes = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).map(plain);
    let config =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    GeneralPurpose::new(&STANDARD, config).decode(bytes.collect::<Vec<u8>>()).ok()
}

impl Written for TextForm {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        word(node, &TextForm::ALL.map(|form| (form.id(), form)))
    }
}

/// A text that holds no JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotJson(pub String);

/// Where a text is that holds JSON.
#[derive(Clone, Debug)]
pub struct Inside {
    /// Where the text is.
    pub path: Selector,
    /// How the JSON is written in it.
    pub form: TextForm,
}

impl Inside {
    /// The JSON in the text; null where there is none. What is JSON already is taken as it is.
    ///
    /// # Errors
    /// When the text is no JSON.
    pub fn open<'v>(&self, value: &'v Value) -> Result<Cow<'v, Value>, NotJson> {
        self.open_found(self.path.first(value))
    }

    /// The same, from where the plain steps of the path lead to.
    ///
    /// # Errors
    /// As [`Inside::open`].
    pub fn open_after_steps<'v>(&self, value: &'v Value) -> Result<Cow<'v, Value>, NotJson> {
        self.open_found(self.path.first_after_steps(value))
    }

    fn open_found<'v>(&self, found: Option<&'v Value>) -> Result<Cow<'v, Value>, NotJson> {
        match found {
            None => Ok(Cow::Owned(Value::Null)),
            Some(Value::String(text)) => self.form.open(text).map(Cow::Owned),
            Some(other) => Ok(Cow::Borrowed(other)),
        }
    }
}

/// The text is the same, and so is how it is written.
impl PartialEq for Inside {
    fn eq(&self, other: &Self) -> bool {
        self.form == other.form && self.path.source() == other.path.source()
    }
}

/// A JSONPath to the text, or an object that says how the JSON is written in it: `{"path": "$.result", "form":
/// "base64"}`.
impl Written for Inside {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        if node.is_text() {
            return Ok(Self { path: Selector::read(node)?, form: TextForm::Json });
        }
        node.members(&["path", "form"])?;
        Ok(Self { path: node.required("path")?, form: node.or("form", TextForm::Json)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::engine::general_purpose::{STANDARD as PADDED, URL_SAFE_NO_PAD};
    use proptest::prelude::*;
    use serde_json::json;

    fn inside(json: &Value) -> Inside {
        Inside::from_json(json).expect("a text's place")
    }

    #[test]
    fn what_is_no_text_is_taken_as_it_is() {
        let plain = inside(&json!("$.a"));
        assert_eq!(plain.open(&json!({"a": "[1]"})).as_deref(), Ok(&json!([1])));
        assert_eq!(plain.open(&json!({"a": {"b": 1}})).as_deref(), Ok(&json!({"b": 1})));
        for nothing in [json!({}), json!({"a": null}), json!({"a": ""})] {
            assert_eq!(plain.open(&nothing).as_deref(), Ok(&Value::Null));
        }
        assert_eq!(plain.open(&json!({"a": "soon"})), Err(NotJson("soon".into())));
    }

    #[test]
    fn what_was_packed_is_told_as_it_reads() {
        let packed = inside(&json!({"path": "$.a", "form": "base64"}));
        let text = PADDED.encode("Invalid key");
        assert_eq!(packed.open(&json!({"a": text})), Err(NotJson("Invalid key".into())));
        assert_eq!(packed.open(&json!({"a": "no base!"})), Err(NotJson("no base!".into())));
    }

    #[test]
    fn a_mistake_is_named() {
        let wrong = |json| Inside::from_json(&json).expect_err("a fault").path;
        assert_eq!(wrong(json!({"form": "base64"})), "path");
        assert_eq!(wrong(json!({"path": "$.a", "form": "gzip"})), "form");
        assert_eq!(wrong(json!("result")), "");
    }

    proptest! {
        #[test]
        fn whatever_was_packed_is_unpacked(texts in prop::collection::vec("\\PC{0,12}", 0..6)) {
            let (value, json) = (json!({"rows": texts}), json!({"rows": texts}).to_string());
            for form in TextForm::ALL {
                prop_assert_eq!(form.open(&form.close(&value)), Ok(value.clone()));
            }
            prop_assert_eq!(TextForm::Json.open(&json), Ok(value.clone()));
            prop_assert_eq!(TextForm::Base64.open(&PADDED.encode(&json)), Ok(value.clone()));
            prop_assert_eq!(TextForm::Base64.open(&URL_SAFE_NO_PAD.encode(&json)), Ok(value));
        }
    }
}
