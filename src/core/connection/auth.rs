//! How requests prove who they are. The secret itself is never here: the user types it.

use super::config::{Fault, Kind};
use super::headers::{is_token, is_value};
use super::node::{Node, Written, word};
use super::slot::put;
use super::{Carried, ConfigError, Secret, SessionAuth, Step};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Where a request carries its secret.
#[derive(Clone, Debug, Default)]
pub enum Auth {
    /// Nowhere: the API is open.
    #[default]
    None,
    /// `Authorization: Bearer …`
    Bearer,
    /// A header of this name.
    Header {
        /// The header's name.
        name: String,
    },
    /// `Authorization: Basic …` (RFC 7617), a user's name and a password. What is written is no secret and holds; what
    /// is not is typed.
    Basic {
        /// The user's name, where only the password is typed.
        user: Option<String>,
        /// What stands for the password, mostly nothing, where the key is the user's name.
        password: Option<String>,
    },
    /// A parameter of the query.
    Query {
        /// The parameter's name.
        name: String,
    },
    /// Where the token goes that a first request gave for it.
    Session(Box<SessionAuth>),
}

/// What is to be typed before the first request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wanted {
    /// A key.
    #[default]
    Key,
    /// The password of this user.
    Password(String),
    /// A user's name and a password.
    UserAndPassword,
}

/// What a request carries to prove who it is from.
#[derive(Clone, PartialEq, Eq)]
pub enum Credential {
    /// A header: its name and its value.
    Header(String, String),
    /// A parameter of the query: its name and its value.
    Parameter(String, String),
    /// A text of the JSON body: where it goes, and the text.
    Body(Vec<Step>, String),
}

impl Credential {
    /// A body with the secret in it, where that is where it goes.
    pub fn in_body(&self, body: &Value) -> Option<Value> {
        let Self::Body(steps, secret) = self else { return None };
        let mut body = body.clone();
        put(&mut body, steps, &secret.as_str().into());
        Some(body)
    }
}

/// The secret has characters that requests cannot carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no request can carry this secret")]
pub struct Unfit;

impl Auth {
    /// What must be typed before the first request.
    pub fn wanted(&self) -> Option<Wanted> {
        match self {
            Auth::None => None,
            Auth::Basic { user: Some(user), .. } => Some(Wanted::Password(user.clone())),
            Auth::Basic { password: None, .. } => Some(Wanted::UserAndPassword),
            Auth::Session(session) => session.wanted(),
            _ => Some(Wanted::Key),
        }
    }

    /// What carries the secret; nothing where the API is open, or wants a token in its place.
    ///
    /// # Errors
    /// When it has characters that requests cannot carry.
    ///
    /// ```
    /// use heartline::core::connection::{Auth, Credential, Secret};
    ///
    /// let key_as_user = Auth::Basic { user: None, password: Some(String::new()) };
    /// let Ok(Some(Credential::Header(name, value))) = key_as_user.credential(&Secret::key("k3y")) else { panic!() };
    /// assert_eq!((name.as_str(), value.as_str()), ("Authorization", "Basic azN5Og=="));
    /// ```
    pub fn credential(&self, secret: &Secret) -> Result<Option<Credential>, Unfit> {
        Ok(Some(match self {
            Auth::None | Auth::Session(_) => return Ok(None),
            Auth::Bearer => authorization("Bearer", &in_header(&secret.key)?),
            Auth::Header { name } => Credential::Header(name.clone(), in_header(&secret.key)?),
            Auth::Basic { user, password } => {
                authorization("Basic", &pair(user, password, secret)?)
            }
            Auth::Query { name } => Credential::Parameter(name.clone(), secret.key.clone()),
        }))
    }

    /// The parameter of the query that carries the secret, or the token.
    pub fn parameter(&self) -> Option<&str> {
        match self {
            Auth::Query { name } => Some(name),
            Auth::Session(session) => match &session.carried {
                Carried::Query(name) => Some(name),
                _ => None,
            },
            _ => None,
        }
    }
}

pub(super) fn authorization(scheme: &str, value: &str) -> Credential {
    Credential::Header("Authorization".to_owned(), format!("{scheme} {value}"))
}

pub(super) fn in_header(key: &str) -> Result<String, Unfit> {
    if is_value(key) { Ok(key.to_owned()) } else { Err(Unfit) }
}

/// User and password as one word, as far as they are typed.
fn pair(
    user: &Option<String>,
    password: &Option<String>,
    secret: &Secret,
) -> Result<String, Unfit> {
    let (user, password) = match (user, password) {
        (Some(user), _) => (user, &secret.key),
        (None, Some(password)) => (&secret.key, password),
        (None, None) => return secret.basic(),
    };
    Secret { user: user.clone(), key: password.clone() }.basic()
}

#[derive(Clone, Copy)]
enum Scheme {
    None,
    Bearer,
    Header,
    Basic,
    Query,
    Session,
}

impl Scheme {
    const NAMES: [(&str, Self); 6] = [
        ("none", Self::None),
        ("bearer", Self::Bearer),
        ("header", Self::Header),
        ("basic", Self::Basic),
        ("query", Self::Query),
        ("session", Self::Session),
    ];

    /// What is said beside the kind.
    fn members(self) -> &'static [&'static str] {
        match self {
            Self::None | Self::Bearer => &["kind"],
            Self::Header | Self::Query => &["kind", "name"],
            Self::Basic => &["kind", "user", "password"],
            Self::Session => &["kind", "login", "token", "carried", "error"],
        }
    }
}

impl Written for Scheme {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        word(node, &Self::NAMES)
    }
}

impl Written for Auth {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.object()?;
        let scheme: Scheme = node.required("kind")?;
        node.members(scheme.members())?;
        Ok(match scheme {
            Scheme::None => Auth::None,
            Scheme::Bearer => Auth::Bearer,
            Scheme::Header => Auth::Header { name: header_name(node)? },
            Scheme::Query => Auth::Query { name: node.required("name")? },
            Scheme::Basic => basic(node)?,
            Scheme::Session => Auth::Session(Box::new(SessionAuth::read(node)?)),
        })
    }
}

fn header_name(node: &Node) -> Result<String, ConfigError> {
    let name: String = node.required("name")?;
    match node.get("name") {
        Some(written) if !is_token(&name) => Err(written.wrong(Fault::Expected(Kind::HeaderName))),
        _ => Ok(name),
    }
}

/// With both a name and a password in the file, a secret would stand there.
fn basic(node: &Node) -> Result<Auth, ConfigError> {
    match (node.optional("user")?, node.optional("password")?) {
        (Some(_), Some::<String>(_)) => Err(node.member("password").wrong(Fault::Secret)),
        (user, password) => Ok(Auth::Basic { user, password }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn auth(json: &Value) -> Result<Auth, ConfigError> {
        Auth::from_json(json)
    }

    fn header(json: &Value, secret: &Secret) -> Option<String> {
        match auth(json).expect("an auth").credential(secret) {
            Ok(Some(Credential::Header(name, value))) => Some(format!("{name}: {value}")),
            _ => None,
        }
    }

    #[test]
    fn a_header_s_name_is_a_token() {
        let read = |name: &str| auth(&json!({"kind": "header", "name": name}));
        assert!(read("X-Api-Key").is_ok());
        let wrong = read("X Api").expect_err("a blank");
        assert_eq!(wrong.to_string(), "name: a header name is wanted here");
        assert!(read("").is_err());
    }

    #[test]
    fn each_kind_says_what_is_its_own() {
        let wrong = |json| auth(&json).expect_err("a fault").path;
        assert_eq!(wrong(json!({"kind": "bearer", "name": "X"})), "name");
        assert_eq!(wrong(json!({"kind": "query"})), "name");
        assert_eq!(wrong(json!({"kind": "basic", "user": "a", "password": "b"})), "password");
        assert_eq!(wrong(json!({"kind": "digest"})), "kind");
        assert_eq!(wrong(json!("bearer")), "");
        assert_eq!(wrong(json!({"kind": "session", "token": "$.t"})), "login");
        let login = || json!({"path": "l"});
        let stray = json!({"kind": "session", "token": "$.t", "login": login(), "name": "X"});
        assert_eq!(wrong(stray), "name");
    }

    #[test]
    fn what_is_written_is_not_asked_for() {
        let wanted = |json| auth(&json).expect("an auth").wanted();
        assert_eq!(wanted(json!({"kind": "none"})), None);
        assert_eq!(wanted(json!({"kind": "query", "name": "key"})), Some(Wanted::Key));
        assert_eq!(wanted(json!({"kind": "basic"})), Some(Wanted::UserAndPassword));
        assert_eq!(
            wanted(json!({"kind": "basic", "user": "eve"})),
            Some(Wanted::Password("eve".into()))
        );
        assert_eq!(wanted(json!({"kind": "basic", "password": ""})), Some(Wanted::Key));
    }

    /// The example of RFC 7617, 2, and that of 2.1 with its letter beyond ASCII.
    #[test]
    fn user_and_password_are_one_word() {
        let typed = Secret { user: "Aladdin".into(), key: "open sesame".into() };
        let expected = Some("Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==".to_owned());
        assert_eq!(header(&json!({"kind": "basic"}), &typed), expected);
        let named = json!({"kind": "basic", "user": "test"});
        let expected = Some("Authorization: Basic dGVzdDoxMjPCow==".to_owned());
        assert_eq!(header(&named, &Secret::key("123£")), expected);
        let key_as_user = json!({"kind": "basic", "password": "X"});
        let expected = Some("Authorization: Basic azN5Olg=".to_owned());
        assert_eq!(header(&key_as_user, &Secret::key("k3y")), expected);
    }

    #[test]
    fn a_secret_that_no_request_can_carry_is_told_apart() {
        let fits = |auth: Value, secret: &Secret| {
            Auth::from_json(&auth).expect("an auth").credential(secret).is_ok()
        };
        let bearer = || json!({"kind": "bearer"});
        assert!(fits(bearer(), &Secret::key("token-7 =/+")));
        assert!(!fits(bearer(), &Secret::key("密钥")));
        assert!(!fits(bearer(), &Secret::key("two\nlines")));
        assert!(fits(json!({"kind": "query", "name": "k"}), &Secret::key("密钥")));
        let named = |user: &str, key: &str| Secret { user: user.into(), key: key.into() };
        assert!(fits(json!({"kind": "basic"}), &named("Ömer", "密:钥")));
        assert!(!fits(json!({"kind": "basic"}), &named("a:b", "c")));
        assert!(!fits(json!({"kind": "basic"}), &named("a", "c\n")));
    }
}
