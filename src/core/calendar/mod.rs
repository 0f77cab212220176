//! Days, weeks and months as a workspace sees them: by the local date in its time zone.

mod day;
mod midnight;
mod month;
mod period;
mod timestamp;
mod week;
mod zone;

pub use day::Day;
pub use month::Month;
pub use period::Period;
pub use timestamp::Timestamp;
pub use week::Week;
pub use zone::{FixedZone, OffsetTable, Transition, Zone};
