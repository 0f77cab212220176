//! The JSONPath that leads to a feed's rows.

use super::config::Fault;
use super::node::{Node, Written, path, word};
use super::selector::{SelectorError, Step, plain_steps};
use super::{ConfigError, Csv, Inside};
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
    /// True when it leads to columns.
    are_columns: bool,
    names: Option<(String, JsonPath)>,
    inside: Option<Inside>,
    csv: Option<Csv>,
}

impl RowsPath {
    pub(super) const MEMBERS: [&str; 4] = ["format", "rows", "names", "inside"];

    /// Compiles a JSONPath that selects rows, such as `$[*]` or `$.data.items[*]`.
    ///
    /// # Errors
    /// When the text is no JSONPath.
    pub fn parse(source: &str) -> Result<Self, SelectorError> {
        let path = parse(source)?;
        let (steps, rest) = plain_steps(source);
        let container = match rest {
            "[*]" => Some(Container::Array),
            ".*" => Some(Container::Object),
            _ => None,
        };
        let source = source.to_owned();
        Ok(Self { source, steps, container, path, ..Self::lines() })
    }

    /// The rows of a body with one JSON value a line.
    pub fn lines() -> Self {
        Self {
            source: "$".to_owned(),
            steps: Vec::new(),
            container: Some(Container::Lines),
            path: JsonPath::default(),
            are_columns: false,
            names: None,
            inside: None,
            csv: None,
        }
    }

    /// The rows of a CSV body: objects with a text for each column that is not empty, by the names of its first line.
    pub fn of_csv(csv: Csv) -> Self {
        Self { csv: Some(csv), ..Self::lines() }
    }

    /// The path leads to an object of columns, `{"a": [1, 2], "b": [3, 4]}`, of which rows are made.
    #[must_use]
    pub fn of_columns(self) -> Self {
        Self { are_columns: true, container: None, ..self }
    }

    /// Rows that are arrays have their values under the names that stand there.
    ///
    /// # Errors
    /// When the text is no JSONPath.
    pub fn named(self, names: &str) -> Result<Self, SelectorError> {
        Ok(Self { names: Some((names.to_owned(), parse(names)?)), container: None, ..self })
    }

    /// The path begins in the JSON that a text of the body holds.
    #[must_use]
    pub fn within(self, inside: Inside) -> Self {
        Self { inside: Some(inside), container: None, ..self }
    }

    /// The JSONPath as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The plain steps to what holds the rows.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// What holds the rows; `None` when the whole body must be there before the first row is known: the path has
    /// filters or several wildcards, or rows are made of columns or names, or stand inside a text.
    pub fn container(&self) -> Option<Container> {
        self.container
    }

    /// True when the path leads to columns.
    pub fn are_columns(&self) -> bool {
        self.are_columns
    }

    /// How the body is written, where that is CSV.
    pub fn csv(&self) -> Option<Csv> {
        self.csv
    }

    /// The text of the body in which the path begins.
    pub fn inside(&self) -> Option<&Inside> {
        self.inside.as_ref()
    }

    /// The names of a whole body's columns, and where they are looked for; `None` when rows bring their own.
    pub fn names<'v>(&self, body: &'v Value) -> Option<(&str, Vec<&'v str>)> {
        let (source, path) = self.names.as_ref()?;
        let each = |value: &'v Value| match value {
            Value::Array(list) => list.iter().collect(),
            one => vec![one],
        };
        let found = path.query(body).all().into_iter().flat_map(each);
        Some((source, found.filter_map(Value::as_str).collect()))
    }

    /// The rows of a whole body, or its columns.
    pub fn select<'v>(&self, body: &'v Value) -> Vec<&'v Value> {
        self.path.query(body).all()
    }

    /// What a feed says of its rows.
    pub(super) fn of_feed(node: &Node) -> Result<Self, ConfigError> {
        let format = node.or("format", Format::Json)?;
        let lines = match format {
            Format::JsonLines => Some(Self::lines()),
            Format::Csv(csv) => Some(Self::of_csv(csv)),
            Format::Json | Format::Columns => None,
        };
        if let Some(lines) = lines {
            let stray = ["rows", "names", "inside"].into_iter().find_map(|name| node.get(name));
            return stray.map_or(Ok(lines), |stray| Err(stray.wrong(Fault::Unknown)));
        }
        let rows: Self = node.required("rows")?;
        let rows = match (format, node.get("names")) {
            (Format::Columns, Some(names)) => return Err(names.wrong(Fault::Unknown)),
            (Format::Columns, None) => rows.of_columns(),
            (_, Some(names)) => path(&names, |text| rows.clone().named(text))?,
            (_, None) => rows,
        };
        let inside = node.optional("inside")?;
        Ok(inside.into_iter().fold(rows, Self::within))
    }
}

fn parse(source: &str) -> Result<JsonPath, SelectorError> {
    JsonPath::parse(source)
        .map_err(|error| SelectorError { path: source.to_owned(), reason: error.to_string() })
}

impl Written for RowsPath {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        path(node, RowsPath::parse)
    }
}

/// How the rows of a feed are written down.
#[derive(Clone, Copy, PartialEq)]
enum Format {
    /// One JSON document; a path leads to the rows.
    Json,
    /// One JSON value a line: the rows are the lines.
    JsonLines,
    /// One JSON document; a path leads to an object of columns.
    Columns,
    /// Values between separators, the names of the columns in the first line: the rows are the others.
    Csv(Csv),
}

impl Written for Format {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        let json = [
            ("json", Format::Json),
            ("json_lines", Format::JsonLines),
            ("columns", Format::Columns),
        ];
        let csv = Csv::ALL.map(|csv| (csv.id(), Format::Csv(csv)));
        word(node, &[&json[..], &csv[..]].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn one_trailing_wildcard_can_be_streamed() {
        let container = |path| RowsPath::parse(path).expect("a JSONPath").container();
        assert_eq!(container("$[*]"), Some(Container::Array));
        assert_eq!(container("$.data['rows'][*]"), Some(Container::Array));
        assert_eq!(container("$.rows.*"), Some(Container::Object));
        assert_eq!(container("$.rows[?@.doc].doc"), None);
        assert_eq!(container("$.data[*].items[*]"), None);
    }

    #[test]
    fn what_a_feed_says_of_its_rows() {
        let read = |json: Value| RowsPath::of_feed(&Node::root(&json));
        let of = |json| read(json).expect("rows");
        assert_eq!(of(json!({"rows": "$[*]"})).container(), Some(Container::Array));
        assert_eq!(of(json!({"format": "json_lines"})).container(), Some(Container::Lines));
        let csv = of(json!({"format": "csv_semicolon"}));
        assert_eq!((csv.csv(), csv.container()), (Some(Csv::Semicolons), Some(Container::Lines)));
        let columns = of(json!({"format": "columns", "rows": "$"}));
        assert!(columns.are_columns() && columns.container().is_none());
        let packed = json!({"rows": "$[*]", "inside": {"path": "$.result", "form": "base64"}});
        assert_eq!(of(packed).inside().map(|text| text.path.source()), Some("$.result"));
        let body = json!({"columns": ["a", "b"], "meta": [{"name": "c"}]});
        for (names, found) in [("$.columns", vec!["a", "b"]), ("$.meta[*].name", vec!["c"])] {
            let named = of(json!({"rows": "$.rows[*]", "names": names}));
            assert_eq!(named.names(&body), Some((names, found)));
        }
        let wrong = |json| read(json).expect_err("a fault").path;
        assert_eq!(wrong(json!({"format": "columns"})), "rows");
        assert_eq!(wrong(json!({"format": "columns", "rows": "$", "names": "$.n"})), "names");
        assert_eq!(wrong(json!({"format": "json_lines", "inside": "$.a"})), "inside");
        assert_eq!(wrong(json!({"format": "csv", "rows": "$[*]"})), "rows");
        assert_eq!(wrong(json!({"rows": "$[*]", "names": "n"})), "names");
    }
}
