//! Sends the calls of one feed.

use super::session::Reading;
use crate::core::connection::{
    Auth, Call, Connection, Credential, FeedId, Secret, Unfit, without_parameter,
};
use crate::core::workspace::Failure;
use crate::platform::{Answer, Http, join, origin};

/// Sends the calls of one feed, and tells of each where it goes.
pub(super) struct Asker {
    reading: Reading,
    feed: FeedId,
    auth: Auth,
    timeout_seconds: u32,
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
            timeout_seconds: connection.timeout_seconds,
            url: base.clone(),
            base,
        }
    }

    /// Sends a call.
    pub(super) async fn ask(&mut self, call: &Call) -> Result<Answer, Failure> {
        self.go_to(call);
        let http = self.http()?;
        http.send(call, &self.url).await.map_err(|failure| match failure {
            Failure::Status { code: 401, .. } if self.auth == Auth::None => Failure::NoAuth,
            failure => failure,
        })
    }

    /// Tells where a call goes, but for what no address may show: a server may write into one what it was told.
    fn go_to(&mut self, call: &Call) {
        let from = if call.follows { &self.url } else { &self.base };
        let url = join(from, &call.address).unwrap_or_else(|| call.address.clone());
        let hidden = self.auth.parameter();
        self.url = hidden.map_or_else(|| url.clone(), |name| without_parameter(&url, name));
        self.reading.with(|workspace| workspace.feeds.of(self.feed).url.clone_from(&self.url));
    }

    fn http(&self) -> Result<Http, Failure> {
        Ok(Http {
            timeout_seconds: self.timeout_seconds,
            credential: credential(&self.auth, self.reading.secret().as_ref())?,
            secret_origin: origin(&self.base),
            cancel: self.reading.cancel(),
            anew: self.reading.is_anew(),
        })
    }
}

/// What the requests carry to be let in.
fn credential(auth: &Auth, secret: Option<&Secret>) -> Result<Option<Credential>, Failure> {
    match (auth.wanted(), secret) {
        (None, _) => Ok(None),
        (Some(_), None) => Err(Failure::NeedsSecret),
        (Some(_), Some(secret)) => auth.credential(secret).map_err(|Unfit| Failure::UnfitSecret),
    }
}
