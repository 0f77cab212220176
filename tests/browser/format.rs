//! Numbers and dates as readers write them. The tests run west of Greenwich, where a date that
//! followed the device's clock would come out a day early.

use heartline::core::calendar::{Day, Month, Timestamp};
use heartline::core::model::Lang;
use heartline::platform::{date_text, moment_text, month_text, number_text, signed_text};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn numbers_are_grouped_and_rounded() {
    for lang in Lang::ALL {
        assert_eq!(number_text(1_234_567.89, 1, lang), "1,234,567.9");
        assert_eq!(number_text(7.0, 2, lang), "7.00");
        assert_eq!(number_text(-12.6, 0, lang), "−13");
        assert_eq!(number_text(-0.04, 1, lang), "0.0", "zero has no sign");
    }
}

#[wasm_bindgen_test]
fn differences_show_their_sign() {
    for lang in Lang::ALL {
        assert_eq!(signed_text(3.2, 1, lang), "+3.2");
        assert_eq!(signed_text(-3.2, 1, lang), "−3.2");
        assert_eq!(signed_text(0.0, 1, lang), "0.0");
        assert_eq!(signed_text(-0.04, 1, lang), "0.0", "what rounds to zero has no sign");
    }
}

#[wasm_bindgen_test]
fn dates_are_the_same_on_every_device() {
    let month = Month::new(2026, 10);
    assert_eq!(month_text(month, Lang::En), "Oct 2026");
    assert_eq!(month_text(month, Lang::Zh), "2026年10月");
    let day = Day::parse("2026-11-01").expect("a day");
    assert_eq!(date_text(day, Lang::En), "Nov 1, 2026");
    assert_eq!(date_text(day, Lang::Zh), "2026年11月1日");
}

#[wasm_bindgen_test]
fn moments_follow_the_devices_clock() {
    let at = js_sys::Date::new_with_year_month_day_hr_min(2026, 9, 31, 21, 5);
    let moment = Timestamp(at.get_time() as i64);
    let english = moment_text(moment, Lang::En).replace('\u{202f}', " ");
    assert_eq!(english, "Oct 31, 2026, 9:05 PM");
    assert_eq!(moment_text(moment, Lang::Zh), "2026年10月31日 21:05");
}
