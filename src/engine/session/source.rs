//! One connection that is read, and what it gave.

use super::schedule::Schedule;
use crate::core::connection::{Connection, Secret, Veil};
use crate::core::manners::Gate;
use crate::core::workspace::Workspace;
use crate::engine::keeping::Shelf;
use crate::platform::{Cancel, now};
use crate::protocol::{Live, SourceStatus};

/// One connection that is read, and what it gave.
pub(super) struct Source {
    /// What it is known by.
    pub(super) id: String,
    pub(super) connection: Connection,
    pub(super) is_demo: bool,
    /// What of it is on screen.
    pub(super) shown: Workspace,
    /// A new reading behind it.
    pub(super) next: Option<Workspace>,
    pub(super) secret: Option<Secret>,
    /// Hides every secret that was typed.
    veil: Veil,
    pub(super) cancel: Cancel,
    pub(super) gate: Gate,
    /// Whoever reads its journeys is inside: others wait who measure by them.
    pub(super) map: Gate,
    /// Counts readings, so that one that was overtaken changes nothing.
    pub(super) reading: u32,
    pub(super) read_at: Option<i64>,
    /// True once the latest reading has ended, be it whole or not.
    pub(super) has_ended: bool,
    /// Where its figures are kept.
    pub(super) shelf: Shelf,
    pub(super) schedule: Schedule,
    /// Stops listening to what it has to tell.
    pub(super) deaf: Cancel,
    pub(super) live: Option<Live>,
}

impl Source {
    pub(super) fn new(
        id: String,
        connection: Connection,
        is_demo: bool,
        shelf: Shelf,
        empty: Workspace,
    ) -> Self {
        Self {
            id,
            connection,
            is_demo,
            shown: empty,
            next: None,
            secret: None,
            veil: Veil::default(),
            cancel: Cancel::default(),
            gate: Gate::new(1),
            map: Gate::new(1),
            reading: 0,
            read_at: None,
            has_ended: false,
            shelf,
            schedule: Schedule::default(),
            deaf: Cancel::default(),
            live: None,
        }
    }

    /// True when it gives journeys, or should.
    pub(super) fn gives_journeys(&self) -> bool {
        self.connection.feeds.journeys.is_some()
    }

    /// True when it gives what customers said, one by one or counted.
    pub(super) fn counts_answers(&self) -> bool {
        let feeds = &self.connection.feeds;
        feeds.responses.is_some() || feeds.tally.is_some()
    }

    /// Begins a reading into a workspace that is new. Says which one it is.
    pub(super) fn begin(&mut self, fresh: Workspace) -> u32 {
        self.cancel.cancel();
        self.cancel = Cancel::default();
        self.gate = Gate::new(self.connection.max_requests);
        self.map = Gate::new(1);
        self.reading += 1;
        self.has_ended = false;
        self.schedule.begin();
        match self.read_at {
            Some(_) => self.next = Some(fresh),
            None => self.shown = fresh,
        }
        self.reading
    }

    /// What is being read, or was last.
    pub(super) fn read(&self) -> &Workspace {
        self.next.as_ref().unwrap_or(&self.shown)
    }

    /// The same, to be changed.
    pub(super) fn read_mut(&mut self) -> &mut Workspace {
        self.next.as_mut().unwrap_or(&mut self.shown)
    }

    /// Puts figures on screen that were kept, behind what is being read.
    pub(super) fn show(&mut self, read_at: i64, kept: Workspace) {
        let newer = std::mem::replace(&mut self.shown, kept);
        self.read_at = Some(read_at);
        match self.has_ended {
            true => self.shown.note_failed_refresh(&newer),
            false => self.next = Some(newer),
        }
    }

    /// The reading has ended.
    pub(super) fn end(&mut self, is_whole: bool) {
        self.has_ended = true;
        match self.next.take() {
            None if is_whole => self.read_at = Some(now().0),
            None => {}
            Some(next) if is_whole && self.shown.is_outdone_by(&next) => {
                self.shown = next;
                self.read_at = Some(now().0);
            }
            // The last good figures stay; what went wrong is told with them.
            Some(next) => self.shown.note_failed_refresh(&next),
        }
    }

    /// What stops its reading.
    pub(super) fn stop(&self) -> Cancel {
        self.cancel.clone()
    }

    /// Takes a secret. False when it is the one that works already.
    pub(super) fn unlock(&mut self, secret: Secret) -> bool {
        let has_failed = self.read().feeds.iter().any(|(_, state)| state.failure().is_some());
        let is_new = has_failed || self.secret.as_ref() != Some(&secret);
        self.veil.add(&self.connection.auth, &secret);
        self.secret = Some(secret);
        is_new
    }

    /// Hides what was typed in what is told, and the tokens of logins.
    pub(super) fn conceal(&mut self, tokens: &Veil) {
        for veil in [&self.veil, tokens] {
            self.shown.conceal(veil);
            self.next.iter_mut().for_each(|next| next.conceal(veil));
        }
    }

    pub(super) fn status(&self) -> SourceStatus {
        SourceStatus {
            is_demo: self.is_demo,
            read_at: self.read_at,
            next_at: self.schedule.next_at(),
            live: self.live.clone(),
            ..SourceStatus::of(&self.id, &self.connection, self.read())
        }
    }
}
