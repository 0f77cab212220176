//! Reads one row by its plan, in one pass, without building what nobody selected.

use super::Captured;
use super::captured::Slot;
use super::plan::{Node, RowPlan};
use super::scan::{Broken, Number, RawText, Scan, Scanner, number};
use super::shape::{Found, Goal};
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
            (byte, false) => {
                let slot = self.slot(byte)?;
                node.captures.iter().for_each(|place| self.out.set(*place, slot));
                Ok(())
            }
        }
    }

    /// A value that is wanted by one selector alone, as nearly all are.
    #[inline]
    fn take(&mut self, number: usize, place: usize) -> Scan<()> {
        match self.scanner.peek()? {
            b'{' | b'[' => self.whole(self.plan.node(number)),
            byte => {
                let slot = self.slot(byte)?;
                self.out.set(place, slot);
                Ok(())
            }
        }
    }

    /// A text, a number, a truth value or null; it begins with this byte.
    #[inline]
    fn slot(&mut self, byte: u8) -> Scan<Slot> {
        if byte == b'"' {
            let text = self.scanner.string()?;
            return Ok(self.out.written(text, self.scanner.at() - 1));
        }
        match self.scanner.digit() {
            Some(digit) => Ok(Slot::Whole(digit)),
            None => self.word(),
        }
    }

    /// A longer number, a truth value or null. A whole number beyond 64 bits keeps its digits, as a text would.
    #[inline]
    fn word(&mut self) -> Scan<Slot> {
        let word = self.scanner.word()?;
        match scalar(word).ok_or(Broken::Wrong)? {
            Slot::Number(_) if is_long(word) => {
                let text = RawText { bytes: word, is_escaped: false };
                Ok(self.out.written(text, self.scanner.at()))
            }
            slot => Ok(slot),
        }
    }

    fn members(&mut self, number: usize, node: &'a Node) -> Scan<()> {
        self.scanner.pass();
        let mut place = 0;
        while let Some(member) = self.next_member(number, node, place)? {
            place = member.place + 1;
            match member.goal {
                Goal::Pass => self.scanner.skip()?,
                Goal::Take { node, place } => self.take(node, place)?,
                Goal::Enter(node) => self.value(node)?,
            }
        }
        Ok(())
    }

    /// Goes to the value of the next member; `None` past the last one.
    #[inline(always)]
    fn next_member(&mut self, number: usize, node: &Node, place: usize) -> Scan<Option<Found>> {
        // The comma is no part of how a member is written: any may be the first of its object.
        let is_separated = place == 0 || self.scanner.passes(b',');
        let known = self.out.shapes[number].find(self.scanner.rest(), place);
        match known.filter(|_| is_separated) {
            Some(found) => {
                self.scanner.skip_bytes(found.length);
                Ok(Some(found))
            }
            None => self.learn_member(number, node, place, is_separated),
        }
    }

    /// Reads a member's name, and remembers it for the rows to come.
    fn learn_member(
        &mut self,
        number: usize,
        node: &Node,
        place: usize,
        is_separated: bool,
    ) -> Scan<Option<Found>> {
        let start = self.scanner.at();
        if !self.scanner.next_item(b'}', is_separated)? {
            return Ok(None);
        }
        let name = self.scanner.name()?;
        self.scanner.peek()?;
        let (written, goal) = (self.scanner.since(start), self.plan.goal(find(node, name)));
        // With a comma after a blank it is read anew each time: hardly anybody writes so.
        let place = match is_separated {
            true => self.out.shapes[number].learn(written, goal, place),
            false => place,
        };
        Ok(Some(Found { place, goal, length: written.len() }))
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
        let mut text = None;
        for place in &node.captures {
            let selector = &plan.selectors()[*place];
            let Some(inside) = plan.inside(*place) else {
                let found = selector.first_after_steps(value);
                self.out.set_value(*place, found.unwrap_or(&Value::Null));
                continue;
            };
            // Most often one text holds several fields: it is read once.
            if text.as_ref().is_none_or(|(known, _)| *known != inside) {
                text = Some((inside, inside.open_after_steps(value)));
            }
            match text.as_ref().map(|(_, opened)| opened) {
                Some(Ok(opened)) => {
                    self.out.set_value(*place, selector.first(opened).unwrap_or(&Value::Null));
                }
                Some(Err(broken)) => self.out.tell_broken(*place, &broken.0),
                None => {}
            }
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

/// True for a whole number of more digits than a float tells apart.
fn is_long(word: &[u8]) -> bool {
    let digits = word.strip_prefix(b"-").unwrap_or(word);
    digits.len() > f64::DIGITS as usize && digits.iter().all(u8::is_ascii_digit)
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
