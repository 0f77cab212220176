//! What customers said: of that only what is new is read, where the connection allows it.

use super::answer::read_answer;
use super::ask::{Opened, ask_since};
use super::lookups::have_failed;
use super::session::Reading;
use crate::core::calendar::Timestamp;
use crate::core::connection::{Connection, FeedId, FeedKind};
use crate::platform::Answer;

/// Reads what customers said: only what is new, where that can be asked for, and nothing at all where the server says
/// that nothing has changed.
pub(super) async fn read_counts(reading: &Reading, id: FeedId, connection: &Connection) {
    if have_failed(reading, id, connection) {
        return;
    }
    let since = resume(reading, id, connection);
    match ask_since(reading, id, connection, since).await {
        Some(Ok(Opened { answer, pages: None }))
            if since.is_none() && is_unchanged(reading, id, connection, &answer) =>
        {
            answer.leave();
        }
        asked => read_answer(reading, id, connection, asked).await,
    }
}

/// Takes over the responses read before, if the new ones can be added to them. Says from when on those are wanted.
fn resume(reading: &Reading, id: FeedId, connection: &Connection) -> Option<Timestamp> {
    connection.feeds.since().filter(|_| id.kind == FeedKind::Responses)?;
    reading.with_older(|next, shown| next.resume(shown))
}

/// True when the body has been read already, in this very version: what it gave is taken over. It is the browser that
/// asks the server whether the version still holds: a page that did so itself would have to ask another origin for
/// permission first. The version of one page says nothing of the others.
fn is_unchanged(reading: &Reading, id: FeedId, connection: &Connection, answer: &Answer) -> bool {
    let carried = reading.with_older(|next, shown| {
        let known = shown.feeds.find(id)?.version.as_ref()?;
        // What values stand for may be another thing by now, whoever says the same of them.
        let is_alone =
            connection.feeds.only_source().is_some() && connection.lookups(id).is_empty();
        let is_same = is_alone && answer.version.as_ref() == Some(known);
        is_same.then(|| next.carry(id.kind, shown))
    });
    carried.is_some()
}
