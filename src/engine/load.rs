//! Reads every feed of a connection: documents first, sums next, responses last.

use super::session::Reading;
use crate::core::connection::{Auth, Connection, FeedId, FeedKind};
use crate::core::intake::FeedReader;
use crate::core::workspace::{Failure, Phase};
use crate::platform::{Answer, Http, join, origin};
use futures_util::future::join as both;
use std::pin::Pin;

/// Reads everything a connection gives. The journeys judge what follows them, so they come first;
/// everything else that is small is asked for at the same time.
pub(super) async fn load(reading: Reading, connection: Connection) {
    let feeds = &connection.feeds;
    let summaries: Vec<FeedId> =
        (0..feeds.summary.len()).map(|number| FeedId { kind: FeedKind::Summary, number }).collect();
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
        let asked = ask(&reading, id, &connection).await;
        read_answer(&reading, id, &connection, asked).await;
    }
    finish(&reading);
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
    let (path, _) = id.address(connection)?;
    let base = join(&reading.base(), &connection.base_url).unwrap_or_default();
    let url = join(&base, path).unwrap_or_else(|| path.to_owned());
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
        workspace.feeds.of(id).total_bytes = answer.announced_bytes;
        FeedReader::new(id, connection, workspace, clock)
    });
    let Some(Some(mut reader)) = made else { return Ok(()) };
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
        reading.tell_soon();
    };
    let finished = reading.with(|workspace| reader.finish(workspace)).unwrap_or(Ok(()));
    // What broke the connection says more than that the body is not whole.
    broken.map_or(finished, Err)
}

/// The responses are complete when every feed that gives them has been read whole.
fn finish(reading: &Reading) {
    let is_whole = reading.with(|workspace| {
        let failed = |feed| {
            workspace.feeds.get(feed).is_some_and(|state| matches!(state.phase, Phase::Failed(_)))
        };
        let is_whole = ![FeedKind::Responses, FeedKind::Tally].into_iter().any(failed);
        if is_whole {
            workspace.feedback.complete();
        }
        is_whole && !failed(FeedKind::Journeys)
    });
    reading.end(is_whole.unwrap_or(false));
}
