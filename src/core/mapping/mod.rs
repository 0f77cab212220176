//! JSON of any shape into records.
//!
//! A body is read as it arrives: [`BodyReader`] finds the rows, a [`RowPlan`] captures only the
//! selected values of each, and a mapper per feed makes the record.

mod body;
mod body_error;
mod captured;
mod csv;
mod date;
mod envelope;
mod indicators;
mod journeys;
mod marks;
mod plan;
mod problem;
mod reason;
mod responses;
mod rfc3339;
mod row;
mod row_reader;
mod row_sink;
mod rows;
mod scalar;
mod scan;
mod selected;
mod shape;
mod survey_answers;
mod tally_rows;
mod walk;
mod whole;
mod words;

pub use body::BodyReader;
pub use body_error::BodyError;
pub(in crate::core) use body_error::beginning;
pub use captured::Captured;
pub(in crate::core) use csv::CsvLines;
pub use date::{Clock, Moment, moment};
pub use indicators::map_indicators;
pub use journeys::map_journeys;
pub use marks::RowMarks;
pub use plan::RowPlan;
pub use problem::{Problem, ProblemLog, SHOWN};
pub use reason::{Reason, ReasonKind};
pub use responses::{Context, ResponseMapper};
pub use row_sink::{RowSink, Values};
pub use scalar::Scalar;
pub use scan::Broken;
pub(in crate::core) use scan::{Scan, Scanner};
pub(in crate::core) use selected::Selected;
pub use tally_rows::{TallyMapper, TallyRow};
pub(in crate::core) use whole::{WholeSink, whole_rows};
