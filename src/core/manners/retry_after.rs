//! The `Retry-After` header (RFC 9110, 10.2.3).

use crate::core::calendar::Timestamp;
use chrono::DateTime;

/// The seconds a server asks to be left alone, said as a number or as a date; `None` when it says neither.
///
/// ```
/// use heartline::core::calendar::Timestamp;
/// use heartline::core::manners::retry_after;
///
/// let now = Timestamp(784_887_151_500); // 15 November 1994, 08:12:31.5
/// assert_eq!(retry_after("120", now), Some(120));
/// assert_eq!(retry_after("Tue, 15 Nov 1994 08:13:00 GMT", now), Some(29));
/// assert_eq!(retry_after("Tue, 15 Nov 1994 08:12:00 GMT", now), Some(0), "that has passed");
/// assert_eq!(retry_after("soon", now), None);
/// ```
pub fn retry_after(header: &str, now: Timestamp) -> Option<u32> {
    let header = header.trim();
    if let Ok(seconds) = header.parse() {
        return Some(seconds);
    }
    let at = DateTime::parse_from_rfc2822(header).ok()?.timestamp_millis();
    // Up to the full second: a little too late is not too early.
    let seconds = at.saturating_sub(now.0).max(0).saturating_add(999) / 1000;
    Some(u32::try_from(seconds).unwrap_or(u32::MAX))
}
