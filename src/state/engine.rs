//! The engine as the page sees it: questions and their answers.

use super::SecretPlace;
use crate::core::connection::Secret;
use crate::core::query::Query;
use crate::core::scene::Question;
use crate::platform::{EngineWorker, Keep};
use crate::protocol::{
    Garbled, PreviewAsk, Previewed, Reply, Request, Snapshot, Status, WriteAsk, Written, decode,
    decode_reply, encode,
};
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};

/// The answer to a question as far as it has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked<T> {
    /// No answer yet.
    Waiting,
    /// The answer.
    Scene(T),
    /// What was asked for is not there.
    Missing,
}

impl<T> Asked<T> {
    /// The answer, if it has come.
    pub fn scene(&self) -> Option<&T> {
        match self {
            Self::Scene(scene) => Some(scene),
            Self::Waiting | Self::Missing => None,
        }
    }
}

/// Takes the bytes of a scene, or none when what was asked for is not there.
type Hear = Box<dyn Fn(Option<&[u8]>) -> Result<(), Garbled>>;

#[derive(Default)]
struct Wire {
    worker: Option<EngineWorker>,
    hearers: BTreeMap<u32, Hear>,
    snapshot: Option<Snapshot>,
}

/// The engine as the page sees it.
#[derive(Clone, Copy)]
pub struct Engine {
    wire: StoredValue<Wire, LocalStorage>,
    status: RwSignal<Status>,
    broken: RwSignal<bool>,
    /// The connections whose secrets the engine has been given.
    handed: StoredValue<BTreeSet<String>>,
}

impl Engine {
    /// The one the app has begun.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::begin)
    }

    /// Takes up the wire to the engine, which has been starting meanwhile.
    pub fn begin() -> Self {
        let engine = Self {
            wire: StoredValue::new_local(Wire::default()),
            status: RwSignal::new(Status::default()),
            broken: RwSignal::new(false),
            handed: StoredValue::default(),
        };
        let hear = move |bytes: Vec<u8>| engine.hear(&bytes);
        let worker = EngineWorker::take(hear, move || engine.broken.set(true));
        engine.broken.set(worker.is_none());
        let snapshot = EngineWorker::snapshot().and_then(|bytes| decode::<Snapshot>(&bytes).ok());
        if let Some(snapshot) = &snapshot {
            engine.status.set(snapshot.status.clone());
        }
        engine.wire.update_value(|wire| (wire.worker, wire.snapshot) = (worker, snapshot));
        engine.send(&Request::Hello);
        for source in EngineWorker::connections() {
            engine.hand_over(source);
        }
        engine
    }

    /// How the reading of the connection stands.
    pub fn status(self) -> Status {
        self.status.get()
    }

    /// True when the engine cannot run at all.
    pub fn is_broken(self) -> bool {
        self.broken.get()
    }

    /// Asks a question; its answer follows the data, and the question follows what it is made of.
    /// An old answer stays until the new one has come.
    pub fn ask<S: Clone + PartialEq + Send + Sync + DeserializeOwned + 'static>(
        self,
        question: impl Fn() -> Option<Question<S>> + Send + Sync + 'static,
    ) -> ReadSignal<Asked<S>> {
        self.follow(move || question().map(Question::into_query), Self::open)
    }

    /// Asks what a feed gives; the answer follows what is asked.
    pub fn preview(
        self,
        ask: impl Fn() -> Option<PreviewAsk> + Send + Sync + 'static,
    ) -> ReadSignal<Asked<Previewed>> {
        self.follow(ask, Self::open_preview)
    }

    /// Writes a record, or gets ready to; the answer follows what is asked. The same is not asked twice.
    pub fn write(
        self,
        ask: impl Fn() -> Option<WriteAsk> + Send + Sync + 'static,
    ) -> ReadSignal<Asked<Written>> {
        self.follow(ask, Self::open_write)
    }

    /// Follows what is asked with its answer.
    fn follow<A, S>(
        self,
        ask: impl Fn() -> Option<A> + Send + Sync + 'static,
        open: fn(Self, A, Hear) -> u32,
    ) -> ReadSignal<Asked<S>>
    where
        A: Clone + PartialEq + Send + Sync + 'static,
        S: Send + Sync + DeserializeOwned + 'static,
    {
        let (answer, set_answer) = signal(Asked::Waiting);
        let wanted = Memo::new(move |_| ask());
        let asked = StoredValue::new(None);
        Effect::new(move |_| {
            self.drop(asked.get_value());
            let hear = move |scene: Option<&[u8]>| {
                let scene = scene.map(decode::<S>).transpose()?;
                let _ = set_answer.try_set(scene.map_or(Asked::Missing, Asked::Scene));
                Ok(())
            };
            let wanted = wanted.get();
            if wanted.is_none() {
                set_answer.set(Asked::Waiting);
            }
            asked.set_value(wanted.map(|wanted| open(self, wanted, Box::new(hear))));
        });
        on_cleanup(move || self.drop(asked.try_get_value().flatten()));
        answer
    }

    /// Hands over a connection's secret. It is kept until the tab is closed.
    pub fn unlock(self, source: &str, secret: Secret) {
        SecretPlace::of(source).keep(&secret, Keep::Session);
        self.hand_over(source.to_owned());
    }

    /// Hands over the secret that is kept for a connection, if one is.
    fn hand_over(self, source: String) {
        if let Some(secret) = SecretPlace::of(&source).get() {
            self.handed.update_value(|handed| {
                handed.insert(source.clone());
            });
            self.send(&Request::Unlock { source, secret });
        }
    }

    /// True while a secret is kept for a connection that is read.
    pub fn keeps_secret(self) -> bool {
        self.places().iter().any(SecretPlace::is_kept)
    }

    /// Forgets the secrets that are kept for the connections that are read.
    pub fn forget_secrets(self) {
        self.places().iter().for_each(SecretPlace::forget);
    }

    fn places(self) -> Vec<SecretPlace> {
        let sources = self.status.with_untracked(|status| status.sources.clone());
        sources.iter().map(|source| SecretPlace::of(&source.id)).collect()
    }

    /// Reads what is new where the connection allows it, else everything.
    pub fn refresh(self) {
        self.send(&Request::Refresh);
    }

    /// Reads everything again.
    pub fn read_all(self) {
        self.send(&Request::ReadAll);
    }

    /// Stops reading.
    pub fn cancel(self) {
        self.send(&Request::Cancel);
    }

    fn open(self, query: Query, hear: Hear) -> u32 {
        let answered = self.wire.with_value(|wire| Some(hear(Some(wire.answered_before(&query)?))));
        self.check(answered.unwrap_or(Ok(())));
        let id = self.hearken(hear);
        self.send(&Request::Ask { id, query });
        id
    }

    fn open_preview(self, ask: PreviewAsk, hear: Hear) -> u32 {
        let id = self.hearken(hear);
        self.send(&Request::Preview { id, ask });
        id
    }

    fn open_write(self, ask: WriteAsk, hear: Hear) -> u32 {
        let id = self.hearken(hear);
        match encode(&ask) {
            Ok(ask) => self.send(&Request::Write { id, ask }),
            Err(garbled) => self.check(Err(garbled)),
        }
        id
    }

    /// Hears the answer to a question that gets this number.
    fn hearken(self, hear: Hear) -> u32 {
        let id = EngineWorker::next_number();
        self.wire.update_value(|wire| {
            wire.hearers.insert(id, hear);
        });
        id
    }

    fn drop(self, id: Option<u32>) {
        let Some(id) = id else { return };
        let _ = self.wire.try_update_value(|wire| wire.hearers.remove(&id));
        self.send(&Request::Drop { id });
    }

    fn hear(self, bytes: &[u8]) {
        let tell = |id, scene| self.wire.with_value(|wire| wire.tell(id, scene));
        self.check(decode_reply(bytes).and_then(|(reply, scene)| match reply {
            Reply::Status(status) => {
                self.hear_status(*status);
                Ok(())
            }
            Reply::Scene { id } => tell(id, Some(scene)),
            Reply::Missing { id } => tell(id, None),
        }));
    }

    /// Page and engine that do not understand each other are of no use.
    fn check(self, understood: Result<(), Garbled>) {
        if understood.is_err() {
            self.broken.set(true);
        }
    }

    /// The engine's first word may come before its first figures; until then what was answered
    /// beforehand holds.
    fn hear_status(self, status: Status) {
        // That the site names several connections is known from their status alone.
        let is_new = |id: &String| !self.handed.with_value(|handed| handed.contains(id));
        let wanting = status.sources.iter().filter(|source| source.wants_secret);
        wanting.map(|source| source.id.clone()).filter(is_new).for_each(|id| self.hand_over(id));
        if self.status.get_untracked() != status {
            self.status.set(status);
        }
    }

    fn send(self, request: &Request) {
        self.check(encode(request).map(|bytes| {
            let _ = self.wire.try_with_value(|wire| {
                if let Some(worker) = &wire.worker {
                    worker.send(&bytes);
                }
            });
        }));
    }
}

impl Wire {
    fn answered_before(&self, query: &Query) -> Option<&[u8]> {
        let answers = &self.snapshot.as_ref()?.answers;
        answers.iter().find(|(asked, _)| asked == query).map(|(_, scene)| scene.as_slice())
    }

    fn tell(&self, id: u32, scene: Option<&[u8]>) -> Result<(), Garbled> {
        self.hearers.get(&id).map_or(Ok(()), |hear| hear(scene))
    }
}
