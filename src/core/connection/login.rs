//! The first request of a session: what it says, with places for what the user types.

use super::config::{Fault, Kind};
use super::headers::for_login;
use super::node::{Node, Written, word};
use super::{ConfigError, Headers, Method, Parameters, Template};

/// The first request of a session. In the values of its query and its headers `{user}` and `{password}` stand for what
/// the user types, and `{basic}` for both as `Authorization: Basic` has them; its body is a [`Template`] whose record
/// has the members `user` and `password`.
#[derive(Clone, Debug)]
pub struct Login {
    /// POST unless said otherwise, or GET.
    pub method: Method,
    /// The path below the connection's base URL: what is typed goes nowhere else.
    pub path: String,
    /// Parameters of the query.
    pub query: Parameters,
    /// Headers.
    pub headers: Headers,
    /// What is sent, as JSON.
    pub body: Option<Template>,
}

impl Login {
    /// True when it has a place for this member of what is typed, `user` or `password`.
    pub fn asks_for(&self, member: &str) -> bool {
        let in_body = || self.body.as_ref().is_some_and(|body| body.asks_for(member));
        self.has_place(member) || self.asks_for_both() || in_body()
    }

    /// True when it has a place for user and password as one word.
    pub fn asks_for_both(&self) -> bool {
        self.has_place("basic")
    }

    fn has_place(&self, name: &str) -> bool {
        let place = format!("{{{name}}}");
        let headers = self.headers.iter().map(|(_, value)| value);
        self.query.values().chain(headers).any(|text| text.contains(&place))
    }
}

impl Written for Login {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.members(&["method", "path", "query", "headers", "body"])?;
        let methods = [("POST", Method::Post), ("GET", Method::Get)];
        let method = node.get("method").map_or(Ok(Method::Post), |node| word(&node, &methods))?;
        if let (Method::Get, Some(body)) = (method, node.get("body")) {
            return Err(body.wrong(Fault::BodyOfGet));
        }
        Ok(Self {
            method,
            path: path(node)?,
            query: node.or("query", Parameters::default())?,
            headers: node.get("headers").map_or(Ok(Headers::default()), |node| for_login(&node))?,
            body: node.optional("body")?,
        })
    }
}

/// An address of its own could be anybody's.
fn path(node: &Node) -> Result<String, ConfigError> {
    let path: String = node.required("path")?;
    let start = path.split(['?', '#']).next().unwrap_or_default();
    let is_elsewhere = start.starts_with("//") || start.contains([':', '\\']);
    match is_elsewhere {
        true => Err(node.member("path").wrong(Fault::Expected(Kind::PathTemplate))),
        false => Ok(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn wrong(json: Value) -> String {
        Login::from_json(&json).expect_err("a fault").to_string()
    }

    #[test]
    fn it_goes_to_the_connection_s_own_origin() {
        for path in ["https://evil.example/", "//evil.example", "/\\evil.example", "data:,x"] {
            assert!(wrong(json!({"path": path})).starts_with("path: a path"), "{path}");
        }
        for path in ["login", "/login", "../login?next=https://api.example/", ""] {
            assert!(Login::from_json(&json!({"path": path})).is_ok(), "{path}");
        }
    }

    #[test]
    fn no_secret_stands_in_it() {
        let with = |value: &str| json!({"path": "l", "headers": {"Authorization": value}});
        assert!(wrong(with("Basic azN5Og==")).starts_with("headers.Authorization: no secret"));
        assert!(Login::from_json(&with("Basic {basic}")).is_ok());
    }

    #[test]
    fn a_mistake_is_named_by_its_place() {
        assert_eq!(wrong(json!({})), "path: this field must be there");
        assert!(wrong(json!({"path": "l", "method": "PUT"})).starts_with("method: one of POST"));
        let got = json!({"path": "l", "method": "GET", "body": {}});
        assert!(wrong(got).starts_with("body: a body goes with POST"));
        assert!(wrong(json!({"path": "l", "body": {"u": "$["}})).starts_with("body.u: `$[`"));
        assert!(wrong(json!({"path": "l", "headers": {"Cookie": "a"}})).starts_with("headers.C"));
        assert!(wrong(json!({"path": "l", "user": "me"})).starts_with("user: there is no such"));
    }
}
