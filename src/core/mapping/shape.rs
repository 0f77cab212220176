//! How a feed writes its objects: one program wrote a million rows, so each is like the one before.

/// Members remembered of one object. An object keyed by ids has others in each row: there is no use in keeping them.
const KEPT: usize = 64;

/// How far ahead a member is looked for: rows leave out what they have no value for.
const AHEAD: usize = 4;

/// The members of one object in the order rows write them: what stands before each value, to the letter.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape {
    members: Vec<Member>,
}

#[derive(Clone, Debug)]
struct Member {
    /// Name, colon and blanks.
    written: Written,
    goal: Goal,
}

/// What is to be done with a member's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// Nobody selected it.
    Pass,
    /// One selector wants it as it is: the plan's node, and the selector's place.
    Take { node: usize, place: usize },
    /// The plan goes on in it, at this node.
    Enter(usize),
}

/// A member found by how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its place in the order.
    pub(super) place: usize,
    /// How long the text before its value is.
    pub(super) length: usize,
    pub(super) goal: Goal,
}

impl Shape {
    /// The member the text begins with; it is looked for from `place` on.
    #[inline]
    pub(super) fn find(&self, text: &[u8], place: usize) -> Option<Found> {
        if text.first() == Some(&b'}') {
            return None;
        }
        let ahead = self.members.get(place..).unwrap_or_default().iter().take(AHEAD);
        match ahead.zip(place..).find(|(member, _)| member.written.begins(text)) {
            Some((member, place)) => Some(member.at(place)),
            None => self.find_anywhere(text),
        }
    }

    #[inline(never)]
    fn find_anywhere(&self, text: &[u8]) -> Option<Found> {
        let place = self.members.iter().position(|member| member.written.begins(text))?;
        Some(self.members[place].at(place))
    }

    /// Remembers a member that came at this place and was not known. Says what place it has.
    pub(super) fn learn(&mut self, text: &[u8], goal: Goal, place: usize) -> usize {
        let place = place.min(self.members.len());
        if self.members.len() < KEPT {
            self.members.insert(place, Member { written: Written::new(text), goal });
        }
        place
    }
}

impl Member {
    fn at(&self, place: usize) -> Found {
        Found { place, length: self.written.text.len(), goal: self.goal }
    }
}

/// How many words of eight bytes are compared at once; hardly a name is longer.
const WORDS: usize = 3;

/// A few bytes, compared all at once.
#[derive(Clone, Debug)]
struct Written {
    text: Box<[u8]>,
    bits: [u64; WORDS],
    /// Which bits of them count.
    masks: [u64; WORDS],
}

impl Written {
    fn new(text: &[u8]) -> Self {
        let mut padded = [0; WORDS * 8];
        let mut masks = [0; WORDS * 8];
        for (place, byte) in text.iter().enumerate().take(WORDS * 8) {
            (padded[place], masks[place]) = (*byte, u8::MAX);
        }
        Self { text: text.into(), bits: words(&padded), masks: words(&masks) }
    }

    /// True when the text begins with these bytes.
    #[inline(always)]
    fn begins(&self, text: &[u8]) -> bool {
        let Some(head) = text.first_chunk() else { return text.starts_with(&self.text) };
        let head = words(head);
        let differs = |word: usize| head[word] & self.masks[word] ^ self.bits[word];
        let is_like = differs(0) | differs(1) | differs(2) == 0;
        is_like && (self.text.len() <= WORDS * 8 || text.starts_with(&self.text))
    }
}

#[inline(always)]
fn words(bytes: &[u8; WORDS * 8]) -> [u64; WORDS] {
    let mut words = [0; WORDS];
    for (word, eight) in words.iter_mut().zip(bytes.as_chunks().0) {
        *word = u64::from_le_bytes(*eight);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn find(shape: &Shape, text: &str, place: usize) -> Option<(usize, Goal)> {
        shape
            .find(format!("{text}1234567").as_bytes(), place)
            .map(|found| (found.place, found.goal))
    }

    #[test]
    fn a_member_is_found_a_little_ahead_and_after_another_row_too() {
        let mut shape = Shape::default();
        let names = ["\"a\":", "\"responsibility\": ", "\"b\":"];
        for (place, name) in names.into_iter().enumerate() {
            assert_eq!(shape.learn(name.as_bytes(), Goal::Enter(place), place), place);
        }
        assert_eq!(find(&shape, names[0], 0), Some((0, Goal::Enter(0))));
        assert_eq!(find(&shape, names[2], 0), Some((2, Goal::Enter(2))));
        assert_eq!(find(&shape, names[0], 1), Some((0, Goal::Enter(0))));
        assert_eq!(find(&shape, "\"responsible\": ", 0), None);
        assert_eq!(shape.learn(b"\"new\":", Goal::Pass, 1), 1);
        assert_eq!(find(&shape, names[1], 0), Some((2, Goal::Enter(1))));
    }

    #[test]
    fn objects_keyed_by_ids_are_not_kept() {
        let mut shape = Shape::default();
        for id in 0..1000 {
            shape.learn(format!("\"{id}\":").as_bytes(), Goal::Pass, id);
        }
        assert_eq!(shape.members.len(), KEPT);
    }

    proptest! {
        #[test]
        fn begins_with_itself_and_with_nothing_else(text in prop::collection::vec(0u8..3, 1..30), other in prop::collection::vec(0u8..3, 30..40)) {
            let written = Written::new(&text);
            prop_assert_eq!(written.begins(&other), other.starts_with(&text));
            prop_assert!(written.begins(&[&text[..], &[0; 8]].concat()));
        }
    }
}
