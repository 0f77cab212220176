//! The figures of a touchpoint.

use crate::components::{Unit, figure, heart_name, plain, value_text};
use crate::core::index::Estimate;
use crate::core::model::{Heart, Lang};
use crate::core::scene::TouchpointScene;
use crate::locales::{map as t, names};
use crate::platform::number_text;
use leptos::prelude::*;

/// Emotion, satisfaction, NPS and ease, each with what it is held against.
pub(super) fn scores(scene: &TouchpointScene, lang: Lang) -> impl IntoView + use<> {
    let assumed = scene.assumed.map(|assumed| {
        format!("{} {}", t::assumed(lang), value_text(assumed, Unit::Emotion, lang))
    });
    let target = t::target(lang, &value_text(scene.csat_target, Unit::Percent, lang));
    let benchmark =
        scene.nps_benchmark.map(|value| t::benchmark(lang, &value_text(value, Unit::Points, lang)));
    let importance = scene.importance.map(|importance| {
        view! { <div><dt>{t::importance(lang)}</dt><dd>{format!("{}/10", number_text(importance, 0, lang))}</dd></div> }
    });
    view! {
        <dl class="scores">
            {score(names::emotion(lang), scene.score.emotion, Unit::Emotion, assumed, lang)}
            {score(names::csat(lang), scene.score.csat, Unit::Percent, Some(target), lang)}
            {score(names::nps(lang), scene.nps, Unit::Points, benchmark, lang)}
            {score(names::ces(lang), scene.ces, Unit::Percent, None, lang)}
            {importance}
        </dl>
    }
}

fn score(
    name: &'static str,
    value: Estimate,
    unit: Unit,
    against: Option<String>,
    lang: Lang,
) -> impl IntoView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{figure(value, unit, lang)}<span class="note">{against}</span></dd>
        </div>
    }
}

/// The five hearts as customers answered them; those relied on and missed are said in words.
pub(super) fn hearts(scene: &TouchpointScene, lang: Lang) -> impl IntoView + use<> {
    let target = scene.heart_target;
    let lines = scene
        .hearts
        .iter()
        .map(|(heart, estimate, relied)| heart_line(*heart, *estimate, *relied, target, lang));
    view! {
        <h3>{t::hearts(lang)}</h3>
        <ul class="heart-lines">{lines.collect_view()}</ul>
        <p class="note">{t::target(lang, &value_text(target, Unit::Score, lang))}</p>
    }
}

fn heart_line(
    heart: Heart,
    estimate: Estimate,
    relied: bool,
    target: f64,
    lang: Lang,
) -> impl IntoView {
    let missed = relied && estimate.is_under(target);
    let word = match (relied, missed) {
        (_, true) => Some(t::missed(lang)),
        (true, _) => Some(t::relied_on(lang)),
        _ => None,
    };
    let width =
        format!("{}%", plain(estimate.value, Unit::Score, Lang::En).parse::<u8>().unwrap_or(0));
    view! {
        <li data-heart=heart.id() class:missed=missed>
            {heart_name(heart, lang)}
            <span class="track">
                <span class="fill" style:width=width></span>
                <span class="target" style:inset-inline-start=format!("{}%", target as u8)></span>
            </span>
            {figure(estimate, Unit::Score, lang)}
            <span class="word">{word}</span>
        </li>
    }
}
