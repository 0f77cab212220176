//! `/data`: what was read from the connection, and what was wrong with it.

use crate::components::answered;
use crate::core::model::Lang;
use crate::core::scene::{DataScene, FeedLine, ProblemCount, Question};
use crate::core::workspace::Phase;
use crate::locales::{data as t, faults};
use crate::platform::{date_text, number_text};
use crate::state::Engine;
use leptos::prelude::*;
use std::ops::Range;

/// What was read, and what was wrong with it.
pub fn data(lang: Lang) -> AnyView {
    let scene = Engine::here().ask(move || Some(Question::data()));
    answered(scene, lang, || ().into_any(), move |scene| content(scene, lang)).into_any()
}

fn content(scene: &DataScene, lang: Lang) -> AnyView {
    let number = |count: usize| number_text(count as f64, 0, lang);
    let totals =
        t::totals(lang, &number(scene.journeys), &number(scene.touchpoints), &number(scene.cells));
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
            </div>
            <section class="card">
                <h2>{t::feeds(lang)}</h2>
                {feeds(scene, lang)}
                <p class="note">{totals}" "{span}</p>
            </section>
            <section class="card">
                <h2>{t::problems(lang)}</h2>
                {problems(scene, lang)}
            </section>
        </div>
    }
    .into_any()
}

/// The button that forgets the connection's secret, where one is kept.
fn forget(lang: Lang) -> Option<impl IntoView> {
    let engine = Engine::here();
    let forgotten = RwSignal::new(false);
    let press = move |_| {
        engine.forget_secret();
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

fn feeds(scene: &DataScene, lang: Lang) -> impl IntoView + use<> {
    let heads = [t::feed, t::state, t::rows, t::rows_lost, t::values_lost, t::bytes, t::address];
    let heads = heads_of(heads, 2..6, lang);
    let rows = scene.feeds.iter().map(|line| feed_row(line, lang)).collect_view();
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=t::feeds(lang)>
            <table class="data">
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
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

fn feed_row(line: &FeedLine, lang: Lang) -> impl IntoView + use<> {
    let number = |count: u64| number_text(count as f64, 0, lang);
    let why = match &line.state.phase {
        Phase::Failed(failure) => {
            Some(view! { <p class="note">{faults::failure(failure, lang)}</p> })
        }
        _ => None,
    };
    let kilobytes = format!("{} KB", number(line.state.bytes / 1000));
    view! {
        <tr>
            <th scope="row">{faults::feed(line.feed.kind, lang)}</th>
            <td>{t::phase(&line.state.phase, lang)}{why}</td>
            <td class="number">{number(line.state.rows)}</td>
            <td class="number">{number(line.rows_lost)}</td>
            <td class="number">{number(line.values_lost)}</td>
            <td class="number">{kilobytes}</td>
            <td class="url">{line.state.url.clone()}</td>
        </tr>
    }
}

fn problems(scene: &DataScene, lang: Lang) -> AnyView {
    if scene.counts.is_empty() {
        return view! { <p>{t::no_problems(lang)}</p> }.into_any();
    }
    let counts = scene.counts.iter().map(|count| count_row(count, lang)).collect_view();
    let heads = heads_of([t::feed, t::problem, t::field, t::count, t::what_to_do], 3..4, lang);
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=t::problems(lang)>
            <table class="data">
                <thead><tr>{heads}</tr></thead>
                <tbody>{counts}</tbody>
            </table>
        </div>
        {first(scene, lang)}
    }
    .into_any()
}

fn count_row(count: &ProblemCount, lang: Lang) -> impl IntoView + use<> {
    let (what, hint) = faults::reason(count.kind, lang);
    view! {
        <tr>
            <th scope="row">{faults::feed(count.feed, lang)}</th>
            <td>{what}</td>
            <td><code>{field(&count.field, lang)}</code></td>
            <td class="number">{number_text(count.count as f64, 0, lang)}</td>
            <td>{hint}</td>
        </tr>
    }
}

fn first(scene: &DataScene, lang: Lang) -> impl IntoView + use<> {
    let row = |problem: &crate::core::mapping::Problem| {
        view! {
            <tr>
                <th scope="row">{faults::feed(problem.feed, lang)}</th>
                <td class="number">{number_text(problem.row as f64, 0, lang)}</td>
                <td><code>{field(&problem.reason.field, lang)}</code></td>
                <td>{faults::reason(problem.reason.kind, lang).0}</td>
                <td><code>{problem.reason.value.clone()}</code></td>
            </tr>
        }
    };
    let rows = scene.first.iter().map(row).collect_view();
    let heads = heads_of([t::feed, t::row, t::field, t::problem, t::value], 1..2, lang);
    let title = t::first_problems(lang, &number_text(scene.first.len() as f64, 0, lang));
    view! {
        <h3>{title.clone()}</h3>
        <div class="table-frame" tabindex="0" role="region" aria-label=title>
            <table class="data">
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn field(field: &str, lang: Lang) -> String {
    if field.is_empty() { t::whole_row(lang).to_owned() } else { field.to_owned() }
}
