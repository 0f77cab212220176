//! Values one after the other as bytes, written and read one at a time: what is large is never there twice.

use serde::{Serialize, de::DeserializeOwned};

/// Writes values as bytes.
///
/// ```
/// use heartline::core::packing::{Packer, Unpacker};
///
/// let mut packer = Packer::default();
/// packer.put(&7_u32);
/// packer.put("desk");
/// let bytes = packer.into_bytes();
/// let mut unpacker = Unpacker::new(&bytes);
/// assert_eq!(unpacker.take::<u32>(), Some(7));
/// assert_eq!(unpacker.take::<String>().as_deref(), Some("desk"));
/// assert_eq!(unpacker.take::<u32>(), None, "nothing is left");
/// ```
#[derive(Debug, Default)]
pub struct Packer(Vec<u8>);

/// Reads values in the order they were written.
#[derive(Debug)]
pub struct Unpacker<'b>(&'b [u8]);

impl Packer {
    /// Writes a value. One whose length is not known beforehand is left out, and nothing can be read from there on;
    /// none that is kept is like that.
    pub fn put<T: Serialize + ?Sized>(&mut self, value: &T) {
        let length = self.0.len();
        match postcard::to_extend(value, std::mem::take(&mut self.0)) {
            Ok(bytes) => self.0 = bytes,
            Err(_) => self.0.truncate(length),
        }
    }

    /// All that was written, with more bytes behind it.
    pub fn followed_by(mut self, rest: &[u8]) -> Vec<u8> {
        self.0.extend_from_slice(rest);
        self.0
    }

    /// All that was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

impl<'b> Unpacker<'b> {
    /// Reads what a [`Packer`] wrote.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    /// The next value; `None` when there is none of this type.
    pub fn take<T: DeserializeOwned>(&mut self) -> Option<T> {
        let (value, rest) = postcard::take_from_bytes(self.0).ok()?;
        self.0 = rest;
        Some(value)
    }

    /// What has not been read.
    pub fn rest(&self) -> &'b [u8] {
        self.0
    }
}
