//! What is in an answer nobody has described yet, and what a connection makes of it.
//!
//! An analyst gives a URL, a piece of its answer has been fetched. [outline] shows it as a tree, [`rows_suggestions`]
//! says where its rows may be. Nothing here reads rows in a way of its own: what a connection makes of them is asked
//! of the mapping itself.

pub mod json_path;

mod outline;
mod outline_reader;
mod sample;
mod shorten;

pub use outline::{Ending, Form, Outline, OutlineNode, Place, ValueKind};
pub use sample::Sample;
pub use shorten::{SHOWN_CHARS, Shown};
