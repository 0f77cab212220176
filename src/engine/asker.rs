//! Sends the calls of one feed.

use super::session::Reading;
use crate::core::connection::{
    Auth, Call, Connection, Credential, DeviceFile, FeedId, Proxy, Secret, Unfit, without_parameter,
};
use crate::core::manners::{Backoff, Gate};
use crate::core::workspace::{Failure, Pause};
use crate::platform::{Answer, Cancel, Http, Stopwatch, chance, join, origin};

/// In milliseconds.
const SECOND: u32 = 1000;

/// Sends the calls of one feed, and tells of each where it goes.
pub(super) struct Asker {
    reading: Reading,
    feed: FeedId,
    auth: Auth,
    proxy: Option<Proxy>,
    timeout_seconds: u32,
    retries: u32,
    /// What stops the reading and lets its requests out: a newer reading has its own.
    cancel: Cancel,
    gate: Gate,
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
            proxy: connection.proxy.clone(),
            timeout_seconds: connection.timeout_seconds,
            retries: connection.retries,
            cancel: reading.cancel(),
            gate: reading.gate(),
            has_answered: false,
            url: base.clone(),
            base,
        }
    }

    /// Sends a call, again if it is turned away for now.
    pub(super) async fn ask(&mut self, call: &Call) -> Result<Answer, Failure> {
        self.go_to(call);
        let http = self.http()?;
        let mut backoff = Backoff::new(self.retries, self.has_answered);
        loop {
            let watch = Stopwatch::start();
            let failure = match http.send(call, &self.url).await {
                Ok(answer) => {
                    self.has_answered = true;
                    self.note_latency(watch);
                    return Ok(answer);
                }
                Err(failure) => failure,
            };
            match backoff.wait(&failure, chance()) {
                Some(millis) => self.pause(millis, &failure).await?,
                None => return Err(self.judge(failure)),
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

    fn judge(&self, failure: Failure) -> Failure {
        match failure {
            Failure::Status { code: 401, .. } if self.auth == Auth::None => Failure::NoAuth,
            failure => failure,
        }
    }

    /// Tells where a call goes.
    fn go_to(&mut self, call: &Call) {
        let from = if call.follows { &self.url } else { &self.base };
        let url = join(from, &call.address).unwrap_or_else(|| call.address.clone());
        self.url = shown(&url, &self.auth);
        let told = DeviceFile::shown(&self.url);
        self.reading.with(|workspace| workspace.feeds.of(self.feed).url = told);
    }

    fn http(&self) -> Result<Http, Failure> {
        Ok(Http {
            timeout_seconds: self.timeout_seconds,
            credential: credential(&self.auth, self.reading.secret().as_ref())?,
            secret_origin: origin(&self.base),
            proxy: self.proxy.clone(),
            cancel: self.cancel.clone(),
            gate: self.gate.clone(),
            anew: self.reading.is_anew(),
        })
    }
}

/// A URL as it may be shown: a server may write into one what it was told.
pub(super) fn shown(url: &str, auth: &Auth) -> String {
    auth.parameter().map_or_else(|| url.to_owned(), |name| without_parameter(url, name))
}

/// What the requests carry to be let in.
pub(super) fn credential(
    auth: &Auth,
    secret: Option<&Secret>,
) -> Result<Option<Credential>, Failure> {
    match (auth.wanted(), secret) {
        (None, _) => Ok(None),
        (Some(_), None) => Err(Failure::NeedsSecret),
        (Some(_), Some(secret)) => auth.credential(secret).map_err(|Unfit| Failure::UnfitSecret),
    }
}
