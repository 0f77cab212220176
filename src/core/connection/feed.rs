//! Feeds: which rows a connection gives, and what they mean.

use super::{
    Auth, IndicatorFields, JourneyFields, ResponseFields, RowsPath, Selector, TallyFields,
};
use crate::core::model::LocalText;
use serde::Deserialize;

/// How one JSON API is read.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Connection {
    /// Its name, as the user reads it.
    #[serde(default)]
    pub name: LocalText,
    /// Where its paths start; relative to the page when it is no full URL.
    pub base_url: String,
    /// How requests prove who they are.
    #[serde(default)]
    pub auth: Auth,
    /// Seconds until a silent server is given up.
    #[serde(default = "default_timeout")]
    pub timeout_seconds: u32,
    /// What it gives.
    pub feeds: Feeds,
}

fn default_timeout() -> u32 {
    30
}

/// What a connection gives. Every feed may be left out.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Feeds {
    /// Journeys with their stages and touchpoints.
    pub journeys: Option<Feed<JourneyFields>>,
    /// Single responses.
    pub responses: Option<Feed<ResponseFields>>,
    /// Counts grouped beforehand, for what no single responses are given of.
    pub tally: Option<Feed<TallyFields>>,
    /// Sums of the very responses that `responses` gives one by one: shown until those are read.
    pub summary: Vec<Feed<TallyFields>>,
    /// Operational indicators.
    pub indicators: Option<Feed<IndicatorFields>>,
}

/// Where a feed is, where its rows are and where a record's fields are in a row.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feed<F: Default> {
    /// The path below the connection's base URL, with its query.
    pub path: String,
    /// Where the rows are.
    pub rows: RowsPath,
    /// Where the fields are in a row.
    #[serde(default)]
    pub fields: F,
}

/// Rows nested inside a row. With `$` for `rows` the row itself is the only one, so that flat rows,
/// which repeat what they belong to, work just as nested ones.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Level<F: Default> {
    /// Where the inner rows are; under the native name when left out.
    pub rows: Option<Selector>,
    /// Their fields.
    pub fields: F,
}
