//! Answers, read to their end.

use super::ask::{Asked, Opened};
use super::gauge::Gauge;
use super::pages::read_pages;
use super::session::Reading;
use crate::core::connection::{Connection, FeedId};
use crate::core::intake::FeedReader;
use crate::core::workspace::{Failure, Phase};
use crate::platform::Answer;

/// Reads an answer to its end; whatever goes wrong becomes the feed's state.
pub(super) async fn read_answer(
    reading: &Reading,
    id: FeedId,
    connection: &Connection,
    asked: Asked,
) {
    let Some(answer) = asked else { return };
    let ended = match answer {
        Ok(Opened { answer, pages: Some(pages) }) => {
            read_pages(reading, id, connection, answer, pages).await
        }
        Ok(Opened { answer, pages: None }) => read_body(reading, id, connection, answer).await,
        Err(failure) => Err(failure),
    };
    reading.with(|workspace| {
        let state = workspace.feeds.of(id);
        match ended {
            Ok(()) if state.phase.has_failed() => {}
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
        // That of a part says nothing of the whole.
        state.version = answer.version.clone().filter(|_| state.resumed.is_none());
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
