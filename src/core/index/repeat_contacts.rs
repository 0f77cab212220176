//! How often customers must come back about the same thing.

use super::{Estimate, Level, wilson};
use crate::core::calendar::Timestamp;
use crate::core::order::places;
use serde::{Deserialize, Serialize};

/// The window in which another contact counts as a repeat, in days, unless another is asked for.
pub const REPEAT_WINDOW_DAYS: u32 = 30;

/// One contact of a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact<'a> {
    /// Who.
    pub customer: &'a str,
    /// About what.
    pub topic: &'a str,
    /// When.
    pub at: Timestamp,
}

/// Contacts that were repeated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RepeatContacts {
    /// Contacts whose window has closed.
    pub n: u64,
    /// Of these, followed by another of the same customer about the same topic within the window.
    pub repeated: u64,
    /// Contacts whose window has not closed: in none of the figures, even if they were repeated already.
    pub n_window_open: u64,
    /// Share repeated, 0 to 1, with Wilson's interval.
    pub share: Estimate,
}

/// The share of contacts that the same customer had to repeat about the same topic within a window of days after
/// it, of 24 hours each, its end included. A contact whose window has not closed by `now` is left out: it may still
/// be repeated, and those that were already would weigh too much. Two contacts of one instant repeat nothing. In
/// any order; absent without contacts.
///
/// # Example
/// ```
/// use heartline::core::{calendar::Timestamp, index::{Contact, Level, repeat_contacts}};
/// let day = |days: i64| Timestamp::default().plus_hours(24 * days);
/// let about = |topic, days| Contact { customer: "c-17", topic, at: day(days) };
/// let contacts = [about("invoice", 0), about("invoice", 12), about("parking", 13)];
/// let repeats = repeat_contacts(&contacts, 30, day(60), Level::default());
/// assert_eq!((repeats.n, repeats.repeated), (3, 1));
/// ```
pub fn repeat_contacts(
    contacts: &[Contact],
    window_days: u32,
    now: Timestamp,
    level: Level,
) -> RepeatContacts {
    let hours = i64::from(window_days) * 24;
    let key = |place: usize| (contacts[place].customer, contacts[place].topic, contacts[place].at);
    let order = places(contacts.len(), &|a, b| key(a).cmp(&key(b)));
    let ordered: Vec<&Contact> = order.into_iter().map(|place| &contacts[place]).collect();
    let (mut n, mut repeated) = (0, 0);
    for about_one in ordered.chunk_by(|a, b| (a.customer, a.topic) == (b.customer, b.topic)) {
        for contact in about_one.iter().filter(|contact| contact.at.plus_hours(hours) <= now) {
            n += 1;
            repeated += u64::from(is_repeated(contact, about_one, hours));
        }
    }
    let n_window_open = contacts.len() as u64 - n;
    RepeatContacts { n, repeated, n_window_open, share: wilson(repeated, n, level) }
}

/// True when the next of the contacts about one thing, oldest first, comes within the hours.
fn is_repeated(contact: &Contact, about_one: &[&Contact], hours: i64) -> bool {
    let later = about_one.partition_point(|other| other.at <= contact.at);
    about_one.get(later).is_some_and(|next| next.at <= contact.at.plus_hours(hours))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NAMES: [&str; 3] = ["a", "b", "c"];

    fn contacts() -> impl Strategy<Value = Vec<Contact<'static>>> {
        let contact = (0usize..3, 0usize..2, 0i64..2400).prop_map(|(customer, topic, hour)| {
            let at = Timestamp::default().plus_hours(hour);
            Contact { customer: NAMES[customer], topic: NAMES[topic], at }
        });
        prop::collection::vec(contact, 0..30)
    }

    fn repeats(contacts: &[Contact], days: u32) -> RepeatContacts {
        repeat_contacts(contacts, days, Timestamp::default().plus_hours(2400), Level::default())
    }

    #[test]
    fn the_end_of_the_window_is_in_it_and_one_instant_is_no_repeat() {
        let at = |hours| Contact {
            customer: "a",
            topic: "b",
            at: Timestamp::default().plus_hours(hours),
        };
        assert_eq!(repeats(&[at(0), at(24)], 1).repeated, 1);
        assert_eq!(repeats(&[at(0), at(25)], 1).repeated, 0);
        assert_eq!(repeats(&[at(7), at(7)], 1).repeated, 0);
        assert_eq!(repeats(&[], 1).share.value, None);
    }

    proptest! {
        #[test]
        fn order_does_not_matter_and_every_contact_is_counted_once(contacts in contacts(), days in 0u32..60) {
            let turned: Vec<Contact> = contacts.iter().rev().copied().collect();
            let found = repeats(&contacts, days);
            prop_assert_eq!(repeats(&turned, days), found);
            prop_assert_eq!(found.n + found.n_window_open, contacts.len() as u64);
            prop_assert!(found.repeated <= found.n);
        }

        #[test]
        fn customers_apart_add_up(contacts in contacts(), days in 0u32..60) {
            let of = |name| contacts.iter().filter(|c| c.customer == name).copied().collect::<Vec<_>>();
            let apart: u64 = NAMES.map(|name| repeats(&of(name), days).repeated).iter().sum();
            prop_assert_eq!(apart, repeats(&contacts, days).repeated);
        }
    }
}
