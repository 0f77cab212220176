//! What kind of values a field wants.

use crate::core::model::{AnswerForm, Role};
use crate::core::preview::FieldName;

/// What kind of values a field wants.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Want {
    /// What tells rows apart.
    Id,
    /// The id of a touchpoint.
    Touchpoint,
    /// An instant.
    Date,
    /// A month or a day.
    Period,
    /// A name that many rows share.
    Group,
    /// What somebody wrote.
    Comment,
    /// An answer on the scale of a role.
    Answer(Role),
    /// An answer to a survey's question.
    Surveyed(AnswerForm),
    /// A list of counts, one an answer.
    Counts(Role),
    /// The id of a question.
    Question,
    /// A whole number from 0.
    Count,
    /// Any text.
    Text,
    /// A list of texts.
    Texts,
    /// Any number.
    Number,
    /// Yes or no.
    Truth,
    /// The name of a heart.
    Heart,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// Rows inside of the row.
    Rows,
}

/// What a field wants.
pub(super) fn want(field: &FieldName) -> Want {
    match field.last() {
        "id" => Want::Id,
        "touchpoint" => Want::Touchpoint,
        "submitted_at" => Want::Date,
        "period" => Want::Period,
        "segment" | "team" => Want::Group,
        "channel" if field.names().len() == 1 => Want::Group,
        "comment" => Want::Comment,
        "question" => Want::Question,
        "count" | "responses" => Want::Count,
        "hearts" | "pains" | "opportunities" => Want::Texts,
        "moment_of_truth" | "behaviour_rate" => Want::Truth,
        "heart" => Want::Heart,
        "direction" => Want::OneOf(&["higher", "lower"]),
        "source" => Want::OneOf(&["readings", "csat", "nps"]),
        "evidence" => Want::OneOf(&["none", "partial", "researched"]),
        "value" | "assumed_emotion" | "importance" | "nps_benchmark" | "severity"
        | "occurrence" | "detection" | "baseline" | "target" | "zero" | "hundred" | "weight" => {
            Want::Number
        }
        _ => Want::Text,
    }
}
