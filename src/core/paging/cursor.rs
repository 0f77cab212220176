//! Pages by a word that the one before gives.

use super::PagingFault;
use super::pager::{Fill, Seen};
use super::trail::Trail;
use crate::core::connection::{Place, Slot};

/// The page to which the cursor of this one leads. It is sent back just as it came: a number stays one in a body.
pub(super) fn next(
    slot: &Slot,
    next: &Place,
    more: Option<&Place>,
    seen: &Seen,
    trail: &mut Trail,
) -> Result<Option<Fill>, PagingFault> {
    if !seen.has_more(more)? {
        return Ok(None);
    }
    let Some(value) = seen.at(next)? else { return Ok(None) };
    match (value.as_str(), value.is_number()) {
        (Some(text), _) => trail.step(text)?,
        (None, true) => trail.step(&value.to_string())?,
        // Some say `false` where there is no more.
        (None, false) if value == false => return Ok(None),
        (None, false) => return Err(PagingFault::NoWay),
    }
    Ok(Some(Fill { slot: slot.clone(), value }))
}
