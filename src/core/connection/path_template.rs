//! Paths of writes: an address with places that a record fills.

use super::config::{Fault, Kind};
use super::node::{Node, Written};
use super::{ConfigError, Selector, Step};

/// An address with places in braces: `surveys/{id}`, or `surveys/{$.row._id}` with a JSONPath into the record. What
/// is filled in is escaped, so that it stays one segment.
#[derive(Clone, Debug)]
pub struct PathTemplate {
    /// Text, and the place that follows it.
    pub pieces: Vec<(String, Selector)>,
    /// The text behind the last place.
    pub end: String,
}

impl PathTemplate {
    /// True when one of its places is in this member of a record.
    pub fn asks_for(&self, member: &str) -> bool {
        let first = |path: &Selector| path.steps().first().cloned();
        self.pieces.iter().any(|(_, path)| first(path) == Some(Step::Key(member.to_owned())))
    }
}

impl Written for PathTemplate {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        let mut rest = node.text()?;
        let mut pieces = Vec::new();
        while let Some((text, after)) = rest.split_once('{') {
            let wrong = || node.wrong(Fault::Expected(Kind::PathTemplate));
            let (place, after) = after.split_once('}').ok_or_else(wrong)?;
            let path = if place.starts_with('$') { place.to_owned() } else { format!("$.{place}") };
            pieces.push((text.to_owned(), Selector::parse(&path).map_err(|_| wrong())?));
            rest = after;
        }
        Ok(Self { pieces, end: rest.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_no_place_is_refused() {
        for wrong in ["a/{id", "a/{}", "a/{$[}"] {
            assert!(PathTemplate::from_json(&json!(wrong)).is_err(), "{wrong}");
        }
        let path = PathTemplate::from_json(&json!("a/{id}/{$.row._id}")).expect("a path");
        assert!(path.asks_for("id") && path.asks_for("row") && !path.asks_for("_id"));
    }
}
