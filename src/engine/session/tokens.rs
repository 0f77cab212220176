//! A session, as those see it who are let in by a token.

use super::Session;
use crate::core::connection::{Auth, Secret, Veil};
use crate::engine::tickets::{Asked, Ticket};

impl Session {
    /// The login that is asked for like this.
    pub(in crate::engine) fn ticket(&self, asked: Asked) -> Ticket {
        self.0.borrow_mut().tickets.of(asked)
    }

    /// Somebody wants what was refused to be tried again.
    pub(in crate::engine) fn forgive(&self) {
        self.0.borrow().tickets.forgive();
    }

    /// The same, the first time that it is wanted this time.
    pub(in crate::engine) fn forgive_at(&self, time: u32) {
        self.0.borrow_mut().tickets.forgive_at(time);
    }

    /// Hides what was typed for an API, and every token.
    pub(in crate::engine) fn veil(&self, auth: &Auth, typed: Option<&Secret>) -> Veil {
        let mut veil = self.0.borrow().tickets.veil().clone();
        if let Some(typed) = typed {
            veil.add(auth, typed);
        }
        veil
    }

    /// A text without tokens.
    pub(in crate::engine) fn without_tokens(&self, bytes: Vec<u8>) -> Vec<u8> {
        let state = self.0.borrow();
        let veil = state.tickets.veil();
        match std::str::from_utf8(&bytes) {
            Ok(text) if !veil.is_empty() => veil.over(text).into_bytes(),
            _ => bytes,
        }
    }
}
