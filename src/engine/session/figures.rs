//! A session, as those see it who keep its figures and show those that were kept.

use super::{Session, today};
use crate::core::workspace::{NotKept, Workspace};
use crate::engine::keeping::Shelf;

impl Session {
    /// Where the figures of a connection are kept.
    pub(in crate::engine) fn shelf(&self, source: usize) -> Shelf {
        self.0.borrow().sources[source].shelf.clone()
    }

    /// Shows figures that were kept, if nothing newer is there. What is being read
    /// goes on behind them; what has failed meanwhile is told with them.
    pub(in crate::engine) fn show(&self, source: usize, read_at: i64, figures: &[u8]) {
        let mut state = self.0.borrow_mut();
        if state.sources[source].read_at.is_some() {
            return;
        }
        let (settings, today) = (state.settings.clone(), today(&state.settings));
        let Some(kept) = Workspace::restored(settings, today, figures) else { return };
        state.sources[source].show(read_at, kept);
        drop(state);
        self.tell_all();
    }

    /// What is to be kept of a connection: when it was read, and its figures on screen.
    pub(in crate::engine) fn figures(&self, source: usize) -> Option<(i64, Vec<u8>)> {
        let state = self.0.borrow();
        let source = &state.sources[source];
        Some((source.read_at?, source.shown.kept()?))
    }

    /// Notes whether the browser has kept the figures.
    pub(in crate::engine) fn note_kept(&self, failed: Option<NotKept>) {
        self.0.borrow_mut().not_kept = failed;
        self.tell_status();
    }
}
