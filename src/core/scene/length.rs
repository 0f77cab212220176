//! Lengths as drawings and styles write them.
//!
//! They are written in whole numbers: writing fractions takes a program ten kilobytes.

/// A length in the drawing's own unit, to a tenth of it.
///
/// ```
/// use heartline::core::scene::coordinate;
///
/// assert_eq!([coordinate(12.34), coordinate(-0.06)], ["12.3", "-0.1"]);
/// ```
pub fn coordinate(value: f64) -> String {
    let (sign, whole, part) = parts(value, 10);
    format!("{sign}{whole}.{part}")
}

/// A share of what holds it, in percent, to a hundredth of one.
///
/// ```
/// use heartline::core::scene::percent_length;
///
/// assert_eq!([percent_length(100.0), percent_length(7.0651)], ["100.00%", "7.07%"]);
/// ```
pub fn percent_length(value: f64) -> String {
    let (sign, whole, part) = parts(value, 100);
    format!("{sign}{whole}.{part:02}%")
}

/// The sign, the whole units, and how many of so many parts of one are left.
fn parts(value: f64, of: i64) -> (&'static str, i64, i64) {
    let parts = (value * of as f64).round() as i64;
    let sign = if parts < 0 { "-" } else { "" };
    (sign, parts.abs() / of, parts.abs() % of)
}
