//! The page as a whole: stores, frame and the page of the place.
//!
//! Five programs share it, each with pages of its own: [`Overview`], which is what most people open, [`Journeys`],
//! [`Analysis`], [`Sources`] and [`Mapper`]. Whoever opens a page pays for its program alone; when a page of another one is wanted, that takes the
//! first one's place. [`App`] has every page, where no boot script is there to change programs.

mod frame;
mod mounted;
mod program;
mod programs;
mod which;
mod whole;

pub use mounted::{enter, leave};
pub use programs::{Analysis, Journeys, Mapper, Overview, Sources};
pub use whole::App;
