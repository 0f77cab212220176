//! How often the page is told while responses stream in.

use crate::platform::Stopwatch;

/// At most this often, in milliseconds: to draw the page anew takes the time of reading thirty thousand responses.
const EVERY: f64 = 400.0;
/// Of the engine's time at most one part in so many goes into telling.
const SHARE: f64 = 20.0;

/// When the page was last told, and when it will be.
#[derive(Default)]
pub(super) struct Pace {
    told: Option<Stopwatch>,
    every: f64,
    is_waiting: bool,
}

/// How long until the page is to be told.
pub(super) enum Wait {
    /// It is to be told now.
    No,
    /// It is to be told in so many milliseconds; whoever asked sees to it.
    Millis(u32),
    /// Somebody sees to it already.
    IsWaiting,
}

impl Pace {
    /// How long to wait. After `Wait::Millis` others are told to wait.
    pub(super) fn wait(&mut self) -> Wait {
        let every = self.every.max(EVERY);
        let since = self.told.map_or(f64::INFINITY, |told| told.millis());
        if since >= every {
            return Wait::No;
        }
        if std::mem::replace(&mut self.is_waiting, true) {
            return Wait::IsWaiting;
        }
        Wait::Millis((every - since) as u32 + 1)
    }

    /// The page was told, which took so many milliseconds.
    pub(super) fn told(&mut self, took: f64) {
        *self = Self { told: Some(Stopwatch::start()), every: took * SHARE, is_waiting: false };
    }
}
