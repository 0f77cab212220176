//! Reads every feed of a connection: documents first, sums next, responses last.

use super::gauge::Gauge;
use super::session::Reading;
use crate::core::calendar::Timestamp;
use crate::core::connection::{Auth, Connection, FeedId, FeedKind};
use crate::core::intake::FeedReader;
use crate::core::workspace::{Failure, Phase};
use crate::platform::{Answer, Http, join, origin};
use futures_util::future::join as both;
use std::pin::Pin;

/// Reads everything a connection gives. The journeys judge what follows them, so they come first;
/// everything else that is small is asked for at the same time.
pub(super) async fn load(reading: Reading, connection: Connection) {
    let summaries = summaries(&reading, &connection);
    let small = [FeedKind::Journeys, FeedKind::Indicators].map(FeedId::only);
    let big = [FeedKind::Tally, FeedKind::Responses].map(FeedId::only);
    for id in small.iter().chain(&summaries).chain(&big) {
        announce(&reading, *id, &connection);
    }
    reading.tell();

    let [journeys, indicators] = small;
    let read = |id| read_feed(&reading, id, &connection);
    let documents = both(read(journeys), read(indicators));
    let (_, asked) = both(documents, ask_all(&reading, &summaries, &connection)).await;
    for (id, asked) in asked {
        read_answer(&reading, id, &connection, asked).await;
        reading.tell();
    }
    // The end of the last is the end of all, which is told: to answer everything twice takes its time.
    for id in big {
        read_counts(&reading, id, &connection).await;
    }
    finish(&reading);
}

/// The sums that are wanted: those that have not been read.
fn summaries(reading: &Reading, connection: &Connection) -> Vec<FeedId> {
    let ids = (0..connection.feeds.summary.len())
        .map(|number| FeedId { kind: FeedKind::Summary, number });
    ids.filter(|id| {
        let is_read = reading.with(|workspace| workspace.feeds.of(*id).phase == Phase::Done);
        is_read != Some(true)
    })
    .collect()
}

/// Reads what customers said: only what is new, where that can be asked for, and nothing at all where the server says
/// that nothing has changed.
async fn read_counts(reading: &Reading, id: FeedId, connection: &Connection) {
    let since = resume(reading, id, connection);
    match ask_since(reading, id, connection, since).await {
        Some(Ok(answer)) if since.is_none() && is_unchanged(reading, id, connection, &answer) => {
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

/// True when the body has been read already, in this very version: what it gave is taken over.
fn is_unchanged(reading: &Reading, id: FeedId, connection: &Connection, answer: &Answer) -> bool {
    let carried = reading.with_older(|next, shown| {
        let known = shown.feeds.find(id)?.version.as_ref()?;
        let is_same =
            connection.feeds.only_source().is_some() && answer.version.as_ref() == Some(known);
        is_same.then(|| next.carry(id.kind, shown))
    });
    carried.is_some()
}

type Answers<'a> = Pin<Box<dyn Future<Output = Vec<(FeedId, Asked)>> + 'a>>;

/// Sends the requests of several feeds at once.
fn ask_all<'a>(reading: &'a Reading, ids: &'a [FeedId], connection: &'a Connection) -> Answers<'a> {
    let Some((first, rest)) = ids.split_first() else { return Box::pin(async { Vec::new() }) };
    Box::pin(async move {
        let (answer, mut others) =
            both(ask(reading, *first, connection), ask_all(reading, rest, connection)).await;
        others.insert(0, (*first, answer));
        others
    })
}

/// The feed will be read: the page may say so.
fn announce(reading: &Reading, id: FeedId, connection: &Connection) {
    if id.address(connection).is_some() {
        reading.with(|workspace| workspace.feeds.of(id).phase = Phase::Waiting);
    }
}

type Asked = Option<Result<Answer, Failure>>;

/// Sends the request of a feed.
async fn ask(reading: &Reading, id: FeedId, connection: &Connection) -> Asked {
    ask_since(reading, id, connection, None).await
}

/// The path of a feed, of what is new since then if that is wanted.
fn path(
    reading: &Reading,
    id: FeedId,
    connection: &Connection,
    since: Option<Timestamp>,
) -> Option<String> {
    let (path, _) = id.address(connection)?;
    let since =
        since.and_then(|at| Some(connection.feeds.since()?.path(path, at, reading.clock().zone())));
    Some(since.unwrap_or_else(|| path.to_owned()))
}

async fn ask_since(
    reading: &Reading,
    id: FeedId,
    connection: &Connection,
    since: Option<Timestamp>,
) -> Asked {
    let path = path(reading, id, connection, since)?;
    let base = join(&reading.base(), &connection.base_url).unwrap_or_default();
    let url = join(&base, &path).unwrap_or(path);
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
    Some(http.get(&url).await)
}

async fn read_feed(reading: &Reading, id: FeedId, connection: &Connection) {
    let asked = ask(reading, id, connection).await;
    read_answer(reading, id, connection, asked).await;
    reading.tell();
}

/// Reads an answer to its end; whatever goes wrong becomes the feed's state.
async fn read_answer(reading: &Reading, id: FeedId, connection: &Connection, asked: Asked) {
    let Some(answer) = asked else { return };
    let ended = match answer {
        Ok(answer) => read_body(reading, id, connection, answer).await,
        Err(failure) => Err(failure),
    };
    reading.with(|workspace| {
        let state = workspace.feeds.of(id);
        match ended {
            Ok(()) if matches!(state.phase, Phase::Failed(_)) => {}
            Ok(()) => state.phase = Phase::Done,
            Err(failure) => state.phase = Phase::Failed(failure),
        }
    });
}

async fn read_body(
    reading: &Reading,
    id: FeedId,
    connection: &Connection,
    answer: Answer,
) -> Result<(), Failure> {
    let clock = reading.clock();
    let made = reading.with(|workspace| {
        let state = workspace.feeds.of(id);
        state.total_bytes = answer.announced_bytes;
        state.version.clone_from(&answer.version);
        FeedReader::new(id, connection, workspace, clock)
    });
    let Some(Some(mut reader)) = made else { return Ok(()) };
    let gauge = Gauge::start(reading, id);
    let broken = loop {
        match answer.next().await {
            Ok(Some(piece)) => {
                if reading.with(|workspace| reader.push(&piece, workspace)).is_none() {
                    return Ok(());
                }
            }
            Ok(None) => break None,
            Err(failure) => break Some(failure),
        }
        gauge.note();
        reading.tell_soon();
    };
    drop(gauge);
    match broken {
        None => reading.with(|workspace| reader.finish(workspace)).unwrap_or(Ok(())),
        // What broke the connection says more than that the body is not whole.
        Some(failure) => {
            reading.with(|workspace| reader.break_off(workspace));
            Err(failure)
        }
    }
}

/// The responses are complete when every feed that gives them has been read whole.
fn finish(reading: &Reading) {
    let is_whole = reading.with(|workspace| {
        let failed = |feed| workspace.feeds.get(feed).is_some_and(|state| state.phase.has_failed());
        let is_whole = ![FeedKind::Responses, FeedKind::Tally].into_iter().any(failed);
        if is_whole {
            workspace.feedback.complete();
        }
        is_whole && !failed(FeedKind::Journeys)
    });
    reading.end(is_whole.unwrap_or(false));
}
