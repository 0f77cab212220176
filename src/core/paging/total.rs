//! How many rows there are, as a server says it.

use super::pager::Seen;
use crate::core::connection::Place;
use serde_json::Value;

/// Headers in which many servers say it of themselves.
const USUAL: [&str; 2] = ["Content-Range", "X-Total-Count"];

/// How many rows there are, if this page says it: where the connection looks for it, else in the usual headers.
pub(super) fn total(place: Option<&Place>, seen: &Seen) -> Option<u64> {
    match place {
        Some(Place::Body(selector)) => whole(selector.first(seen.around?)?),
        Some(Place::LastRow(selector)) => whole(selector.first(seen.last?)?),
        Some(Place::Header(name)) => number(&(seen.header)(name)?),
        None => USUAL.iter().find_map(|name| number(&(seen.header)(name)?)),
    }
}

fn whole(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.trim().parse().ok())
}

/// A number alone, or what follows the stroke: `items 0-24/319`. A star stands for what is not known (RFC 9110, 14.4).
fn number(header: &str) -> Option<u64> {
    let (_, total) = header.rsplit_once('/').unwrap_or(("", header));
    total.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_read_in_either_form() {
        assert_eq!(number("319"), Some(319));
        assert_eq!(number("items 0-24/319"), Some(319));
        assert_eq!(number("0-24/ 319 "), Some(319));
        assert_eq!((number("0-24/*"), number(""), number("many")), (None, None, None));
        assert_eq!(whole(&Value::from("42")), Some(42));
        assert_eq!(whole(&Value::from(-1)), None);
    }
}
