//! The requests of feeds.

use super::asker::Asker;
use super::lookups::have_failed;
use super::session::Reading;
use crate::core::calendar::Timestamp;
use crate::core::connection::{Call, Connection, FeedId};
use crate::core::paging::Pager;
use crate::core::workspace::{Failure, Phase};
use crate::platform::Answer;

/// A feed that has begun to answer.
pub(super) struct Opened {
    pub(super) answer: Answer,
    /// Who asks for the pages that follow, and which those are; nothing where the feed comes at once.
    pub(super) pages: Option<(Asker, Pager)>,
}

/// What came of a request; nothing when the connection has no such feed, or its lookups could not be read.
pub(super) type Asked = Option<Result<Opened, Failure>>;

/// Sends the request of a feed.
pub(super) async fn ask(reading: &Reading, id: FeedId, connection: &Connection) -> Asked {
    ask_since(reading, id, connection, None).await
}

/// Sends the request for what is new in a feed since then; for all of it without a time.
pub(super) async fn ask_since(
    reading: &Reading,
    id: FeedId,
    connection: &Connection,
    since: Option<Timestamp>,
) -> Asked {
    if have_failed(reading, id, connection) {
        return None;
    }
    let (call, pager) = first(reading, id, connection, since)?;
    reading.with(|workspace| workspace.feeds.of(id).phase = Phase::Reading);
    let mut asker = Asker::new(reading, id, connection);
    let answer = asker.ask(&call).await;
    let pages = pager.map(|pager| (asker, pager));
    Some(answer.map(|answer| Opened { answer, pages }))
}

/// The call that asks for a feed, for what is new since then if that is wanted, and what leads on from it.
fn first(
    reading: &Reading,
    id: FeedId,
    connection: &Connection,
    since: Option<Timestamp>,
) -> Option<(Call, Option<Pager>)> {
    let (request, _) = id.address(connection)?;
    let since = since
        .and_then(|at| Some(connection.feeds.since()?.parameter(at, reading.clock().zone())))
        .unwrap_or_default();
    let call = request.call(connection, &since);
    match request.paging.clone() {
        Some(paging) => {
            let pager = Pager::new(paging, call);
            Some((pager.first(), Some(pager)))
        }
        None => Some((call, None)),
    }
}
