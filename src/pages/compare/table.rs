//! The questions and how they differ.

use super::side_name;
use crate::components::{Unit, estimate_note, heart_name, plain};
use crate::core::index::Estimate;
use crate::core::model::{Lang, Role};
use crate::core::scene::{CompareRow, CompareScene, DifferenceBar, Verdict, percent_length};
use crate::locales::{compare as t, names};
use crate::platform::{number_text, signed_text};
use leptos::prelude::*;

/// Below this a p-value is written as being under it.
const LEAST_P: f64 = 0.001;

pub(super) fn table(scene: &CompareScene, lang: Lang) -> impl IntoView + use<> {
    let (a, b) = (side_name(&scene.a, true, lang), side_name(&scene.b, false, lang));
    let caption = t::caption(lang, &b, &a);
    let label = caption.clone();
    let rows = scene.rows.iter().map(|one| row(one, &a, &b, lang)).collect_view();
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=label>
            <table class="data differences stacked">
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t::question(lang)}</th>
                        <th scope="col" class="number">{a}</th>
                        <th scope="col" class="number">{b}</th>
                        <th scope="col">{t::difference(lang)}</th>
                        <th scope="col" class="number">{t::superiority(lang)}</th>
                        <th scope="col" class="number">{t::p_value(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(row: &CompareRow, a: &str, b: &str, lang: Lang) -> impl IntoView + use<> {
    let unit = match row.role {
        Role::Nps => Unit::Points,
        Role::Csat | Role::Ces => Unit::Percent,
        Role::Heart(_) => Unit::Score,
    };
    let own_name = row.is_named.then(|| view! { " "<code>{row.question.clone()}</code> });
    let superiority = row.superiority.map(|share| share * 100.0);
    let heart = match row.role {
        Role::Heart(heart) => Some(heart.id()),
        _ => None,
    };
    view! {
        <tr data-heart=heart class:clear=matches!(row.verdict, Verdict::Higher | Verdict::Lower)>
            <th scope="row">{question(row, lang)}{own_name}<span class="verdict">{said(row, b, lang)}</span></th>
            {figure(a, &row.a, unit, lang)}
            {figure(b, &row.b, unit, lang)}
            <td class="difference" data-label=t::difference(lang)>{difference(row, lang)}</td>
            <td class="number" data-label=t::superiority(lang)>{plain(superiority, Unit::Percent, lang)}</td>
            <td class="number" data-label=t::p_value(lang)>{p_value(row, lang)}</td>
        </tr>
    }
}

fn question(row: &CompareRow, lang: Lang) -> AnyView {
    match row.role {
        Role::Heart(heart) => heart_name(heart, lang).into_any(),
        role => names::role(role, lang).into_any(),
    }
}

/// What may be said of the difference, and what may not.
fn said(row: &CompareRow, b: &str, lang: Lang) -> String {
    let ends = row.ci.map(|ci| (ci.low, ci.high));
    let number = |value| number_text(value, 1, lang);
    let verdict = t::verdict(row.verdict, lang, b, ends, number);
    let is_untested = matches!(row.verdict, Verdict::Untested | Verdict::NoSpread);
    let is_hint = row.is_thin && !is_untested;
    if is_hint { format!("{verdict} {}", t::thin(lang)) } else { verdict }
}

fn figure(side: &str, figure: &Estimate, unit: Unit, lang: Lang) -> impl IntoView + use<> {
    view! {
        <td class="number" data-label=side.to_owned()>
            {plain(figure.value, unit, lang)}
            <span class="note">{estimate_note(figure, unit, lang)}</span>
        </td>
    }
}

fn difference(row: &CompareRow, lang: Lang) -> AnyView {
    let Some(difference) = row.difference else { return t::no_test(lang).into_any() };
    let Some(ci) = row.ci else {
        return view! {
            <span class="value">{signed_text(difference, 1, lang)}</span>
            <span class="note">{t::no_interval(lang)}</span>
        }
        .into_any();
    };
    let [difference, low, high] =
        [difference, ci.low, ci.high].map(|points| signed_text(points, 1, lang));
    let words = t::bar_words(lang, &difference, &low, &high);
    view! {
        <span class="value">{difference}</span>
        {row.bar.map(|drawn| bar(drawn, words))}
        <span class="note">{t::interval(lang, &low, &high)}</span>
    }
    .into_any()
}

fn bar(bar: DifferenceBar, words: String) -> impl IntoView {
    let percent = percent_length;
    view! {
        <span class="difference-bar" role="img" aria-label=words>
            <span class="span" style:inset-inline-start=percent(bar.start) style:width=percent(bar.length)></span>
            <span class="at" style:inset-inline-start=percent(bar.at)></span>
        </span>
    }
}

fn p_value(row: &CompareRow, lang: Lang) -> AnyView {
    let Some((adjusted, alone)) = row.p_adjusted.zip(row.p_value) else { return "–".into_any() };
    let text = |p: f64| match p {
        p if p < LEAST_P => t::under(lang, &number_text(LEAST_P, 3, lang)),
        p => number_text(p, 3, lang),
    };
    view! { {text(adjusted)}<span class="note">{t::p_alone(lang, &text(alone))}</span> }.into_any()
}
