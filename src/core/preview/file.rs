//! A connection that begins with a file.

use super::RowsPlace;
use crate::core::connection::{Csv, DEVICE, DeviceFile, FeedKind, put};
use serde_json::{Value, json};

/// How long a file's beginning must be at most to be known by, in bytes.
const HEAD: usize = 2000;

/// The document of a connection that is made of a file, whose text begins like this, and which feed it gives: that which
/// the native format says, else responses.
///
/// ```
/// use heartline::core::connection::{DeviceFile, FeedKind};
/// use heartline::core::preview::file_document;
/// use serde_json::json;
///
/// let file = DeviceFile { key: "7f".to_owned(), name: "May.csv".to_owned() };
/// let (document, feed) = file_document(&file, "when;score\n");
/// let feeds = json!({"responses": {"path": "7f/May.csv", "format": "csv"}});
/// assert_eq!(document, json!({"name": "May", "base_url": "device:///", "feeds": feeds}));
/// assert_eq!(feed, FeedKind::Responses);
/// ```
pub fn file_document(file: &DeviceFile, beginning: &str) -> (Value, FeedKind) {
    let name = file.name.rsplit_once('.').map_or(file.name.as_str(), |(name, _)| name);
    let mut document = json!({"name": name, "base_url": DEVICE});
    let feed = kind(beginning);
    put_file(&mut document, feed, file, beginning);
    (document, feed)
}

/// Reads a feed from a file, whose text begins like this. Where its rows and fields are stays as it was said, unless
/// that was of a table and this is JSON, or the other way round.
pub fn put_file(document: &mut Value, feed: FeedKind, file: &DeviceFile, beginning: &str) {
    let mut say = |name: &str, value: Value| {
        put(document, &["feeds", feed.id(), name], Some(value));
    };
    say("path", json!(file.path()));
    let was_table = matches!(RowsPlace::said(document, feed), Some(RowsPlace::Csv(_)));
    if is_json(beginning) == was_table {
        let feed = document.get_mut("feeds").and_then(|feeds| feeds.get_mut(feed.id()));
        if let Some(feed) = feed.and_then(Value::as_object_mut) {
            RowsPlace::Csv(Csv::Found).put(feed);
            if was_table {
                feed.remove("format");
            }
        }
    }
}

/// Whoever writes tables begins with the name of a column, and calls none like this.
fn is_json(beginning: &str) -> bool {
    beginning.trim_start().starts_with(['{', '['])
}

fn kind(beginning: &str) -> FeedKind {
    let head: String = beginning.chars().take(HEAD).collect();
    let is_said = |kind: &FeedKind| head.contains(&format!("\"heartline/{}\"", kind.id()));
    [FeedKind::Journeys, FeedKind::Tally, FeedKind::Indicators]
        .into_iter()
        .find(is_said)
        .unwrap_or(FeedKind::Responses)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> DeviceFile {
        DeviceFile { key: "k".to_owned(), name: name.to_owned() }
    }

    #[test]
    fn what_is_in_a_file_says_what_it_is() {
        let of = |text: &str| file_document(&file("客户.2026.txt"), text);
        let (document, feed) = of("\n [{\"a\": 1}]");
        assert_eq!((document["name"].as_str(), feed), (Some("客户.2026"), FeedKind::Responses));
        assert_eq!(RowsPlace::said(&document, feed), None);
        assert_eq!(of("{\"format\": \"heartline/journeys\", ").1, FeedKind::Journeys);
        let (document, feed) = of("a\n1");
        assert_eq!(RowsPlace::said(&document, feed), Some(RowsPlace::Csv(Csv::Found)));
    }

    #[test]
    fn another_file_is_read_as_the_one_before() {
        let feed = FeedKind::Responses;
        let (mut document, _) = file_document(&file("a.csv"), "a;b\n");
        put(&mut document, &["feeds", "responses", "format"], Some(json!("csv_semicolon")));
        put(&mut document, &["feeds", "responses", "fields", "touchpoint"], Some(json!("$.a")));
        put_file(&mut document, feed, &file("b.csv"), "a;b\n");
        let said =
            json!({"path": "k/b.csv", "format": "csv_semicolon", "fields": {"touchpoint": "$.a"}});
        assert_eq!(document["feeds"]["responses"], said);
        put_file(&mut document, feed, &file("b.json"), "[]");
        assert_eq!(RowsPlace::said(&document, feed), None);
        put(&mut document, &["feeds", "responses", "rows"], Some(json!("$[*]")));
        put_file(&mut document, feed, &file("c.json"), "[]");
        assert_eq!(RowsPlace::said(&document, feed), RowsPlace::of("$[*]"));
        put_file(&mut document, feed, &file("c.tsv"), "a\tb");
        assert_eq!(RowsPlace::said(&document, feed), Some(RowsPlace::Csv(Csv::Found)));
    }
}
