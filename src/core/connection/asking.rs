//! What of a connection's document decides what a feed answers.

use super::FeedKind;
use serde_json::{Map, Value, json};

/// What every request of a connection is made by.
const OF_ALL: [&str; 6] = ["base_url", "proxy", "auth", "query", "headers", "timeout_seconds"];

/// What the request of one feed is made by.
const OF_FEED: [&str; 6] = ["path", "method", "query", "headers", "body", "paging"];

/// The document of a connection that asks for one feed just so, whatever is made of the answer: two documents with
/// the same one get the same answer. It is complete where the other says what is asked, though it may not say where
/// rows are. `None` when it says nothing of the feed.
///
/// ```
/// use heartline::core::connection::{Connection, FeedKind, Written, asking};
/// use serde_json::json;
///
/// let draft = json!({"base_url": "https://api.example/", "feeds": {"responses": {"path": "surveys"}}});
/// let asking = asking(&draft, FeedKind::Responses).expect("a feed");
/// assert!(Connection::from_json(&draft).is_err(), "it does not say where the rows are");
/// assert!(Connection::from_json(&asking).is_ok());
/// ```
pub fn asking(document: &Value, feed: FeedKind) -> Option<Value> {
    let own = document.get("feeds")?.get(feed.id())?;
    let own = if feed == FeedKind::Summary { own.get(0)? } else { own };
    let mut request = members(own, &OF_FEED);
    request.insert("rows".into(), json!("$"));
    let request = Value::Object(request);
    let request = if feed == FeedKind::Summary { json!([request]) } else { request };
    let mut asking = members(document, &OF_ALL);
    asking.insert("feeds".into(), json!({feed.id(): request}));
    Some(Value::Object(asking))
}

fn members(of: &Value, names: &[&str]) -> Map<String, Value> {
    let found = |name: &&str| Some(((*name).to_owned(), of.get(*name)?.clone()));
    names.iter().filter_map(found).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_of_the_answer_changes_no_request() {
        let document = |fields: Value, path: &str| {
            json!({"name": "N", "base_url": "b", "auth": {"kind": "bearer"}, "feeds": {
                "responses": {"path": path, "rows": "$[*]", "fields": fields},
                "journeys": {"path": "j", "rows": "$[*]"},
            }})
        };
        let asked = |document: &Value| asking(document, FeedKind::Responses);
        let one = asked(&document(json!({"touchpoint": "$.t"}), "r"));
        assert_eq!(one, asked(&document(json!({}), "r")));
        assert_ne!(one, asked(&document(json!({}), "r?x=1")));
        assert_eq!(asking(&document(json!({}), "r"), FeedKind::Tally), None);
    }

    #[test]
    fn sums_are_a_list_of_feeds() {
        let document = json!({"base_url": "b", "feeds": {"summary": [{"path": "s"}]}});
        let asked = asking(&document, FeedKind::Summary).expect("a feed");
        assert_eq!(asked["feeds"]["summary"][0]["path"], "s");
    }
}
