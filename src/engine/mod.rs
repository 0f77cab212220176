//! The background engine: reads the connection, keeps the tally, answers queries.
//!
//! It runs in a worker of its own, so that nothing it does can hold up the page.

mod answer;
mod ask;
mod asked;
mod asker;
mod counts;
mod door;
mod events;
mod gauge;
mod keeping;
mod load;
mod lookups;
mod pace;
mod pages;
mod preview;
mod session;
mod tickets;
mod writing;

pub use session::{Session, Start};
