//! What is known of APIs of some kinds: a file of data that the site has.

use crate::core::model::LocalText;
use crate::platform::fetch_text;
use serde::Deserialize;
use serde_json::Value;

/// Where they are, below the app's base.
const PRESETS: &str = "presets.json";

/// What is known of APIs of one kind.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Preset {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: LocalText,
    /// Which address is wanted.
    pub hint: LocalText,
    /// A connection's document, as far as it is the same for all of its kind.
    pub connection: Value,
}

#[derive(Deserialize)]
struct Presets {
    presets: Vec<Preset>,
}

/// Every preset there is; none when the file cannot be had, which keeps nobody from connecting an API by hand.
pub async fn presets() -> Vec<Preset> {
    let text = fetch_text(PRESETS).await;
    let read = text.and_then(|text| serde_json::from_str::<Presets>(&text).ok());
    read.map(|read| read.presets).unwrap_or_default()
}
