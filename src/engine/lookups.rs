//! Lists that say what values of a feed stand for, read before the feed is asked for.

use super::asker::Asker;
use super::session::Reading;
use crate::core::connection::{Call, Connection, FeedId, Lookup, Parameters, Tables};
use crate::core::intake::LookupReader;
use crate::core::paging::Pager;
use crate::core::workspace::{Failure, Phase};
use crate::platform::Answer;

/// Reads the lookups of some feeds. The connection that comes of it says in its fields what values stand for. A feed
/// with a lookup that cannot be read has failed: its values would pass for something they are not.
pub(super) async fn look_up(
    reading: &Reading,
    mut connection: Connection,
    ids: &[FeedId],
) -> Connection {
    for id in ids {
        match tables(reading, *id, &connection).await {
            Ok(tables) => connection.look_up(*id, &tables),
            Err(failure) => {
                reading.with(|workspace| workspace.feeds.of(*id).phase = Phase::Failed(failure));
                reading.tell();
            }
        }
    }
    connection
}

/// True when a feed needs not be asked for: what its values stand for could not be read.
pub(super) fn have_failed(reading: &Reading, id: FeedId, connection: &Connection) -> bool {
    let has_failed = || {
        reading.with(|workspace| {
            workspace.feeds.find(id).is_some_and(|state| state.phase.has_failed())
        })
    };
    !connection.lookups(id).is_empty() && has_failed().unwrap_or(true)
}

async fn tables(reading: &Reading, id: FeedId, connection: &Connection) -> Result<Tables, Failure> {
    let mut tables = Tables::default();
    for (name, lookup) in connection.lookups(id) {
        let mut asker = Asker::new(reading, id, connection);
        let read = read(connection, lookup, async |call: &Call| asker.ask(call).await).await;
        let reader = read.map_err(|failure| failure.of_lookup(name))?;
        let table = reading.with(|workspace| reader.finish(id.kind, &mut workspace.problems));
        tables.0.push((name.clone(), table.ok_or(Failure::Cancelled)?));
    }
    Ok(tables)
}

/// Reads one lookup to its last page.
pub(super) async fn read(
    connection: &Connection,
    lookup: &Lookup,
    mut ask: impl AsyncFnMut(&Call) -> Result<Answer, Failure>,
) -> Result<LookupReader, Failure> {
    let call = lookup.request.call(connection, &Parameters::default());
    let pager = lookup.request.paging.clone().map(|paging| Pager::new(paging, call.clone()));
    let mut call = pager.as_ref().map_or(call, Pager::first);
    let mut reader = LookupReader::new(lookup, pager);
    loop {
        let answer = match ask(&call).await {
            Ok(answer) => answer,
            Err(failure) if reader.is_past_the_end(&failure) => return Ok(reader),
            Err(failure) => return Err(failure),
        };
        while let Some(piece) = answer.next().await? {
            reader.push(&piece)?;
        }
        call = match reader.turn(&|name| answer.header(name))? {
            Some(next) => next,
            None => return Ok(reader),
        };
    }
}
