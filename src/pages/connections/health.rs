//! How a connection that is read is doing.

use crate::components::source_name;
use crate::core::calendar::Timestamp;
use crate::core::model::Lang;
use crate::locales::connections as t;
use crate::platform::{moment_text, now, number_text};
use crate::protocol::{Live, SITE, SourceStatus};
use crate::state::Engine;
use leptos::prelude::*;
use std::time::Duration;

/// How often the age of figures is told anew.
const EVERY: Duration = Duration::from_secs(15);
const MINUTE: i64 = 60_000;

/// How a connection is doing, if it is one that is read; of the site's own all of them.
pub(super) fn health(id: String, lang: Lang) -> impl IntoView {
    let engine = Engine::here();
    let now = RwSignal::new(now());
    if let Ok(timer) = set_interval_with_handle(move || now.set(crate::platform::now()), EVERY) {
        on_cleanup(move || timer.clear());
    }
    let sources = move || {
        let is_of_site = id == SITE;
        let is_meant =
            |one: &SourceStatus| one.id == id || (is_of_site && one.id.starts_with(SITE));
        let sources = engine.status().sources.into_iter().filter(is_meant).collect::<Vec<_>>();
        let are_several = sources.len() > 1;
        let named = |one: &SourceStatus| are_several.then(|| source_name(one, lang).to_owned());
        sources.iter().map(|one| lines(one, named(one), now.get(), lang)).collect_view()
    };
    view! { <div class="health">{sources}</div> }
}

fn lines(
    source: &SourceStatus,
    name: Option<String>,
    now: Timestamp,
    lang: Lang,
) -> impl IntoView + use<> {
    let number = |count: u64| number_text(count as f64, 0, lang);
    let read = source.read_at.map(|at| age(Timestamp(at), now, lang));
    let latency = source.latency.map(|millis| t::millis(lang, &number(u64::from(millis))));
    let next = source.next_at.map(|at| moment_text(Timestamp(at), lang));
    let live = source.live.as_ref().map(|live| live_text(live, lang).to_owned());
    let all = [
        (t::name(lang), name),
        (t::state(lang), Some(state(source, lang).to_owned())),
        (t::last_success(lang), read),
        (t::rows(lang), Some(number(source.rows))),
        (t::rows_bad(lang), Some(number(source.rows_lost))),
        (t::latency(lang), latency),
        (t::next(lang), next),
        (t::live(lang), live),
    ];
    let lines = all.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let lines = lines.map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    view! { <dl class:bad=source.has_failed>{lines.collect_view()}</dl> }
}

fn state(source: &SourceStatus, lang: Lang) -> &'static str {
    match (source.reading, source.wants_secret, source.has_failed) {
        (true, ..) => t::is_reading(lang),
        (_, true, _) => t::wants_secret(lang),
        (_, _, true) => t::has_failed(lang),
        _ => t::is_well(lang),
    }
}

fn live_text(live: &Live, lang: Lang) -> &'static str {
    match live {
        Live::Connecting => t::live_connecting(lang),
        Live::Listening => t::live_listening(lang),
        Live::Broken => t::live_broken(lang),
    }
}

/// When it was, and how long ago that is.
fn age(at: Timestamp, now: Timestamp, lang: Lang) -> String {
    let minutes = ((now.0 - at.0) / MINUTE).max(0) as u64;
    let ago = match minutes {
        0 => t::just_now(lang).to_owned(),
        1..120 => t::minutes_ago(lang, minutes),
        120..2880 => t::hours_ago(lang, minutes / 60),
        _ => t::days_ago(lang, minutes / 1440),
    };
    t::at_and_ago(lang, &moment_text(at, lang), &ago)
}
