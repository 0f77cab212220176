//! Kano: what each feature is to those who were asked.

use super::plane::plane;
use crate::components::{Unit, estimate_note, methods, plain};
use crate::core::index::{Estimate, Interval, KanoCategory};
use crate::core::model::Lang;
use crate::core::scene::{KanoLine, KanoScene, Leads};
use crate::locales::methods::Method;
use crate::locales::{shell, surveys as t};
use crate::platform::number_text;
use leptos::prelude::*;

pub(super) fn kano(scene: &KanoScene, lang: Lang) -> AnyView {
    let clear = scene.features.iter().filter(|line| line.leads == Leads::Clearly).count();
    let number = |count: usize| number_text(count as f64, 0, lang);
    let title = t::needs_found(lang, &number(clear), &number(scene.features.len()));
    let tested = scene.tested();
    let corrected =
        (tested > 1).then(|| view! { <p class="note">{t::needs_note(lang, &number(tested))}</p> });
    let rows = scene.features.iter().enumerate();
    let said = rows.clone().map(|(at, line)| sentence(at + 1, line, lang)).collect_view();
    let rows = rows.map(|(at, line)| row(at + 1, line, lang)).collect_view();
    view! {
        <section class="card">
            <h2>{title}</h2>
            <div class="plane-and-words">
                {plane(scene, lang)}
                <div>
                    <h3>{t::needs(lang)}</h3>
                    <ol class="features">{said}</ol>
                </div>
            </div>
            <p class="note plane-note">{t::plane_note(lang)}</p>
            {corrected}
            {table(rows.into_any(), lang)}
            {methods(&[Method::KANO, Method::BETTER_WORSE, Method::FONG, Method::HOLM], lang)}
        </section>
    }
    .into_any()
}

/// A feature's category in words, and what may be said of it.
fn sentence(number: usize, line: &KanoLine, lang: Lang) -> impl IntoView + use<> {
    let category = line.kano.map(|kano| kano.category);
    let means = category.filter(|_| line.leads == Leads::Clearly);
    let means = means.map(|category| t::kano_means(category, lang));
    let mixed = line.kano.filter(|kano| kano.mixed).map(|_| t::mixed(lang));
    let half = (line.n_missing > 0).then(|| t::half_missing(lang, line.n_missing));
    view! {
        <li>
            <span class="number" aria-hidden="true">{number}</span>
            <div>
                <strong>{line.name.clone()}</strong>
                <p>{t::leads(line.leads, category, lang)}" "{mixed}</p>
                {note(means.map(str::to_owned))}
                {note(half)}
            </div>
        </li>
    }
}

fn note(text: Option<String>) -> Option<AnyView> {
    text.map(|text| view! { <p class="note">{text}</p> }.into_any())
}

fn table(rows: AnyView, lang: Lang) -> impl IntoView {
    let heads = KanoCategory::ALL.map(|category| {
        view! { <th scope="col" class="number">{t::kano(category, lang)}</th> }
    });
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=t::needs_caption(lang)>
            <table class="data stacked survey-items kano">
                <caption class="visually-hidden">{t::needs_caption(lang)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t::feature(lang)}</th>
                        <th scope="col">{t::category(lang)}</th>
                        <th scope="col" class="number">{t::better(lang)}</th>
                        <th scope="col" class="number">{t::worse(lang)}</th>
                        <th scope="col" class="number">{t::lead(lang)}</th>
                        <th scope="col" class="number">{t::matters(lang)}</th>
                        {heads.into_iter().collect_view()}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(number: usize, line: &KanoLine, lang: Lang) -> impl IntoView + use<> {
    let kano = line.kano;
    let percent = |share: Option<f64>| plain(share.map(|share| share * 100.0), Unit::Percent, lang);
    let category = kano.map_or("–", |kano| t::kano(kano.category, lang));
    let shown =
        if line.leads == Leads::Clearly { category.to_owned() } else { format!("({category})") };
    // Of everybody who answered both questions, whatever they see in it.
    let asked: u64 = KanoCategory::ALL.iter().map(|category| line.counts.get(*category)).sum();
    let n = shell::n_is(lang, &number_text(asked as f64, 0, lang));
    let counts = KanoCategory::ALL.map(|category| {
        let count = number_text(line.counts.get(category) as f64, 0, lang);
        view! { <td class="number" data-label=t::kano(category, lang)>{count}</td> }
    });
    let better = kano.and_then(|kano| kano.better);
    let worse = kano.and_then(|kano| kano.worse);
    view! {
        <tr>
            <th scope="row">{format!("{number}  {}", line.name)}</th>
            <td data-label=t::category(lang)>{shown}<span class="note">{n.clone()}</span></td>
            {share(t::better(lang), better, line.better_ci, line, lang)}
            {share(t::worse(lang), worse, line.worse_ci, line, lang)}
            <td class="number" data-label=t::lead(lang)>
                {percent(kano.map(|kano| kano.category_strength))}<span class="note">{n.clone()}</span>
            </td>
            <td class="number" data-label=t::matters(lang)>
                {percent(kano.map(|kano| kano.total_strength))}<span class="note">{n.clone()}</span>
            </td>
            {counts.into_iter().collect_view()}
        </tr>
    }
}

/// Better or worse, with the number of those who are in one of the four categories it is a share of.
fn share(
    name: &'static str,
    value: Option<f64>,
    ci: Option<Interval>,
    line: &KanoLine,
    lang: Lang,
) -> impl IntoView + use<> {
    let estimate = Estimate { value, n: line.n_judged, ci }.map(|share| share * 100.0);
    view! {
        <td class="number" data-label=name>
            <span class="value">{plain(estimate.value, Unit::Share, lang)}</span>
            <span class="note">{estimate_note(&estimate, Unit::Share, lang)}</span>
        </td>
    }
}
