//! Names as small numbers.

use rustc_hash::FxHashMap;

/// Gives each distinct name a number, in order of appearance.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    places: FxHashMap<Box<str>, u32>,
    names: Vec<Box<str>>,
}

impl Dictionary {
    /// The number of a name, giving it the next one when it is new.
    pub fn intern(&mut self, name: &str) -> u32 {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
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
