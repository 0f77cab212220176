//! What the page knows: where it is, what the engine said, what the reader prefers.
//!
//! Each store is a small handle with verbs; views call verbs and never set fields.

mod connections;
mod draft;
mod engine;
mod navigation;
mod preferences;
mod presets;
mod secrets;
mod writer;

pub use connections::{Connections, OwnConnection};
pub use draft::Draft;
pub use engine::{Asked, Engine};
pub use navigation::{HEADING, Navigation};
pub use preferences::{Preferences, Theme};
pub use presets::{Preset, presets};
pub use secrets::SecretPlace;
pub use writer::Writer;
