//! What values of a feed stand for, asked before anybody relies on it.

use super::{Fetched, asked_of, door};
use crate::core::connection::{Call, Connection, FeedId, Lookup, Table, Tables, Written, asking};
use crate::core::mapping::ProblemLog;
use crate::core::workspace::Failure;
use crate::engine::door::Door;
use crate::engine::lookups::read;
use crate::engine::session::Session;
use crate::platform::{Answer, join};
use crate::protocol::{PreviewAsk, Source};
use serde_json::Value;

/// What the lookups of a feed say, as far as they can be read, and why not all of them can be. They are asked for once
/// for the same request; nobody is asked where an answer is at hand.
pub(super) async fn look_up(
    session: &Session,
    ask: &PreviewAsk,
    document: &Value,
) -> (Tables, Option<Failure>) {
    let (id, mut tables) = (FeedId::only(ask.feed), Tables::default());
    let Ok(connection) = Connection::from_json(document) else { return (tables, None) };
    if ask.pasted.is_some() {
        return (tables, None);
    }
    for (name, lookup) in connection.lookups(id) {
        match table(session, ask, document, &connection, (name, lookup)).await {
            Ok(table) => tables.0.push((name.clone(), table)),
            Err(failure) => {
                let veil = session.veil(&connection.auth, ask.secret.as_ref());
                return (tables, Some(failure.under(&veil).of_lookup(name)));
            }
        }
    }
    (tables, None)
}

async fn table(
    session: &Session,
    ask: &PreviewAsk,
    document: &Value,
    connection: &Connection,
    (name, lookup): (&str, &Lookup),
) -> Result<Table, Failure> {
    let said = &document["feeds"][ask.feed.id()]["lookups"][name];
    let asking = asking(document, ask.feed).unwrap_or_default();
    let asked = asked_of(ask, &Value::from(vec![asking, said.clone()]));
    let known = session.sample(&asked).and_then(|known| serde_json::from_slice(&known.bytes).ok());
    if let Some(known) = known {
        return Ok(known);
    }
    let base = join(&session.base(), &connection.base_url).unwrap_or_default();
    let (door, mut from) = (door(session, connection, ask)?, base);
    let read = read(connection, lookup, async |call: &Call| send(&door, call, &mut from).await);
    let table = read.await?.finish(ask.feed, &mut ProblemLog::default());
    let bytes = serde_json::to_vec(&table).unwrap_or_default();
    session.keep_sample(Fetched { asked, source: Source::default(), bytes });
    Ok(table)
}

/// A page may say where the next one is from where it is itself.
async fn send(door: &Door, call: &Call, from: &mut String) -> Result<Answer, Failure> {
    let url = join(from, &call.address).unwrap_or_else(|| call.address.clone());
    let answer = door.send(call, &url).await?;
    *from = url;
    Ok(answer)
}
