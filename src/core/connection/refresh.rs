//! When a connection is read again by itself.

use super::node::{Node, Written, positive};
use super::{Call, ConfigError, Connection, Headers, Method, Parameters};

/// When a connection is read again without anybody asking. Nothing is read while nobody looks or the device is
/// offline; it is made up for afterwards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refresh {
    /// So many seconds after it was last read, 1 at least; never without.
    pub every_seconds: Option<u32>,
    /// When the API says that something is new.
    pub events: Option<Events>,
}

/// A stream of server-sent events (HTML standard, section 9.2). Each event that carries data means that there is
/// something new; what the data say is not looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Events {
    /// The path below the connection's base URL.
    pub path: String,
    /// Parameters of the query.
    pub query: Parameters,
    /// Headers.
    pub headers: Headers,
}

impl Events {
    /// The call that asks for the stream, with what the connection says of all its requests.
    pub fn call(&self, connection: &Connection) -> Call {
        Call {
            method: Method::Get,
            address: connection.query.add_to(&self.query.set_in(&self.path)),
            headers: self.headers.or(&connection.headers),
            body: None,
            follows: false,
        }
    }
}

impl Written for Refresh {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.members(&["every_seconds", "events"])?;
        Ok(Self {
            every_seconds: positive(node, "every_seconds")?,
            events: node.optional("events")?,
        })
    }
}

impl Written for Events {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.members(&["path", "query", "headers"])?;
        Ok(Self {
            path: node.required("path")?,
            query: node.or("query", Parameters::default())?,
            headers: node.or("headers", Headers::default())?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_connection_may_be_read_again_by_itself() {
        let connection = |refresh| {
            let document =
                json!({"base_url": "b", "query": {"v": 2}, "refresh": refresh, "feeds": {}});
            Connection::from_json(&document)
        };
        let all =
            json!({"every_seconds": 300, "events": {"path": "changes", "query": {"of": "rows"}}});
        let all = connection(all).expect("a connection");
        assert_eq!(all.refresh.every_seconds, Some(300));
        let events = all.refresh.events.as_ref().expect("events");
        assert_eq!(events.call(&all).address, "changes?v=2&of=rows");
        assert_eq!(connection(json!({})).expect("a connection").refresh, Refresh::default());
        let wrong = |refresh| connection(refresh).expect_err("a fault").path;
        assert_eq!(wrong(json!({"every_seconds": 0})), "refresh.every_seconds");
        assert_eq!(wrong(json!({"events": {}})), "refresh.events.path");
        assert_eq!(wrong(json!({"after": 3})), "refresh.after");
    }
}
