//! How the reading of the connection goes, in the header's one line.

use super::link;
use crate::core::calendar::Timestamp;
use crate::core::model::Lang;
use crate::core::query::{DataState, Page};
use crate::core::workspace::{Pace, Pause};
use crate::locales::{reading as t, shell};
use crate::platform::{focus, moment_text, number_text};
use crate::protocol::Status;
use crate::state::{Engine, Navigation};
use leptos::prelude::*;

/// Where the focus goes when what had it is no longer wanted.
const REFRESH: &str = "refresh";

/// How the reading goes, in a line that moves nothing, and what can be done about it.
pub fn reading_line(lang: Lang) -> impl IntoView {
    let engine = Engine::here();
    let place = Navigation::here();
    let line = move || {
        let status = engine.status();
        let text = match (status.reading, status.pause) {
            (true, Some(pause)) => pause_text(pause, lang),
            (true, None) => progress(&status, lang),
            (false, _) => rest(&status, lang),
        };
        let pace = status
            .pace
            .filter(|_| status.reading && status.pause.is_none())
            .map(|pace| brief(pace, lang));
        let pace = pace.map(|pace| view! { <span class="pace">{pace}</span> });
        let stop = status.reading.then(|| stop(lang));
        let lost = status.rows_lost + status.values_lost;
        let lost = (lost > 0).then(|| {
            let words = shell::problems(lang, lost);
            link(place.place_now().to(Page::Data(DataState::default())), "lost", words)
        });
        view! { <span class="reading"><span>{text}</span>{pace}{stop}{lost}</span> }
    };
    view! {
        {line}
        <button type="button" class="quiet" id=REFRESH on:click=move |_| engine.refresh()>{t::refresh(lang)}</button>
    }
}

/// Stops the reading; the button goes with it.
fn stop(lang: Lang) -> impl IntoView {
    let engine = Engine::here();
    let press = move |_| {
        engine.cancel();
        focus(REFRESH);
    };
    view! { <button type="button" class="quiet" on:click=press>{t::stop(lang)}</button> }
}

fn progress(status: &Status, lang: Lang) -> String {
    let rows = number_text(status.rows as f64, 0, lang);
    let text = match (status.refreshing, status.resuming) {
        (_, true) => t::resuming(lang, &rows),
        (true, false) => t::refreshing(lang, &rows),
        (false, false) => t::reading(lang, &rows),
    };
    let page = status.page.map(|page| t::page(lang, &number_text(f64::from(page), 0, lang)));
    let far = match (status.percent, page, status.bytes) {
        (Some(percent), ..) => t::share(lang, &percent.to_string()),
        (None, Some(page), _) => page,
        (None, None, 0) => return text,
        (None, None, bytes) => size_text(bytes, lang),
    };
    format!("{text} ({far})")
}

/// That a request was turned away, and when it is sent again.
pub fn pause_text(pause: Pause, lang: Lang) -> String {
    let seconds = number_text(f64::from(pause.seconds), 0, lang);
    match pause.code {
        Some(429) => t::paused_429(lang, &seconds),
        Some(code) => t::paused_code(lang, &code.to_string(), &seconds),
        None => t::paused(lang, &seconds),
    }
}

/// What stands there when nothing is being read: when all was, or how much was.
fn rest(status: &Status, lang: Lang) -> String {
    match status.read_at {
        Some(at) => t::read_at(lang, &moment_text(Timestamp(at), lang)),
        None if status.rows > 0 => t::partial(lang, status.rows),
        None => String::new(),
    }
}

/// How fast a feed is read, and how long it will take where that can be told.
pub fn pace_text(pace: Pace, lang: Lang) -> String {
    let rows = t::rows_a_second(lang, &number_text(pace.rows as f64, 0, lang));
    format!("{rows} · {}", brief(pace, lang))
}

/// The same in a line that has little room.
fn brief(pace: Pace, lang: Lang) -> String {
    let size = t::size_a_second(lang, &size_text(pace.bytes, lang));
    match pace.seconds_left {
        Some(seconds) => format!("{size} · {}", left_text(seconds, lang)),
        None => size,
    }
}

/// A number of bytes, as one says it.
pub fn size_text(bytes: u64, lang: Lang) -> String {
    let number = |unit: f64, decimals| number_text(bytes as f64 / unit, decimals, lang);
    match bytes {
        1..1000 => t::kilobytes(lang, "1"),
        0..1_000_000 => t::kilobytes(lang, &number(1e3, 0)),
        1_000_000..100_000_000 => t::megabytes(lang, &number(1e6, 1)),
        _ => t::megabytes(lang, &number(1e6, 0)),
    }
}

/// A time to come, no finer than it can be known.
fn left_text(seconds: u64, lang: Lang) -> String {
    let number = |n: u64| number_text(n as f64, 0, lang);
    match seconds {
        0..10 => t::seconds_left(lang, &number(seconds.max(1))),
        10..90 => t::seconds_left(lang, &number(seconds.next_multiple_of(5))),
        _ => t::minutes_left(lang, &number(seconds.div_ceil(60))),
    }
}
