//! Days and months as a workspace sees them: by the local date in its time zone.

mod day;
mod month;
mod period;
mod timestamp;
mod zone;

pub use day::Day;
pub use month::Month;
pub use period::Period;
pub use timestamp::Timestamp;
pub use zone::{FixedZone, OffsetTable, Transition, Zone};
