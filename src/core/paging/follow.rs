//! Pages by the address that the one before gives.

use super::pager::Seen;
use super::trail::Trail;
use super::{PagingFault, link};
use crate::core::connection::{Call, Place};
use serde_json::Value;

/// The page whose address stands at a place.
pub(super) fn url(
    plain: &Call,
    next: &Place,
    more: Option<&Place>,
    seen: &Seen,
    trail: &mut Trail,
) -> Result<Option<Call>, PagingFault> {
    if !seen.has_more(more)? {
        return Ok(None);
    }
    match seen.at(next)? {
        None | Some(Value::Bool(false)) => Ok(None),
        Some(Value::String(address)) => to(plain, &address, trail).map(Some),
        Some(_) => Err(PagingFault::NoWay),
    }
}

/// The page whose address the `Link` header has.
pub(super) fn link(
    plain: &Call,
    seen: &Seen,
    trail: &mut Trail,
) -> Result<Option<Call>, PagingFault> {
    let header = (seen.header)("Link").unwrap_or_default();
    link::next(&header).map(|address| to(plain, address, trail)).transpose()
}

fn to(plain: &Call, address: &str, trail: &mut Trail) -> Result<Call, PagingFault> {
    trail.step(address)?;
    Ok(Call { address: address.to_owned(), follows: true, ..plain.clone() })
}
