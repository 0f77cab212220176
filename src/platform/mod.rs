//! The only code that touches JavaScript.

mod cancel;
mod chance;
mod clock;
mod http;
mod port;
mod shelf;
mod zone;

pub use cancel::Cancel;
pub use chance::{chance, unique_key};
pub use clock::{Stopwatch, now};
pub use http::{Answer, Exchange, Http, is_online, join, origin};
pub use port::EnginePort;
pub use shelf::{put_up, take_down};
pub use zone::BrowserZone;

#[cfg(feature = "browser")]
mod page;
#[cfg(feature = "browser")]
pub use page::*;
