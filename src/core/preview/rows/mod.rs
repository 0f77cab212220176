//! Where the rows of an answer may be.

mod candidate;
mod in_row;
mod judgement;
mod packed;
mod place;
mod suggestion;

pub(in crate::core::preview) use place::INTO;
pub use place::RowsPlace;
pub use suggestion::{RowsSign, RowsSuggestion, rows_suggestions};
