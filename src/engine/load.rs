//! Reads every feed of a connection: documents first, sums next, responses last.

use super::answer::read_answer;
use super::ask::{Asked, ask};
use super::counts::read_counts;
use super::lookups::look_up;
use super::session::Reading;
use crate::core::connection::{Connection, FeedId, FeedKind};
use crate::core::workspace::Phase;
use futures_util::future::join as both;
use std::pin::Pin;

/// Reads everything a connection gives. The journeys judge what follows them, so they come first;
/// everything else that is small is asked for at the same time.
pub(super) async fn load(reading: Reading, connection: Connection) {
    let small = [FeedKind::Journeys, FeedKind::Indicators].map(FeedId::only);
    let big = [FeedKind::Tally, FeedKind::Responses].map(FeedId::only);
    let summaries: Vec<FeedId> = (0..connection.feeds.summary.len())
        .map(|number| FeedId::numbered(FeedKind::Summary, number))
        .collect();
    for id in small.iter().chain(&summaries).chain(&big) {
        announce(&reading, *id, &connection);
    }
    // Sums stand in for responses that are not there yet; those on screen are.
    let is_read = reading.behind(|next, shown| {
        shown.feeds.are_done(FeedKind::Summary).then(|| next.carry(FeedKind::Summary, shown))
    });
    let summaries = if is_read.flatten().is_some() { Vec::new() } else { summaries };
    reading.tell();

    // Others measure by these journeys: they wait until they are there.
    let drawing = reading.map().enter().await;
    let ahead: Vec<FeedId> = small.iter().chain(&summaries).copied().collect();
    let connection = look_up(&reading, connection, &ahead).await;
    let [journeys, indicators] = small;
    let read = |id| read_feed(&reading, id, &connection);
    let drawn = async {
        read(journeys).await;
        drop(drawing);
    };
    let documents = both(drawn, read(indicators));
    // Each that has answered holds its place until it is read, which is after the journeys: one place must be left for
    // the pages of those.
    let places = summaries.len().min(connection.max_requests.saturating_sub(1) as usize);
    let (ahead, later) = summaries.split_at(places);
    let (_, asked) = both(documents, ask_all(&reading, ahead, &connection)).await;
    reading.learn_maps().await;
    for (id, asked) in asked {
        read_answer(&reading, id, &connection, asked).await;
        reading.tell();
    }
    for id in later {
        read_feed(&reading, *id, &connection).await;
    }
    let connection = look_up(&reading, connection, &big).await;
    // The end of the last is the end of all, which is told: to answer everything twice takes its time.
    for id in big {
        read_counts(&reading, id, &connection).await;
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

async fn read_feed(reading: &Reading, id: FeedId, connection: &Connection) {
    let asked = ask(reading, id, connection).await;
    read_answer(reading, id, connection, asked).await;
    reading.tell();
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
