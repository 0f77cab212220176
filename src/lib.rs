//! Heartline: customer-journey maps that listen.
//!
//! One way in, one direction, one room for each step:
//!
//! ```text
//! request → bytes → rows → records → tally → indices → scene → view
//! ```
//!
//! [`core`] is plain Rust and knows nobody. The page and its engine speak [`protocol`]; only
//! `platform` touches JavaScript.

pub mod core;
pub mod protocol;

#[cfg(feature = "charts")]
pub mod charts;
#[cfg(feature = "wasm")]
pub mod engine;
#[cfg(feature = "wasm")]
pub mod platform;

#[cfg(feature = "browser")]
pub mod app;
#[cfg(feature = "browser")]
mod components;
#[cfg(feature = "browser")]
mod i18n;
#[cfg(feature = "browser")]
mod locales;
#[cfg(feature = "browser")]
mod pages;
#[cfg(feature = "browser")]
mod state;
