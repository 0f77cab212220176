//! The only code that touches JavaScript.

mod answer;
mod cancel;
mod chance;
mod clock;
mod http;
mod port;
mod shelf;
mod zone;

pub use answer::Answer;
pub use cancel::Cancel;
pub use chance::{chance, unique_key};
pub use clock::{Stopwatch, now};
pub use http::{Exchange, Http, is_online, join, origin};
pub use port::EnginePort;
pub use shelf::{put_up, take_down};
pub use zone::BrowserZone;

#[cfg(feature = "browser")]
mod page;
#[cfg(feature = "browser")]
pub use page::*;
