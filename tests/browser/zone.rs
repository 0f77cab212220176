//! Time zones as the browser knows them.

use crate::support::{Counter, get};
use heartline::core::calendar::{Day, Timestamp, Zone};
use heartline::platform::BrowserZone;
use wasm_bindgen_test::wasm_bindgen_test;

const HOUR: i32 = 3600;

fn at(text: &str) -> Timestamp {
    Timestamp(js_sys::Date::parse(text) as i64)
}

/// The offset of a zone in hours.
fn hours(zone: &BrowserZone, text: &str) -> f64 {
    f64::from(zone.offset_seconds(at(text))) / f64::from(HOUR)
}

fn known(name: &str) -> BrowserZone {
    let (zone, unknown) = BrowserZone::new(Some(name));
    assert_eq!(unknown, None, "{name} is known");
    zone
}

#[wasm_bindgen_test]
fn summer_begins_and_ends_at_the_second() {
    let berlin = known("Europe/Berlin");
    for (text, expected) in [
        ("2026-03-29T00:59:59Z", 1.0),
        ("2026-03-29T01:00:00Z", 2.0),
        ("2026-10-25T00:59:59Z", 2.0),
        ("2026-10-25T01:00:00Z", 1.0),
    ] {
        assert_eq!(hours(&berlin, text), expected, "Berlin at {text}");
    }
    let new_york = known("America/New_York");
    for (text, expected) in [
        ("2026-03-08T06:59:59Z", -5.0),
        ("2026-03-08T07:00:00Z", -4.0),
        ("2026-11-01T05:59:59Z", -4.0),
        ("2026-11-01T06:00:00Z", -5.0),
    ] {
        assert_eq!(hours(&new_york, text), expected, "New York at {text}");
    }
}

#[wasm_bindgen_test]
fn zones_with_odd_offsets_and_histories_are_right() {
    let shanghai = known("Asia/Shanghai");
    assert_eq!(hours(&shanghai, "2026-07-01T00:00:00Z"), 8.0);
    assert_eq!(hours(&shanghai, "1988-07-01T00:00:00Z"), 9.0, "summer time was kept until 1991");
    assert_eq!(hours(&shanghai, "1969-12-31T23:59:59Z"), 8.0, "before the epoch");
    assert_eq!(hours(&known("Asia/Kathmandu"), "2026-01-01T00:00:00Z"), 5.75);
    let lord_howe = known("Australia/Lord_Howe");
    assert_eq!(hours(&lord_howe, "2026-01-01T00:00:00Z"), 11.0);
    assert_eq!(hours(&lord_howe, "2026-07-01T00:00:00Z"), 10.5, "half an hour of summer");
    let apia = known("Pacific/Apia");
    assert_eq!(hours(&apia, "2011-12-30T09:59:59Z"), -10.0);
    assert_eq!(hours(&apia, "2011-12-30T10:00:00Z"), 14.0, "a day was left out");
}

#[wasm_bindgen_test]
fn a_zone_without_summer_has_one_offset_at_every_hour() {
    for (name, expected) in [("UTC", 0.0), ("Asia/Dhaka", 6.0), ("America/Phoenix", -7.0)] {
        let zone = known(name);
        let hours = (0..5 * 365 * 24).step_by(41).map(|hour| {
            let at = at("2022-01-01T00:00:00Z").plus_hours(hour);
            f64::from(zone.offset_seconds(at)) / f64::from(HOUR)
        });
        let odd: Vec<f64> = hours.filter(|hours| *hours != expected).collect();
        assert!(odd.is_empty(), "{name}: {odd:?}");
    }
}

#[wasm_bindgen_test]
fn midnight_belongs_to_the_day_that_begins() {
    let shanghai = known("Asia/Shanghai");
    let day = |text| Day::of(at(text), &shanghai).to_string();
    assert_eq!(day("2026-10-31T15:59:59Z"), "2026-10-31");
    assert_eq!(day("2026-10-31T16:00:00Z"), "2026-11-01");
}

#[wasm_bindgen_test]
fn an_unknown_zone_is_named_and_the_devices_own_is_used() {
    let (zone, unknown) = BrowserZone::new(Some("Middle-earth/Bree"));
    assert_eq!(unknown.as_deref(), Some("Middle-earth/Bree"));
    let (own, none) = BrowserZone::new(None);
    assert_eq!(none, None);
    for month in 0..36 {
        let at = Timestamp::from_seconds(1_700_000_000 + month * 30 * 86_400);
        let date = js_sys::Date::new(&(at.0 as f64).into());
        let device = -(date.get_timezone_offset() as i32) * 60;
        assert_eq!((zone.offset_seconds(at), own.offset_seconds(at)), (device, device), "{at:?}");
    }
}

#[wasm_bindgen_test]
fn the_browser_is_asked_once_a_year_of_data() {
    let prototype = get(&get(&get(&js_sys::global(), "Intl"), "DateTimeFormat"), "prototype");
    let asked = Counter::of(&prototype, "formatToParts");
    let berlin = known("Europe/Berlin");
    let year = 2026;
    let look =
        |day: i64| berlin.offset_seconds(at(&format!("{year}-06-15T00:00:00Z")).plus_hours(day));
    look(0);
    let first = asked.calls();
    assert!((10.0..200.0).contains(&first), "asked {first} times for a year");
    (0..1000).for_each(|hour| _ = look(hour));
    assert_eq!(asked.calls(), first);
}
