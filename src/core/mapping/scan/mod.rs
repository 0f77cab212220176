//! JSON text read where it lies: a row's selected values are found without building the others.
//!
//! `serde_json` reads any type from any source, and pays for it: a value that nobody selected is checked letter
//! by letter, and a name is handed from visitor to visitor before it is compared. The scanner knows that it has a
//! piece of memory before it, so it passes what is not wanted eight bytes at a time. It is lenient where strictness
//! costs: inside a value nobody selected only strings and brackets are heeded.

mod number;
mod scanner;
mod text;

pub use number::{Number, number};
pub use scanner::{Broken, Scan, Scanner};
pub use text::RawText;
