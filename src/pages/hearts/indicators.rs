//! Each heart's indicators against their targets.

use crate::components::{Unit, computed, delta, estimate_note, heart_name};
use crate::core::model::{Heart, Lang};
use crate::core::scene::{HeartsScene, IndicatorLine};
use crate::locales::hearts as t;
use crate::locales::methods::{self, Method};
use crate::platform::number_text;
use leptos::prelude::*;

pub(super) fn indicators(scene: &HeartsScene, lang: Lang) -> impl IntoView + use<> {
    let groups = Heart::ALL.into_iter().map(Some).chain([None]);
    let groups = groups.map(|heart| group(heart, &scene.indicators, lang)).collect_view();
    let counted = scene.indicators.iter().filter(|line| line.counts).count();
    let here = methods::indicators(lang, counted as u64);
    let heads = [t::indicator, t::value, t::target, t::score, t::change];
    let heads = heads.into_iter().enumerate().map(|(place, head)| {
        view! { <th scope="col" class:number=matches!(place, 1 | 2)>{head(lang)}</th> }
    });
    view! {
        <section class="card indicators">
            <h2>{t::indicators(lang)}</h2>
            <div class="table-frame" tabindex="0" role="region" aria-label=t::indicators(lang)>
                <table class="data">
                    <thead><tr>{heads.collect_view()}</tr></thead>
                    {groups}
                </table>
            </div>
            {computed(&[(Method::HEALTH, here), (Method::SHARE, String::new()), (Method::NPS, String::new())], lang)}
        </section>
    }
}

fn group(heart: Option<Heart>, all: &[IndicatorLine], lang: Lang) -> Option<impl IntoView + use<>> {
    let own: Vec<&IndicatorLine> = all.iter().filter(|line| line.heart == heart).collect();
    let name = match heart {
        Some(heart) => heart_name(heart, lang).into_any(),
        None => t::outcomes(lang).into_any(),
    };
    let rows = own.iter().map(|line| row(line, lang)).collect_view();
    (!own.is_empty()).then(|| {
        view! {
            <tbody data-heart=heart.map(Heart::id)>
                <tr class="group"><th scope="rowgroup" colspan="5">{name}</th></tr>
                {rows}
            </tbody>
        }
    })
}

fn row(line: &IndicatorLine, lang: Lang) -> impl IntoView + use<> {
    let decimals = decimals(line);
    let text = |value: Option<f64>| {
        value.map_or_else(
            || "–".to_owned(),
            |value| format!("{}{}", number_text(value, decimals, lang), line.unit),
        )
    };
    let difference = line.figure.value.zip(line.before).map(|(now, before)| now - before);
    let aside = [
        line.lower_is_better.then(|| t::lower_is_better(lang)),
        (!line.counts).then(|| t::not_counted(lang)),
    ];
    let aside: Vec<&str> = aside.into_iter().flatten().collect();
    let sampled = (line.figure.n > 0).then(|| estimate_note(&line.figure, Unit::Mean, lang));
    view! {
        <tr>
            <th scope="row">{line.name.clone()}<span class="note">{aside.join(" · ")}</span></th>
            <td class="number">{text(line.figure.value)}<span class="note">{sampled}</span></td>
            <td class="number">{text(line.target)}</td>
            <td>{bullet(line, lang)}</td>
            <td>{delta(difference, decimals, false, lang)}</td>
        </tr>
    }
}

/// A bar of the score with a tick where the target lies.
fn bullet(line: &IndicatorLine, lang: Lang) -> Option<impl IntoView + use<>> {
    let score = line.score?;
    let tick = line.target_score.map(|target| {
        view! { <span class="target" style:inset-inline-start=format!("{}%", target as u8)></span> }
    });
    Some(view! {
        <span class="bullet">
            <span class="track"><span class="fill" style:width=format!("{}%", score as u8)></span>{tick}</span>
            <span class="number">{number_text(score, 0, lang)}</span>
        </span>
    })
}

/// Small numbers need their decimals.
fn decimals(line: &IndicatorLine) -> u8 {
    match line.target.or(line.figure.value) {
        Some(value) if value.abs() < 1.0 => 2,
        Some(value) if value.abs() < 10.0 => 1,
        _ => u8::from(line.figure.n == 0),
    }
}
