//! Pieces that pages are put together from.

mod banner;
mod chart;
mod comments;
mod delta;
mod disclosure;
mod distribution;
mod figure;
mod filter_bar;
mod header;
mod heart;
mod key_form;
mod link;
mod methods;
mod page_head;
mod reading;
mod sparkline;
mod touchpoint_select;
mod waiting;

pub use banner::Banner;
pub use chart::Chart;
pub use comments::comments;
pub use delta::delta;
pub use disclosure::Disclosure;
pub use distribution::distribution;
pub use figure::{Unit, estimate_note, figure, plain, value_text};
pub use filter_bar::FilterBar;
pub use header::Header;
pub use heart::{heart_mark, heart_name};
pub use link::link;
pub use methods::{computed, health_words, method_of, methods};
pub use page_head::{page_head, period_text, responses_text, timeless_head};
pub use reading::{pace_text, pause_text, size_text};
pub use sparkline::sparkline;
pub use touchpoint_select::touchpoint_select;
pub use waiting::{answered, missing, not_loaded, waiting};
