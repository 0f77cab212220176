//! `config.json`: what a deployment starts with.

use super::node::Node;
use super::{Connection, Settings};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt;

/// The version of the format written today.
const VERSION: u32 = 1;

/// What a deployment starts with. With no connection, the demo is shown; of several all are read, as if one gave what
/// they give.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// What the deployment knows about itself: `workspace`.
    pub settings: Settings,
    /// The connections to read; the demo when there are none.
    pub connections: Vec<Connection>,
}

/// What is wrong with a value of the configuration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Fault {
    /// The document is no JSON: line and column.
    #[error("not JSON (line {0}, column {1})")]
    NotJson(usize, usize),
    /// It was written for a newer Heartline.
    #[error("version {0} is newer than this program reads ({VERSION})")]
    TooNew(u32),
    /// There is no such field.
    #[error("there is no such field")]
    Unknown,
    /// A field that must be there is not.
    #[error("this field must be there")]
    Missing,
    /// Another kind of value.
    #[error("a {0} is wanted here")]
    Expected(Kind),
    /// A text that is no JSONPath, and why.
    #[error("`{0}` is not a JSONPath: {1}")]
    NotAPath(String, String),
    /// A word that is none of these.
    #[error("one of {} is wanted here", .0.join(", "))]
    NotOneOf(Vec<String>),
    /// An id that was there before.
    #[error("this id is there already")]
    Duplicate,
    /// A list with nothing in it.
    #[error("there must be something in this list")]
    Empty,
    /// A header that a browser keeps for itself.
    #[error("a browser lets no page set this header")]
    KeptHeader,
    /// A secret, which belongs in no file.
    #[error("no secret may stand here: the reader types it, `auth` says where it goes")]
    Secret,
    /// A body with a GET request.
    #[error("a body goes with POST alone")]
    BodyOfGet,
    /// A value map that cannot be read backwards.
    #[error("two words stand for the same value here")]
    Ambiguous,
}

/// A kind of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A text.
    Text,
    /// A number.
    Number,
    /// A whole number, not negative.
    Whole,
    /// A list.
    List,
    /// An object.
    Object,
    /// The name of an HTTP header.
    HeaderName,
    /// What an HTTP header can carry.
    HeaderValue,
    /// The value of a query's parameter.
    Parameter,
    /// A number of one or more.
    Positive,
    /// A JSONPath of names and places alone.
    PlainPath,
    /// The ends of a scale.
    Scale,
    /// A path with places in braces.
    PathTemplate,
    /// True or false.
    Truth,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Text => "text",
            Kind::Number => "number",
            Kind::Whole => "whole number",
            Kind::List => "list",
            Kind::Object => "object",
            Kind::HeaderName => "header name",
            Kind::HeaderValue => "header value (visible ASCII characters)",
            Kind::Parameter => "text, number, truth value or list of them",
            Kind::Positive => "whole number of one or more",
            Kind::PlainPath => "JSONPath of names and places alone",
            Kind::Scale => "scale (two whole numbers, the lower one first)",
            Kind::PathTemplate => "path with names or JSONPaths in braces",
            Kind::Truth => "truth value (true or false)",
        })
    }
}

/// The configuration cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{path}: {fault}")]
pub struct ConfigError {
    /// Where in the document, such as `connection.feeds.responses.rows`; empty for all of it.
    pub path: String,
    /// What is wrong there.
    pub fault: Fault,
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
        let value: Value = serde_json::from_str(text).map_err(not_json)?;
        let root = Node::root(&value);
        // `snapshot` names answers made beforehand; whoever loads the page reads it, nobody here.
        root.members(&[
            "$schema",
            "format",
            "version",
            "workspace",
            "connection",
            "connections",
            "snapshot",
        ])?;
        match root.optional::<u32>("version")? {
            Some(version) if version > VERSION => Err(root.wrong(Fault::TooNew(version))),
            _ => Ok(Self {
                settings: root.or("workspace", Settings::default())?,
                connections: connections(&root)?,
            }),
        }
    }
}

/// One stands alone, several in a list; who has both means all of them.
fn connections(root: &Node) -> Result<Vec<Connection>, ConfigError> {
    let mut all: Vec<Connection> = root.optional("connection")?.into_iter().collect();
    all.extend(root.or("connections", Vec::new())?);
    Ok(all)
}

/// A text that is no JSON.
pub(super) fn not_json(error: serde_json::Error) -> ConfigError {
    ConfigError { path: String::new(), fault: Fault::NotJson(error.line(), error.column()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connection(feeds: &str) -> String {
        format!(
            r#"{{"connection": {{"name": "Ours", "base_url": "https://api.example/", "feeds": {feeds}}}}}"#
        )
    }

    fn error(text: &str) -> String {
        Config::parse(text).expect_err("a fault").to_string()
    }

    #[test]
    fn the_demo_is_sound() {
        let demo = Config::demo().expect("a configuration");
        assert!(demo.connections[0].feeds.responses.is_some());
    }

    #[test]
    fn nothing_configured_is_the_demo() {
        let config = Config::parse("{}").expect("an empty configuration");
        assert!(config.connections.is_empty());
        assert_eq!(config.settings.questions().len(), 8);
    }

    #[test]
    fn an_error_names_the_path_to_the_bad_value() {
        let at = |feeds: &str| error(&connection(feeds));
        let wrong = at(r#"{"responses": {"path": "r", "rows": "data[*]"}}"#);
        assert!(wrong.starts_with("connection.feeds.responses.rows: `data[*]` is not"), "{wrong}");
        let wrong =
            at(r#"{"responses": {"path": "r", "rows": "$[*]", "fields": {"tuchpoint": "$.t"}}}"#);
        assert_eq!(wrong, "connection.feeds.responses.fields.tuchpoint: there is no such field");
        let wrong = at(r#"{"responses": {"rows": "$[*]"}}"#);
        assert_eq!(wrong, "connection.feeds.responses.path: this field must be there");
        let wrong = at(r#"{"responses": {"path": "r", "format": "json_lines", "rows": "$[*]"}}"#);
        assert_eq!(wrong, "connection.feeds.responses.rows: there is no such field");
        let wrong = at(r#"{"responses": {"path": "r", "format": "xml", "rows": "$[*]"}}"#);
        let words = "one of json, json_lines, columns, csv, csv_comma, csv_semicolon, csv_tab";
        assert!(wrong.ends_with(&format!("{words} is wanted here")), "{wrong}");
        let wrong = at(r#"{"summary": [{"path": 7, "rows": "$[*]"}]}"#);
        assert_eq!(wrong, "connection.feeds.summary[0].path: a text is wanted here");
        assert_eq!(
            error(r#"{"workspace": {"questions": {"q1": "joy"}}}"#).split(':').next(),
            Some("workspace.questions.q1")
        );
        assert_eq!(error("{"), ": not JSON (line 1, column 1)");
    }

    #[test]
    fn several_connections_stand_in_a_list() {
        let one = |path: &str| {
            let feeds = format!(r#"{{"responses": {{"path": "{path}", "rows": "$[*]"}}}}"#);
            format!(r#"{{"base_url": "https://{path}.example/", "feeds": {feeds}}}"#)
        };
        let (a, b, c) = (one("a"), one("b"), one("c"));
        let text = format!(r#"{{"connection": {a}, "connections": [{b}, {c}]}}"#);
        let config = Config::parse(&text).expect("a configuration");
        let bases: Vec<&str> = config.connections.iter().map(|one| one.base_url.as_str()).collect();
        assert_eq!(bases, ["https://a.example/", "https://b.example/", "https://c.example/"]);
        let wrong = error(r#"{"connections": [{"feeds": {}}]}"#);
        assert_eq!(wrong, "connections[0].base_url: this field must be there");
    }

    #[test]
    fn a_newer_version_is_refused() {
        let newer = Config::parse(r#"{"version": 2, "connection": null}"#).expect_err("too new");
        assert_eq!(newer.fault, Fault::TooNew(2));
    }

    #[test]
    fn nested_fields_mirror_the_document() {
        let text = connection(
            r#"{"journeys": {"path": "j", "rows": "$[*]", "fields": {"id": "$.jid", "stages": {
                "rows": "$", "fields": {"id": "$.sid", "touchpoints": {"rows": "$"}}}}}}"#,
        );
        let config = Config::parse(&text).expect("a connection");
        let journeys = config.connections[0].feeds.journeys.as_ref().expect("journeys");
        let stages = &journeys.fields.stages;
        assert_eq!(stages.rows.as_ref().map(|rows| rows.source()), Some("$"));
        assert_eq!(stages.fields.touchpoints.fields.name().path.source(), "$.name");
    }

    #[test]
    fn settings_are_read_whole() {
        let config = Config::parse(
            r#"{"workspace": {"time_zone": "Europe/Berlin", "targets": {"csat": 90},
                "questions": {"q1": "csat", "q2": "care", "q3": "care"},
                "health": {"min_coverage": 0.5, "blend": "geometric"},
                "maturity": [[{"measure": "awareness", "at_least": 60}], [], [], [{"measure": "nps", "at_most": 5}]]}}"#,
        )
        .expect("settings");
        let settings = config.settings;
        assert_eq!((settings.targets.csat, settings.targets.nps), (90.0, 45.0));
        assert_eq!(settings.questions().len(), 3);
        assert_eq!(settings.maturity.levels[0][0].measure, "awareness");
        assert_eq!(settings.health.min_coverage, 0.5);
    }
}
