//! A connection as a document of its own: what is exported, imported and kept on a device.

use super::config::{Fault, Kind, not_json};
use super::node::{Node, Written};
use super::{ConfigError, Connection};
use serde_json::{Map, Value};

/// The newest version of a connection's document that this program reads.
const VERSION: u32 = 1;

/// What a connection's document says it is.
pub const CONNECTION_FORMAT: &str = "heartline/connection";

impl Connection {
    /// A connection from the text of its document. It never holds a secret.
    ///
    /// # Errors
    /// As [`connection_document`], and with the path to the first value that is wrong.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        Self::from_json(&connection_document(text)?)
    }
}

/// The document of a connection: what stands under `connection` in a configuration, or alone, with
/// `"format": "heartline/connection"` and a version where it travels. What is in it is not looked at yet.
///
/// # Errors
/// When the text is not JSON or no object, or of a newer version.
pub fn connection_document(text: &str) -> Result<Value, ConfigError> {
    let mut whole: Value = serde_json::from_str(text).map_err(not_json)?;
    let node = Node::root(&whole);
    if let Some(newer) = node.optional("version")?.filter(|version| *version > VERSION) {
        return Err(node.wrong(Fault::TooNew(newer)));
    }
    let inner = whole.get_mut("connection").filter(|inner| inner.is_object()).map(Value::take);
    let mut document = inner.unwrap_or(whole);
    match document.as_object_mut() {
        Some(members) => strip(members),
        None => return Err(Node::root(&document).wrong(Fault::Expected(Kind::Object))),
    }
    Ok(document)
}

/// True when a text is meant to be the document of a connection, or a configuration with one: it says so, or has what
/// only those have. Whatever else is JSON is somebody's data.
///
/// ```
/// use heartline::core::connection::is_connection;
///
/// assert!(is_connection(r#"{"format": "heartline/connection", "#), "though it is broken");
/// assert!(is_connection(r#"{"base_url": "https://api.example/", "feeds": {}}"#));
/// assert!(!is_connection(r#"{"feeds": [{"id": 1}]}"#));
/// ```
pub fn is_connection(text: &str) -> bool {
    if text.contains(CONNECTION_FORMAT) {
        return true;
    }
    let whole: Value = serde_json::from_str(text).unwrap_or_default();
    let has =
        |document: &Value| document.get("base_url").is_some() && document["feeds"].is_object();
    has(&whole) || whole.get("connection").is_some_and(has)
}

/// What a document says of itself is no part of the connection.
fn strip(members: &mut Map<String, Value>) {
    for said in ["$schema", "format", "version"] {
        members.remove(said);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = r#""base_url": "https://api.example/", "feeds": {"responses": {"path": "r", "rows": "$[*]"}}"#;

    #[test]
    fn a_document_may_say_what_it_is() {
        for head in ["", r#""format": "heartline/connection", "version": 1, "#] {
            let read = Connection::parse(&format!("{{{head}{BODY}}}")).expect("a connection");
            assert_eq!(read.base_url, "https://api.example/");
        }
    }

    #[test]
    fn a_newer_one_is_refused_and_a_mistake_is_named() {
        let fault = |text: &str| Connection::parse(text).expect_err("a fault").to_string();
        assert!(fault(&format!(r#"{{"version": 2, {BODY}}}"#)).contains("newer"));
        assert_eq!(fault("{"), ": not JSON (line 1, column 1)");
        assert!(fault("[]").contains("object"));
        assert!(fault("{}").starts_with("base_url"));
    }

    #[test]
    fn a_configuration_gives_its_connection() {
        let text = format!(r#"{{"version": 1, "workspace": {{}}, "connection": {{{BODY}}}}}"#);
        assert!(Connection::parse(&text).is_ok());
        assert_eq!(connection_document(r#"{"connection": 3}"#).expect("JSON")["connection"], 3);
    }
}
