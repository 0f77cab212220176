//! Records that are new: responses and cases.

use super::delivery::{Delivered, deliver, read_back};
use super::wire::Wire;
use crate::core::connection::{Call, ResponseFields, Write};
use crate::core::writing::{WriteError, call, case_record, response_record, response_row};
use crate::protocol::{Record, Taken, Written};
use serde_json::Value;

/// The request that would be sent.
pub(super) fn show(wire: &Wire, record: &Record) -> Result<Written, Written> {
    let (_, call, _) = request(wire, record)?;
    Ok(Written::Shown(wire.scene(&call)))
}

/// Sends a record. One that is there already was taken before, if it was sent before.
pub(super) async fn send(wire: &Wire, record: &Record, was_sent: bool) -> Result<Written, Written> {
    let (write, call, mut record) = request(wire, record)?;
    match deliver(wire, write, &call, write.is_known_again()).await? {
        Delivered::Taken(taken, receipt) => {
            if let Some(id) = receipt.id {
                record["id"] = id.into();
            }
            let read_back = read_back(wire, write, &call, &record, None).await;
            Ok(Written::Taken(Taken { read_back, ..taken }))
        }
        Delivered::Conflict(taken, _) if was_sent || taken.tries > 1 => {
            Ok(Written::Taken(Taken { was_there: true, ..taken }))
        }
        Delivered::Conflict(_, refusal) => Err(Written::Refused(refusal)),
    }
}

/// How the record is written, the call that does it, and the record as templates see it.
fn request<'w>(wire: &'w Wire, record: &Record) -> Result<(&'w Write, Call, Value), Written> {
    let writes = &wire.connection.writes;
    let (write, record) = match record {
        Record::Response(response, key) => {
            let write = writes.responses.as_ref().ok_or(Written::Off)?;
            let fields = wire.connection.feeds.responses.as_ref().map(|one| &one.feed.fields);
            let fields = fields.cloned().unwrap_or_else(ResponseFields::default);
            let mut record = response_record(response, key);
            match response_row(response, &fields) {
                Ok(row) => record["row"] = row,
                // A body that needs no row says itself where everything goes.
                Err(why) if needs_row(write) => return Err(Written::Unwritable(why)),
                Err(_) => {}
            }
            (write, record)
        }
        Record::Case(case, key) => {
            (writes.cases.as_ref().ok_or(Written::Off)?, case_record(case, key))
        }
        Record::Journey(..) => return Err(Written::Off),
    };
    let call = call(&wire.connection, write, &record, None, None).map_err(unwritable)?;
    Ok((write, call, record))
}

fn needs_row(write: &Write) -> bool {
    write.body.is_none() || write.asks_for("row")
}

fn unwritable(why: WriteError) -> Written {
    Written::Unwritable(why)
}
