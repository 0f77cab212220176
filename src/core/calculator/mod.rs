//! Every index by its name, from JSON to JSON.
//!
//! A calculator reads the inputs of one index, hands them to its function and writes the result, under the names
//! the index itself gives its figures. The command line (`heartline-index`) runs them; the reference cases are held
//! to them, so that what an analyst checks by hand and what the tests check is the same. Nothing here computes.

mod alerts;
mod answers;
mod calculation;
mod calendar;
mod catalogue;
mod charts;
mod comparison;
mod correlation;
mod curve;
mod customers;
mod error;
mod hearts;
mod law;
mod loyalty;
mod matters;
mod maturity;
mod moment;
mod quality;
mod schema;
mod share;
mod time;
mod whole;
mod words;

pub use calculation::Calculator;
pub use catalogue::{CALCULATORS, calculator};
pub use error::CalculationError;
