//! One reading of the connection, as those see it who read.

use super::source::Source;
use super::{Extent, Session, zone};
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
    source: usize,
    number: u32,
    extent: Extent,
}

impl Reading {
    pub(super) fn new(session: Session, source: usize, number: u32, extent: Extent) -> Self {
        Self { session, source, number, extent }
    }

    fn of_source<T>(&self, look: impl FnOnce(&Source) -> T) -> T {
        look(&self.session.0.borrow().sources[self.source])
    }

    fn is_current(&self) -> bool {
        self.of_source(|source| source.reading == self.number)
    }

    /// Does something to the workspace being read; `None` when a newer reading has begun.
    pub(in crate::engine) fn with<T>(&self, act: impl FnOnce(&mut Workspace) -> T) -> Option<T> {
        if !self.is_current() {
            return None;
        }
        Some(act(self.session.0.borrow_mut().sources[self.source].read_mut()))
    }

    /// Does something to the workspace being read and the one on screen, behind which it is read; `None` when nothing
    /// is on screen yet.
    pub(in crate::engine) fn behind<T>(
        &self,
        act: impl FnOnce(&mut Workspace, &Workspace) -> T,
    ) -> Option<T> {
        let mut state = self.session.0.borrow_mut();
        let Source { next, shown, reading, .. } = &mut state.sources[self.source];
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

    /// The session it is part of.
    pub(in crate::engine) fn session(&self) -> &Session {
        &self.session
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
        self.of_source(|source| source.secret.clone())
    }

    /// What stops the reading.
    pub(in crate::engine) fn cancel(&self) -> Cancel {
        self.of_source(Source::stop)
    }

    /// What lets its requests out.
    pub(in crate::engine) fn gate(&self) -> Gate {
        self.of_source(|source| source.gate.clone())
    }

    /// Whoever reads the journeys goes in: those wait who measure by them.
    pub(in crate::engine) fn map(&self) -> Gate {
        self.of_source(|source| source.map.clone())
    }

    /// Waits until the other connections have given their journeys, or failed to, and makes them known.
    pub(in crate::engine) async fn learn_maps(&self) {
        let maps = |others: &[Source]| others.iter().map(|one| one.map.clone()).collect::<Vec<_>>();
        let maps = maps(&self.session.0.borrow().sources);
        for map in maps {
            drop(map.enter().await);
        }
        let known = self.session.touchpoints_elsewhere(self.source);
        self.with(|workspace| workspace.know(known));
    }

    /// Tells the page how things stand.
    pub(in crate::engine) fn tell(&self) {
        if self.is_current() {
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
        if !self.is_current() {
            return;
        }
        self.session.0.borrow_mut().sources[self.source].end(is_whole);
        self.session.tell_all();
        if is_whole {
            spawn_local(keep(self.session.clone(), self.source));
        }
        self.session.schedule(self.source);
        self.session.tell_maps();
    }
}
