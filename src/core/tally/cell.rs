//! Where a response is counted.

use crate::core::calendar::Day;
use serde::{Deserialize, Serialize};

/// The number of a dimension's value when a response gave none.
pub const NOT_GIVEN: u16 = 0;

/// One cell of one touchpoint: a day and a value per dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cell {
    /// The local day; the first of the month in a tally by month.
    pub day: Day,
    /// Segment, channel and team by number; [`NOT_GIVEN`] where the response had none.
    pub dimensions: [u16; 3],
}
