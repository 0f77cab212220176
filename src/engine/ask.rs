//! The requests of feeds.

use super::session::Reading;
use crate::core::calendar::Timestamp;
use crate::core::connection::{Auth, Call, Connection, FeedId};
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
        state.url.clone_from(&url);
        state.phase = Phase::Reading;
    });
    let secret = reading.secret();
    if connection.auth.needs_secret() && secret.is_none() {
        return Some(Err(Failure::NeedsSecret));
    }
    if secret.as_deref().is_some_and(|secret| !Auth::can_carry(secret)) {
        return Some(Err(Failure::UnfitSecret));
    }
    let header = secret.as_deref().and_then(|secret| connection.auth.header(secret));
    let http = Http {
        timeout_seconds: connection.timeout_seconds,
        secret: header.map(|(name, value)| (name.to_owned(), value)),
        secret_origin: origin(&base),
        cancel: reading.cancel(),
        anew: reading.is_anew(),
    };
    Some(http.send(&call, &url).await)
}
