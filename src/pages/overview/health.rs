//! The health index and the five hearts.

use crate::components::{
    Unit, computed, delta, estimate_note, health_words, heart_name, plain, sparkline, value_text,
};
use crate::core::model::Lang;
use crate::core::scene::{HealthLine, Overview, Trend, percent_length};
use crate::locales::methods::{self, Method};
use crate::locales::{names, overview as t};
use crate::platform::number_text;
use leptos::prelude::*;

/// The health index with its trend.
pub fn health(scene: &Overview, lang: Lang) -> impl IntoView + use<> {
    let difference = scene.health.zip(scene.health_before).map(|(now, before)| now - before);
    let percent = format!("{}%", number_text(scene.coverage * 100.0, 0, lang));
    let note = match scene.health {
        Some(_) => t::coverage(lang, &percent),
        None => t::not_enough(lang, &percent),
    };
    view! {
        <section class="card health">
            <h2>{t::health_index(lang)}</h2>
            <p class="big">
                <span class="number">{plain(scene.health, Unit::Score, lang)}</span>
                <span class="unit">{t::out_of_100(lang)}</span>
                {delta(difference, 1, false, lang)}
            </p>
            {trend(&scene.trend, lang)}
            <p class="note">{note}</p>
            {computed(&[(Method::HEALTH, how(scene, lang))], lang)}
        </section>
    }
}

fn how(scene: &Overview, lang: Lang) -> String {
    let counted = methods::indicators(lang, scene.counted as u64);
    format!("{counted} · {}", health_words(scene.coverage, &scene.health_rules, lang))
}

fn trend(trend: &Trend, lang: Lang) -> Option<impl IntoView + use<>> {
    let known: Vec<f64> = trend.values.iter().copied().flatten().collect();
    let (first, last) = known.first().zip(known.last())?;
    let months = trend.values.len() as u64;
    let ends = [first, last].map(|value| value_text(*value, Unit::Score, lang));
    let words = t::trend_words(lang, months, &ends[0], &ends[1]);
    Some(view! {
        <figure class="trend">
            {sparkline(trend, words)}
            <figcaption>{t::trend_months(lang, months)}</figcaption>
        </figure>
    })
}

/// The five hearts, the weakest marked.
pub fn hearts(scene: &Overview, lang: Lang) -> impl IntoView + use<> {
    let weakest = scene.weakest;
    let lines = scene.hearts.iter().map(|line| heart_line(line, weakest == Some(line.heart), lang));
    view! {
        <section class="card hearts">
            <h2>{t::hearts(lang)}</h2>
            <ul class="heart-bars">{lines.collect_view()}</ul>
            {computed(&[(Method::HEART_INDEX, weakest_words(scene, lang)), (Method::HEART, String::new())], lang)}
        </section>
    }
}

/// What the weakest heart's index rests on.
fn weakest_words(scene: &Overview, lang: Lang) -> String {
    let line = scene.hearts.iter().find(|line| Some(line.heart) == scene.weakest);
    let words = line.map(|line| {
        let rests = health_words(line.coverage, &scene.health_rules, lang);
        let answers = estimate_note(&line.answers, Unit::Score, lang);
        format!("{} · {rests} · {answers}", names::heart(line.heart, lang))
    });
    words.unwrap_or_default()
}

fn heart_line(line: &HealthLine, is_weakest: bool, lang: Lang) -> impl IntoView + use<> {
    let difference = line.now.zip(line.before).map(|(now, before)| now - before);
    let width = percent_length(line.now.unwrap_or(0.0));
    let note = t::answers_note(
        lang,
        &format!(
            "{} · {}",
            plain(line.answers.value, Unit::Score, lang),
            estimate_note(&line.answers, Unit::Score, lang),
        ),
    );
    view! {
        <li data-heart=line.heart.id() class:weakest=is_weakest>
            {heart_name(line.heart, lang)}
            <span class="track"><span class="fill" style:width=width></span></span>
            <span class="figure" tabindex="0">
                <span class="value">{plain(line.now, Unit::Score, lang)}</span>
                <span class="tip">{note}</span>
            </span>
            {delta(difference, 1, false, lang)}
            {is_weakest.then(|| view! { <span class="flag">{t::weakest(lang)}</span> })}
        </li>
    }
}
