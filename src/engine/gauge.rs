//! How fast a feed is being read, noted as it goes.

use super::session::Reading;
use crate::core::connection::FeedId;
use crate::core::workspace::Meter;
use crate::platform::Stopwatch;
use gloo_timers::callback::Interval;
use std::cell::RefCell;
use std::rc::Rc;

/// A server that falls silent has its pace go down while nothing arrives: so often it is noted then, in milliseconds.
const EVERY: u32 = 1000;

/// Notes the pace of one feed until dropped.
pub(super) struct Gauge {
    dial: Rc<Dial>,
    _silence: Interval,
}

struct Dial {
    reading: Reading,
    feed: FeedId,
    watch: Stopwatch,
    meter: RefCell<Meter>,
}

impl Gauge {
    pub(super) fn start(reading: &Reading, feed: FeedId) -> Self {
        let (watch, meter) = (Stopwatch::start(), RefCell::default());
        let dial = Rc::new(Dial { reading: reading.clone(), feed, watch, meter });
        let silent = Rc::clone(&dial);
        let note = move || {
            silent.note();
            silent.reading.tell_soon();
        };
        Self { dial, _silence: Interval::new(EVERY, note) }
    }

    /// Notes how far the feed has come.
    pub(super) fn note(&self) {
        self.dial.note();
    }
}

impl Dial {
    fn note(&self) {
        let mut meter = self.meter.borrow_mut();
        self.reading.with(|workspace| {
            let state = workspace.feeds.of(self.feed);
            meter.note(self.watch.millis(), state.rows, state.bytes);
            state.pace = meter.pace(state.total_bytes);
        });
    }
}

impl Drop for Gauge {
    fn drop(&mut self) {
        self.dial.reading.with(|workspace| workspace.feeds.of(self.dial.feed).pace = None);
    }
}
