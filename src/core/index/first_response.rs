//! How soon somebody answers.

use super::{ServiceClock, Severity};
use crate::core::calendar::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Sender {
    /// The customer.
    Customer,
    /// A machine of the company's: a receipt, a chatbot.
    Automatic,
    /// Somebody of the company.
    Human,
}

/// One message of a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    /// When it was sent.
    pub at: Timestamp,
    /// By whom.
    pub from: Sender,
}

/// The clock of a first response: from the customer's first message to the first reply of a human, who may take 1, 4
/// or 24 hours by severity. Machines do not answer. Absent when the customer wrote nothing. In any order.
///
/// # Example
/// ```
/// use heartline::core::{calendar::Timestamp, index::{Message, Sender, Severity, first_response}};
/// let minute = |minutes| Timestamp::from_seconds(60_i64 * minutes);
/// let chat = [
///     Message { at: minute(0), from: Sender::Customer },
///     Message { at: minute(1), from: Sender::Automatic },
///     Message { at: minute(45), from: Sender::Human },
/// ];
/// let clock = first_response(&chat, Severity::High).expect("a message of the customer's");
/// assert_eq!(clock.hours(minute(60)), Some(0.75));
/// ```
pub fn first_response(messages: &[Message], severity: Severity) -> Option<ServiceClock> {
    let sent_by = |sender| messages.iter().filter(move |m| m.from == sender).map(|m| m.at);
    let opened_at = sent_by(Sender::Customer).min()?;
    let closed_at = sent_by(Sender::Human).filter(|at| *at >= opened_at).min();
    Some(ServiceClock { opened_at, closed_at, target_hours: severity.response_hours() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn conversation() -> impl Strategy<Value = Vec<Message>> {
        let senders = [Sender::Customer, Sender::Automatic, Sender::Human];
        let message = (0i64..500, 0usize..3)
            .prop_map(move |(at, from)| Message { at: Timestamp(at), from: senders[from] });
        prop::collection::vec(message, 0..12)
    }

    #[test]
    fn who_wrote_before_the_customer_answered_nothing() {
        let early = Message { at: Timestamp(0), from: Sender::Human };
        let inbound = Message { at: Timestamp(5), from: Sender::Customer };
        let clock = first_response(&[early, inbound], Severity::Low).expect("an inbound message");
        assert_eq!((clock.opened_at, clock.closed_at), (Timestamp(5), None));
        assert_eq!(first_response(&[early], Severity::Low), None);
    }

    proptest! {
        #[test]
        fn order_and_machines_do_not_matter_and_a_reply_follows(messages in conversation()) {
            let clock = first_response(&messages, Severity::Medium);
            let mut turned: Vec<Message> = messages.into_iter().rev().collect();
            prop_assert_eq!(first_response(&turned, Severity::Medium), clock);
            turned.retain(|message| message.from != Sender::Automatic);
            prop_assert_eq!(first_response(&turned, Severity::Medium), clock);
            prop_assert!(clock.is_none_or(|c| c.closed_at.is_none_or(|closed| closed >= c.opened_at)));
        }
    }
}
