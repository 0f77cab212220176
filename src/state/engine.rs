//! The engine as the page sees it: questions and their answers.

use crate::core::connection::Secret;
use crate::core::query::Query;
use crate::core::scene::Question;
use crate::platform::{EngineWorker, Keep, forget, load, save};
use crate::protocol::{Garbled, Reply, Request, Snapshot, Status, decode, decode_reply, encode};
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// Where the connection's secret is kept until the tab is closed, and the user's name with it.
const SECRET: &str = "heartline.secret";
const USER: &str = "heartline.user";

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
        if let Some(secret) = kept_secret() {
            engine.send(&Request::Unlock { secret });
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
        let (answer, set_answer) = signal(Asked::Waiting);
        let query = Memo::new(move |_| question().map(Question::into_query));
        let open = StoredValue::new(None);
        Effect::new(move |_| {
            self.drop(open.get_value());
            let hear = move |scene: Option<&[u8]>| {
                let scene = scene.map(decode::<S>).transpose()?;
                let _ = set_answer.try_set(scene.map_or(Asked::Missing, Asked::Scene));
                Ok(())
            };
            let asked = query.get();
            if asked.is_none() {
                set_answer.set(Asked::Waiting);
            }
            open.set_value(asked.map(|query| self.open(query, Box::new(hear))));
        });
        on_cleanup(move || self.drop(open.try_get_value().flatten()));
        answer
    }

    /// Hands over the connection's secret. It is kept until the tab is closed.
    pub fn unlock(self, secret: Secret) {
        save(Keep::Session, SECRET, &secret.key);
        save(Keep::Session, USER, &secret.user);
        self.send(&Request::Unlock { secret });
    }

    /// True while a secret is kept for this tab.
    pub fn keeps_secret(self) -> bool {
        load(Keep::Session, SECRET).is_some()
    }

    /// Forgets the secret that was kept.
    pub fn forget_secret(self) {
        forget(Keep::Session, SECRET);
        forget(Keep::Session, USER);
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
        let id = EngineWorker::next_number();
        self.wire.update_value(|wire| {
            wire.hearers.insert(id, hear);
        });
        self.send(&Request::Ask { id, query });
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

fn kept_secret() -> Option<Secret> {
    let key = load(Keep::Session, SECRET)?;
    Some(Secret { user: load(Keep::Session, USER).unwrap_or_default(), key })
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
