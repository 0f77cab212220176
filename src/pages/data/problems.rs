//! What was wrong with rows: how often, and the first of them with the value that was there.

use super::{feed_name, heads_of, source_names};
use crate::core::connection::FeedId;
use crate::core::mapping::{Problem, ReasonKind};
use crate::core::model::Lang;
use crate::core::query::{DataState, Page};
use crate::core::scene::{DataScene, ProblemCount};
use crate::locales::{data as t, faults};
use crate::platform::{download_csv, moment_text, number_text};
use crate::state::Navigation;
use leptos::prelude::*;

/// What the file of problems is called.
const FILE: &str = "problems.csv";

pub(super) fn problems(scene: &DataScene, lang: Lang) -> AnyView {
    if scene.counts.is_empty() {
        return view! { <p>{t::no_problems(lang)}</p> }.into_any();
    }
    let names = source_names(lang);
    let counts = scene.counts.iter().map(|count| count_row(count, &names, lang)).collect_view();
    let heads = heads_of([t::feed, t::problem, t::field, t::count, t::what_to_do], 3..4, lang);
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=t::problems(lang)>
            <table class="data">
                <thead><tr>{heads}</tr></thead>
                <tbody>{counts}</tbody>
            </table>
        </div>
        {listed(scene.clone(), lang)}
    }
    .into_any()
}

fn count_row(count: &ProblemCount, names: &[String], lang: Lang) -> impl IntoView + use<> {
    let (what, hint) = faults::reason(count.kind, lang);
    view! {
        <tr>
            <th scope="row">{feed_name(count.feed, names, lang)}</th>
            <td>{what}</td>
            <td><code>{field(&count.field, lang)}</code></td>
            <td class="number">{number_text(count.count as f64, 0, lang)}</td>
            <td>{hint}</td>
        </tr>
    }
}

/// The reason whose problems are listed, as the address has it.
fn chosen() -> Option<ReasonKind> {
    match Navigation::here().page() {
        Page::Data(state) => state.problem,
        _ => None,
    }
}

/// The first problems, of the reason that is chosen.
fn listed(scene: DataScene, lang: Lang) -> impl IntoView {
    let choose = reason_select(&scene, lang);
    let file = scene.clone();
    let download = move |_| download_csv(FILE, &file.problems_csv(chosen()));
    let names = source_names(lang);
    let table = move || {
        let listed = scene.listed(chosen());
        let rows: Vec<_> = listed.map(|problem| problem_row(problem, &names, lang)).collect();
        let title = t::first_problems(lang, rows.len() as u64);
        let heads = heads_of([t::feed, t::row, t::field, t::problem, t::value], 1..2, lang);
        view! {
            <h3>{title.clone()}</h3>
            <div class="table-frame" tabindex="0" role="region" aria-label=title>
                <table class="data">
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    };
    view! {
        <div class="listed no-print">
            {choose}
            <button type="button" on:click=download>{t::download(lang)}</button>
        </div>
        {table}
    }
}

/// A choice among the reasons there are.
fn reason_select(scene: &DataScene, lang: Lang) -> impl IntoView + use<> {
    let navigation = Navigation::here();
    let options = scene.reasons().into_iter().map(|(kind, times)| {
        let what = faults::reason(kind, lang).0;
        let text = t::reason_times(lang, what, &number_text(times as f64, 0, lang));
        view! { <option value=kind.id() selected=move || chosen() == Some(kind)>{text}</option> }
    });
    let change = move |event: leptos::ev::Event| {
        let problem = ReasonKind::from_id(&event_target_value(&event));
        navigation.change(|place| place.page = Page::Data(DataState { problem }));
    };
    view! {
        <label class="choose">
            {t::show(lang)}
            <select on:change=change>
                <option value="" selected=move || chosen().is_none()>{t::all_problems(lang)}</option>
                {options.collect_view()}
            </select>
        </label>
    }
}

fn problem_row(problem: &Problem, names: &[String], lang: Lang) -> impl IntoView + use<> {
    let feed = FeedId::only(problem.feed).of_source(problem.source);
    let row = number_text(problem.row as f64, 0, lang);
    let row = match problem.since {
        Some(since) => t::row_since(lang, &row, &moment_text(since, lang)),
        None => row,
    };
    view! {
        <tr>
            <th scope="row">{feed_name(feed, names, lang)}</th>
            <td class="number">{row}</td>
            <td><code>{field(&problem.reason.field, lang)}</code></td>
            <td>{faults::reason(problem.reason.kind, lang).0}</td>
            <td><code>{problem.reason.value.clone()}</code></td>
        </tr>
    }
}

fn field(field: &str, lang: Lang) -> String {
    if field.is_empty() { t::whole_row(lang).to_owned() } else { field.to_owned() }
}
