//! Feeds that come in pages, read one page after the other.

use super::asker::Asker;
use super::gauge::Gauge;
use super::session::Reading;
use crate::core::connection::{Call, Connection, FeedId};
use crate::core::intake::PageReader;
use crate::core::paging::Pager;
use crate::core::workspace::Failure;
use crate::platform::Answer;

/// What came of something that was done for a reading; nothing when a newer one has begun.
type Done<T> = Option<Result<T, Failure>>;

/// Reads a feed to its last page. What came before a failure counts.
pub(super) async fn read_pages(
    reading: &Reading,
    id: FeedId,
    connection: &Connection,
    first: Answer,
    (mut asker, pager): (Asker, Pager),
) -> Result<(), Failure> {
    let clock = reading.clock();
    let made = reading.with(|workspace| PageReader::new(id, connection, pager, workspace, clock));
    let Some(Some(mut pages)) = made else { return Ok(()) };
    let gauge = Gauge::start(reading, id);
    let ended = read_all(reading, &mut pages, first, &mut asker, &gauge).await;
    drop(gauge);
    let Some(ended) = ended else { return Ok(()) };
    reading.with(|workspace| match &ended {
        Ok(()) => pages.finish(workspace),
        Err(_) => pages.break_off(workspace),
    });
    ended
}

async fn read_all(
    reading: &Reading,
    pages: &mut PageReader,
    mut answer: Answer,
    asker: &mut Asker,
    gauge: &Gauge,
) -> Done<()> {
    loop {
        let call = match read_page(reading, pages, answer, gauge).await? {
            Ok(Some(call)) => call,
            Ok(None) => return Some(Ok(())),
            Err(failure) => return Some(Err(failure)),
        };
        answer = match asker.ask(&call).await {
            Ok(answer) => answer,
            Err(failure) if pages.is_past_the_end(&failure) => return Some(Ok(())),
            Err(failure) => return Some(Err(failure)),
        };
    }
}

/// Reads one page. Gives the call for the next one.
async fn read_page(
    reading: &Reading,
    pages: &mut PageReader,
    answer: Answer,
    gauge: &Gauge,
) -> Done<Option<Call>> {
    loop {
        let piece = match answer.next().await {
            Ok(Some(piece)) => piece,
            Ok(None) => break,
            Err(failure) => return Some(Err(failure)),
        };
        if let Err(failure) = reading.with(|workspace| pages.push(&piece, workspace))? {
            answer.leave();
            return Some(Err(failure));
        }
        gauge.note();
        reading.tell_soon();
    }
    let header = |name: &str| answer.header(name);
    let next = reading.with(|workspace| pages.turn(&header, workspace))?;
    reading.tell_soon();
    Some(next)
}
