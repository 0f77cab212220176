//! The one answer, in a sentence or three.

use crate::components::{Unit, value_text};
use crate::core::model::Lang;
use crate::core::scene::Overview;
use crate::locales::{names, overview as t};

/// The state of everything in words.
pub fn answer(scene: &Overview, lang: Lang) -> String {
    let sentences = [health(scene, lang), weakest(scene, lang), first(scene, lang)];
    let space = if lang == Lang::Zh { "" } else { " " };
    sentences.into_iter().flatten().collect::<Vec<_>>().join(space)
}

fn health(scene: &Overview, lang: Lang) -> Option<String> {
    let Some(health) = scene.health else { return Some(t::answer_no_health(lang).to_owned()) };
    // What rounds to the same number is not called a change.
    let direction = scene.health_before.map(|before| health.round() - before.round());
    let end = match direction {
        Some(d) if d > 0.0 => t::answer_up(lang),
        Some(d) if d < 0.0 => t::answer_down(lang),
        Some(_) => t::answer_same(lang),
        None => t::answer_stop(lang),
    };
    Some(format!("{}{end}", t::answer_health(lang, &value_text(health, Unit::Score, lang))))
}

fn weakest(scene: &Overview, lang: Lang) -> Option<String> {
    scene.weakest.map(|heart| t::answer_weakest(lang, names::heart(heart, lang)))
}

fn first(scene: &Overview, lang: Lang) -> Option<String> {
    match scene.fix_first.first() {
        Some(first) => Some(t::answer_fix(lang, &first.touchpoint.name)),
        None if scene.responses > 0 => Some(t::answer_nothing(lang).to_owned()),
        None => None,
    }
}
