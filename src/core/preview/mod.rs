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

mod edit;
mod field_name;
mod fields;
mod file;
mod lacking;
mod looks;
mod names;
mod outline;
mod rows;
mod sample;
mod sample_rows;
mod shorten;
mod side_by_side;
mod start;
mod sureness;

pub use edit::{Edit, said_path};
pub use field_name::FieldName;
pub use fields::{
    FieldSign, FieldSuggestion, FieldSuggestions, Meaning, field_suggestions, offer_one_touchpoint,
};
pub use file::{file_document, put_file};
pub use lacking::{Lack, View, lacking};
pub use outline::{Ending, Form, Outline, OutlineNode, Place, ValueKind};
pub use rows::{RowsPlace, RowsSign, RowsSuggestion, rows_suggestions};
pub use sample::Sample;
pub use shorten::{SHOWN_CHARS, Shown};
pub use side_by_side::{
    Preview, PreviewField, PreviewProblem, PreviewRow, preview, preview_looked_up,
};
pub use start::Address;
pub use sureness::Sureness;

#[cfg(test)]
mod tests;
