//! The request that hands a record over.

use super::{WriteError, address, changed_members, fill};
use crate::core::connection::{Call, Connection, Headers, Method, Revision, Write};
use crate::core::mapping::Scalar;
use serde_json::Value;

/// The header in which a revision is an entity tag, which stands in quotes (RFC 9110, 8.8.3).
const IF_MATCH: &str = "if-match";

/// The request that hands a record over, but for the secret. `before` is the row as it was, where there was one: a
/// PATCH says what differs from it alone. The revision is the one that was changed.
///
/// # Errors
/// When the record has nothing for a place of the path.
///
/// ```
/// use heartline::core::connection::{Connection, Written};
/// use heartline::core::writing::call;
/// use serde_json::json;
///
/// let connection = Connection::from_json(&json!({"base_url": "b", "feeds": {}, "writes": {"responses": {
///     "path": "surveys", "body": {"data": "$.row"}, "idempotency_key": "Idempotency-Key"}}}))?;
/// let write = connection.writes.responses.as_ref().expect("a write");
/// let call = call(&connection, write, &json!({"key": "k-1", "row": {"nps": 9}}), None, None);
/// let call = call.expect("a call");
/// assert_eq!((call.method.id(), call.address.as_str()), ("POST", "surveys"));
/// assert_eq!(call.body, Some(json!({"data": {"nps": 9}})));
/// assert_eq!(call.headers.iter().collect::<Vec<_>>(), [("Idempotency-Key", "k-1")]);
/// # Ok::<(), heartline::core::connection::ConfigError>(())
/// ```
pub fn call(
    connection: &Connection,
    write: &Write,
    record: &Value,
    before: Option<&Value>,
    revision: Option<&str>,
) -> Result<Call, WriteError> {
    let path = address(&write.path, record)?;
    let headers = write.headers.or(&connection.headers);
    let headers = with_key(headers, write, record);
    Ok(Call {
        method: write.method,
        address: connection.query.add_to(&write.query.set_in(&path)),
        headers: match revision {
            Some(revision) => headers.with(&write.if_match, &tag(&write.if_match, revision)),
            None => headers,
        },
        body: Some(body(write, record, before)),
        follows: false,
    })
}

fn with_key(headers: Headers, write: &Write, record: &Value) -> Headers {
    let key = record.get("key").and_then(Value::as_str);
    match (&write.idempotency_key, key) {
        (Some(name), Some(key)) => headers.with(name, key),
        _ => headers,
    }
}

fn body(write: &Write, record: &Value, before: Option<&Value>) -> Value {
    let row = record.get("row").unwrap_or(&Value::Null);
    let changed =
        before.filter(|_| write.method == Method::Patch).map(|before| changed_members(before, row));
    match (&write.body, changed) {
        (None, changed) => changed.unwrap_or_else(|| row.clone()),
        (Some(template), None) => fill(template, record),
        (Some(template), Some(changed)) => {
            let mut record = record.clone();
            record["row"] = changed;
            fill(template, &record)
        }
    }
}

fn tag(header: &str, revision: &str) -> String {
    let is_tag = revision.starts_with('"') || revision.starts_with("W/");
    match header.eq_ignore_ascii_case(IF_MATCH) && !is_tag {
        true => format!("\"{revision}\""),
        false => revision.to_owned(),
    }
}

/// The call that reads one record; `None` when the connection does not say where that is.
pub fn read_call(connection: &Connection, write: &Write, record: &Value) -> Option<Call> {
    let path = address(write.one()?, record).ok()?;
    Some(Call {
        method: Method::Get,
        address: connection.query.add_to(&path),
        headers: write.headers.or(&connection.headers),
        body: None,
        follows: false,
    })
}

/// The revision of a row that was read: of the answer's header, or of the row itself.
pub fn revision_of(
    write: &Write,
    row: &Value,
    header: impl Fn(&str) -> Option<String>,
) -> Option<String> {
    match write.revision.as_ref()? {
        Revision::Header(name) => header(name),
        Revision::Path(path) => {
            let text = Scalar::of(path.first(row)?)?.text()?;
            Some(text.into_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::Written;
    use serde_json::json;

    fn connection(write: Value) -> Connection {
        let document = json!({"base_url": "b", "query": {"v": 2}, "headers": {"Prefer": "x"}, "feeds": {},
            "writes": {"journeys": write}});
        Connection::from_json(&document).expect("a connection")
    }

    fn made(write: Value, record: Value, before: Value, revision: Option<&str>) -> Call {
        let connection = connection(write);
        let write = connection.writes.journeys.as_ref().expect("a write");
        call(&connection, write, &record, Some(&before), revision).expect("a call")
    }

    #[test]
    fn a_patch_says_what_differs_and_where() {
        let before = json!({"id": 7, "name": "Old", "x": 1});
        let record = json!({"id": "7", "row": {"id": 7, "name": "New", "x": 1}});
        let patch = json!({"method": "PATCH", "path": "j/{$.row.id}", "body": {"data": "$.row"}});
        let call = made(patch, record.clone(), before.clone(), None);
        assert_eq!(call.address, "j/7?v=2");
        assert_eq!(call.body, Some(json!({"data": {"name": "New"}})));
        let put = made(json!({"method": "PUT", "path": "j/{id}"}), record, before, None);
        assert_eq!(put.body, Some(json!({"id": 7, "name": "New", "x": 1})));
        assert_eq!(put.headers.iter().collect::<Vec<_>>(), [("Prefer", "x")]);
    }

    #[test]
    fn a_revision_is_a_tag_in_its_own_header_alone() {
        let sent = |write: Value, revision: &str| {
            let call = made(write, json!({"row": {}}), json!({}), Some(revision));
            call.headers.iter().last().map(|(name, value)| format!("{name}: {value}"))
        };
        let put = |more: Value| {
            let mut write = json!({"method": "PUT", "path": "j"});
            write
                .as_object_mut()
                .expect("an object")
                .extend(more.as_object().cloned().expect("one"));
            write
        };
        assert_eq!(sent(put(json!({})), "17").as_deref(), Some("If-Match: \"17\""));
        assert_eq!(sent(put(json!({})), "W/\"17\"").as_deref(), Some("If-Match: W/\"17\""));
        assert_eq!(sent(put(json!({"if_match": "X-Rev"})), "17").as_deref(), Some("X-Rev: 17"));
    }

    #[test]
    fn a_revision_is_read_from_where_it_is() {
        let by = |revision: Value| {
            let connection = connection(json!({"path": "j", "revision": revision}));
            let write = connection.writes.journeys.expect("a write");
            let header = |name: &str| (name == "ETag").then(|| "\"3\"".to_owned());
            revision_of(&write, &json!({"at": 17}), header)
        };
        assert_eq!(by(json!({"header": "ETag"})).as_deref(), Some("\"3\""));
        assert_eq!(by(json!({"path": "$.at"})).as_deref(), Some("17"));
        assert_eq!(by(json!({"path": "$.rev"})), None);
    }
}
