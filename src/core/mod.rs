//! The core: plain Rust, without a browser, a clock or randomness.
//!
//! Everything that decides what a figure is lives here and is tested natively.

pub mod calculator;
pub mod calendar;
pub mod connection;
pub mod hearts;
pub mod index;
pub mod intake;
pub mod login;
pub mod manners;
pub mod mapping;
pub mod model;
pub mod order;
pub mod packing;
pub mod paging;
pub mod preview;
pub mod query;
pub mod scene;
pub mod tally;
pub mod workspace;
pub mod writing;
