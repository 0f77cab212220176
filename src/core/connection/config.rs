//! `config.json`: what a deployment starts with.

use super::{Connection, Settings};
use serde::Deserialize;

/// The version of the format written today.
const VERSION: u32 = 1;

/// What a deployment starts with. With no connection, the demo is shown.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// `heartline/config`
    pub format: Option<String>,
    /// The format's version.
    pub version: Option<u32>,
    /// What the deployment knows about itself.
    #[serde(rename = "workspace")]
    pub settings: Settings,
    /// The connection to read; the demo when left out.
    pub connection: Option<Connection>,
}

/// The configuration cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// It is no JSON, or not of the right shape.
    #[error("{path}: {reason}")]
    Invalid {
        /// Where in the document.
        path: String,
        /// What is wrong there.
        reason: String,
    },
    /// It was written for a newer Heartline.
    #[error("version {0} is newer than this program reads ({VERSION})")]
    TooNew(u32),
}

/// The demo as a configuration like any other: it is read through the very same path.
const DEMO: &str = include_str!("demo.json");

impl Config {
    /// The configuration of the demo data.
    ///
    /// # Errors
    /// None, as long as the embedded document is sound, which a test sees to.
    pub fn demo() -> Result<Self, ConfigError> {
        Self::parse(DEMO)
    }

    /// Reads a configuration.
    ///
    /// # Errors
    /// With the path to the first value that is wrong, such as `connection.feeds.responses.rows`.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let deserializer = &mut serde_json::Deserializer::from_str(text);
        let config: Config = serde_path_to_error::deserialize(deserializer).map_err(|error| {
            ConfigError::Invalid {
                path: error.path().to_string(),
                reason: error.inner().to_string(),
            }
        })?;
        match config.version {
            Some(version) if version > VERSION => Err(ConfigError::TooNew(version)),
            _ => Ok(config),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connection(feeds: &str) -> String {
        format!(
            r#"{{"connection": {{"name": "Ours", "base_url": "https://api.example/", "feeds": {feeds}}}}}"#
        )
    }

    #[test]
    fn the_demo_is_sound() {
        let demo = Config::demo().expect("a configuration");
        assert!(demo.connection.is_some_and(|connection| connection.feeds.responses.is_some()));
    }

    #[test]
    fn nothing_configured_is_the_demo() {
        let config = Config::parse("{}").expect("an empty configuration");
        assert!(config.connection.is_none());
        assert_eq!(config.settings.questions().len(), 8);
    }

    #[test]
    fn an_error_names_the_path_to_the_bad_value() {
        let text = connection(r#"{"responses": {"path": "r", "rows": "data[*]"}}"#);
        let error = Config::parse(&text).expect_err("no leading $").to_string();
        assert!(error.starts_with("connection.feeds.responses.rows: `data[*]`"), "{error}");

        let text = connection(
            r#"{"responses": {"path": "r", "rows": "$[*]", "fields": {"tuchpoint": "$.t"}}}"#,
        );
        let error = Config::parse(&text).expect_err("a typo").to_string();
        assert!(error.contains("fields.tuchpoint") && error.contains("unknown field"), "{error}");
    }

    #[test]
    fn a_newer_version_is_refused() {
        assert_eq!(Config::parse(r#"{"version": 2}"#).err(), Some(ConfigError::TooNew(2)));
    }

    #[test]
    fn nested_fields_mirror_the_document() {
        let text = connection(
            r#"{"journeys": {"path": "j", "rows": "$[*]", "fields": {"id": "$.jid", "stages": {
                "rows": "$", "fields": {"id": "$.sid", "touchpoints": {"rows": "$"}}}}}}"#,
        );
        let config = Config::parse(&text).expect("a connection");
        let journeys = config.connection.and_then(|c| c.feeds.journeys).expect("journeys");
        let stages = journeys.fields.stages;
        assert_eq!(stages.rows.map(|rows| rows.source().to_owned()).as_deref(), Some("$"));
        assert_eq!(stages.fields.touchpoints.fields.name.path.source(), "$.name");
    }
}
