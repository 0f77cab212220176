//! Reads one row by its plan, in one pass, without building what nobody selected.

use super::Captured;
use super::captured::Slot;
use super::plan::{Node, RowPlan};
use super::scan::{Broken, Number, RawText, Scan, Scanner, number};
use super::shape::Found;
use serde_json::Value;

/// One row that is being read.
pub(super) struct RowReader<'a> {
    plan: &'a RowPlan,
    scanner: Scanner<'a>,
    out: &'a mut Captured,
}

impl<'a> RowReader<'a> {
    pub(super) fn new(plan: &'a RowPlan, text: &'a [u8], out: &'a mut Captured) -> Self {
        Self { plan, scanner: Scanner::new(text), out }
    }

    /// Reads the row. Says where it ends.
    pub(super) fn read(mut self) -> Scan<usize> {
        self.out.is_composite = matches!(self.scanner.peek()?, b'{' | b'[');
        self.value(0)?;
        Ok(self.scanner.at())
    }

    fn value(&mut self, number: usize) -> Scan<()> {
        let node = self.plan.node(number);
        if node.is_whole {
            return self.whole(node);
        }
        match (self.scanner.peek()?, node.captures.is_empty()) {
            (b'{', true) => self.members(number, node),
            (b'[', true) => self.elements(node),
            (_, true) => self.scanner.skip(),
            (b'{' | b'[', false) => self.whole(node),
            (b'"', false) => {
                let text = self.scanner.string()?;
                self.text(node, text);
                Ok(())
            }
            (_, false) => {
                let slot = match self.scanner.digit() {
                    Some(digit) => Slot::Whole(digit),
                    None => scalar(self.scanner.word()?).ok_or(Broken::Wrong)?,
                };
                self.set(node, slot);
                Ok(())
            }
        }
    }

    fn members(&mut self, number: usize, node: &'a Node) -> Scan<()> {
        self.scanner.pass();
        let mut place = 0;
        while let Some(member) = self.next_member(number, node, place)? {
            place = member.place + 1;
            match member.node {
                Some(child) => self.value(child)?,
                None => self.scanner.skip()?,
            }
        }
        Ok(())
    }

    /// Goes to the value of the next member; `None` past the last one.
    #[inline(always)]
    fn next_member(&mut self, number: usize, node: &Node, place: usize) -> Scan<Option<Found>> {
        match self.out.shapes[number].find(self.scanner.rest(), place) {
            Some(found) => {
                self.scanner.skip_bytes(found.length);
                Ok(Some(found))
            }
            None => self.learn_member(number, node, place),
        }
    }

    /// Reads a member's name, and remembers it for the rows to come.
    fn learn_member(&mut self, number: usize, node: &Node, place: usize) -> Scan<Option<Found>> {
        let start = self.scanner.at();
        if !self.scanner.next_item(b'}', place == 0)? {
            return Ok(None);
        }
        let name = self.scanner.name()?;
        self.scanner.peek()?;
        let (written, child) = (self.scanner.since(start), find(node, name));
        let place = self.out.shapes[number].learn(written, child, place);
        Ok(Some(Found { place, node: child, length: written.len() }))
    }

    fn elements(&mut self, node: &'a Node) -> Scan<()> {
        self.scanner.pass();
        let mut at = 0;
        while self.scanner.next_item(b']', at == 0)? {
            match node.indexes.iter().find(|(index, _)| *index == at) {
                Some((_, child)) => self.value(*child)?,
                None => self.scanner.skip()?,
            }
            at += 1;
        }
        Ok(())
    }

    fn text(&mut self, node: &Node, text: RawText<'a>) {
        match self.out.push_raw(text) {
            Some(slot) => self.set(node, slot),
            None => self.out.tell_unreadable("a text that is not UTF-8 or not rightly escaped"),
        }
    }

    #[inline]
    fn set(&mut self, node: &Node, slot: Slot) {
        node.captures.iter().for_each(|place| self.out.set(*place, slot));
    }

    /// Builds the value and captures from it.
    fn whole(&mut self, node: &'a Node) -> Scan<()> {
        self.scanner.peek()?;
        let start = self.scanner.at();
        self.scanner.skip()?;
        match serde_json::from_slice(self.scanner.since(start)) {
            Ok(value) => self.capture_from(node, &value),
            Err(error) => self.out.tell_unreadable(&error.to_string()),
        }
        Ok(())
    }

    fn capture_from(&mut self, node: &Node, value: &Value) {
        let plan = self.plan;
        for place in &node.captures {
            let found = plan.selectors()[*place].first_after_steps(value);
            self.out.set_value(*place, found.unwrap_or(&Value::Null));
        }
        for (name, child) in &node.names {
            if let Some(inner) = value.get(name) {
                self.capture_from(plan.node(*child), inner);
            }
        }
        for (index, child) in &node.indexes {
            if let Some(inner) = value.get(index) {
                self.capture_from(plan.node(*child), inner);
            }
        }
    }
}

/// The node a member's name leads to.
fn find(node: &Node, name: RawText) -> Option<usize> {
    let mut text = String::new();
    // A name that is no text is nobody's.
    let is_text = name.append_to(&mut text);
    let found = node.names.iter().find(|(known, _)| is_text && *known == text);
    found.map(|(_, child)| *child)
}

/// A number, a truth value or null.
fn scalar(word: &[u8]) -> Option<Slot> {
    Some(match word {
        b"null" => Slot::Absent,
        b"true" => Slot::Bool(true),
        b"false" => Slot::Bool(false),
        word => match number(word)? {
            Number::Whole(number) => Slot::Whole(number),
            Number::Float(number) => Slot::Number(number),
        },
    })
}
