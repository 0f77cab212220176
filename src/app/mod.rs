//! The page as a whole: stores, frame and the page of the place.
//!
//! Two programs share it. [`App`] has every page. [`Entrance`] has the overview alone, which is what most
//! people open: it is there in half the time, and hands over to the app as soon as another page is wanted.

mod entrance;
mod frame;
mod which;
mod whole;

pub use entrance::Entrance;
pub use whole::App;
