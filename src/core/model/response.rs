//! One customer's answers about one touchpoint.

use super::{QuestionId, TouchpointId};
use crate::core::calendar::Timestamp;

/// One answer to one question, still as it was given.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Which question.
    pub question: QuestionId,
    /// The number answered, after value maps; checked against the scale when it is counted.
    pub value: f64,
}

/// One response, as a feed row was mapped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Response {
    /// The row's own id, when it has one.
    pub id: Option<String>,
    /// What it is about.
    pub touchpoint: TouchpointId,
    /// When it was given.
    pub submitted_at: Timestamp,
    /// Segment, channel and team, in that order.
    pub dimensions: [Option<String>; 3],
    /// The answers given.
    pub answers: Vec<Answer>,
    /// What the customer wrote.
    pub comment: Option<String>,
}
