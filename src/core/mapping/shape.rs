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
    /// Comma, name, colon and blanks.
    written: Written,
    /// Where the plan goes on; `None` for a member that nobody selected.
    node: Option<usize>,
}

/// A member found by how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its place in the order.
    pub(super) place: usize,
    /// How long the text before its value is.
    pub(super) length: usize,
    /// Where the plan goes on.
    pub(super) node: Option<usize>,
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
    pub(super) fn learn(&mut self, text: &[u8], node: Option<usize>, place: usize) -> usize {
        let place = place.min(self.members.len());
        if self.members.len() < KEPT {
            self.members.insert(place, Member { written: Written::new(text), node });
        }
        place
    }
}

impl Member {
    fn at(&self, place: usize) -> Found {
        Found { place, length: self.written.length, node: self.node }
    }
}

/// A few bytes, compared eight at a time.
#[derive(Clone, Debug)]
struct Written {
    first: Word,
    more: Vec<Word>,
    length: usize,
}

/// Eight bytes, and which bits of them count.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Word {
    bits: u64,
    mask: u64,
}

impl Word {
    fn new(bytes: &[u8]) -> Self {
        let mut word = [[0; 8]; 2];
        for (place, byte) in bytes.iter().enumerate().take(8) {
            (word[0][place], word[1][place]) = (*byte, u8::MAX);
        }
        let [bits, mask] = word.map(u64::from_le_bytes);
        Self { bits, mask }
    }

    #[inline(always)]
    fn is(self, eight: [u8; 8]) -> bool {
        u64::from_le_bytes(eight) & self.mask == self.bits
    }
}

impl Written {
    fn new(text: &[u8]) -> Self {
        let mut words = text.chunks(8).map(Word::new);
        let first = words.next().unwrap_or_default();
        Self { first, more: words.collect(), length: text.len() }
    }

    /// True when the text begins with these bytes; never at the very end of a text, where there are no eight to
    /// compare.
    #[inline(always)]
    fn begins(&self, text: &[u8]) -> bool {
        let Some((first, rest)) = text.as_chunks::<8>().0.split_first() else { return false };
        self.first.is(*first)
            && self.more.len() <= rest.len()
            && self.more.iter().zip(rest).all(|(word, eight)| word.is(*eight))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn find(shape: &Shape, text: &str, place: usize) -> Option<(usize, Option<usize>)> {
        shape
            .find(format!("{text}1234567").as_bytes(), place)
            .map(|found| (found.place, found.node))
    }

    #[test]
    fn a_member_is_found_a_little_ahead_and_after_another_row_too() {
        let mut shape = Shape::default();
        let names = ["\"a\":", "\"responsibility\": ", "\"b\":"];
        for (place, name) in names.into_iter().enumerate() {
            assert_eq!(shape.learn(name.as_bytes(), Some(place), place), place);
        }
        assert_eq!(find(&shape, names[0], 0), Some((0, Some(0))));
        assert_eq!(find(&shape, names[2], 0), Some((2, Some(2))));
        assert_eq!(find(&shape, names[0], 1), Some((0, Some(0))));
        assert_eq!(find(&shape, "\"responsible\": ", 0), None);
        assert_eq!(shape.learn(b"\"new\":", None, 1), 1);
        assert_eq!(find(&shape, names[1], 0), Some((2, Some(1))));
    }

    #[test]
    fn objects_keyed_by_ids_are_not_kept() {
        let mut shape = Shape::default();
        for id in 0..1000 {
            shape.learn(format!("\"{id}\":").as_bytes(), None, id);
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
