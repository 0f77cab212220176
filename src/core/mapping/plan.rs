//! Where the selected values of a row are, as one tree.

use super::Captured;
use super::row_reader::RowReader;
use super::scan::Broken;
use super::shape::Goal;
use crate::core::connection::{Field, Inside, Selector, Step};
use serde_json::Value;

/// Where the selectors of a row lead, as one tree: selectors that begin alike share their steps.
#[derive(Clone, Debug)]
pub struct RowPlan {
    nodes: Vec<Node>,
    selectors: Vec<Selector>,
    /// The texts in which selectors begin, by the places of these.
    inside: Vec<Option<Inside>>,
    /// Values that every row has, by their places.
    constants: Vec<(usize, Value)>,
}

/// A place in a row that selectors lead to or through.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    pub(super) names: Vec<(String, usize)>,
    pub(super) indexes: Vec<(usize, usize)>,
    /// Selectors whose plain steps end here.
    pub(super) captures: Vec<usize>,
    /// True when the value must be built whole: a filter follows, or steps go on below a captured
    /// value.
    pub(super) is_whole: bool,
}

impl RowPlan {
    /// A plan for these selectors; what is captured is known by their places in the list.
    pub fn new(selectors: Vec<Selector>) -> Self {
        let all = selectors.into_iter().map(Field::at).collect::<Vec<_>>();
        Self::of(&all.iter().collect::<Vec<_>>())
    }

    /// A plan for these fields, whose values may be inside of texts, or the same in every row.
    pub fn of(fields: &[&Field]) -> Self {
        let constant = |(place, field): (usize, &&Field)| Some((place, field.value.clone()?));
        let mut plan = Self {
            nodes: vec![Node::default()],
            selectors: fields.iter().map(|field| field.path.clone()).collect(),
            inside: fields.iter().map(|field| field.inside.clone()).collect(),
            constants: fields.iter().enumerate().filter_map(constant).collect(),
        };
        let searched = fields.iter().enumerate().filter(|(_, field)| field.value.is_none());
        searched.for_each(|(place, _)| plan.insert(place));
        for node in &mut plan.nodes {
            let leads_on = !node.names.is_empty() || !node.indexes.is_empty();
            node.is_whole |= leads_on && !node.captures.is_empty();
        }
        plan
    }

    /// The selectors, in order.
    pub fn selectors(&self) -> &[Selector] {
        &self.selectors
    }

    /// The text in which the selector at a place begins.
    pub(super) fn inside(&self, place: usize) -> Option<&Inside> {
        self.inside[place].as_ref()
    }

    /// The node of a number; the row itself is number 0.
    pub(super) fn node(&self, number: usize) -> &Node {
        &self.nodes[number]
    }

    /// What is to be done with a member's value that leads to this node, or to none.
    pub(super) fn goal(&self, node: Option<usize>) -> Goal {
        let Some(number) = node else { return Goal::Pass };
        match *self.nodes[number].captures {
            [place] if !self.nodes[number].is_whole => Goal::Take { node: number, place },
            _ => Goal::Enter(number),
        }
    }

    /// Reads the row the text begins with. Says how long it is.
    ///
    /// # Errors
    /// When the text ends before the row does, or is not JSON.
    pub fn read(&self, text: &[u8], out: &mut Captured) -> Result<usize, Broken> {
        out.clear(self.selectors.len(), self.nodes.len());
        let length = RowReader::new(self, text, out).read()?;
        self.constants.iter().for_each(|(place, value)| out.set_value(*place, value));
        Ok(length)
    }

    fn insert(&mut self, place: usize) {
        let inside = self.inside[place].as_ref();
        let outer = inside.map_or(&self.selectors[place], |inside| &inside.path);
        let (steps, must_be_whole) =
            (outer.steps().to_vec(), inside.is_some() || !outer.is_plain());
        let node = steps.into_iter().fold(0, |node, step| self.child(node, step));
        self.nodes[node].captures.push(place);
        self.nodes[node].is_whole |= must_be_whole;
    }

    fn child(&mut self, node: usize, step: Step) -> usize {
        let new = self.nodes.len();
        let at = &mut self.nodes[node];
        let child = match step {
            Step::Key(key) => known_or_new(&mut at.names, key, new),
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

#[cfg(test)]
mod tests;
