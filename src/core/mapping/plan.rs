//! Reads only the selected values of a row, in one pass, without building the rest.

use super::Captured;
use super::captured::Slot;
use crate::core::connection::{Selector, Step};
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// Where the selectors of a row lead, as one tree: selectors that begin alike share their steps.
#[derive(Clone, Debug)]
pub struct RowPlan {
    nodes: Vec<Node>,
    selectors: Vec<Selector>,
}

#[derive(Clone, Debug, Default)]
struct Node {
    keys: Vec<(String, usize)>,
    indexes: Vec<(usize, usize)>,
    /// Selectors whose plain steps end here.
    captures: Vec<usize>,
    /// True when the value must be built whole: a filter follows, or steps go on below a captured
    /// value.
    whole: bool,
}

impl RowPlan {
    /// A plan for these selectors; [`Captured::get`] takes their places in the list.
    pub fn new(selectors: Vec<Selector>) -> Self {
        let mut plan = Self { nodes: vec![Node::default()], selectors };
        for place in 0..plan.selectors.len() {
            plan.insert(place);
        }
        for node in &mut plan.nodes {
            let leads_on = !node.keys.is_empty() || !node.indexes.is_empty();
            node.whole |= leads_on && !node.captures.is_empty();
        }
        plan
    }

    /// The selectors, in order.
    pub fn selectors(&self) -> &[Selector] {
        &self.selectors
    }

    /// Reads one row.
    ///
    /// # Errors
    /// Those of the row's own format, such as JSON that breaks off.
    pub fn read<'de, D: Deserializer<'de>>(
        &self,
        row: D,
        out: &mut Captured,
    ) -> Result<(), D::Error> {
        out.clear(self.selectors.len());
        NodeSeed { plan: self, node: 0, out }.deserialize(row)
    }

    fn insert(&mut self, place: usize) {
        let steps = self.selectors[place].steps().to_vec();
        let node = steps.into_iter().fold(0, |node, step| self.child(node, step));
        self.nodes[node].captures.push(place);
        self.nodes[node].whole |= !self.selectors[place].is_plain();
    }

    fn child(&mut self, node: usize, step: Step) -> usize {
        let new = self.nodes.len();
        let at = &mut self.nodes[node];
        let child = match step {
            Step::Key(key) => known_or_new(&mut at.keys, key, new),
            Step::Index(index) => known_or_new(&mut at.indexes, index, new),
        };
        if child == new {
            self.nodes.push(Node::default());
        }
        child
    }
}

fn known_or_new<K: PartialEq>(children: &mut Vec<(K, usize)>, key: K, new: usize) -> usize {
    if let Some((_, child)) = children.iter().find(|(known, _)| *known == key) {
        return *child;
    }
    children.push((key, new));
    new
}

struct NodeSeed<'p> {
    plan: &'p RowPlan,
    node: usize,
    out: &'p mut Captured,
}

impl NodeSeed<'_> {
    fn at(&self) -> &Node {
        &self.plan.nodes[self.node]
    }

    fn below(&mut self, node: usize) -> NodeSeed<'_> {
        NodeSeed { plan: self.plan, node, out: self.out }
    }

    fn set(&mut self, slot: &Slot) {
        for place in &self.plan.nodes[self.node].captures {
            self.out.set(*place, slot.clone());
        }
    }

    /// Captures from a value that had to be built whole.
    fn capture_from(mut self, value: &Value) {
        let plan = self.plan;
        let node = &plan.nodes[self.node];
        for place in &node.captures {
            let found = plan.selectors[*place].first_after_steps(value);
            self.out.set_value(*place, found.unwrap_or(&Value::Null));
        }
        for (key, child) in &node.keys {
            if let Some(inner) = value.get(key) {
                self.below(*child).capture_from(inner);
            }
        }
        for (index, child) in &node.indexes {
            if let Some(inner) = value.get(index) {
                self.below(*child).capture_from(inner);
            }
        }
    }
}

impl<'de> DeserializeSeed<'de> for NodeSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.at().whole {
            let value = Value::deserialize(deserializer)?;
            self.out.is_composite |= self.node == 0 && (value.is_object() || value.is_array());
            self.capture_from(&value);
            return Ok(());
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NodeSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_bool<E>(mut self, truth: bool) -> Result<(), E> {
        self.set(&Slot::Bool(truth));
        Ok(())
    }

    fn visit_i64<E>(mut self, number: i64) -> Result<(), E> {
        self.set(&Slot::Whole(number));
        Ok(())
    }

    fn visit_u64<E>(mut self, number: u64) -> Result<(), E> {
        self.set(&i64::try_from(number).map_or(Slot::Number(number as f64), Slot::Whole));
        Ok(())
    }

    fn visit_f64<E>(mut self, number: f64) -> Result<(), E> {
        self.set(&Slot::Number(number));
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(mut self, text: &str) -> Result<(), E> {
        if !self.at().captures.is_empty() {
            let slot = self.out.push_text(text);
            self.set(&slot);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        self.out.is_composite |= self.node == 0;
        if !self.at().captures.is_empty() {
            let value = Value::deserialize(MapAccessDeserializer::new(map))?;
            self.set(&Slot::Composite(value));
            return Ok(());
        }
        let plan = self.plan;
        let keys = &plan.nodes[self.node].keys;
        while let Some(child) = map.next_key_seed(KeySeed(keys))? {
            match child {
                Some(child) => map.next_value_seed(self.below(child))?,
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        self.out.is_composite |= self.node == 0;
        if !self.at().captures.is_empty() {
            let value = Value::deserialize(SeqAccessDeserializer::new(seq))?;
            self.set(&Slot::Composite(value));
            return Ok(());
        }
        for index in 0.. {
            let child =
                self.at().indexes.iter().find(|(known, _)| *known == index).map(|(_, n)| *n);
            let more = match child {
                Some(child) => seq.next_element_seed(self.below(child))?.is_some(),
                None => seq.next_element::<IgnoredAny>()?.is_some(),
            };
            if !more {
                break;
            }
        }
        Ok(())
    }
}

/// Compares a member's name with the wanted ones, without keeping it.
struct KeySeed<'p>(&'p [(String, usize)]);

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        Ok(self.0.iter().find(|(wanted, _)| wanted == key).map(|(_, node)| *node))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::mapping::Scalar;
    use proptest::prelude::*;
    use serde_json::json;

    const PATHS: [&str; 9] = [
        "$.id",
        "$.a.b",
        "$.a",
        "$.a.c[1]",
        "$.list[0].x",
        "$.list[?@.q=='two'].x",
        "$.none.at.all",
        "$[2]",
        "$.deep.er",
    ];

    fn plan(paths: &[&str]) -> RowPlan {
        RowPlan::new(paths.iter().map(|path| Selector::parse(path).expect("a JSONPath")).collect())
    }

    fn read(plan: &RowPlan, text: &str) -> Captured {
        let mut out = Captured::default();
        plan.read(&mut serde_json::Deserializer::from_str(text), &mut out).expect("JSON");
        out
    }

    #[test]
    fn selected_values_are_captured_and_the_rest_is_skipped() {
        let row = r#"{"x": [1,{"y":2}], "id": 7, "list": [{"q":"one","x":1},{"q":"two","x":"2"}], "a": {"b": "deep", "c": [1,true]}}"#;
        let captured = read(&plan(&PATHS), row);
        assert_eq!(captured.get(0), Some(Scalar::Whole(7)));
        assert_eq!(captured.get(1), Some(Scalar::Text("deep")));
        assert_eq!(captured.get(2), Some(Scalar::Composite(&json!({"b": "deep", "c": [1, true]}))));
        assert_eq!(captured.get(3), Some(Scalar::Bool(true)));
        assert_eq!(captured.get(4), Some(Scalar::Whole(1)));
        assert_eq!(captured.get(5), Some(Scalar::Text("2")));
        assert_eq!(captured.get(6), None);
        assert!(captured.is_composite());
    }

    #[test]
    fn rows_may_be_arrays_or_no_rows_at_all() {
        let array = read(&plan(&["$[2]", "$[0]"]), r#"["a", 1, null]"#);
        assert_eq!((array.get(0), array.get(1)), (None, Some(Scalar::Text("a"))));
        assert!(!read(&plan(&["$.a"]), "42").is_composite());
    }

    #[test]
    fn a_row_leaves_nothing_behind_for_the_next() {
        let plan = plan(&["$.a", "$.b"]);
        let mut out = Captured::default();
        for text in [r#"{"a": "first", "b": [1]}"#, r#"{"b": "x"}"#] {
            plan.read(&mut serde_json::Deserializer::from_str(text), &mut out).expect("JSON");
        }
        assert_eq!((out.get(0), out.get(1)), (None, Some(Scalar::Text("x"))));
    }

    /// JSON values with the keys the paths look for.
    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            (-9i64..9).prop_map(Value::from),
            "[a-zé\"\\\\]{0,4}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 4, |inner| {
            let key = prop_oneof!["id", "a", "b", "c", "x", "q", "list", "deep", "er"];
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map(key, inner, 0..5)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn agrees_with_selecting_in_the_whole_value(row in json()) {
            let plan = plan(&PATHS);
            let captured = read(&plan, &row.to_string());
            for (place, selector) in plan.selectors().iter().enumerate() {
                let whole = selector.first(&row).and_then(Scalar::of);
                prop_assert_eq!(captured.get(place), whole, "{}", selector.source());
            }
        }
    }
}
