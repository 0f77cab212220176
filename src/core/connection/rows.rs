//! The JSONPath that leads to a feed's rows.

use super::ConfigError;
use super::node::{Node, Written, path};
use super::selector::{SelectorError, Step, plain_steps};
use serde_json::Value;
use serde_json_path::JsonPath;

/// What holds the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// `[*]`: the elements of an array.
    Array,
    /// `.*`: the members of an object keyed by id.
    Object,
    /// One value a line, as in NDJSON: nothing stands around the rows.
    Lines,
}

impl Container {
    /// What begins and ends it; lines begin and end with the body.
    pub fn brackets(self) -> Option<(char, char)> {
        match self {
            Container::Array => Some(('[', ']')),
            Container::Object => Some(('{', '}')),
            Container::Lines => None,
        }
    }
}

/// Where the rows of a body are.
#[derive(Clone, Debug)]
pub struct RowsPath {
    source: String,
    steps: Vec<Step>,
    container: Option<Container>,
    path: JsonPath,
}

impl RowsPath {
    /// Compiles a JSONPath that selects rows, such as `$[*]` or `$.data.items[*]`.
    ///
    /// # Errors
    /// When the text is no JSONPath.
    pub fn parse(source: &str) -> Result<Self, SelectorError> {
        let path = JsonPath::parse(source).map_err(|error| SelectorError {
            path: source.to_owned(),
            reason: error.to_string(),
        })?;
        let (steps, rest) = plain_steps(source);
        let container = match rest {
            "[*]" => Some(Container::Array),
            ".*" => Some(Container::Object),
            _ => None,
        };
        Ok(Self { source: source.to_owned(), steps, container, path })
    }

    /// The rows of a body with one JSON value a line.
    pub fn lines() -> Self {
        let (source, path) = ("$".to_owned(), JsonPath::default());
        Self { source, steps: Vec::new(), container: Some(Container::Lines), path }
    }

    /// The JSONPath as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The plain steps to what holds the rows.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// What holds the rows; `None` when the path has filters or several wildcards, so that the whole
    /// body must be there before the first row is known.
    pub fn container(&self) -> Option<Container> {
        self.container
    }

    /// The rows of a whole body.
    pub fn select<'v>(&self, body: &'v Value) -> Vec<&'v Value> {
        self.path.query(body).all()
    }
}

impl Written for RowsPath {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        path(node, RowsPath::parse)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_trailing_wildcard_can_be_streamed() {
        let container = |path| RowsPath::parse(path).expect("a JSONPath").container();
        assert_eq!(container("$[*]"), Some(Container::Array));
        assert_eq!(container("$.data['rows'][*]"), Some(Container::Array));
        assert_eq!(container("$.rows.*"), Some(Container::Object));
        assert_eq!(container("$.rows[?@.doc].doc"), None);
        assert_eq!(container("$.data[*].items[*]"), None);
    }
}
