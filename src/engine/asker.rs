//! Sends the calls of one feed.

use super::door::{Door, Manner, shown};
use super::session::Reading;
use crate::core::connection::{Auth, Call, Connection, DeviceFile, FeedId};
use crate::core::manners::Backoff;
use crate::core::workspace::{Failure, Pause};
use crate::platform::{Answer, Cancel, Stopwatch, chance, join};

/// In milliseconds.
const SECOND: u32 = 1000;

/// Sends the calls of one feed, and tells of each where it goes.
pub(super) struct Asker {
    reading: Reading,
    feed: FeedId,
    auth: Auth,
    retries: u32,
    /// What stops the reading and lets its requests out: a newer reading has its own.
    cancel: Cancel,
    /// The way to the API, if there is one.
    door: Result<Door, Failure>,
    /// True when the API has answered a call before.
    has_answered: bool,
    /// Where the connection's addresses start.
    base: String,
    /// Where the latest call went.
    url: String,
}

impl Asker {
    pub(super) fn new(reading: &Reading, feed: FeedId, connection: &Connection) -> Self {
        let base = join(&reading.base(), &connection.base_url).unwrap_or_default();
        Self {
            reading: reading.clone(),
            feed,
            auth: connection.auth.clone(),
            retries: connection.retries,
            cancel: reading.cancel(),
            door: door(reading, connection),
            has_answered: false,
            url: base.clone(),
            base,
        }
    }

    /// Sends a call, again if it is turned away for now.
    pub(super) async fn ask(&mut self, call: &Call) -> Result<Answer, Failure> {
        self.go_to(call);
        let mut backoff = Backoff::new(self.retries, self.has_answered);
        loop {
            let watch = Stopwatch::start();
            let door = self.door.as_ref().map_err(Clone::clone)?;
            let failure = match door.send(call, &self.url).await {
                Ok(answer) => {
                    self.has_answered = true;
                    self.note_latency(watch);
                    return Ok(answer);
                }
                Err(failure) => failure,
            };
            match backoff.wait(&failure, chance()) {
                Some(millis) => self.pause(millis, &failure).await?,
                None => {
                    self.tell_url(&door.failed_at(&self.url));
                    return Err(failure);
                }
            }
        }
    }

    fn note_latency(&self, watch: Stopwatch) {
        let millis = watch.millis() as u32;
        self.reading.with(|workspace| workspace.feeds.of(self.feed).latency = Some(millis));
    }

    /// Waits, and tells for how long.
    async fn pause(&self, millis: u32, failure: &Failure) -> Result<(), Failure> {
        let code = match failure {
            Failure::Status { code, .. } => Some(*code),
            _ => None,
        };
        let mut left = millis;
        let mut slept = Ok(());
        while left > 0 && slept.is_ok() {
            self.tell(Some(Pause { seconds: left.div_ceil(SECOND), code }));
            let step = (left - 1) % SECOND + 1;
            slept = self.cancel.sleep(step).await;
            left -= step;
        }
        self.tell(None);
        slept
    }

    fn tell(&self, pause: Option<Pause>) {
        self.reading.with(|workspace| workspace.feeds.of(self.feed).pause = pause);
        self.reading.tell_soon();
    }

    /// Tells where a call goes.
    fn go_to(&mut self, call: &Call) {
        let from = if call.follows { &self.url } else { &self.base };
        let url = join(from, &call.address).unwrap_or_else(|| call.address.clone());
        self.url = shown(&url, &self.auth);
        self.tell_url(&self.url);
    }

    fn tell_url(&self, url: &str) {
        let told = DeviceFile::shown(url);
        self.reading.with(|workspace| workspace.feeds.of(self.feed).url = told);
    }
}

/// The way to the API.
fn door(reading: &Reading, connection: &Connection) -> Result<Door, Failure> {
    let manner = Manner {
        cancel: reading.cancel(),
        gate: reading.gate(),
        anew: reading.is_anew(),
        timeout_seconds: connection.timeout_seconds,
    };
    Door::new(reading.session(), connection, reading.secret().as_ref(), manner)
}
