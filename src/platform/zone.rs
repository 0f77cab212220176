//! Time zones as the browser knows them.

use crate::core::calendar::{OffsetTable, Timestamp, Transition, Zone};
use js_sys::{Array, Intl, Object, Reflect};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;

const HOUR: i64 = 3600;
const YEAR: i64 = 365 * 24 * HOUR + 6 * HOUR;
/// Offsets change at most a few times a year; looking every ten days finds each change.
const STEP: i64 = 10 * 24 * HOUR;

/// A zone by its IANA name. The browser is asked once a year of data, not once a response.
pub struct BrowserZone {
    format: Intl::DateTimeFormat,
    years: RefCell<BTreeMap<i64, OffsetTable>>,
}

impl BrowserZone {
    /// The zone of a name, or the device's own; an unknown name counts as the device's own too, and
    /// is given back as an error beside it.
    pub fn new(name: Option<&str>) -> (Self, Option<String>) {
        match format(name) {
            Ok(format) => (Self::with(format), None),
            Err(_) => {
                let own = format_own();
                (Self::with(own), name.map(str::to_owned))
            }
        }
    }

    fn with(format: Intl::DateTimeFormat) -> Self {
        Self { format, years: RefCell::default() }
    }

    /// The offset at an instant, by taking the browser's clock reading there apart.
    fn ask(&self, seconds: i64) -> i32 {
        let date = js_sys::Date::new(&JsValue::from_f64(seconds as f64 * 1000.0));
        let parts = self.format.format_to_parts(&date);
        let local = local_seconds(&parts);
        local.map_or(0, |local| (local - seconds) as i32)
    }

    fn table(&self, year: i64) -> OffsetTable {
        let (start, end) = (year * YEAR, (year + 1) * YEAR);
        let mut table = OffsetTable { before: self.ask(start), transitions: Vec::new() };
        let (mut from, mut offset) = (start, table.before);
        while from < end {
            let to = (from + STEP).min(end);
            let next = self.ask(to);
            if next != offset {
                let at = self.change_between(from, to, offset);
                table
                    .transitions
                    .push(Transition { from: Timestamp::from_seconds(at), offset_seconds: next });
            }
            (from, offset) = (to, next);
        }
        table
    }

    /// The first second with another offset than `before`, by halving.
    fn change_between(&self, mut from: i64, mut to: i64, before: i32) -> i64 {
        while to - from > 1 {
            let middle = from + (to - from) / 2;
            if self.ask(middle) == before { from = middle } else { to = middle }
        }
        to
    }
}

impl Zone for BrowserZone {
    fn offset_seconds(&self, at: Timestamp) -> i32 {
        let year = at.seconds().div_euclid(YEAR);
        if let Some(table) = self.years.borrow().get(&year) {
            return table.offset_seconds(at);
        }
        let table = self.table(year);
        let offset = table.offset_seconds(at);
        self.years.borrow_mut().insert(year, table);
        offset
    }
}

fn format(zone: Option<&str>) -> Result<Intl::DateTimeFormat, JsValue> {
    let options = options(zone);
    let make = Reflect::get(&js_sys::global(), &"Intl".into())?;
    let constructor: js_sys::Function = Reflect::get(&make, &"DateTimeFormat".into())?.into();
    let arguments = Array::of2(&"en-US".into(), &options);
    Ok(Reflect::construct(&constructor, &arguments)?.into())
}

fn format_own() -> Intl::DateTimeFormat {
    Intl::DateTimeFormat::new(&Array::of1(&"en-US".into()), &options(None))
}

fn options(zone: Option<&str>) -> Object {
    let options = Object::new();
    let set = |name: &str, value: &str| Reflect::set(&options, &name.into(), &value.into());
    let parts = ["year", "month", "day", "hour", "minute", "second"];
    // Setting a plain property of a fresh object cannot fail.
    let _ = parts.map(|part| set(part, "numeric"));
    let _ = set("hourCycle", "h23");
    if let Some(zone) = zone {
        let _ = set("timeZone", zone);
    }
    options
}

/// The clock reading as if it were UTC, in seconds.
fn local_seconds(parts: &Array) -> Option<i64> {
    let mut fields = [0_i64; 6];
    for part in parts.iter() {
        let kind = Reflect::get(&part, &"type".into()).ok()?.as_string()?;
        let names = ["year", "month", "day", "hour", "minute", "second"];
        if let Some(place) = names.iter().position(|name| *name == kind) {
            let value = Reflect::get(&part, &"value".into()).ok()?.as_string()?;
            fields[place] = value.parse().ok()?;
        }
    }
    let [year, month, day, hour, minute, second] = fields;
    let date = chrono::NaiveDate::from_ymd_opt(year as i32, month as u32, day as u32)?;
    let time = date.and_hms_opt(hour as u32, minute as u32, second as u32)?;
    Some(time.and_utc().timestamp())
}
