//! SERVQUAL and SERVPERF: what was expected, what was found.

use super::items::items;
use super::{scale, track};
use crate::components::{Unit, estimate_note, methods, plain};
use crate::core::index::Estimate;
use crate::core::model::Lang;
use crate::core::scene::{Gap, QualityFigures, QualityScene};
use crate::locales::methods::Method;
use crate::locales::surveys as t;
use leptos::prelude::*;

pub(super) fn quality(scene: &QualityScene, lang: Lang) -> AnyView {
    let title = match &scene.overall.gap {
        Some(gap) => t::quality(scene.said, &plain(gap.value, Unit::Gap, lang), lang),
        None => t::quality_score(lang, &plain(scene.overall.score.value, Unit::Rating, lang)),
    };
    let how: &[Method] = match scene.overall.gap {
        Some(_) => &[Method::SERVQUAL, Method::SERVPERF, Method::WEIGHTED],
        None => &[Method::SERVPERF, Method::WEIGHTED],
    };
    view! {
        <section class="card">
            <h2>{title}</h2>
            {overall(scene, lang)}
            {notes(scene, lang)}
            {picture(scene, lang)}
            {methods(how, lang)}
        </section>
        <section class="card">
            <h2>{t::items_title(lang)}</h2>
            {items(scene, lang)}
        </section>
        {scale::reliability(scene, lang)}
    }
    .into_any()
}

/// The figures of the whole, each with its n and its interval.
fn overall(scene: &QualityScene, lang: Lang) -> impl IntoView + use<> {
    let figures = [
        (t::gap_overall(lang), scene.overall.gap, Unit::Gap),
        (t::gap_weighted(lang), scene.overall.weighted_gap, Unit::Gap),
        (t::score_overall(lang), Some(scene.overall.score), Unit::Rating),
        (t::score_weighted(lang), scene.overall.weighted_score, Unit::Rating),
    ];
    let shown = figures.into_iter().filter_map(|(name, figure, unit)| Some((name, figure?, unit)));
    let figures = shown.map(|(name, figure, unit)| one(name, &figure, unit, lang)).collect_view();
    view! { <dl class="figures">{figures}</dl> }
}

fn one(name: &'static str, figure: &Estimate, unit: Unit, lang: Lang) -> impl IntoView + use<> {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>
                <span class="value">{plain(figure.value, unit, lang)}</span>
                <span class="note">{estimate_note(figure, unit, lang)}</span>
            </dd>
        </div>
    }
}

fn notes(scene: &QualityScene, lang: Lang) -> impl IntoView + use<> {
    let ends = [scene.ends.0, scene.ends.1].map(|end| end.to_string());
    let lowest = scene.lowest.as_ref().map(|name| match scene.overall.gap {
        Some(_) => t::lowest_gap(lang, name),
        None => t::lowest_score(lang, name),
    });
    let left_out =
        (scene.overall.n_missing > 0).then(|| t::left_out(lang, scene.overall.n_missing));
    let on_scale = t::of_scale(lang, &ends[0], &ends[1]);
    view! {
        <p class="limit">{lowest}" "{left_out}<span class="note">{on_scale}" · "{t::alone(lang)}</span></p>
    }
}

fn picture(scene: &QualityScene, lang: Lang) -> impl IntoView + use<> {
    let title = match scene.overall.gap {
        Some(_) => t::by_dimension(lang),
        None => t::found_by_dimension(lang),
    };
    let expected = scene.overall.gap.is_some().then(|| {
        view! { <span class="key expected" aria-hidden="true">"◇"</span>{t::expected(lang)} }
    });
    let rows = scene.dimensions.iter().map(|line| row(&line.figures, scene, lang)).collect_view();
    view! {
        <h3>{title}</h3>
        <p class="legend note">
            {expected}
            <span class="key found" aria-hidden="true">"●"</span>{t::found(lang)}
            <span>{t::bars_are(lang)}</span>
        </p>
        <div class="tracks">
            <div class="head" aria-hidden="true"><span></span>{track::axis(&scene.ticks, 0, lang)}<span></span></div>
            <ul>{rows}</ul>
        </div>
    }
}

fn row(figures: &QualityFigures, scene: &QualityScene, lang: Lang) -> impl IntoView + use<> {
    let value = |figure: Option<Estimate>, unit| plain(figure.and_then(|f| f.value), unit, lang);
    let found = value(Some(figures.perception), Unit::Rating);
    let gap = value(figures.gap, Unit::Gap);
    let words = match figures.expectation {
        Some(expected) => {
            t::gap_words(lang, &figures.name, &value(Some(expected), Unit::Rating), &found, &gap)
        }
        None => t::found_words(lang, &figures.name, &found),
    };
    let side = match figures.gap {
        Some(_) => {
            view! { <strong>{gap}</strong><span class="note">{t::said(figures.said, lang)}</span> }
                .into_any()
        }
        None => view! { <strong>{found}</strong> }.into_any(),
    };
    view! {
        <li>
            <span class="name">{figures.name.clone()}</span>
            <svg class="track" role="img" aria-label=words>
                {track::rail(&scene.ticks)}
                {marks(figures)}
            </svg>
            <span class="side" data-said=tone(figures.said)>{side}</span>
        </li>
    }
}

fn marks(figures: &QualityFigures) -> AnyView {
    let (expected, found) = (figures.expected_at, figures.perceived_at);
    let class = match figures.said {
        Gap::Short => "gap short",
        Gap::Over => "gap over",
        Gap::Open | Gap::Unknown | Gap::Alike => "gap",
    };
    view! {
        {expected.zip(found).map(|(expected, found)| track::between(expected, found, class))}
        {expected.and_then(|mark| track::span(mark, "span expected"))}
        {found.and_then(|mark| track::span(mark, "span"))}
        {expected.map(track::diamond)}
        {found.map(track::disc)}
    }
    .into_any()
}

/// How a gap is marked.
pub(super) fn tone(said: Gap) -> Option<&'static str> {
    match said {
        Gap::Short => Some("short"),
        Gap::Over => Some("over"),
        Gap::Open | Gap::Unknown | Gap::Alike => None,
    }
}
