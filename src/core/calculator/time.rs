//! Promises of time.

use super::CalculationError;
use super::calculation::Calculation;
use super::moment::Moment;
use super::whole::whole;
use crate::core::index::{self, ClockState, Level, Message, Sender, ServiceClock, Severity};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Closed loop: promises of time kept and broken, and how long what is done took.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ClosedLoop {
    clocks: Vec<Clock>,
    /// The instant at which they are judged.
    now: Moment,
    #[serde(default)]
    level: Level,
}

/// Something that was to be done within a time.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Clock {
    opened_at: Moment,
    /// Null while it is open.
    #[serde(default)]
    closed_at: Option<Moment>,
    /// The hours it may take.
    #[serde(default)]
    target_hours: Option<f64>,
    /// Instead of hours: how bad it is, for the hours a first response may take.
    #[serde(default)]
    severity: Option<Severity>,
}

impl Clock {
    fn running(self, path: &str) -> Result<ServiceClock, CalculationError> {
        let target_hours = match (self.target_hours, self.severity) {
            (Some(hours), None) => hours,
            (None, Some(severity)) => severity.response_hours(),
            _ => {
                let reason = "either `target_hours` or `severity` is wanted";
                return Err(CalculationError::at(path, reason));
            }
        };
        let closed_at = self.closed_at.map(|closed| closed.0);
        Ok(ServiceClock { opened_at: self.opened_at.0, closed_at, target_hours })
    }
}

impl Calculation for ClosedLoop {
    const NAME: &'static str = "closed_loop";
    type Result = index::ClosedLoop;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        let places = self.clocks.into_iter().enumerate();
        let clocks: Result<Vec<_>, _> =
            places.map(|(place, clock)| clock.running(&format!("clocks[{place}]"))).collect();
        Ok(index::closed_loop(&clocks?, self.now.0, self.level))
    }
}

/// First response: from the customer's first message to a human's first reply, within 1, 4 or 24 hours by severity.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FirstResponse {
    messages: Vec<Sent>,
    severity: Severity,
    /// The instant at which it is judged.
    now: Moment,
}

/// One message.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Sent {
    at: Moment,
    from: Sender,
}

/// How a clock stands.
#[derive(Serialize)]
pub(super) struct Standing {
    state: Option<ClockState>,
    /// How long it took; null while it is open.
    hours: Option<f64>,
    target_hours: f64,
}

fn standing(clock: ServiceClock, now: Moment) -> Standing {
    let (state, hours) = (clock.state(now.0), clock.hours(now.0));
    Standing { state, hours, target_hours: clock.target_hours }
}

impl Calculation for FirstResponse {
    const NAME: &'static str = "first_response";
    type Result = Option<Standing>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        let message = |sent: &Sent| Message { at: sent.at.0, from: sent.from };
        let messages: Vec<Message> = self.messages.iter().map(message).collect();
        let clock = index::first_response(&messages, self.severity);
        Ok(clock.map(|clock| standing(clock, self.now)))
    }
}

/// Follow-up: whether customers were asked, within 72 hours after a recovery, if they are satisfied.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FollowUp {
    recovered_at: Moment,
    /// Null while nobody has asked.
    #[serde(default)]
    asked_at: Option<Moment>,
    /// The instant at which it is judged.
    now: Moment,
}

impl Calculation for FollowUp {
    const NAME: &'static str = "follow_up";
    type Result = Standing;

    fn calculate(self) -> Result<Standing, CalculationError> {
        let asked_at = self.asked_at.map(|asked| asked.0);
        Ok(standing(ServiceClock::follow_up(self.recovered_at.0, asked_at), self.now))
    }
}

/// Repeat contacts: the share that the same customer had to repeat about the same topic within a window.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RepeatContacts {
    contacts: Vec<Contact>,
    /// The window in days; 30 when left out.
    #[serde(default = "usual_window", deserialize_with = "whole")]
    window_days: u32,
    /// The instant by which a window must have closed.
    now: Moment,
    #[serde(default)]
    level: Level,
}

/// One contact of a customer.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Contact {
    customer: String,
    topic: String,
    at: Moment,
}

impl Contact {
    fn borrowed(&self) -> index::Contact<'_> {
        index::Contact { customer: &self.customer, topic: &self.topic, at: self.at.0 }
    }
}

fn usual_window() -> u32 {
    index::REPEAT_WINDOW_DAYS
}

impl Calculation for RepeatContacts {
    const NAME: &'static str = "repeat_contacts";
    type Result = index::RepeatContacts;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        let contacts: Vec<index::Contact> = self.contacts.iter().map(Contact::borrowed).collect();
        Ok(index::repeat_contacts(&contacts, self.window_days, self.now.0, self.level))
    }
}
