//! Every text of the interface, in English and Chinese, by the part of the app it belongs to.

pub mod compare;
pub mod connections;
pub mod control;
pub mod data;
pub mod faults;
pub mod fields;
pub mod hearts;
pub mod heat;
pub mod journeys;
pub mod lacking;
pub mod map;
pub mod matrix;
pub mod methods;
pub mod names;
pub mod overview;
pub mod reading;
pub mod responses;
pub mod shell;
pub mod surveys;
pub mod writing;
