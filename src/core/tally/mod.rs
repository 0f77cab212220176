//! Records into mergeable counts.
//!
//! A [`Tally`] holds, for each cell (touchpoint, day, segment, channel, team), how often each answer
//! to each question was given. Tallies add up; a filter is a sum over fewer cells.

mod cell;
mod cell_counts;
mod cells;
mod comments;
mod dictionary;
mod feedback;
mod grain;
mod layout;
mod month_cells;
mod slice;
mod store;
mod survey_sums;
mod surveys;
mod totals;

pub use cell::{Cell, NOT_GIVEN};
pub use comments::{Comment, KEPT_PER_TOUCHPOINT};
pub use dictionary::Dictionary;
pub use feedback::Feedback;
pub use grain::{Grain, Resolution};
pub use layout::Layout;
pub use slice::Slice;
pub use store::{Counted, Group, Tally, TooManyNames};
pub use survey_sums::{FeatureCounts, QualitySums, SumsOf, SurveySums};
pub use surveys::Surveys;
pub use totals::{Totals, Window};
