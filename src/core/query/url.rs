//! Places as URLs: a path and a query, both readable.

mod pairs;
mod reading;
mod writing;

use super::{Filters, PeriodChoice, Place};
use crate::core::model::{Dimension, Lang};
use pairs::Pairs;
use reading::page;
use writing::Parts;

/// The path and query of a place, below the app's base: `/journeys/stay?period=2026-08..2026-10`.
/// What has its default value is left out.
pub fn encode(place: &Place) -> String {
    let mut parts = Parts::default();
    let path = parts.page(&place.page);
    parts.filters(&place.filters);
    parts.add("lang", place.lang.map(Lang::tag));
    parts.behind(path)
}

/// The place of a path and a query (without its question mark). What cannot be read is left out.
pub fn decode(path: &str, query: &str) -> Place {
    let pairs = Pairs::of(query);
    let dimensions = Dimension::ALL.map(|dimension| pairs.get(dimension.id()).map(str::to_owned));
    let period = pairs.get("period").and_then(PeriodChoice::parse).unwrap_or_default();
    Place {
        page: page(path, &pairs),
        filters: Filters { period, dimensions },
        lang: pairs.get("lang").and_then(Lang::from_tag),
    }
}

#[cfg(test)]
mod tests;
