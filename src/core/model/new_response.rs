//! A response that nobody has taken yet.

use super::{JourneyId, QuestionId, TouchpointId};
use crate::core::calendar::Timestamp;
use serde::{Deserialize, Serialize};

/// What a customer answered, before anybody has taken it. It owns what it says, as [`super::Response`] does not.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NewResponse {
    /// The touchpoint it is about.
    pub touchpoint: TouchpointId,
    /// When it was given.
    pub submitted_at: Timestamp,
    /// The journey the customer was on.
    pub journey: Option<JourneyId>,
    /// What kind of customer.
    pub segment: Option<String>,
    /// Through which channel.
    pub channel: Option<String>,
    /// Served by which team.
    pub team: Option<String>,
    /// What the company knows the customer by.
    pub customer: Option<String>,
    /// The answers, each a number on its question's scale.
    pub answers: Vec<(QuestionId, f64)>,
    /// What the customer wrote.
    pub comment: Option<String>,
}
