//! The request of a login, with what the user has typed.

use crate::core::connection::{Call, Connection, Secret, SessionAuth, Unfit};
use crate::core::writing::fill;
use serde_json::json;

/// The call that asks for a token. What the connection says of all its requests holds for it too.
///
/// # Errors
/// When something was typed that no request can carry where it is to go.
///
/// ```
/// use heartline::core::connection::{Auth, Connection, Secret, Written};
/// use heartline::core::login::login_call;
/// use serde_json::json;
///
/// let connection = Connection::from_json(&json!({
///     "base_url": "https://api.example/", "feeds": {},
///     "auth": {"kind": "session", "token": "$.result", "login": {
///         "path": "rpc?as={user}", "body": {"method": "get_session_key", "params": ["$.user", "$.password"]},
///         "query": {"user": "{user}"}, "headers": {"Authorization": "Basic {basic}"},
///     }},
/// }))?;
/// let Auth::Session(session) = &connection.auth else { panic!() };
/// let typed = Secret { user: "Aladdin".into(), key: "open sesame".into() };
/// let call = login_call(&connection, session, &typed).expect("a call");
/// assert_eq!(call.address, "rpc?as={user}&user=Aladdin", "a path stays as it is");
/// assert_eq!(call.body, Some(json!({"method": "get_session_key", "params": ["Aladdin", "open sesame"]})));
/// let basic = ("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
/// assert_eq!(call.headers.iter().next(), Some(basic));
/// # Ok::<(), heartline::core::connection::ConfigError>(())
/// ```
pub fn login_call(
    connection: &Connection,
    session: &SessionAuth,
    typed: &Secret,
) -> Result<Call, Unfit> {
    let login = &session.login;
    let places = places(typed, login.asks_for_both())?;
    let query = login.query.filled(|text| filled(text, &places));
    let record = json!({"user": typed.user, "password": typed.key});
    Ok(Call {
        method: login.method,
        address: connection.query.add_to(&query.set_in(&login.path)),
        headers: login.headers.filled(|text| filled(text, &places))?.or(&connection.headers),
        body: login.body.as_ref().map(|body| fill(body, &record)),
        follows: false,
    })
}

/// What stands in a text for what was typed, and that.
type Places = [(&'static str, String); 3];

fn places(typed: &Secret, needs_basic: bool) -> Result<Places, Unfit> {
    let basic = if needs_basic { typed.basic()? } else { String::new() };
    Ok([("user}", typed.user.clone()), ("password}", typed.key.clone()), ("basic}", basic)])
}

/// A text with what was typed in the places for it; other braces stay as they are, and so do those that were typed.
fn filled(text: &str, places: &Places) -> String {
    let mut pieces = text.split('{');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let place =
            places.iter().find_map(|(name, typed)| Some((typed, piece.strip_prefix(name)?)));
        match place {
            Some((typed, rest)) => filled.extend([typed, rest]),
            None => filled.extend(["{", piece]),
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::{Auth, Method, Written};
    use proptest::prelude::*;
    use serde_json::Value;

    fn call(login: Value, user: &str, key: &str) -> Result<Call, Unfit> {
        let connection = Connection::from_json(&json!({
            "base_url": "b", "feeds": {}, "query": {"v": 1}, "headers": {"X-Site": "s"},
            "auth": {"kind": "session", "token": "$.t", "login": login},
        }));
        let connection = connection.expect("a connection");
        let Auth::Session(session) = &connection.auth else { panic!("a session") };
        login_call(&connection, session, &Secret { user: user.into(), key: key.into() })
    }

    #[test]
    fn it_may_ask_by_its_address_alone() {
        let login =
            json!({"path": "l", "method": "GET", "query": {"u": "{user}", "p": "{password}"}});
        let call = call(login, "eve", "a&b").expect("a call");
        assert_eq!((call.method, call.address.as_str()), (Method::Get, "l?v=1&p=a%26b&u=eve"));
        assert_eq!(call.headers.iter().collect::<Vec<_>>(), [("X-Site", "s")]);
        assert_eq!(call.body, None);
    }

    #[test]
    fn what_fits_nowhere_is_told() {
        let header = |value: &str| json!({"path": "l", "headers": {"X-Key": value}});
        assert!(call(header("{password}"), "", "密钥") == Err(Unfit));
        assert!(call(header("{basic}"), "a:b", "c") == Err(Unfit));
        let body = json!({"path": "l", "body": {"p": "$.password"}});
        let call = call(body, "a:b", "密\n钥").expect("JSON carries anything");
        assert_eq!(call.body, Some(json!({"p": "密\n钥"})));
    }

    #[test]
    fn other_braces_stay_as_they_are() {
        let query = json!({"q": "{\"user\": \"{user}\", {x}"});
        let call = call(json!({"path": "l", "query": query}), "{password}", "k3y").expect("a call");
        assert_eq!(call.address, "l?v=1&q=%7B%22user%22%3A%20%22%7Bpassword%7D%22%2C%20%7Bx%7D");
    }

    proptest! {
        #[test]
        fn whatever_is_typed_arrives(user in "\\PC{0,12}", key in "\\PC{0,12}") {
            let login = json!({"path": "l", "body": {"params": ["$.user", "$.password"]}});
            let call = call(login, &user, &key).expect("a call");
            prop_assert_eq!(call.body, Some(json!({"params": [user, key]})));
        }
    }
}
