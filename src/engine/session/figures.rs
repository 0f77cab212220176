//! A session, as those see it who keep its figures and show those that were kept.

use super::{Session, today};
use crate::core::workspace::{NotKept, Workspace};

impl Session {
    /// Shows figures that were kept, if they are of this configuration and nothing newer is there. What is being read
    /// goes on behind them; what has failed meanwhile is told with them.
    pub(in crate::engine) fn show(&self, mark: u64, read_at: i64, figures: &[u8]) {
        let mut state = self.0.borrow_mut();
        if mark != state.mark || state.read_at.is_some() {
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

    /// What is to be kept: what it is of, when it was read, and the figures on screen.
    pub(in crate::engine) fn figures(&self) -> Option<(u64, i64, Vec<u8>)> {
        let state = self.0.borrow();
        Some((state.mark, state.read_at?, state.shown.kept()?))
    }

    /// Notes whether the browser has kept the figures.
    pub(in crate::engine) fn note_kept(&self, failed: Option<NotKept>) {
        self.0.borrow_mut().not_kept = failed;
        self.tell_status();
    }
}
