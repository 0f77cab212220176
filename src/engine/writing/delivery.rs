//! One record on its way: sent again where that is safe, judged, looked at afterwards.

use super::wire::Wire;
use crate::core::connection::{Call, Write};
use crate::core::manners::Backoff;
use crate::core::workspace::Failure;
use crate::core::writing::{Heard, Receipt, Refusal, Verdict, dropped, judge, read_call};
use crate::platform::{Exchange, Stopwatch, chance};
use crate::protocol::{ReadBack, Taken, Written};
use serde_json::Value;

/// How a delivery ended.
pub(super) enum Delivered {
    /// The record was taken.
    Taken(Taken, Receipt),
    /// Somebody else was there before; or the same record, where it was sent more than once.
    Conflict(Taken, Refusal),
}

/// Sends a record, again while that is of use and `may_repeat`: what comes twice must be known again.
pub(super) async fn deliver(
    wire: &Wire,
    write: &Write,
    call: &Call,
    may_repeat: bool,
) -> Result<Delivered, Written> {
    let watch = Stopwatch::start();
    let (exchange, tries) = send(wire, call, may_repeat).await?;
    let millis = watch.millis() as u32;
    let taken = Taken { status: exchange.status, millis, tries, ..Taken::default() };
    let heard = Heard { status: exchange.status, body: &exchange.body };
    match judge(write, heard) {
        Verdict::Taken(receipt) => {
            Ok(Delivered::Taken(Taken { id: receipt.id.clone(), ..taken }, receipt))
        }
        Verdict::Conflict => {
            Ok(Delivered::Conflict(taken, Refusal::by_status(heard).under(&wire.veil())))
        }
        Verdict::Refused(refusal) => Err(Written::Refused(refusal.under(&wire.veil()))),
    }
}

async fn send(wire: &Wire, call: &Call, may_repeat: bool) -> Result<(Exchange, u32), Written> {
    wire.enter().await.map_err(|why| wire.unread(why))?;
    let retries = if may_repeat { wire.connection.retries } else { 0 };
    let mut backoff = Backoff::new(retries, true);
    let mut tries = 1;
    loop {
        let answered = wire.exchange(call).await;
        let failure = match &answered {
            Ok(exchange) => Failure::Status {
                code: exchange.status,
                beginning: String::new(),
                retry_after: exchange.retry_after,
            },
            Err(failure) => failure.clone(),
        };
        match (backoff.wait(&failure, chance()), answered) {
            (Some(millis), _) => {
                wire.cancel.sleep(millis).await.map_err(|why| wire.failed(why))?;
                tries += 1;
            }
            (None, Ok(exchange)) => return Ok((exchange, tries)),
            (None, Err(why)) => return Err(wire.failed(why)),
        }
    }
}

/// Reads a record again, where the connection asks for that, and looks for what is not there.
pub(super) async fn read_back(
    wire: &Wire,
    write: &Write,
    call: &Call,
    record: &Value,
    before: Option<&Value>,
) -> ReadBack {
    if !write.read_back {
        return ReadBack::NotAsked;
    }
    let Some(read) = read_call(&wire.connection, write, record) else { return ReadBack::Unseen };
    let Some(row) = row_at(wire, write, &read).await else { return ReadBack::Unseen };
    let body = call.body.as_ref().unwrap_or(&Value::Null);
    ReadBack::Dropped(dropped(sent_row(write, body), &row, before))
}

/// The row a call reads.
async fn row_at(wire: &Wire, write: &Write, call: &Call) -> Option<Value> {
    let exchange = wire.exchange(call).await.ok()?;
    let answer: Value = serde_json::from_str(&exchange.body).ok()?;
    let is_there = (200..300).contains(&exchange.status);
    write.row.first(&answer).filter(|_| is_there).cloned()
}

/// The row within what was sent: where it is in answers, else within the one envelope there is.
fn sent_row<'v>(write: &Write, body: &'v Value) -> &'v Value {
    if let Some(row) = write.row.first(body) {
        return row;
    }
    let mut members = body.as_object().into_iter().flat_map(|members| members.values());
    match (members.next(), members.next()) {
        (Some(only @ Value::Object(_)), None) => only,
        _ => body,
    }
}
