//! How an API is treated that cannot answer now, or not so much at once.

mod backoff;
mod events;
mod gate;
mod retry_after;

pub use backoff::Backoff;
pub use events::EventStream;
pub use gate::{Gate, Pass};
pub use retry_after::retry_after;
