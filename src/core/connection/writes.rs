//! How an API takes what is written: one request a record.

use super::config::Fault;
use super::headers::header_name;
use super::node::{Node, Written, word};
use super::{ConfigError, Headers, Method, Parameters, PathTemplate, Selector, Template};
use serde::{Deserialize, Serialize};

/// What can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WriteKind {
    /// What a customer answered.
    Responses,
    /// A journey that was changed.
    Journeys,
    /// A problem to be mended.
    Cases,
}

impl WriteKind {
    /// All of them.
    pub const ALL: [WriteKind; 3] = [WriteKind::Responses, WriteKind::Journeys, WriteKind::Cases];

    /// Its name in a connection.
    pub fn id(self) -> &'static str {
        match self {
            WriteKind::Responses => "responses",
            WriteKind::Journeys => "journeys",
            WriteKind::Cases => "cases",
        }
    }
}

/// What a connection takes. Each may be left out.
#[derive(Clone, Debug, Default)]
pub struct Writes {
    /// Responses.
    pub responses: Option<Write>,
    /// Journeys.
    pub journeys: Option<Write>,
    /// Cases.
    pub cases: Option<Write>,
}

impl Writes {
    /// How records of a kind are written.
    pub fn of(&self, kind: WriteKind) -> Option<&Write> {
        match kind {
            WriteKind::Responses => self.responses.as_ref(),
            WriteKind::Journeys => self.journeys.as_ref(),
            WriteKind::Cases => self.cases.as_ref(),
        }
    }
}

/// Where the revision of a record stands, which changes whenever somebody changes the record.
#[derive(Clone, Debug)]
pub enum Revision {
    /// In a header of the answer to whoever reads the record alone. Another origin sees it only if the API exposes it.
    Header(String),
    /// In the row.
    Path(Selector),
}

/// How records of one kind are written.
#[derive(Clone, Debug)]
pub struct Write {
    /// POST, PUT or PATCH.
    pub method: Method,
    /// Where to.
    pub path: PathTemplate,
    /// Parameters of the query.
    pub query: Parameters,
    /// Headers.
    pub headers: Headers,
    /// What is sent; the row alone when nothing is said: the record at the places that reading finds it at.
    pub body: Option<Template>,
    /// Where the record's id is in the answer.
    pub id: Option<Selector>,
    /// What is there means failure, whatever the status says.
    pub error: Option<Selector>,
    /// Where the row is in an answer about it alone.
    pub row: Selector,
    /// Where one record is read; where it is written when nothing is said and nothing is posted there.
    pub read: Option<PathTemplate>,
    /// True when it is read again after it was written: some drop fields in silence.
    pub read_back: bool,
    /// Where its revision is.
    pub revision: Option<Revision>,
    /// The header that says which revision was changed.
    pub if_match: String,
    /// The header that carries a key by which a record that comes twice is known again.
    pub idempotency_key: Option<String>,
}

impl Write {
    const MEMBERS: [&str; 13] = [
        "method",
        "path",
        "query",
        "headers",
        "body",
        "id",
        "error",
        "row",
        "read",
        "read_back",
        "revision",
        "if_match",
        "idempotency_key",
    ];

    /// Where one record is read, if that can be said.
    pub fn one(&self) -> Option<&PathTemplate> {
        self.read.as_ref().or_else(|| (self.method != Method::Post).then_some(&self.path))
    }

    /// True when one of the places of its body or its addresses is in this member of the record.
    pub fn asks_for(&self, member: &str) -> bool {
        let body = self.body.as_ref();
        self.path.asks_for(member) || body.is_some_and(|body| body.asks_for(member))
    }

    /// True when a record that is sent twice is one record all the same.
    pub fn is_known_again(&self) -> bool {
        self.idempotency_key.is_some() || self.method == Method::Put || self.asks_for("key")
    }
}

impl Written for Writes {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.members(&WriteKind::ALL.map(WriteKind::id))?;
        Ok(Self {
            responses: node.optional("responses")?,
            journeys: node.optional("journeys")?,
            cases: node.optional("cases")?,
        })
    }
}

impl Written for Write {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.members(&Self::MEMBERS)?;
        let methods = [("POST", Method::Post), ("PUT", Method::Put), ("PATCH", Method::Patch)];
        let method = node.get("method").map_or(Ok(Method::Post), |node| word(&node, &methods))?;
        let write = Self {
            method,
            path: node.required("path")?,
            query: node.or("query", Parameters::default())?,
            headers: node.or("headers", Headers::default())?,
            body: node.optional("body")?,
            id: node.optional("id")?,
            error: node.optional("error")?,
            row: node.or("row", Selector::row())?,
            read: node.optional("read")?,
            read_back: node.or("read_back", false)?,
            revision: node.optional("revision")?,
            if_match: header(node, "if_match")?.unwrap_or_else(|| "If-Match".to_owned()),
            idempotency_key: header(node, "idempotency_key")?,
        };
        match write.read_back && write.one().is_none() {
            // Nobody can read again what stands nowhere.
            true => Err(node.member("read").wrong(Fault::Missing)),
            false => Ok(write),
        }
    }
}

impl Written for Revision {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.members(&["header", "path"])?;
        match header(node, "header")? {
            Some(_) if node.get("path").is_some() => Err(node.member("path").wrong(Fault::Unknown)),
            Some(name) => Ok(Self::Header(name)),
            None => Ok(Self::Path(node.required("path")?)),
        }
    }
}

/// The name of a header that a page may set.
fn header(node: &Node, name: &str) -> Result<Option<String>, ConfigError> {
    node.get(name).map(|node| header_name(&node)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn wrong(json: Value) -> String {
        Writes::from_json(&json).expect_err("a fault").to_string()
    }

    #[test]
    fn a_mistake_is_named_by_its_place() {
        let journeys = |write: Value| wrong(json!({"journeys": write}));
        assert_eq!(journeys(json!({})), "journeys.path: this field must be there");
        assert!(
            journeys(json!({"path": "j", "method": "DELETE"}))
                .starts_with("journeys.method: one of POST")
        );
        assert!(journeys(json!({"path": "j/{id"})).starts_with("journeys.path: a path"));
        assert_eq!(
            journeys(json!({"path": "j", "boddy": 1})),
            "journeys.boddy: there is no such field"
        );
        assert!(journeys(json!({"path": "j", "body": {"a": "$["}})).starts_with("journeys.body.a"));
        assert!(
            journeys(json!({"path": "j", "if_match": "If Match"})).starts_with("journeys.if_match")
        );
        assert!(
            journeys(json!({"path": "j", "idempotency_key": "Cookie"}))
                .starts_with("journeys.idem")
        );
        assert_eq!(
            journeys(json!({"path": "j", "read_back": true})),
            "journeys.read: this field must be there"
        );
        assert!(
            journeys(json!({"path": "j", "revision": {}})).starts_with("journeys.revision.path")
        );
        let both = json!({"path": "j", "revision": {"header": "ETag", "path": "$.r"}});
        assert!(journeys(both).starts_with("journeys.revision.path"));
        assert!(wrong(json!({"forms": {}})).starts_with("forms"));
    }

    #[test]
    fn no_secret_stands_in_it() {
        let secret =
            json!({"responses": {"path": "r", "headers": {"Authorization": "Bearer k3y"}}});
        assert!(wrong(secret).contains("no secret"));
        let named = json!({"responses": {"path": "r", "idempotency_key": "Authorization"}});
        assert!(wrong(named).contains("no secret"));
    }

    #[test]
    fn what_may_be_sent_twice_is_known() {
        let known = |json: Value| Write::from_json(&json).expect("a write").is_known_again();
        assert!(!known(json!({"path": "r"})));
        assert!(!known(json!({"path": "r/{id}", "method": "PATCH"})));
        assert!(known(json!({"path": "r/{id}", "method": "PUT"})));
        assert!(known(json!({"path": "r", "idempotency_key": "Idempotency-Key"})));
        assert!(known(json!({"path": "r", "body": {"id": "$.key"}})));
        assert!(known(json!({"path": "r?ref={key}"})));
    }
}
