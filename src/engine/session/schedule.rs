//! When connections are read again by themselves.

use super::{Extent, Session};
use crate::engine::events::{Listener, listen};
use crate::platform::{Cancel, is_online, now};
use crate::protocol::Live;
use wasm_bindgen_futures::spawn_local;

/// An API that has something new every moment is not read more often than this, in milliseconds.
const GAP: i64 = 2000;

/// When one connection is read again.
#[derive(Default)]
pub(super) struct Schedule {
    /// It is to be read as soon as it may.
    is_due: bool,
    ended_at: Option<i64>,
    next_at: Option<i64>,
    /// Stops who would wake it.
    alarm: Cancel,
}

impl Schedule {
    /// A reading begins: whatever was new is in it.
    pub(super) fn begin(&mut self) {
        self.alarm.cancel();
        *self = Self { ended_at: self.ended_at, ..Self::default() };
    }

    /// A new alarm, in the place of the one before.
    fn set_alarm(&mut self) -> Cancel {
        self.alarm.cancel();
        self.alarm = Cancel::default();
        self.alarm.clone()
    }

    /// When it is read again, if that is known.
    pub(super) fn next_at(&self) -> Option<i64> {
        self.next_at
    }
}

impl Session {
    /// Somebody looks at the page, or nobody does any more.
    pub fn watch(&self, is_seen: bool) {
        self.0.borrow_mut().is_seen = is_seen;
        self.reconsider();
    }

    /// What could not be read for a while may be now.
    pub fn reconsider(&self) {
        let sources = self.0.borrow().sources.len();
        (0..sources).for_each(|source| self.consider(source));
    }

    /// There is something new.
    pub(in crate::engine) fn note_new(&self, source: usize) {
        self.0.borrow_mut().sources[source].schedule.is_due = true;
        self.consider(source);
    }

    /// True when a reading has ended already.
    pub(in crate::engine) fn has_read(&self, source: usize) -> bool {
        self.0.borrow().sources[source].has_ended
    }

    /// Notes whether a connection tells of what is new.
    pub(in crate::engine) fn note_live(&self, source: usize, live: Live) {
        self.0.borrow_mut().sources[source].live = Some(live);
        self.tell_status();
    }

    /// Begins to listen to a connection, if it has anything to tell; anew where it was listened to.
    pub(super) fn listen(&self, source: usize) {
        let mut state = self.0.borrow_mut();
        let one = &mut state.sources[source];
        let Some(events) = one.connection.refresh.events.clone() else { return };
        one.deaf.cancel();
        one.deaf = Cancel::default();
        let listener = Listener {
            session: self.clone(),
            source,
            connection: one.connection.clone(),
            secret: one.secret.clone(),
            deaf: one.deaf.clone(),
        };
        drop(state);
        spawn_local(listen(listener, events));
    }

    /// A reading has ended: the next one follows after the connection's interval.
    pub(super) fn schedule(&self, source: usize) {
        let mut state = self.0.borrow_mut();
        let one = &mut state.sources[source];
        let ended_at = now().0;
        one.schedule.ended_at = Some(ended_at);
        if let (Some(seconds), false) = (one.connection.refresh.every_seconds, one.schedule.is_due)
        {
            let millis = i64::from(seconds) * 1000;
            one.schedule.next_at = Some(ended_at + millis);
            self.wake(source, one.schedule.set_alarm(), millis, Session::note_new);
        }
        drop(state);
        self.consider(source);
    }

    /// Reads a connection that is due, if somebody looks, the device is online and the API has had its rest.
    fn consider(&self, source: usize) {
        let mut state = self.0.borrow_mut();
        let is_watched = state.is_seen && is_online();
        let one = &mut state.sources[source];
        if !one.schedule.is_due || !is_watched || !one.has_ended {
            return;
        }
        let rested = one.schedule.ended_at.map_or(GAP, |ended| now().0 - ended);
        if (0..GAP).contains(&rested) {
            self.wake(source, one.schedule.set_alarm(), GAP - rested, Session::consider);
            return;
        }
        drop(state);
        self.read(source, Extent::New);
        self.tell_status();
    }

    fn wake(&self, source: usize, alarm: Cancel, millis: i64, then: fn(&Session, usize)) {
        // A timer knows no more than 31 bits: whoever wants more is woken early, which does no harm.
        let millis = millis.clamp(1, i64::from(i32::MAX)) as u32;
        let session = self.clone();
        spawn_local(async move {
            if alarm.sleep(millis).await.is_ok() {
                then(&session, source);
            }
        });
    }
}
