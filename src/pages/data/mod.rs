//! `/data`: what was read from the connection, and what was wrong with it.

mod device;
mod feeds;
mod problems;

use crate::components::{answered, link, source_name};
use crate::core::connection::FeedId;
use crate::core::model::Lang;
use crate::core::query::Page;
use crate::core::scene::{DataScene, Question};
use crate::locales::{data as t, faults, reading};
use crate::platform::date_text;
use crate::state::{Engine, Navigation};
use leptos::prelude::*;
use std::ops::Range;

/// What was read, and what was wrong with it.
pub fn data(lang: Lang) -> AnyView {
    let scene = Engine::here().ask(move || Some(Question::data()));
    answered(scene, lang, || ().into_any(), move |scene| content(scene, lang)).into_any()
}

fn content(scene: &DataScene, lang: Lang) -> AnyView {
    let engine = Engine::here();
    let place = Navigation::here().place_now();
    let totals = t::totals(
        lang,
        &t::n_journeys(lang, scene.journeys as u64),
        &t::n_touchpoints(lang, scene.touchpoints as u64),
        &t::n_cells(lang, scene.cells as u64),
    );
    let span = scene
        .span
        .map(|(first, last)| t::span(lang, &date_text(first, lang), &date_text(last, lang)));
    view! {
        <div class="data-page">
            <div class="page-head">
                <div>
                    <h1 id="heading" tabindex="-1">{t::title(lang)}</h1>
                    <p class="about">{t::about(lang)}</p>
                </div>
                {forget(lang)}
                <div class="actions no-print">
                    {link(place.to(Page::Connections), "button", t::to_connections(lang))}
                </div>
            </div>
            <section class="card">
                <h2>{t::feeds(lang)}</h2>
                {feeds::feeds(scene, lang)}
                <p class="note">{totals}" "{span}</p>
                {move || engine.status().sources.iter().any(|source| source.resumes).then(|| read_all(lang))}
            </section>
            <section class="card">
                <h2>{t::problems(lang)}</h2>
                {problems::problems(scene, lang)}
            </section>
            {device::device(lang)}
        </div>
    }
    .into_any()
}

/// Reads everything again, where a refresh reads only what is new.
fn read_all(lang: Lang) -> impl IntoView {
    let engine = Engine::here();
    view! {
        <div class="read-all no-print">
            <button type="button" aria-describedby="read-all-hint" on:click=move |_| engine.read_all()>
                {reading::read_all(lang)}
            </button>
            <p class="note" id="read-all-hint">{reading::read_all_hint(lang)}</p>
        </div>
    }
}

/// The button that forgets the connection's secret, where one is kept.
fn forget(lang: Lang) -> Option<impl IntoView> {
    let engine = Engine::here();
    let forgotten = RwSignal::new(false);
    let press = move |_| {
        engine.forget_secrets();
        forgotten.set(true);
    };
    engine.keeps_secret().then(|| {
        view! {
            <div class="actions no-print">
                <span class="said" role="status">{move || forgotten.get().then(|| t::forgotten(lang))}</span>
                <button type="button" disabled=move || forgotten.get() on:click=press>{t::forget(lang)}</button>
            </div>
        }
    })
}

/// The names of the connections, where there are several.
fn source_names(lang: Lang) -> Vec<String> {
    let sources = untrack(|| Engine::here().status()).sources;
    let names = sources.iter().map(|source| source_name(source, lang).to_owned());
    names.filter(|_| sources.len() > 1).collect()
}

/// A feed, with the connection that gives it where there are several.
fn feed_name(feed: FeedId, names: &[String], lang: Lang) -> String {
    let kind = faults::feed(feed.kind, lang);
    names.get(feed.source).map_or_else(|| kind.to_owned(), |name| format!("{kind} · {name}"))
}

/// The heads of a table's columns; those of numbers stand over their ends.
fn heads_of<const N: usize>(
    heads: [fn(Lang) -> &'static str; N],
    numbers: Range<usize>,
    lang: Lang,
) -> impl IntoView {
    let head = |(place, head): (usize, fn(Lang) -> &'static str)| {
        view! { <th scope="col" class:number=numbers.contains(&place)>{head(lang)}</th> }
    };
    heads.into_iter().enumerate().map(head).collect_view()
}
