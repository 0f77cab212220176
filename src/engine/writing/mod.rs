//! Records handed over to an API.

mod delivery;
mod journeys;
mod new_records;
mod wire;

use super::session::Session;
use crate::core::connection::{Connection, Written as _, connection_document};
use crate::protocol::{Act, Record, WriteAsk, Written, decode, encode_written};
use wire::Wire;

/// Does what is asked, and tells the page.
pub(super) async fn write(session: Session, id: u32, ask: Vec<u8>) {
    // As with any message, one of another build cannot be answered.
    let Ok(ask) = decode::<WriteAsk>(&ask) else { return };
    let written = match act(&session, &ask).await {
        Ok(written) | Err(written) => written,
    };
    if let Ok(message) = encode_written(id, &written) {
        session.send(&message);
    }
}

/// What comes of it; what keeps it from being done is told as well.
async fn act(session: &Session, ask: &WriteAsk) -> Result<Written, Written> {
    let document = connection_document(&ask.document).map_err(Written::Wrong)?;
    let connection = Connection::from_json(&document).map_err(Written::Wrong)?;
    if let Act::Send { .. } = ask.act {
        session.forgive();
    }
    let wire = Wire::new(session, connection, ask.secret.as_ref());
    match &ask.act {
        Act::List => Ok(journeys::list(&wire, session).await),
        Act::Open(id) => journeys::open(&wire, id).await,
        Act::Show(Record::Journey(change, key)) => journeys::show(&wire, change, key),
        Act::Show(record) => new_records::show(&wire, record),
        Act::Send { record: Record::Journey(change, key), .. } => {
            journeys::send(&wire, change, key).await
        }
        Act::Send { record, was_sent } => new_records::send(&wire, record, *was_sent).await,
    }
}
