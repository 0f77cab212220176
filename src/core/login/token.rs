//! The token in the answer to a login.

use crate::core::connection::{Selector, SessionAuth, TokenPlace};
use crate::core::mapping::Scalar;
use crate::core::writing::{quoted, said_at};
use serde_json::Value;

/// The answer to a login has no token, though its status says that all is well: so is a wrong password told by many.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the login gave nothing at {place}: {said}")]
pub struct NoToken {
    /// Where the token should be.
    pub place: String,
    /// What came instead, without anything that may be a token.
    pub said: String,
}

/// The token in the answer to a login: a text without blanks, or a number.
///
/// # Errors
/// When there is none, or the answer says that something went wrong.
///
/// ```
/// use heartline::core::connection::{SessionAuth, Written};
/// use heartline::core::login::token;
/// use serde_json::json;
///
/// let auth = json!({"login": {"path": "rpc"}, "token": "$.result"});
/// let auth = SessionAuth::from_json(&auth).expect("a session");
/// let of = |body: &str| token(&auth, body, |_| None);
/// assert_eq!(of(r#"{"result": "k3y"}"#).as_deref(), Ok("k3y"));
/// let wrong = of(r#"{"result": {"status": "Invalid user name or password"}}"#).expect_err("no token");
/// assert_eq!((wrong.place.as_str(), wrong.said.as_str()), ("$.result", "Invalid user name or password"));
/// ```
pub fn token(
    session: &SessionAuth,
    body: &str,
    header: impl Fn(&str) -> Option<String>,
) -> Result<String, NoToken> {
    let body = body.trim().trim_start_matches('\u{feff}');
    // Some say it without any JSON around it.
    let answer = serde_json::from_str(body).unwrap_or_else(|_| Value::from(body));
    let said = session.error.as_ref().and_then(|error| said_at(error, &answer));
    let found = match &session.token {
        TokenPlace::Body(path) => text_at(path, &answer),
        TokenPlace::Header(name) => header(name),
    };
    match (said, found.filter(|found| is_token(found))) {
        (None, Some(token)) => Ok(token),
        (said, _) => {
            let said = said.unwrap_or_else(|| instead(&answer));
            Err(NoToken { place: session.token.source().to_owned(), said })
        }
    }
}

fn text_at(path: &Selector, answer: &Value) -> Option<String> {
    let found = path.first(answer).filter(|found| found.is_string() || found.is_number());
    Some(found.and_then(Scalar::of)?.text()?.into_owned())
}

/// What has blanks is said to people. A header may say beside the token what kind it is.
fn is_token(text: &str) -> bool {
    text.split(' ').count() <= 2 && !text.contains(['\n', '\t', '<'])
}

/// What an answer says instead: its first sentence. What is no sentence may be a token that is looked for in the wrong
/// place: then the names of its members are told, and no more.
fn instead(answer: &Value) -> String {
    let said = sentence(answer).map_or_else(|| names(answer), quoted);
    if said.is_empty() { "…".to_owned() } else { said }
}

fn sentence(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text.as_str()).filter(|text| text.trim().contains(' ')),
        Value::Array(items) => items.iter().find_map(sentence),
        Value::Object(members) => members.values().find_map(sentence),
        _ => None,
    }
}

fn names(value: &Value) -> String {
    let members = value.as_object().into_iter().flatten();
    quoted(&members.map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::Written;
    use proptest::prelude::*;
    use serde_json::json;

    fn session(token: Value) -> SessionAuth {
        let login = json!({"path": "l"});
        let auth = json!({"login": login, "token": token, "error": "$.errors[0].message"});
        SessionAuth::from_json(&auth).expect("a session")
    }

    fn said(body: &str) -> String {
        token(&session(json!("$.data.token")), body, |_| None).expect_err("no token").said
    }

    #[test]
    fn it_is_a_text_or_a_number_wherever_it_stands() {
        let of = |place: Value, body: &str| token(&session(place), body, |_| None).ok();
        assert_eq!(of(json!("$.data.token"), r#"{"data": {"token": "t7"}}"#), Some("t7".into()));
        assert_eq!(of(json!("$.id"), r#"{"id": 17}"#), Some("17".into()));
        assert_eq!(of(json!("$"), "\u{feff}\"t7\"\n"), Some("t7".into()));
        assert_eq!(of(json!("$"), "eyJ.t7\n"), Some("eyJ.t7".into()), "no JSON around it");
        for no in [r#"{"id": ""}"#, r#"{"id": true}"#, r#"{"id": null}"#, "[]", "", r#"{"id": {}}"#]
        {
            assert_eq!(of(json!("$.id"), no), None, "{no}");
        }
        let header = |name: &str| (name == "X-Token").then(|| "Bearer t7".to_owned());
        let named = session(json!({"header": "X-Token"}));
        assert_eq!(token(&named, "", header).as_deref(), Ok("Bearer t7"));
        assert_eq!(token(&named, "", |_| None).expect_err("none").place, "X-Token");
    }

    #[test]
    fn what_came_instead_is_told_without_what_may_be_a_token() {
        assert_eq!(said(r#"{"data": null, "errors": [{"message": "Wrong."}]}"#), "Wrong.");
        let with_both = r#"{"data": {"token": "t7"}, "errors": [{"message": "Locked."}]}"#;
        assert_eq!(
            said(with_both),
            "Locked.",
            "what is an error is none however much else there is"
        );
        assert_eq!(said(r#"{"code": 7, "detail": ["no such user"]}"#), "no such user");
        assert_eq!(said(r#"{"access_token": "t0k3n", "expires": 900}"#), "access_token, expires");
        assert_eq!(said("t0k3n"), "…");
        assert!(
            said("<!doctype html>\n<title>Sign in</title>").starts_with("<!doctype html> <title>")
        );
        let page = "<!doctype html><title>Sign in</title>";
        assert!(token(&session(json!("$")), page, |_| None).is_err());
    }

    proptest! {
        #[test]
        fn no_word_of_an_answer_is_told_but_in_sentences(word in "[!-;=-~]{4,20}") {
            let answer = json!({"auth": {"jwt": word}}).to_string();
            prop_assert_eq!(said(&answer), "auth");
        }
    }
}
