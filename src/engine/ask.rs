//! The requests of feeds.

use super::session::Reading;
use crate::core::calendar::Timestamp;
use crate::core::connection::{
    Auth, Call, Connection, Credential, FeedId, Secret, Unfit, without_parameter,
};
use crate::core::workspace::{Failure, Phase};
use crate::platform::{Answer, Http, join, origin};

/// What came of a request; nothing when the connection has no such feed.
pub(super) type Asked = Option<Result<Answer, Failure>>;

/// Sends the request of a feed.
pub(super) async fn ask(reading: &Reading, id: FeedId, connection: &Connection) -> Asked {
    ask_since(reading, id, connection, None).await
}

/// The call that asks for a feed, for what is new since then if that is wanted.
fn call(
    reading: &Reading,
    id: FeedId,
    connection: &Connection,
    since: Option<Timestamp>,
) -> Option<Call> {
    let (request, _) = id.address(connection)?;
    let since = since
        .and_then(|at| Some(connection.feeds.since()?.parameter(at, reading.clock().zone())))
        .unwrap_or_default();
    Some(request.call(connection, &since))
}

/// Sends the request for what is new in a feed since then; for all of it without a time.
pub(super) async fn ask_since(
    reading: &Reading,
    id: FeedId,
    connection: &Connection,
    since: Option<Timestamp>,
) -> Asked {
    let call = call(reading, id, connection, since)?;
    let base = join(&reading.base(), &connection.base_url).unwrap_or_default();
    let url = join(&base, &call.address).unwrap_or_else(|| call.address.clone());
    reading.with(|workspace| {
        let state = workspace.feeds.of(id);
        state.url = shown(&url, &connection.auth);
        state.phase = Phase::Reading;
    });
    let credential = match credential(&connection.auth, reading.secret().as_ref()) {
        Ok(credential) => credential,
        Err(failure) => return Some(Err(failure)),
    };
    let http = Http {
        timeout_seconds: connection.timeout_seconds,
        credential,
        secret_origin: origin(&base),
        cancel: reading.cancel(),
        anew: reading.is_anew(),
    };
    Some(http.send(&call, &url).await.map_err(|failure| match failure {
        Failure::Status { code: 401, .. } if connection.auth == Auth::None => Failure::NoAuth,
        failure => failure,
    }))
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
