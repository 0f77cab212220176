//! Where a record's fields may be in a row: from names, and from values.

mod answer_list;
mod answer_words;
mod case;
mod column;
mod header;
mod judgement;
mod record;
mod suggestion;
mod traits;
mod value_words;
mod want;
mod words;

pub use suggestion::{
    FieldSign, FieldSuggestion, FieldSuggestions, field_suggestions, offer_one_touchpoint,
};
pub use value_words::Meaning;
