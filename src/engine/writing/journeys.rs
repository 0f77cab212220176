//! Journeys that are changed: read as they are, put back, merged with what others changed meanwhile.

use super::delivery::{Delivered, deliver, read_back};
use super::wire::Wire;
use crate::core::connection::{Container, FeedKind, JourneyFields, Write};
use crate::core::mapping::BodyError;
use crate::core::model::{Journey, JourneyId};
use crate::core::workspace::Failure;
use crate::core::writing::{
    Choice, Contest, MergeStep, WriteError, call, journey_of, journey_record, read_call,
    revision_of, settle,
};
use crate::engine::preview::call as feed_call;
use crate::engine::session::Session;
use crate::platform::Exchange;
use crate::protocol::{JourneyChange, ListedJourney, OpenedJourney, Subjects, Taken, Written};
use serde_json::Value;

/// So often others' changes are taken in before somebody is asked: an API that always finds a conflict is at odds with
/// its connection.
const ROUNDS: u32 = 3;

/// What can be written about.
pub(super) async fn list(wire: &Wire, session: &Session) -> Written {
    let questions = session.terms().0.questions();
    let fields = fields(wire);
    let (rows, why) = match rows(wire).await {
        Ok(rows) => (rows, None),
        Err(Written::Unread(why)) => (Vec::new(), Some(why)),
        Err(_) => (Vec::new(), None),
    };
    let journeys = rows.iter().filter_map(|row| journey_of(row, &fields)).map(listed).collect();
    Written::Subjects(Subjects { questions, journeys, why })
}

fn listed(journey: Journey) -> ListedJourney {
    let touchpoints = journey.touchpoints().map(|one| (one.id.clone(), one.name.clone()));
    let touchpoints = touchpoints.collect();
    ListedJourney { id: journey.id, name: journey.name, touchpoints }
}

/// A journey as it is now.
pub(super) async fn open(wire: &Wire, id: &JourneyId) -> Result<Written, Written> {
    let write = wire.connection.writes.journeys.as_ref().ok_or(Written::Off)?;
    let fields = fields(wire);
    let is_meant = |row: &Value| journey_of(row, &fields).is_some_and(|journey| journey.id == *id);
    let listed = rows(wire).await?.into_iter().find(is_meant);
    let listed = listed.ok_or(Written::Unwritable(WriteError::NoRecord))?;
    let (row, revision) = current(wire, write, &listed).await?;
    let journey = journey_of(&row, &fields).ok_or(Written::Unwritable(WriteError::NoRecord))?;
    let lacks_revision = write.revision.is_some() && revision.is_none();
    let row = row.to_string();
    Ok(Written::Opened(Box::new(OpenedJourney { row, revision, lacks_revision, journey })))
}

/// The request that would be sent.
pub(super) fn show(wire: &Wire, change: &JourneyChange, key: &str) -> Result<Written, Written> {
    let write = wire.connection.writes.journeys.as_ref().ok_or(Written::Off)?;
    let change = Change::of(change, &fields(wire))?;
    let (journey, _) = change.settled();
    let record = journey_record(&change.row, &fields(wire), &journey, key);
    let record = record.map_err(Written::Unwritable)?;
    let revision = change.revision.as_deref();
    let call = call(&wire.connection, write, &record, Some(&change.row), revision);
    Ok(Written::Shown(wire.scene(&call.map_err(Written::Unwritable)?)))
}

/// Sends a journey; what others changed meanwhile is taken in, and asked about only where both changed the same.
pub(super) async fn send(
    wire: &Wire,
    change: &JourneyChange,
    key: &str,
) -> Result<Written, Written> {
    let write = wire.connection.writes.journeys.as_ref().ok_or(Written::Off)?;
    let fields = fields(wire);
    let mut change = Change::of(change, &fields)?;
    for round in 1..=ROUNDS {
        let (journey, contests) = change.settled();
        if !contests.is_empty() {
            return Ok(change.conflict(contests));
        }
        let record = journey_record(&change.row, &fields, &journey, key);
        let record = record.map_err(Written::Unwritable)?;
        if round > 1 && record["row"] == change.row {
            // What was sent had arrived after all, or somebody else had the same thought.
            return Ok(Written::Taken(Taken { was_there: true, tries: round, ..Taken::default() }));
        }
        let revision = change.revision.as_deref();
        let call = call(&wire.connection, write, &record, Some(&change.row), revision);
        let call = call.map_err(Written::Unwritable)?;
        let may_repeat = write.is_known_again() || revision.is_some();
        match deliver(wire, write, &call, may_repeat).await? {
            Delivered::Taken(taken, _) => {
                let read_back = read_back(wire, write, &call, &record, Some(&change.row)).await;
                let is_merged = change.is_merged();
                return Ok(Written::Taken(Taken { read_back, is_merged, ..taken }));
            }
            Delivered::Conflict(_, refusal) if round == ROUNDS => {
                return Err(Written::Refused(refusal));
            }
            Delivered::Conflict(..) => {
                let (row, revision) = current(wire, write, &change.row).await?;
                change.meets(row, revision, &fields)?;
            }
        }
    }
    Err(Written::Off)
}

/// A change of a journey, read.
struct Change<'a> {
    asked: &'a JourneyChange,
    base: Journey,
    row: Value,
    revision: Option<String>,
    theirs: Journey,
    /// What was chosen, of what others had written when it was asked about.
    choices: Vec<(Vec<MergeStep>, Choice)>,
}

impl<'a> Change<'a> {
    fn of(asked: &'a JourneyChange, fields: &JourneyFields) -> Result<Self, Written> {
        let json = |text: &str| serde_json::from_str::<Value>(text).ok();
        let not_json = Written::Unwritable(WriteError::NotJson);
        let (base, row) = json(&asked.base).zip(json(&asked.row)).ok_or(not_json)?;
        let base = read(&base, fields)?;
        let theirs = read(&row, fields)?;
        let (revision, choices) = (asked.revision.clone(), asked.choices.clone());
        Ok(Self { asked, base, row, revision, theirs, choices })
    }

    /// The journey to be written, and what is still to be chosen.
    fn settled(&self) -> (Journey, Vec<Contest>) {
        settle(&self.base, &self.asked.mine, &self.theirs, &self.choices)
    }

    /// The row is another one by now. A choice was made between what was to be seen then: of what is new nobody has
    /// been asked.
    fn meets(
        &mut self,
        row: Value,
        revision: Option<String>,
        fields: &JourneyFields,
    ) -> Result<(), Written> {
        let theirs = read(&row, fields)?;
        if theirs != self.theirs {
            self.choices.clear();
        }
        (self.theirs, self.row, self.revision) = (theirs, row, revision);
        Ok(())
    }

    fn is_merged(&self) -> bool {
        self.base != self.theirs
    }

    fn conflict(self, contests: Vec<Contest>) -> Written {
        Written::Conflict { row: self.row.to_string(), revision: self.revision, contests }
    }
}

fn read(row: &Value, fields: &JourneyFields) -> Result<Journey, Written> {
    journey_of(row, fields).ok_or(Written::Unwritable(WriteError::NoRecord))
}

fn fields(wire: &Wire) -> JourneyFields {
    let feed = wire.connection.feeds.journeys.as_ref();
    feed.map(|feed| feed.fields.clone()).unwrap_or_default()
}

/// The rows of the journeys' feed, or of its first page.
async fn rows(wire: &Wire) -> Result<Vec<Value>, Written> {
    let feed = wire.connection.feeds.journeys.as_ref().ok_or(Written::Off)?;
    let call = feed_call(&wire.connection, FeedKind::Journeys).ok_or(Written::Off)?;
    let exchange = wire.exchange(&call).await.map_err(|why| wire.unread(why))?;
    if feed.rows.container() == Some(Container::Lines) {
        answered(&exchange).map_err(|why| wire.unread(why))?;
        let lines = exchange.body.lines();
        return Ok(lines.filter_map(|line| serde_json::from_str(line).ok()).collect());
    }
    let answer = json(&exchange).map_err(|why| wire.unread(why))?;
    Ok(feed.rows.select(&answer).into_iter().cloned().collect())
}

/// A row as it is now, with its revision. Where it cannot be read alone it is looked for among the others.
async fn current(
    wire: &Wire,
    write: &Write,
    row: &Value,
) -> Result<(Value, Option<String>), Written> {
    let fields = fields(wire);
    let journey = read(row, &fields)?;
    let record = journey_record(row, &fields, &journey, "").map_err(Written::Unwritable)?;
    let Some(call) = read_call(&wire.connection, write, &record) else {
        let is_meant =
            |row: &Value| journey_of(row, &fields).is_some_and(|one| one.id == journey.id);
        let found = rows(wire).await?.into_iter().find(is_meant);
        let row = found.ok_or(Written::Unwritable(WriteError::NoRecord))?;
        let revision = revision_of(write, &row, |_| None);
        return Ok((row, revision));
    };
    let exchange = wire.exchange(&call).await.map_err(|why| wire.unread(why))?;
    let answer = json(&exchange).map_err(|why| wire.unread(why))?;
    let row = write.row.first(&answer).cloned();
    let row = row.ok_or(Written::Unwritable(WriteError::NoRecord))?;
    let revision = revision_of(write, &row, |name| exchange.header(name));
    Ok((row, revision))
}

/// The JSON of an answer.
fn json(exchange: &Exchange) -> Result<Value, Failure> {
    answered(exchange)?;
    let not_json = |_| BodyError::NotJson { beginning: beginning(exchange) };
    serde_json::from_str(&exchange.body).map_err(not_json).map_err(Failure::from)
}

/// An answer that is no error.
fn answered(exchange: &Exchange) -> Result<(), Failure> {
    let (code, retry_after) = (exchange.status, exchange.retry_after);
    match code {
        200..300 => Ok(()),
        _ => Err(Failure::Status { code, beginning: beginning(exchange), retry_after }),
    }
}

fn beginning(exchange: &Exchange) -> String {
    exchange.body.chars().take(200).collect()
}
