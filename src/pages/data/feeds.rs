//! What was read of each feed, and how that goes.

use super::{feed_name, heads_of, source_names};
use crate::components::{pace_text, pause_text, size_text};
use crate::core::model::Lang;
use crate::core::scene::{DataScene, FeedLine};
use crate::core::workspace::{FeedState, Pages, Phase};
use crate::locales::{data as t, faults, reading};
use crate::platform::{moment_text, number_text};
use leptos::prelude::*;

pub(super) fn feeds(scene: &DataScene, lang: Lang) -> impl IntoView + use<> {
    let heads = [t::feed, t::state, t::rows, t::rows_lost, t::values_lost, t::bytes, t::address];
    let heads = heads_of(heads, 2..6, lang);
    let names = source_names(lang);
    let rows = scene.feeds.iter().map(|line| feed_row(line, &names, lang)).collect_view();
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=t::feeds(lang)>
            <table class="data">
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn feed_row(line: &FeedLine, names: &[String], lang: Lang) -> impl IntoView + use<> {
    let number = |count: u64| number_text(count as f64, 0, lang);
    let state = &line.state;
    view! {
        <tr>
            <th scope="row">{feed_name(line.feed, names, lang)}</th>
            <td>{t::phase(&state.phase, lang)}{share(state, lang)}{notes(state, lang)}</td>
            <td class="number">{number(state.all_rows())}</td>
            <td class="number">{number(line.rows_lost)}</td>
            <td class="number">{number(line.values_lost)}</td>
            <td class="number">{size_text(state.bytes, lang)}</td>
            <td class="url">{state.url.clone()}</td>
        </tr>
    }
}

/// How much of it is here, where somebody knows how much there is.
fn share(state: &FeedState, lang: Lang) -> Option<impl IntoView + use<>> {
    let is_reading = state.phase == Phase::Reading;
    let share = state.percent().filter(|_| is_reading)?;
    let text = reading::share(lang, &share.to_string());
    Some(
        view! { " " <progress max="100" value=share aria-label=t::reading(lang)></progress> " " {text} },
    )
}

/// What else there is to say of its state.
fn notes(state: &FeedState, lang: Lang) -> Vec<impl IntoView + use<>> {
    let number = |count: u64| number_text(count as f64, 0, lang);
    let failed = state.failure().map(|failure| faults::failure(failure, lang));
    let partial =
        (state.phase.has_failed() && state.rows > 0).then(|| t::partial(lang, state.rows));
    let older = state.refresh_failed.is_some().then(|| t::older(lang).to_owned());
    let resumed = state.resumed.map(|resumed| {
        let since = moment_text(resumed.since, lang);
        t::resumed(lang, state.new_rows(), &since, &number(resumed.known))
    });
    let pages = state.pages.map(|pages| page_text(pages, &state.phase, lang));
    let pause = state.pause.map(|pause| pause_text(pause, lang));
    let pace = state.pace.filter(|_| pause.is_none()).map(|pace| pace_text(pace, lang));
    let all = [failed, partial, older, resumed, pages, pause, pace].into_iter().flatten();
    all.map(|text| view! { <p class="note">{text}</p> }).collect()
}

/// Which page is being read, or how many there were.
fn page_text(pages: Pages, phase: &Phase, lang: Lang) -> String {
    let number = |count: u64| number_text(count as f64, 0, lang);
    let (page, rows) = (number(u64::from(pages.number)), pages.rows.map(number));
    match (phase, rows) {
        (Phase::Done, _) => t::pages(lang, &page),
        (_, Some(rows)) => t::page_of_rows(lang, &page, &rows),
        (_, None) => t::page(lang, &page),
    }
}
