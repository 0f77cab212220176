//! One reading of the connection, as those see it who read.

use super::{Extent, Session, State, zone};
use crate::core::connection::Secret;
use crate::core::manners::Gate;
use crate::core::mapping::Clock;
use crate::core::workspace::Workspace;
use crate::engine::keeping::keep;
use crate::engine::pace::Wait;
use crate::platform::{Cancel, Stopwatch, now};
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

/// A handle to one reading, which may have been overtaken by a newer one.
#[derive(Clone)]
pub(in crate::engine) struct Reading {
    session: Session,
    number: u32,
    extent: Extent,
}

impl Reading {
    pub(super) fn new(session: Session, number: u32, extent: Extent) -> Self {
        Self { session, number, extent }
    }

    /// Does something to the workspace being read; `None` when a newer reading has begun.
    pub(in crate::engine) fn with<T>(&self, act: impl FnOnce(&mut Workspace) -> T) -> Option<T> {
        let mut state = self.session.0.borrow_mut();
        if state.reading != self.number {
            return None;
        }
        let State { next, shown, .. } = &mut *state;
        Some(act(next.as_mut().unwrap_or(shown)))
    }

    /// Does something to the workspace being read and the one on screen, behind which it is read; `None` when nothing
    /// is on screen yet.
    pub(in crate::engine) fn behind<T>(
        &self,
        act: impl FnOnce(&mut Workspace, &Workspace) -> T,
    ) -> Option<T> {
        let mut state = self.session.0.borrow_mut();
        let State { next, shown, reading, .. } = &mut *state;
        let next = next.as_mut().filter(|_| *reading == self.number)?;
        Some(act(next, shown))
    }

    /// As [`Reading::behind`], if what customers said holds in both; `None` also when everything is to be read.
    pub(in crate::engine) fn with_older<T>(
        &self,
        act: impl FnOnce(&mut Workspace, &Workspace) -> Option<T>,
    ) -> Option<T> {
        let is_wanted = self.extent == Extent::New;
        self.behind(|next, shown| (is_wanted && shown.holds_in(next)).then(|| act(next, shown)))
            .flatten()
            .flatten()
    }

    /// The clock of the workspace.
    pub(in crate::engine) fn clock(&self) -> Clock {
        let state = self.session.0.borrow();
        Clock::new(zone(&state.settings), now())
    }

    /// Where relative paths start.
    pub(in crate::engine) fn base(&self) -> String {
        self.session.base()
    }

    /// True when everything has been read before: what a browser has kept is no news.
    pub(in crate::engine) fn is_anew(&self) -> bool {
        self.number > 1
    }

    /// The secret, as far as it has been typed.
    pub(in crate::engine) fn secret(&self) -> Option<Secret> {
        self.session.0.borrow().secret.clone()
    }

    /// What stops the reading.
    pub(in crate::engine) fn cancel(&self) -> Cancel {
        self.session.0.borrow().cancel.clone()
    }

    /// What lets its requests out.
    pub(in crate::engine) fn gate(&self) -> Gate {
        self.session.0.borrow().gate.clone()
    }

    /// Tells the page how things stand.
    pub(in crate::engine) fn tell(&self) {
        if self.session.0.borrow().reading == self.number {
            self.session.tell_all();
        }
    }

    /// Tells the page how things stand, before long: now if it was last told long ago, else a little
    /// later, so that what came last is told even when nothing follows it.
    pub(in crate::engine) fn tell_soon(&self) {
        let wait = self.session.0.borrow_mut().pace.wait();
        match wait {
            Wait::No => self.tell_paced(),
            Wait::Millis(millis) => {
                let reading = self.clone();
                Timeout::new(millis, move || reading.tell_paced()).forget();
            }
            Wait::IsWaiting => {}
        }
    }

    fn tell_paced(&self) {
        let watch = Stopwatch::start();
        self.tell();
        self.session.0.borrow_mut().pace.told(watch.millis());
    }

    /// The reading has ended. If it is whole, and gave whatever the one before it gave, it is shown.
    pub(in crate::engine) fn end(&self, is_whole: bool) {
        let mut state = self.session.0.borrow_mut();
        if state.reading != self.number {
            return;
        }
        state.has_ended = true;
        match state.next.take() {
            None if is_whole => state.read_at = Some(now().0),
            None => {}
            Some(next) if is_whole && state.shown.is_outdone_by(&next) => {
                state.shown = next;
                state.read_at = Some(now().0);
            }
            // The last good figures stay; what went wrong is told with them.
            Some(next) => state.shown.note_failed_refresh(&next),
        }
        drop(state);
        self.session.tell_all();
        if is_whole {
            spawn_local(keep(self.session.clone()));
        }
    }
}
