//! Names as small numbers.

use rustc_hash::FxHashMap;

/// How many names are found at a glance.
const GLANCES: usize = 256;

/// Gives each distinct name a number, in order of appearance.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    places: FxHashMap<Box<str>, u32>,
    names: Vec<Box<str>>,
    /// By a glance at the name: the number of the last one that looked so. A million rows have a few dozen names.
    seen: Vec<u32>,
}

impl Dictionary {
    /// The number of a name, giving it the next one when it is new.
    pub fn intern(&mut self, name: &str) -> u32 {
        let glance = glance(name);
        let seen = self.seen.get(glance).copied();
        match seen.filter(|place| self.name(*place) == Some(name)) {
            Some(place) => place,
            None => self.look_up(name, glance),
        }
    }

    #[inline(never)]
    fn look_up(&mut self, name: &str, glance: usize) -> u32 {
        let place = self.find(name).unwrap_or_else(|| self.add(name));
        self.seen.resize(GLANCES, 0);
        self.seen[glance] = place;
        place
    }

    fn add(&mut self, name: &str) -> u32 {
        let place = self.names.len() as u32;
        self.names.push(name.into());
        self.places.insert(name.into(), place);
        place
    }

    /// The number of a name that has one.
    pub fn find(&self, name: &str) -> Option<u32> {
        self.places.get(name).copied()
    }

    /// The name of a number.
    pub fn name(&self, place: u32) -> Option<&str> {
        self.names.get(place as usize).map(AsRef::as_ref)
    }

    /// All names, by number.
    pub fn names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.names.iter().map(AsRef::as_ref)
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// True before the first name.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}
/// Names differ in their length or towards their end, as numbered ids do.
fn glance(name: &str) -> usize {
    let bytes = name.as_bytes();
    let end = match bytes.last_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    };
    let mixed = (end ^ bytes.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 56) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_name_keeps_its_number(names in prop::collection::vec("[a-c]{0,3}(touchpoint-)?[0-9]{0,3}", 0..400)) {
            let mut dictionary = Dictionary::default();
            let mut distinct: Vec<&str> = Vec::new();
            for name in &names {
                let known = distinct.iter().position(|one| one == name);
                let place = known.unwrap_or(distinct.len());
                if known.is_none() {
                    distinct.push(name);
                }
                prop_assert_eq!(dictionary.intern(name) as usize, place);
                prop_assert_eq!(dictionary.find(name), Some(place as u32));
            }
            prop_assert!(dictionary.names().eq(distinct));
        }
    }
}
