//! The presets: each is a connection once an address is given, and each says what it is in both languages.

#![expect(clippy::expect_used, reason = "a test that cannot read its data has nothing to go on")]

use heartline::core::connection::{Connection, FeedKind, Written};
use heartline::core::model::{Lang, LocalText};
use heartline::core::preview::Address;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;

fn presets() -> Vec<Value> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/presets.json");
    let text = std::fs::read_to_string(path).expect("the presets");
    let value: Value = serde_json::from_str(&text).expect("JSON");
    value["presets"].as_array().expect("a list").clone()
}

#[test]
fn each_becomes_a_connection_with_an_address() {
    let address = Address::of("https://api.example.com/v1/answers?x=1").expect("an address");
    for preset in presets() {
        let document = address.filled(&preset["connection"], FeedKind::Responses);
        let connection = Connection::from_json(&document).expect("a connection");
        assert_eq!(connection.base_url, "https://api.example.com/v1/");
        let request = &connection.feeds.responses.expect("responses").feed.request;
        assert_eq!(request.path, "answers?x=1");
    }
}

#[test]
fn each_is_there_once_and_named_in_both_languages() {
    let all = presets();
    let ids: BTreeSet<&str> = all.iter().filter_map(|preset| preset["id"].as_str()).collect();
    assert_eq!(ids.len(), all.len());
    assert!(all.len() >= 15);
    for preset in &all {
        for text in ["name", "hint"] {
            let text = LocalText::deserialize(&preset[text]).expect("a text");
            assert!(Lang::ALL.iter().all(|lang| !text.get(*lang).is_empty()), "{preset}");
        }
    }
}
