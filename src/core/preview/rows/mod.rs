//! Where the rows of an answer may be.

mod candidate;
mod in_row;
mod judgement;
mod place;
mod suggestion;

pub use place::RowsPlace;
pub use suggestion::{RowsSign, RowsSuggestion, rows_suggestions};
