//! Sessions: a first request whose answer has a token, which the further ones carry.

use super::auth::{authorization, in_header};
use super::config::{Fault, Kind};
use super::headers::{is_token, is_value};
use super::node::{Node, Written, word};
use super::{ConfigError, Credential, Login, Selector, Step, Unfit, Wanted};

/// Where the token stands in the value of a header.
const PLACE: &str = "{token}";

/// How requests are let in by a session: user and password go into the first one alone.
#[derive(Clone, Debug)]
pub struct SessionAuth {
    /// The first request.
    pub login: Login,
    /// Where its answer has the token.
    pub token: TokenPlace,
    /// Where the further requests carry it.
    pub carried: Carried,
    /// What is there in an answer means that it lets nobody in, whatever the status says.
    pub error: Option<Selector>,
}

/// Where a login's answer has the token.
#[derive(Clone, Debug)]
pub enum TokenPlace {
    /// In the body.
    Body(Selector),
    /// In a header of this name. Another origin sees it only if the API exposes it.
    Header(String),
}

/// Where requests carry a token.
#[derive(Clone, Debug, Default)]
pub enum Carried {
    /// `Authorization: Bearer …`
    #[default]
    Bearer,
    /// A header.
    Header {
        /// The header's name.
        name: String,
        /// Its value, in which `{token}` stands for the token.
        value: String,
    },
    /// A parameter of the query, of this name.
    Query(String),
    /// The JSON body, at the end of these steps. What has no body goes without.
    Body(Vec<Step>),
}

impl SessionAuth {
    /// What must be typed before the first request; nothing where the login asks for nothing.
    pub fn wanted(&self) -> Option<Wanted> {
        match (self.login.asks_for("user"), self.login.asks_for("password")) {
            (true, _) => Some(Wanted::UserAndPassword),
            (false, true) => Some(Wanted::Key),
            (false, false) => None,
        }
    }

    /// What carries a token.
    ///
    /// # Errors
    /// When it has characters that requests cannot carry.
    ///
    /// ```
    /// use heartline::core::connection::{Credential, SessionAuth, Written};
    /// use serde_json::json;
    ///
    /// let auth = SessionAuth::from_json(&json!({
    ///     "login": {"path": "login", "body": {"name": "$.user", "password": "$.password"}},
    ///     "token": "$.id",
    ///     "carried": {"kind": "header", "name": "Authorization", "value": "Token {token}"},
    /// })).expect("a session");
    /// let Ok(Credential::Header(name, value)) = auth.credential("t7") else { panic!() };
    /// assert_eq!((name.as_str(), value.as_str()), ("Authorization", "Token t7"));
    /// ```
    pub fn credential(&self, token: &str) -> Result<Credential, Unfit> {
        Ok(match &self.carried {
            Carried::Bearer => authorization("Bearer", &in_header(token)?),
            Carried::Header { name, value } => {
                Credential::Header(name.clone(), value.replace(PLACE, &in_header(token)?))
            }
            Carried::Query(name) => Credential::Parameter(name.clone(), token.to_owned()),
            Carried::Body(steps) => Credential::Body(steps.clone(), token.to_owned()),
        })
    }
}

impl TokenPlace {
    /// How it is written: a JSONPath or the name of a header.
    pub fn source(&self) -> &str {
        match self {
            Self::Body(path) => path.source(),
            Self::Header(name) => name,
        }
    }
}

/// It is written the same.
impl PartialEq for TokenPlace {
    fn eq(&self, other: &Self) -> bool {
        self.source() == other.source()
    }
}

/// Its members stand beside the kind of an [`Auth`](super::Auth).
impl Written for SessionAuth {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        Ok(Self {
            login: node.required("login")?,
            token: node.required("token")?,
            carried: node.or("carried", Carried::default())?,
            error: node.optional("error")?,
        })
    }
}

/// A JSONPath, or an object that names a header: `{"header": "X-Subject-Token"}`.
impl Written for TokenPlace {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        if node.is_text() {
            return Selector::read(node).map(Self::Body);
        }
        node.members(&["header"])?;
        header_name(node, "header").map(Self::Header)
    }
}

impl Written for Carried {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.object()?;
        let kind: Kinds = node.required("kind")?;
        node.members(kind.members())?;
        Ok(match kind {
            Kinds::Bearer => Self::Bearer,
            Kinds::Header => Self::Header { name: header_name(node, "name")?, value: value(node)? },
            Kinds::Query => Self::Query(node.required("name")?),
            Kinds::Body => {
                let path: Selector = node.required("path")?;
                let not_plain = || node.member("path").wrong(Fault::Expected(Kind::PlainPath));
                path.is_plain().then(|| Self::Body(path.steps().to_vec())).ok_or_else(not_plain)?
            }
        })
    }
}

#[derive(Clone, Copy)]
enum Kinds {
    Bearer,
    Header,
    Query,
    Body,
}

impl Kinds {
    /// What is said beside the kind.
    fn members(self) -> &'static [&'static str] {
        match self {
            Self::Bearer => &["kind"],
            Self::Header => &["kind", "name", "value"],
            Self::Query => &["kind", "name"],
            Self::Body => &["kind", "path"],
        }
    }
}

impl Written for Kinds {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        let kinds = [
            ("bearer", Self::Bearer),
            ("header", Self::Header),
            ("query", Self::Query),
            ("body", Self::Body),
        ];
        word(node, &kinds)
    }
}

fn header_name(node: &Node, member: &str) -> Result<String, ConfigError> {
    let name: String = node.required(member)?;
    match is_token(&name) {
        true => Ok(name),
        false => Err(node.member(member).wrong(Fault::Expected(Kind::HeaderName))),
    }
}

/// A value without the token would be a secret of its own.
fn value(node: &Node) -> Result<String, ConfigError> {
    let value = node.or("value", PLACE.to_owned())?;
    match () {
        () if !value.contains(PLACE) => Err(node.member("value").wrong(Fault::Secret)),
        () if !is_value(&value) => {
            Err(node.member("value").wrong(Fault::Expected(Kind::HeaderValue)))
        }
        () => Ok(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn session(more: &[(&str, Value)]) -> Result<SessionAuth, ConfigError> {
        let mut document = json!({"login": {"path": "login"}, "token": "$.token"});
        more.iter().for_each(|(name, value)| document[*name] = value.clone());
        SessionAuth::from_json(&document)
    }

    fn carried(carried: Value, token: &str) -> Result<Credential, Unfit> {
        session(&[("carried", carried)]).expect("a session").credential(token)
    }

    #[test]
    fn a_token_goes_where_it_is_said_to() {
        let header = |name: &str, value: &str| Ok(Credential::Header(name.into(), value.into()));
        let by_default = session(&[]).expect("a session").credential("t7");
        assert!(by_default == header("Authorization", "Bearer t7"));
        let named = json!({"kind": "header", "name": "X-Metabase-Session"});
        assert!(carried(named, "t7") == header("X-Metabase-Session", "t7"));
        let query = carried(json!({"kind": "query", "name": "sid"}), "t 7");
        assert!(query == Ok(Credential::Parameter("sid".into(), "t 7".into())));
        let steps = vec![Step::Key("params".into()), Step::Index(0)];
        let body = carried(json!({"kind": "body", "path": "$.params[0]"}), "t7");
        assert!(body == Ok(Credential::Body(steps, "t7".into())));
        assert!(carried(json!({"kind": "bearer"}), "令牌") == Err(Unfit));
    }

    #[test]
    fn a_mistake_is_named_by_its_place() {
        let wrong = |name, value| session(&[(name, value)]).expect_err("a fault").to_string();
        assert_eq!(wrong("token", Value::Null), "token: this field must be there");
        assert!(wrong("token", json!("id")).starts_with("token: `id` is not"));
        assert!(wrong("token", json!({"header": "X Token"})).starts_with("token.header: a header"));
        assert_eq!(wrong("login", json!({})), "login.path: this field must be there");
        let carried = |carried: Value| wrong("carried", carried);
        assert!(carried(json!({"kind": "cookie"})).starts_with("carried.kind: one of bearer"));
        assert!(carried(json!({"kind": "bearer", "name": "X"})).starts_with("carried.name"));
        assert!(
            carried(json!({"kind": "body", "path": "$..id"})).starts_with("carried.path: a JSO")
        );
        let fixed = json!({"kind": "header", "name": "X-Key", "value": "k3y"});
        assert!(carried(fixed).starts_with("carried.value: no secret"));
    }

    #[test]
    fn what_the_login_asks_for_is_typed() {
        let wanted = |login: Value| session(&[("login", login)]).expect("a session").wanted();
        let both = json!({"path": "l", "body": ["$.user", "$.password"]});
        assert_eq!(wanted(both), Some(Wanted::UserAndPassword));
        let basic = json!({"path": "l", "headers": {"Authorization": "Basic {basic}"}});
        assert_eq!(wanted(basic), Some(Wanted::UserAndPassword));
        let key = json!({"path": "l", "body": {"user": "reports", "key": "$.password"}});
        assert_eq!(wanted(key), Some(Wanted::Key));
        assert_eq!(wanted(json!({"path": "l", "query": {"k": "{password}"}})), Some(Wanted::Key));
        assert_eq!(wanted(json!({"path": "guests"})), None);
    }
}
