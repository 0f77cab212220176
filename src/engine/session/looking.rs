//! A session, as the one sees it who only looks at what an API gives.

use super::{Session, zone};
use crate::core::connection::Settings;
use crate::core::mapping::Clock;
use crate::engine::preview::Fetched;
use crate::platform::now;
use std::rc::Rc;

impl Session {
    /// What records are made by. Whoever connects an API where the demo is shown is not asked the demo's questions.
    pub(in crate::engine) fn terms(&self) -> (Settings, Clock) {
        let state = self.0.borrow();
        let settings = if state.is_demo { Settings::default() } else { state.settings.clone() };
        let clock = Clock::new(zone(&settings), now());
        (settings, clock)
    }

    /// Where relative paths start.
    pub(in crate::engine) fn base(&self) -> String {
        self.0.borrow().base.clone()
    }

    /// The sample that was the answer to this.
    pub(in crate::engine) fn sample(&self, asked: &str) -> Option<Rc<Fetched>> {
        self.0.borrow().samples.find(asked)
    }

    /// Keeps a sample for a while.
    pub(in crate::engine) fn keep_sample(&self, sample: Fetched) -> Rc<Fetched> {
        self.0.borrow_mut().samples.keep(sample)
    }

    /// Tells the page.
    pub(in crate::engine) fn send(&self, message: &[u8]) {
        self.0.borrow().port.send(message);
    }
}
