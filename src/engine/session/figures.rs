//! A session, as those see it who keep its figures and show those that were kept.

use super::{Session, today};
use crate::core::workspace::{NotKept, Workspace};
use crate::engine::keeping::Shelf;

impl Session {
    /// Where the figures are kept.
    pub(in crate::engine) fn shelf(&self) -> Shelf {
        self.0.borrow().shelf.clone()
    }

    /// Shows figures that were kept, if nothing newer is there. What is being read
    /// goes on behind them; what has failed meanwhile is told with them.
    pub(in crate::engine) fn show(&self, read_at: i64, figures: &[u8]) {
        let mut state = self.0.borrow_mut();
        if state.read_at.is_some() {
            return;
        }
        let (settings, today) = (state.settings.clone(), today(&state.settings));
        let Some(kept) = Workspace::restored(settings, today, figures) else { return };
        let newer = std::mem::replace(&mut state.shown, kept);
        state.read_at = Some(read_at);
        match state.has_ended {
            true => state.shown.note_failed_refresh(&newer),
            false => state.next = Some(newer),
        }
        drop(state);
        self.tell_all();
    }

    /// What is to be kept: when it was read, and the figures on screen.
    pub(in crate::engine) fn figures(&self) -> Option<(i64, Vec<u8>)> {
        let state = self.0.borrow();
        Some((state.read_at?, state.shown.kept()?))
    }

    /// Notes whether the browser has kept the figures.
    pub(in crate::engine) fn note_kept(&self, failed: Option<NotKept>) {
        self.0.borrow_mut().not_kept = failed;
        self.tell_status();
    }
}
