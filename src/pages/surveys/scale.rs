//! Reliability: whether the items of a scale measure one thing.

use super::track;
use crate::components::{Unit, estimate_note, methods, plain};
use crate::core::model::Lang;
use crate::core::scene::{QualityScene, Reliability, Reliable, ScaleLine, ScaleScene};
use crate::locales::methods::Method;
use crate::locales::surveys as t;
use crate::platform::{number_text, signed_text};
use leptos::prelude::*;

pub(super) fn scale(scene: &ScaleScene, lang: Lang) -> AnyView {
    let reliability = &scene.reliability;
    let title = match reliability.alpha.value {
        Some(alpha) => t::alpha_title(lang, &number_text(alpha, 2, lang)),
        None => t::no_alpha(lang).to_owned(),
    };
    let left_out = (reliability.n_missing > 0).then(|| t::listwise(lang, reliability.n_missing));
    view! {
        <section class="card">
            <h2>{title}</h2>
            <p class="verdict">{t::reliable(reliability.verdict, lang)}</p>
            {picture(scene, lang)}
            <p class="note">{estimate_note(&reliability.alpha, Unit::Rating, lang)}</p>
            <p class="note">{left_out}" "{t::not_truth(lang)}</p>
            <h3>{t::scale_items(lang)}</h3>
            {table(scene, lang)}
            {methods(&[Method::ALPHA, Method::ITEM_REST], lang)}
        </section>
    }
    .into_any()
}

fn picture(scene: &ScaleScene, lang: Lang) -> Option<AnyView> {
    let mark = scene.mark?;
    let number = |value| number_text(value, 2, lang);
    let (alpha, wanted) = (scene.reliability.alpha, number(scene.reliability.wanted));
    let value = plain(alpha.value, Unit::Rating, lang);
    let words = match alpha.ci {
        Some(ci) => t::alpha_words(lang, &value, &number(ci.low), &number(ci.high), &wanted),
        None => t::alpha_alone(lang, &value, &wanted),
    };
    let drawn = view! {
        <div class="tracks alone">
            <div class="head" aria-hidden="true"><span></span>{track::axis(&scene.ticks, 2, lang)}<span></span></div>
            <ul>
                <li>
                    <span class="name">{t::alpha(lang)}</span>
                    <svg class="track" role="img" aria-label=words>
                        {track::rail(&scene.ticks)}
                        {track::goal(scene.wanted_at)}
                        {track::span(mark, "span")}
                        {track::disc(mark)}
                    </svg>
                    <span class="side"><strong>{value}</strong><span class="note">{t::wanted_is(lang, &wanted)}</span></span>
                </li>
            </ul>
        </div>
    };
    Some(drawn.into_any())
}

fn table(scene: &ScaleScene, lang: Lang) -> impl IntoView + use<> {
    let rows = scene.items.iter().map(|item| row(item, lang)).collect_view();
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=t::scale_caption(lang)>
            <table class="data stacked survey-items">
                <caption class="visually-hidden">{t::scale_caption(lang)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t::item(lang)}</th>
                        <th scope="col" class="number">{t::mean(lang)}</th>
                        <th scope="col" class="number">{t::variance(lang)}</th>
                        <th scope="col" class="number">{t::item_rest(lang)}</th>
                        <th scope="col" class="number">{t::without(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(item: &ScaleLine, lang: Lang) -> impl IntoView + use<> {
    let figures = item.statistics;
    let text = |value: Option<f64>| plain(value, Unit::Rating, lang);
    let warning = item.warning.map(|warning| t::warning(warning, lang));
    let better = item.is_better_without.then(|| t::better_without(lang));
    let said = [warning, better].into_iter().flatten();
    let said = said.map(|said| view! { <span class="verdict">{said}</span> }).collect_view();
    view! {
        <tr class:warned=warning.is_some()>
            <th scope="row">{item.name.clone()}{said}</th>
            <td class="number" data-label=t::mean(lang)>{text(figures.map(|item| item.mean))}</td>
            <td class="number" data-label=t::variance(lang)>{text(figures.map(|item| item.variance))}</td>
            <td class="number" data-label=t::item_rest(lang)>{correlation(item, lang)}</td>
            <td class="number" data-label=t::without(lang)>{text(figures.and_then(|item| item.alpha_if_deleted))}</td>
        </tr>
    }
}

fn correlation(item: &ScaleLine, lang: Lang) -> AnyView {
    let r = item.statistics.and_then(|item| item.item_rest_correlation);
    let Some((mark, r)) = item.mark.zip(r) else { return "–".into_any() };
    let text = signed_text(r, 2, lang);
    let words = t::rest_words(lang, &text);
    view! {
        {text}
        <svg class="track small" role="img" aria-label=words>
            <line class="tick" x1="50%" x2="50%" y1="0" y2="100%"/>
            <line class="rail" x1="0" x2="100%" y1="50%" y2="50%"/>
            {track::disc(mark)}
        </svg>
    }
    .into_any()
}

/// The reliability of each dimension of a quality survey.
pub(super) fn reliability(scene: &QualityScene, lang: Lang) -> impl IntoView + use<> {
    let rows = scene.dimensions.iter();
    let rows =
        rows.map(|line| dimension(&line.figures.name, &line.reliability, lang)).collect_view();
    view! {
        <section class="card">
            <h2>{t::reliability(lang)}</h2>
            <div class="table-frame" tabindex="0" role="region" aria-label=t::reliability_caption(lang)>
                <table class="data stacked survey-items">
                    <caption class="visually-hidden">{t::reliability_caption(lang)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t::dimension(lang)}</th>
                            <th scope="col" class="number">{t::alpha(lang)}</th>
                            <th scope="col" class="number">{t::wanted(lang)}</th>
                            <th scope="col">{t::meaning(lang)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="note">{t::not_truth(lang)}</p>
            {methods(&[Method::ALPHA], lang)}
        </section>
    }
}

fn dimension(name: &str, found: &Reliability, lang: Lang) -> impl IntoView + use<> {
    let left_out = (found.n_missing > 0).then(|| t::listwise(lang, found.n_missing));
    view! {
        <tr class:warned=matches!(found.verdict, Reliable::Not)>
            <th scope="row">{name.to_owned()}</th>
            <td class="number" data-label=t::alpha(lang)>
                <span class="value">{plain(found.alpha.value, Unit::Rating, lang)}</span>
                <span class="note">{estimate_note(&found.alpha, Unit::Rating, lang)}</span>
            </td>
            <td class="number" data-label=t::wanted(lang)>{number_text(found.wanted, 2, lang)}</td>
            <td class="wide" data-label=t::meaning(lang)>
                {t::reliable(found.verdict, lang)}
                <span class="note">{left_out}</span>
            </td>
        </tr>
    }
}
