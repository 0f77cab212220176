//! One reading of one connection, and the page that looks at it.

mod figures;
mod looking;
mod reading;

pub(super) use reading::Reading;

use super::asked::Questions;
use super::keeping::{Shelf, show_kept};
use super::load::load;
use super::pace::Pace;
use super::preview::{Samples, look};
use super::writing::write;
use crate::core::calendar::Day;
use crate::core::connection::{Config, Connection, Secret, Settings, Veil};
use crate::core::manners::Gate;
use crate::core::workspace::{NotKept, Workspace};
use crate::platform::{BrowserZone, Cancel, EnginePort, now};
use crate::protocol::{ConfigFault, Request, Status, decode};
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
    is_demo: bool,
    connection: Option<Connection>,
    settings: Settings,
    /// Where relative paths start: the page's own folder.
    base: String,
    /// What is on screen.
    shown: Workspace,
    /// A new reading behind it.
    next: Option<Workspace>,
    secret: Option<Secret>,
    /// Hides every secret that was typed.
    veil: Veil,
    cancel: Cancel,
    gate: Gate,
    /// Counts readings, so that one that was overtaken changes nothing.
    reading: u32,
    read_at: Option<i64>,
    /// True once the latest reading has ended, be it whole or not.
    has_ended: bool,
    /// Where the figures are kept.
    shelf: Shelf,
    not_kept: Option<NotKept>,
    pace: Pace,
    samples: Samples,
}

impl Session {
    /// Starts with the text of `config.json`, or what kept it from being read, and the document of the connection that
    /// is used instead of the site's own.
    pub fn start(
        port: EnginePort,
        base: String,
        shelf: Shelf,
        config: Result<String, ConfigFault>,
        own: Option<&str>,
    ) -> Self {
        let parsed = config.and_then(|text| Ok(Config::parse(&text)?));
        let parsed = parsed.and_then(|config| with_own(config, own)).and_then(or_demo);
        let (config, is_demo, fault) = match parsed {
            Ok((config, is_demo)) => (config, is_demo, None),
            Err(fault) => (Config::default(), false, Some(fault)),
        };
        let shown = Workspace::new(config.settings.clone(), today(&config.settings));
        let state = State {
            port,
            questions: Questions::default(),
            fault,
            is_demo,
            connection: config.connection,
            settings: config.settings,
            base,
            shown,
            next: None,
            secret: None,
            veil: Veil::default(),
            cancel: Cancel::default(),
            gate: Gate::new(1),
            reading: 0,
            read_at: None,
            has_ended: false,
            shelf,
            not_kept: None,
            pace: Pace::default(),
            samples: Samples::default(),
        };
        let session = Self(Rc::new(RefCell::new(state)));
        session.read(Extent::New);
        spawn_local(show_kept(session.clone()));
        session
    }

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
            Request::Unlock { secret } => {
                self.0.borrow_mut().unlock(secret);
                self.read(Extent::New);
            }
            Request::Refresh => self.read(Extent::New),
            Request::ReadAll => self.read(Extent::All),
            Request::Cancel => self.cancel(),
            Request::Preview { id, ask } => spawn_local(look(self.clone(), id, ask)),
            Request::Write { id, ask } => spawn_local(write(self.clone(), id, ask)),
        }
    }

    /// Stops the reading. What its requests have to say of that comes later, one after the other.
    fn cancel(&self) {
        let cancel = self.0.borrow().cancel.clone();
        cancel.cancel();
    }

    /// Reads the connection. What is on screen stays until the new reading is whole, unless nothing
    /// is there yet.
    fn read(&self, extent: Extent) {
        let mut state = self.0.borrow_mut();
        let Some(connection) = state.connection.clone() else { return };
        state.cancel.cancel();
        state.cancel = Cancel::default();
        state.gate = Gate::new(connection.max_requests);
        state.reading += 1;
        state.has_ended = false;
        let fresh = Workspace::new(state.settings.clone(), today(&state.settings));
        let fresh = if connection.feeds.journeys.is_none() { fresh.sketched() } else { fresh };
        if state.read_at.is_some() {
            state.next = Some(fresh);
        } else {
            state.shown = fresh;
        }
        let reading = Reading::new(self.clone(), state.reading, extent);
        drop(state);
        spawn_local(load(reading, connection));
    }

    /// Tells the page everything that is new.
    fn tell_all(&self) {
        let ids = self.0.borrow().questions.ids();
        ids.into_iter().for_each(|id| self.tell(id));
        self.tell_status();
    }

    fn tell(&self, id: u32) {
        let mut state = self.0.borrow_mut();
        let State { questions, shown, port, veil, .. } = &mut *state;
        shown.conceal(veil);
        if let Ok(Some(bytes)) = questions.answer(id, shown) {
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
    fn unlock(&mut self, secret: Secret) {
        if let Some(connection) = &self.connection {
            self.veil.add(&connection.auth, &secret);
        }
        self.secret = Some(secret);
    }

    fn status(&mut self) -> Status {
        let refreshing = self.next.is_some();
        let read = self.next.as_mut().unwrap_or(&mut self.shown);
        read.conceal(&self.veil);
        let connection = self.connection.as_ref();
        let name = connection.map(|connection| connection.name.clone());
        let wanted = connection.and_then(|connection| connection.auth.wanted());
        Status {
            wanted: wanted.unwrap_or_default(),
            config: self.fault.clone(),
            refreshing,
            resumes: self.connection.as_ref().is_some_and(|c| c.feeds.since().is_some()),
            read_at: self.read_at,
            not_kept: self.not_kept,
            ..Status::of(read)
        }
        .named(&name.unwrap_or_default(), self.is_demo)
    }
}

/// How much is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// What is new, where that can be asked for.
    New,
    All,
}

fn with_own(config: Config, own: Option<&str>) -> Result<Config, ConfigFault> {
    let Some(document) = own else { return Ok(config) };
    let connection = Connection::parse(document).map_err(ConfigFault::Own)?;
    Ok(Config { connection: Some(connection), ..config })
}

fn or_demo(config: Config) -> Result<(Config, bool), ConfigFault> {
    match config.connection {
        Some(_) => Ok((config, false)),
        None => Ok((Config::demo()?, true)),
    }
}

fn zone(settings: &Settings) -> BrowserZone {
    let (zone, _unknown) = BrowserZone::new(settings.time_zone.as_deref());
    zone
}

fn today(settings: &Settings) -> Day {
    Day::of(now(), &zone(settings))
}
