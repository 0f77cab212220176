//! A journey that several people have changed.

use super::{Choice, Contest, MergeStep, merge};
use crate::core::model::Journey;
use serde_json::Value;

/// The journey that becomes of two changes of one, and what is still to be chosen. Where nobody has changed it
/// meanwhile that is mine.
///
/// ```
/// use heartline::core::model::{Journey, LocalText};
/// use heartline::core::writing::settle;
///
/// let named = |name: &str| Journey { name: LocalText::plain(name), ..Journey::default() };
/// let (journey, open) = settle(&named("a"), &named("b"), &named("c"), &[]);
/// assert_eq!((journey, open.len()), (named("c"), 1));
/// let (journey, open) = settle(&named("a"), &named("b"), &named("a"), &[]);
/// assert_eq!((journey, open.len()), (named("b"), 0));
/// ```
pub fn settle(
    base: &Journey,
    mine: &Journey,
    theirs: &Journey,
    choices: &[(Vec<MergeStep>, Choice)],
) -> (Journey, Vec<Contest>) {
    let json = |journey: &Journey| serde_json::to_value(journey).unwrap_or_default();
    let choose = |path: &[MergeStep]| {
        choices.iter().find(|(chosen, _)| chosen == path).map(|(_, choice)| *choice)
    };
    let merged = merge(&json(base), &json(mine), &json(theirs), &choose);
    // What is merged of two journeys is one: each of its fields is a field of one of them.
    let journey = read(merged.value).unwrap_or_else(|| mine.clone());
    (journey, merged.contested.iter().map(|one| one.contest()).collect())
}

fn read(value: Value) -> Option<Journey> {
    serde_json::from_value(value).ok()
}
