//! One record on its way to the API of a draft: shown, sent, and sent again under the same key.

use super::{Asked, Draft, Engine, SecretPlace};
use crate::core::calendar::Timestamp;
use crate::core::connection::{Secret, WriteKind};
use crate::core::writing::Refusal;
use crate::platform::{now, unique_key};
use crate::protocol::{Act, Record, WriteAsk, Written};
use leptos::prelude::*;

/// One record on its way.
#[derive(Clone, Copy)]
pub struct Writer {
    draft: Draft,
    order: RwSignal<Option<WriteAsk>>,
    answer: ReadSignal<Asked<Written>>,
    is_under_way: RwSignal<bool>,
    key: RwSignal<String>,
    begun_at: RwSignal<Timestamp>,
    was_sent: RwSignal<bool>,
}

impl Writer {
    /// Begins with nothing on its way. Whatever is sent goes as the draft says at that moment.
    pub fn begin(draft: Draft) -> Self {
        let order = RwSignal::new(None::<WriteAsk>);
        let writer = Self {
            draft,
            order,
            answer: Engine::here().write(move || order.get()),
            is_under_way: RwSignal::new(false),
            key: RwSignal::new(unique_key()),
            begun_at: RwSignal::new(now()),
            was_sent: RwSignal::new(false),
        };
        Effect::new(move |_| writer.answer.with(|answer| writer.hear(answer)));
        writer
    }

    /// What came of the latest order.
    pub fn answer(self) -> ReadSignal<Asked<Written>> {
        self.answer
    }

    /// True until the latest order is answered.
    pub fn is_under_way(self) -> bool {
        self.is_under_way.get()
    }

    /// The key by which the record is known again: the same until it has been taken.
    pub fn key(self) -> String {
        self.key.get()
    }

    /// When the record was begun: sent again it says the same.
    pub fn begun_at(self) -> Timestamp {
        self.begun_at.get()
    }

    /// Orders something that is answered once.
    pub fn order(self, act: Act) {
        let time = self.order.with_untracked(|last| last.as_ref().map_or(0, |last| last.time)) + 1;
        let Some(document) = untrack(|| self.draft.document()) else { return };
        self.is_under_way.set(true);
        let ask = WriteAsk { document: document.to_string(), secret: self.secret(), act, time };
        self.order.set(Some(ask));
    }

    /// What became of the latest order is no longer of interest: what it was about has changed.
    pub fn forget(self) {
        if !self.is_under_way.get_untracked() {
            self.order.set(None);
        }
    }

    /// Sends a record, unless one is on its way.
    pub fn send(self, record: Record) {
        if !self.is_under_way.get_untracked() {
            let was_sent = self.was_sent.get_untracked();
            self.order(Act::Send { record, was_sent });
        }
    }

    /// The request that would be sent; it follows the record and the document.
    pub fn shown(
        self,
        record: impl Fn() -> Option<Record> + Send + Sync + 'static,
    ) -> ReadSignal<Asked<Written>> {
        Engine::here().write(move || {
            let document = self.draft.document()?.to_string();
            let act = Act::Show(record()?);
            // What is shown has no secret in it, but it is looked at as what is sent would be.
            Some(WriteAsk { document, secret: self.secret(), act, time: 0 })
        })
    }

    fn secret(self) -> Option<Secret> {
        SecretPlace::of(&self.draft.id()).get()
    }

    fn hear(self, answer: &Asked<Written>) {
        let Asked::Scene(written) = answer else { return };
        self.is_under_way.set(false);
        match written {
            Written::Taken(_) => {
                self.key.set(unique_key());
                self.begun_at.set(now());
                self.was_sent.set(false);
            }
            // Nobody knows whether it arrived.
            Written::Failed(_) | Written::Refused(Refusal::Status(500.., _)) => {
                self.was_sent.set(true);
            }
            _ => {}
        }
    }
}

impl Draft {
    /// True when it says how records of a kind are written.
    pub fn takes(self, kind: WriteKind) -> bool {
        let document = self.document().unwrap_or_default();
        document.get("writes").and_then(|writes| writes.get(kind.id())).is_some()
    }
}
