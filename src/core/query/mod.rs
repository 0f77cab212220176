//! What is asked: a place in the app with everything it depends on, to and from a URL.
//!
//! The same value is the state of a page, the link to it, and the question the engine answers.

mod compare;
mod control;
mod matrix;
mod measure;
mod page;
mod period_choice;
mod place;
mod question;
mod url;

pub use compare::{CompareState, Sides};
pub use control::{Baseline, ControlState};
pub use matrix::{HeatView, Importance, Lines, PriorityState, RiskCell};
pub use measure::{HeatBy, HeatOrder, Measure};
pub use page::{
    ConnectionState, DataState, HeatState, Lane, MapState, Page, ResponsesState, SurveysState, Zoom,
};
pub use period_choice::PeriodChoice;
pub use place::{Filters, Place};
pub use question::Query;
pub use url::{decode, encode};
