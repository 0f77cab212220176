//! Answers that let nobody in.

use crate::core::connection::SessionAuth;
use crate::core::writing::said_at;

/// What an answer whose status is a success says of an error, where the connection knows of such a place; nothing
/// where all is well.
///
/// ```
/// use heartline::core::connection::{SessionAuth, Written};
/// use heartline::core::login::refusal;
/// use serde_json::json;
///
/// let auth = json!({"login": {"path": "rpc"}, "token": "$.result", "error": "$.result.status"});
/// let auth = SessionAuth::from_json(&auth).expect("a session");
/// let over = r#"{"id": 1, "result": {"status": "Invalid session key"}}"#;
/// assert_eq!(refusal(&auth, over).as_deref(), Some("Invalid session key"));
/// assert_eq!(refusal(&auth, r#"{"id": 1, "result": "eyJ9"}"#), None);
/// ```
pub fn refusal(session: &SessionAuth, body: &str) -> Option<String> {
    said_at(session.error.as_ref()?, &serde_json::from_str(body).ok()?)
}
