//! Pages by their number.

use super::PagingFault;
use super::pager::{Fill, Seen};
use super::trail::Trail;
use crate::core::connection::{Place, Slot};
use serde_json::Value;

/// The page after so many.
pub(super) fn next(slot: &Slot, first: u32, pages: u32) -> Fill {
    Fill { slot: slot.clone(), value: Value::from(first.saturating_add(pages)) }
}

/// The page whose number this one names.
pub(super) fn named(
    slot: &Slot,
    first: u32,
    next: &Place,
    seen: &Seen,
    trail: &mut Trail,
) -> Result<Option<Fill>, PagingFault> {
    let Some(value) = seen.at(next)? else { return Ok(None) };
    let number = value.as_u64().or_else(|| value.as_str()?.trim().parse().ok());
    let number = number.ok_or(PagingFault::NoWay)?;
    if number == u64::from(first) {
        return Err(PagingFault::GoesBack);
    }
    trail.step(&number.to_string())?;
    Ok(Some(Fill { slot: slot.clone(), value: Value::from(number) }))
}
