//! Heartline: customer-journey maps that listen.
pub mod core;
