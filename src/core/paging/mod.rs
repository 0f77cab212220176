//! From one page of a feed to the next, and to the end: what is asked next is decided here, who asks is elsewhere.
//!
//! A [`Pager`] makes the calls of a feed one after the other, from what came of the one before. A [`PageWatch`] holds a
//! page back until it is known that it has not been there before: a server that ignores what it is asked for answers
//! for ever, and nothing may be counted twice.

mod cursor;
mod fault;
mod follow;
mod link;
mod offset;
mod page;
mod pager;
mod size;
mod total;
mod trail;
mod watch;

pub use fault::PagingFault;
pub use pager::{PageEnd, Pager};
pub use watch::PageWatch;
