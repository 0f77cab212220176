//! What to fix first.

use crate::components::{Unit, computed, figure, link, plain, value_text};
use crate::core::model::{JourneyId, Lang, TouchpointId};
use crate::core::query::{MapState, Page};
use crate::core::scene::{FixLine, Overview};
use crate::core::workspace::Why;
use crate::locales::methods::Method;
use crate::locales::{names, overview as t};
use crate::platform::number_text;
use crate::state::Navigation;
use leptos::prelude::*;

/// Reasons named for each touchpoint.
const REASONS: usize = 3;

/// The three touchpoints to fix first, and why.
pub fn fix_first(scene: &Overview, lang: Lang) -> impl IntoView + use<> {
    let lines = scene.fix_first.iter().map(|line| fix_line(line, lang)).collect_view();
    let target = t::under_target(lang, &value_text(scene.csat_target, Unit::Percent, lang));
    let how = [
        (Method::PRIORITY, target),
        (Method::TARGET_TEST, String::new()),
        (Method::SHARE, String::new()),
    ];
    let none = scene.fix_first.is_empty().then(|| view! { <p>{t::nothing_to_fix(lang)}</p> });
    view! {
        <section class="card fix-first">
            <h2>{t::fix_first(lang)}</h2>
            {none}
            <ol>{lines}</ol>
            <p class="note">{t::fix_note(lang)}</p>
            {computed(&how, lang)}
        </section>
    }
}

fn fix_line(line: &FixLine, lang: Lang) -> impl IntoView + use<> {
    let place = Navigation::here().place_now();
    let state =
        MapState { open: Some(TouchpointId::new(&line.touchpoint.id)), ..MapState::default() };
    let map = place.to(Page::Map(JourneyId::new(&line.journey.id), state));
    let why = line.why.iter().take(REASONS).map(|why| view! { <li>{why_text(*why, lang)}</li> });
    view! {
        <li>
            <p class="head">
                {link(map, "name", line.touchpoint.name.clone())}
                {figure(line.csat, Unit::Percent, lang)}
            </p>
            <p class="note">
                {format!("{} · {}", line.journey.name, t::importance(lang, &number_text(line.importance, 0, lang)))}
            </p>
            <ul class="why">{why.collect_view()}</ul>
        </li>
    }
}

/// A reason in words.
pub fn why_text(why: Why, lang: Lang) -> String {
    match why {
        Why::UnderTarget { target } => {
            t::under_target(lang, &value_text(target, Unit::Percent, lang))
        }
        Why::MissesHeart(heart, score) => {
            t::why_misses(lang, names::heart(heart, lang), &plain(score.value, Unit::Score, lang))
        }
        Why::Hard(easy) => t::why_hard(lang, &plain(easy.value, Unit::Percent, lang)),
        Why::Falling(points) => t::why_falling(lang, &number_text(points, 0, lang)),
        Why::Overrated(assumed) => {
            t::why_overrated(lang, &value_text(assumed, Unit::Emotion, lang))
        }
        Why::MomentOfTruth => t::why_moment(lang).to_owned(),
    }
}
