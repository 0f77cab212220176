//! One reading of one connection, and the page that looks at it.

use super::asked::Questions;
use super::load::load;
use super::pace::{Pace, Wait};
use crate::core::calendar::Day;
use crate::core::connection::{Config, Connection, FeedKind, Settings};
use crate::core::mapping::Clock;
use crate::core::workspace::Workspace;
use crate::platform::{BrowserZone, Cancel, EnginePort, Stopwatch, now};
use crate::protocol::{ConfigFault, Request, Status, decode};
use gloo_timers::callback::Timeout;
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
    secret: Option<String>,
    cancel: Cancel,
    /// Counts readings, so that one that was overtaken changes nothing.
    reading: u32,
    read_at: Option<i64>,
    pace: Pace,
}

impl Session {
    /// Starts with the text of `config.json`, or what kept it from being read.
    pub fn start(port: EnginePort, base: String, config: Result<String, ConfigFault>) -> Self {
        let parsed = config.and_then(|text| Ok(Config::parse(&text)?)).and_then(or_demo);
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
            cancel: Cancel::default(),
            reading: 0,
            read_at: None,
            pace: Pace::default(),
        };
        let session = Self(Rc::new(RefCell::new(state)));
        session.read(Extent::All);
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
                self.0.borrow_mut().secret = Some(secret);
                self.read(Extent::New);
            }
            Request::Refresh => self.read(Extent::New),
            Request::ReadAll => self.read(Extent::All),
            Request::Cancel => self.cancel(),
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
        state.reading += 1;
        let mut fresh = Workspace::new(state.settings.clone(), today(&state.settings));
        if state.read_at.is_some() {
            // Sums stand in for responses that are not there yet; those on screen are.
            fresh.carry(FeedKind::Summary, &state.shown);
            state.next = Some(fresh);
        } else {
            state.shown = fresh;
        }
        let reading = Reading { session: self.clone(), number: state.reading, extent };
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
        let State { questions, shown, port, .. } = &mut *state;
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
    fn status(&self) -> Status {
        let read = self.next.as_ref().unwrap_or(&self.shown);
        let name = self.connection.as_ref().map(|connection| connection.name.clone());
        Status {
            config: self.fault.clone(),
            refreshing: self.next.is_some(),
            resumes: self.connection.as_ref().is_some_and(|c| c.feeds.since().is_some()),
            read_at: self.read_at,
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

/// A handle to one reading, which may have been overtaken by a newer one.
#[derive(Clone)]
pub(super) struct Reading {
    session: Session,
    number: u32,
    extent: Extent,
}

impl Reading {
    /// Does something to the workspace being read; `None` when a newer reading has begun.
    pub(super) fn with<T>(&self, act: impl FnOnce(&mut Workspace) -> T) -> Option<T> {
        let mut state = self.session.0.borrow_mut();
        if state.reading != self.number {
            return None;
        }
        let State { next, shown, .. } = &mut *state;
        Some(act(next.as_mut().unwrap_or(shown)))
    }

    /// Does something to the workspace being read and the one on screen behind which it is read, if what customers
    /// said holds in both; `None` when it does not, or when everything is to be read.
    pub(super) fn with_older<T>(
        &self,
        act: impl FnOnce(&mut Workspace, &Workspace) -> Option<T>,
    ) -> Option<T> {
        let mut state = self.session.0.borrow_mut();
        let State { next, shown, reading, .. } = &mut *state;
        let next = next.as_mut().filter(|_| *reading == self.number)?;
        (self.extent == Extent::New && shown.holds_in(next)).then(|| act(next, shown)).flatten()
    }

    /// The clock of the workspace.
    pub(super) fn clock(&self) -> Clock {
        let state = self.session.0.borrow();
        Clock::new(zone(&state.settings), now())
    }

    /// Where relative paths start.
    pub(super) fn base(&self) -> String {
        self.session.0.borrow().base.clone()
    }

    /// True when everything has been read before: what a browser has kept is no news.
    pub(super) fn is_anew(&self) -> bool {
        self.number > 1
    }

    /// The secret, as far as it has been typed.
    pub(super) fn secret(&self) -> Option<String> {
        self.session.0.borrow().secret.clone()
    }

    /// What stops the reading.
    pub(super) fn cancel(&self) -> Cancel {
        self.session.0.borrow().cancel.clone()
    }

    /// Tells the page how things stand.
    pub(super) fn tell(&self) {
        if self.session.0.borrow().reading == self.number {
            self.session.tell_all();
        }
    }

    /// Tells the page how things stand, before long: now if it was last told long ago, else a little
    /// later, so that what came last is told even when nothing follows it.
    pub(super) fn tell_soon(&self) {
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
    pub(super) fn end(&self, is_whole: bool) {
        let mut state = self.session.0.borrow_mut();
        if state.reading != self.number {
            return;
        }
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
    }
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
