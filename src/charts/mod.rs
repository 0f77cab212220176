//! Charts as ECharts options, typed by charming.
//!
//! A [`ChartScene`] says what is drawn, a [`Palette`] in which colours. Nothing here needs a browser:
//! an option is JSON.

mod lines;
mod palette;

pub use lines::option;
pub use palette::Palette;
