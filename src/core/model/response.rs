//! One customer's answers about one touchpoint.

use super::Verbatim;
use crate::core::calendar::{Day, Timestamp};

/// One answer to one question, still as it was given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer {
    /// The question's place in the workspace's list of questions.
    pub question: usize,
    /// The number answered, after value maps; absent when the answer could not be read as a number.
    /// Checked against the scale when it is counted.
    pub value: Option<f64>,
}

/// One response, as a feed row was mapped. It borrows from the row: a million of them are counted
/// without keeping one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Response<'row> {
    /// The row's own id, when it has one.
    pub id: Option<&'row str>,
    /// The id of the touchpoint it is about.
    pub touchpoint: &'row str,
    /// When it was given.
    pub submitted_at: Timestamp,
    /// The local day it was given.
    pub day: Day,
    /// Segment, channel and team, in that order.
    pub dimensions: [Option<&'row str>; 3],
    /// The answers given.
    pub answers: &'row [Answer],
    /// What the customer wrote.
    pub comment: Option<Verbatim<'row>>,
}
