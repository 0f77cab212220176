//! What is in an answer nobody has described yet, and what a connection makes of it.
//!
//! An analyst gives a URL; the answer to it, or a piece of it, is a [`Sample`]. [`Outline`] shows it as a tree.
//! [`rows_suggestions`] says where its rows may be and [`field_suggestions`] where a record's fields may be in a row;
//! whatever is chosen is an [`Edit`] of the connection's document, which begins with an [`Address`]. [`preview`] says
//! what the connection makes of the sample, and [`lacking`] what is still missing to draw which page.
//!
//! Nothing here reads rows in a way of its own: what becomes of them is asked of the mapping itself. Suggestions are
//! made of names, in English and Chinese, and of values; each says how sure it is, and by what.

pub mod json_path;

mod answer_list;
mod column;
mod document;
mod edit;
mod field_case;
mod field_judgement;
mod field_name;
mod field_record;
mod field_suggestion;
mod field_want;
mod field_words;
mod header;
mod in_row;
mod lacking;
mod lacking_facts;
mod looks;
mod names;
mod outline;
mod outline_reader;

mod preview_sink;
mod raw_row;
mod records;
mod rows_candidate;
mod rows_judgement;
mod rows_place;
mod rows_suggestion;
mod sample;
mod sample_rows;
mod shorten;
mod side_by_side;
mod start;
mod sureness;
mod traits;
mod value_words;

pub use edit::Edit;
pub use field_name::FieldName;
pub use field_suggestion::{FieldSign, FieldSuggestion, FieldSuggestions, field_suggestions};
pub use lacking::{Lack, View, lacking};
pub use outline::{Ending, Form, Outline, OutlineNode, Place, ValueKind};
pub use rows_place::RowsPlace;
pub use rows_suggestion::{RowsSign, RowsSuggestion, rows_suggestions};
pub use sample::Sample;
pub use shorten::{SHOWN_CHARS, Shown};
pub use side_by_side::{Preview, PreviewField, PreviewProblem, PreviewRow, preview};
pub use start::Address;
pub use sureness::Sureness;
pub use value_words::Meaning;

#[cfg(test)]
mod tests;
