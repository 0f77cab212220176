//! What the page is told, and what is done for it.

mod figures;
mod looking;
mod maps;
mod reading;
mod schedule;
mod source;
mod start;
mod tokens;

pub(super) use reading::Reading;
pub use start::Start;

use super::asked::Questions;
use super::load::load;
use super::pace::Pace;
use super::preview::{Samples, look};
use super::tickets::Tickets;
use super::writing::write;
use crate::core::calendar::Day;
use crate::core::connection::{Secret, Settings};
use crate::core::workspace::{NotKept, Workspace};
use crate::platform::{BrowserZone, EnginePort, now};
use crate::protocol::{ConfigFault, Request, Status, decode};
use source::Source;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// The engine's state. Cloning it gives another handle to the same.
#[derive(Clone)]
pub struct Session(Rc<RefCell<State>>);

pub(super) struct State {
    port: EnginePort,
    questions: Questions,
    fault: Option<ConfigFault>,
    /// True when the site names no connection of its own.
    is_demo: bool,
    settings: Settings,
    /// Where relative paths start: the page's own folder.
    base: String,
    /// The connections, each with what it gave.
    sources: Vec<Source>,
    /// What is on screen where there are several; made anew after each change.
    joined: Option<Workspace>,
    not_kept: Option<NotKept>,
    /// True while somebody looks at the page.
    is_seen: bool,
    pace: Pace,
    samples: Samples,
    tickets: Tickets,
}

impl Session {
    /// Takes a message from the page.
    pub fn receive(&self, bytes: &[u8]) {
        // A message of another build cannot be answered; the page says so when it gets no answer.
        let Ok(request) = decode::<Request>(bytes) else { return };
        match request {
            Request::Hello => {
                self.0.borrow_mut().questions.forget();
                self.tell_status();
            }
            Request::Ask { id, query } => {
                self.0.borrow_mut().questions.ask(id, query);
                self.tell(id);
            }
            Request::Drop { id } => self.0.borrow_mut().questions.drop(id),
            Request::Unlock { source, secret } => self.unlock(&source, secret),
            Request::Refresh => self.read_again(Extent::New),
            Request::ReadAll => self.read_again(Extent::All),
            Request::Cancel => self.cancel(),
            Request::Preview { id, ask } => spawn_local(look(self.clone(), id, ask)),
            Request::Write { id, ask } => spawn_local(write(self.clone(), id, ask)),
        }
    }

    /// Stops the reading. What its requests have to say of that comes later, one after the other.
    fn cancel(&self) {
        let stops: Vec<_> = self.0.borrow().sources.iter().map(Source::stop).collect();
        stops.iter().for_each(crate::platform::Cancel::cancel);
    }

    /// A secret that another tab, or a session before, kept for a connection that is not read here is nobody's.
    fn unlock(&self, id: &str, secret: Secret) {
        let Some(source) = self.place_of(id) else { return };
        let is_new = self.0.borrow_mut().sources[source].unlock(secret);
        if is_new {
            self.forgive();
            self.read(source, Extent::New);
            self.listen(source);
        }
    }

    /// Somebody wants it: who was not let in before may try again.
    fn read_again(&self, extent: Extent) {
        self.forgive();
        self.read_all(extent);
    }

    fn place_of(&self, id: &str) -> Option<usize> {
        self.0.borrow().sources.iter().position(|source| source.id == id)
    }

    fn read_all(&self, extent: Extent) {
        let sources = self.0.borrow().sources.len();
        (0..sources).for_each(|source| self.read(source, extent));
    }

    /// Reads a connection. What is on screen stays until the new reading is whole, unless nothing
    /// is there yet.
    fn read(&self, source: usize, extent: Extent) {
        let mut state = self.0.borrow_mut();
        let fresh = state.fresh();
        let State { sources, .. } = &mut *state;
        let number = sources[source].begin(fresh);
        let connection = sources[source].connection.clone();
        let reading = Reading::new(self.clone(), source, number, extent);
        drop(state);
        spawn_local(load(reading, connection));
    }

    /// Tells the page everything that is new.
    fn tell_all(&self) {
        self.0.borrow_mut().joined = None;
        let ids = self.0.borrow().questions.ids();
        ids.into_iter().for_each(|id| self.tell(id));
        self.tell_status();
    }

    fn tell(&self, id: u32) {
        let mut state = self.0.borrow_mut();
        state.join();
        let State { questions, sources, joined, port, .. } = &mut *state;
        let shown = joined.as_ref().or_else(|| sources.first().map(|source| &source.shown));
        let answer = shown.map(|shown| questions.answer(id, shown));
        if let Some(Ok(Some(bytes))) = answer {
            port.send(&bytes);
        }
    }

    fn tell_status(&self) {
        let mut state = self.0.borrow_mut();
        let status = state.status();
        if let Ok(Some(bytes)) = state.questions.status(status) {
            state.port.send(&bytes);
        }
    }
}

impl State {
    /// A workspace into which nothing has been read. Where no connection gives journeys, they are sketched.
    fn fresh(&self) -> Workspace {
        let fresh = Workspace::new(self.settings.clone(), today(&self.settings));
        let is_drawn = self.sources.iter().any(Source::gives_journeys);
        if is_drawn { fresh } else { fresh.sketched() }
    }

    /// Joins what is on screen, unless one connection alone says it all.
    fn join(&mut self) {
        self.conceal();
        if self.sources.len() != 1 && self.joined.is_none() {
            let empty = Workspace::new(self.settings.clone(), today(&self.settings));
            let parts: Vec<&Workspace> = self.sources.iter().map(|source| &source.shown).collect();
            self.joined = Some(empty.joined(&parts));
        }
    }

    /// Hides what was typed, and what it was exchanged for.
    fn conceal(&mut self) {
        let tokens = self.tickets.veil();
        self.sources.iter_mut().for_each(|source| source.conceal(&tokens));
    }

    fn status(&mut self) -> Status {
        self.conceal();
        let read: Vec<&Workspace> = self.sources.iter().map(Source::read).collect();
        let sources = self.sources.iter().map(Source::status).collect();
        let (config, not_kept) = (self.fault.clone(), self.not_kept);
        Status { config, not_kept, site_is_demo: self.is_demo, ..Status::of(sources, &read) }
    }
}

/// How much is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// What is new, where that can be asked for.
    New,
    All,
}

fn zone(settings: &Settings) -> BrowserZone {
    let (zone, _unknown) = BrowserZone::new(settings.time_zone.as_deref());
    zone
}

fn today(settings: &Settings) -> Day {
    Day::of(now(), &zone(settings))
}
