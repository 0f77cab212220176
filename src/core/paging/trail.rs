//! The way that has been gone.

use super::PagingFault;
use rustc_hash::FxHashSet;

/// Every cursor, number or address that has led to a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Trail(FxHashSet<String>);

impl Trail {
    /// Goes one step further.
    ///
    /// # Errors
    /// When it has been gone before: it would be for ever.
    pub(super) fn step(&mut self, mark: &str) -> Result<(), PagingFault> {
        match self.0.insert(mark.to_owned()) {
            true => Ok(()),
            false => Err(PagingFault::GoesBack),
        }
    }
}
