//! Numbers and dates as the reader's language writes them.

use super::host;
use crate::core::calendar::{Day, Month, Timestamp};
use crate::core::model::Lang;
use chrono::Datelike;

/// A number with a fixed number of decimals.
pub fn number_text(value: f64, decimals: u8, lang: Lang) -> String {
    host::number_text(lang.tag(), value, decimals, false)
}

/// A number with its sign, unless it is zero: a difference.
pub fn signed_text(value: f64, decimals: u8, lang: Lang) -> String {
    host::number_text(lang.tag(), value, decimals, true)
}

/// `Oct 2026`, `2026年10月`
pub fn month_text(month: Month, lang: Lang) -> String {
    host::date_text(lang.tag(), month.year(), month.number(), 0)
}

/// `Oct 31, 2026`, `2026年10月31日`
pub fn date_text(day: Day, lang: Lang) -> String {
    let date = day.date();
    host::date_text(lang.tag(), date.year(), date.month(), date.day())
}

/// A date with its time, by the device's clock.
pub fn moment_text(at: Timestamp, lang: Lang) -> String {
    host::moment_text(lang.tag(), at.0 as f64)
}
