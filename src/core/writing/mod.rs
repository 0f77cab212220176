//! Writing: from a record to the request that hands it over, from the answer to what became of it, and from two
//! people's changes of the same record to one.

mod difference;
mod error;
mod fill;
mod judgement;
mod level;
mod merge;
mod merge_list;
mod place_value;
mod put_back;
mod put_touchpoint;
mod record;
mod request;
mod settle;

pub use difference::{changed_members, dropped};
pub use error::WriteError;
pub use fill::{address, fill};
pub use judgement::{Heard, Receipt, Refusal, Verdict, judge, quoted, said_at};
pub use merge::{Choice, Contest, Contested, MergeStep, Merged, merge};
pub use put_back::{journey_of, put_back};
pub use record::{case_record, journey_record, response_record, response_row};
pub use request::{call, read_call, revision_of};
pub use settle::settle;
