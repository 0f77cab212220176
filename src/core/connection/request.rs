//! How a feed is asked for: what the request says, but for the secret.

use super::config::Fault;
use super::node::{Node, Written, word};
use super::{ConfigError, Connection, Headers, Paging, Parameters};
use serde_json::Value;

/// How an API is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// For what is at an address.
    #[default]
    Get,
    /// With a body that says what is wanted, as JSON-RPC and GraphQL are; or one that is to be added.
    Post,
    /// With a body that is to stand at an address from now on.
    Put,
    /// With a body of what changes at an address.
    Patch,
}

impl Method {
    /// Its name.
    pub fn id(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
        }
    }
}

/// Of those a feed is asked with; the others write.
impl Written for Method {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        word(node, &[("GET", Self::Get), ("POST", Self::Post)])
    }
}

/// How a feed is asked for, as the connection says it.
#[derive(Clone, Debug, Default)]
pub struct FeedRequest {
    /// The path below the connection's base URL; it may have a query of its own.
    pub path: String,
    /// How the API is asked: with POST where a body is written.
    pub method: Method,
    /// Parameters of the query.
    pub query: Parameters,
    /// Headers.
    pub headers: Headers,
    /// What is sent, as JSON.
    pub body: Option<Value>,
    /// How the feed is handed out in pages; all at once without it.
    pub paging: Option<Paging>,
}

impl FeedRequest {
    pub(super) const MEMBERS: [&str; 6] = ["path", "method", "query", "headers", "body", "paging"];

    /// The call that asks for this feed, with what the connection says of all its feeds, and with more parameters,
    /// which take the place of those of their names.
    pub fn call(&self, connection: &Connection, more: &Parameters) -> Call {
        let address = connection.query.add_to(&self.query.set_in(&self.path));
        Call {
            method: self.method,
            address: if more.is_empty() { address } else { more.set_in(&address) },
            headers: self.headers.or(&connection.headers),
            body: self.body.clone(),
            follows: false,
        }
    }
}

/// The members of a feed that say how it is asked for.
impl Written for FeedRequest {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        let body = node.get("body");
        let usual = if body.is_some() { Method::Post } else { Method::Get };
        let method = node.or("method", usual)?;
        if let (Method::Get, Some(body)) = (method, &body) {
            return Err(body.wrong(Fault::BodyOfGet));
        }
        Ok(Self {
            path: node.required("path")?,
            method,
            query: node.or("query", Parameters::default())?,
            headers: node.or("headers", Headers::default())?,
            body: body.map(|body| body.json().clone()),
            paging: node.optional("paging")?,
        })
    }
}

/// One request as it is sent, but for the secret.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// How the API is asked.
    pub method: Method,
    /// The path below the base URL, or a whole URL, with its query.
    pub address: String,
    /// Headers.
    pub headers: Headers,
    /// What is sent, as JSON.
    pub body: Option<Value>,
    /// True when a page has given the address: it starts where that page is, not at the base URL.
    pub follows: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::FeedId;
    use crate::core::connection::FeedKind;
    use serde_json::json;

    fn request(json: &Value) -> Result<FeedRequest, ConfigError> {
        FeedRequest::from_json(json)
    }

    #[test]
    fn a_body_is_posted_and_nothing_else_has_one() {
        let method = |json| request(&json).map(|request| request.method);
        assert_eq!(method(json!({"path": "r"})), Ok(Method::Get));
        assert_eq!(method(json!({"path": "r", "method": "POST"})), Ok(Method::Post));
        assert_eq!(method(json!({"path": "r", "body": [1]})), Ok(Method::Post));
        let wrong = method(json!({"path": "r", "method": "GET", "body": {}})).expect_err("a fault");
        assert_eq!((wrong.path.as_str(), &wrong.fault), ("body", &Fault::BodyOfGet));
        assert_eq!(
            method(json!({"path": "r", "method": "PUT"})).expect_err("a fault").path,
            "method"
        );
    }

    #[test]
    fn a_feed_speaks_before_its_connection_and_a_refresh_before_both() {
        let connection = Connection::from_json(&json!({
            "base_url": "b", "query": {"v": 2, "from": 1}, "headers": {"Accept": "a", "X-Site": "s"},
            "feeds": {"responses": {
                "path": "r?size=max&lang=en", "rows": "$[*]", "query": {"lang": "zh", "tag": ["a", "b"]},
                "headers": {"accept": "application/json"}, "body": {"query": "{ rows }"}}},
        }));
        let connection = connection.expect("a connection");
        let responses = FeedId::only(FeedKind::Responses);
        let (request, _) = responses.address(&connection).expect("the feed");
        let call = request.call(&connection, &Parameters::one("from", "9"));
        assert_eq!(call.address, "r?v=2&size=max&lang=zh&tag=a&tag=b&from=9");
        let headers: Vec<_> = call.headers.iter().collect();
        assert_eq!(headers, [("accept", "application/json"), ("X-Site", "s")]);
        assert_eq!((call.method, call.body), (Method::Post, Some(json!({"query": "{ rows }"}))));
    }
}
