//! What the values of a field stand for.

use super::{ReasonKind, Scalar};
use crate::core::connection::Field;
use serde_json::{Map, Value};

/// A value map, or what a lookup says.
#[derive(Clone, Debug)]
pub(super) struct Words {
    pub(super) map: Map<String, Value>,
    /// True when a value that is not among them is not known: it must not pass for what it stands for.
    pub(super) is_looked_up: bool,
}

impl Words {
    pub(super) fn of(field: &Field) -> Self {
        Self { map: field.map.clone(), is_looked_up: field.is_looked_up }
    }

    /// True when values stand for themselves.
    pub(super) fn are_none(&self) -> bool {
        self.map.is_empty() && !self.is_looked_up
    }

    /// True when a text should be among these words, and is not: neither one of them, nor what one stands for.
    pub(super) fn lack(&self, text: &str) -> bool {
        self.is_looked_up && !self.map.contains_key(text)
    }

    /// The number that a value stands for; `Ok(None)` for what stands for nothing.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn number(&self, given: Scalar) -> Result<Option<f64>, ReasonKind> {
        if self.is_looked_up && given.text().is_some_and(|text| self.lack(&text)) {
            return Err(ReasonKind::NotFound);
        }
        given.number(&self.map).map_err(|_| ReasonKind::NotANumber)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_a_lookup_does_not_know_does_not_pass_for_a_number() {
        let map: Map<String, Value> =
            [("c1".to_owned(), json!(9)), ("c2".to_owned(), json!("7"))].into_iter().collect();
        let known = Words { map: map.clone(), is_looked_up: true };
        let open = Words { map, is_looked_up: false };
        assert_eq!(known.number(Scalar::Text("c1")), Ok(Some(9.0)));
        assert_eq!(known.number(Scalar::Text("c2")), Ok(Some(7.0)), "a number written as a text");
        assert_eq!(known.number(Scalar::Whole(3)), Err(ReasonKind::NotFound));
        assert_eq!(open.number(Scalar::Whole(3)), Ok(Some(3.0)));
        assert_eq!(open.number(Scalar::Text("x")), Err(ReasonKind::NotANumber));
        assert_eq!(known.number(Scalar::Text(" ")), Ok(None));
        let empty = Words { map: Map::new(), is_looked_up: true };
        assert_eq!(empty.number(Scalar::Whole(3)), Err(ReasonKind::NotFound));
        assert!(!empty.are_none());
    }
}
