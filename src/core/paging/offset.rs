//! Pages by how many rows came before them.

use super::pager::Fill;
use crate::core::connection::Slot;
use serde_json::Value;

/// The next page begins after the rows that came, however many had been asked for.
pub(super) fn next(slot: &Slot, first: u32, rows: u64) -> Fill {
    Fill { slot: slot.clone(), value: Value::from(rows.saturating_add(u64::from(first))) }
}
