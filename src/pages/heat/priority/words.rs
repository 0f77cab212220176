//! What stands behind a point, in words.

use crate::components::{Unit, estimate_note, plain};
use crate::core::model::Lang;
use crate::core::query::Importance;
use crate::core::scene::{PriorityPoint, PriorityScene};
use crate::core::workspace::Shortfall;
use crate::locales::{matrix as t, names};
use crate::platform::number_text;

/// One line: the touchpoint, its figure with n and interval, its importance, its quadrant and its priority.
pub(super) fn words(scene: &PriorityScene, point: &PriorityPoint, lang: Lang) -> String {
    let measure = scene.state.measure;
    let unit = Unit::of(measure);
    let value = plain(point.figure.value, unit, lang);
    let figure = format!("{} {value}", names::measure(measure, lang));
    let quadrant = point.quadrant.map(|quadrant| t::quadrant(quadrant, lang).to_owned());
    let mut parts = vec![point.touchpoint.name.clone()];
    parts.extend(quadrant);
    parts.push(figure);
    parts.push(estimate_note(&point.figure, unit, lang));
    parts.push(t::importance_is(lang, &importance(scene, point.importance, lang)));
    parts.extend(point.months.map(|n| t::over_months(lang, &number_text(n as f64, 0, lang))));
    parts.push(t::priority_is(lang, &priority(point.priority, lang)));
    parts.extend(certainty(point, lang).map(str::to_owned));
    parts.join(" · ")
}

/// Whether a shortfall is more than chance; nothing where there is none.
pub(super) fn certainty(point: &PriorityPoint, lang: Lang) -> Option<&'static str> {
    point.shortfall.map(|shortfall| match shortfall {
        Shortfall::Sure => t::sure(lang),
        Shortfall::Open => t::unsure(lang),
        Shortfall::Thin => t::too_few(lang),
    })
}

/// An importance: a rank, or a correlation with its decimals.
pub(super) fn importance(scene: &PriorityScene, value: f64, lang: Lang) -> String {
    match scene.state.importance {
        Importance::Stated => number_text(value, u8::from(value.fract() != 0.0), lang),
        _ => number_text(value, 2, lang),
    }
}

/// A priority, with the decimals a small one needs: correlations and emotions make small ones.
pub(super) fn priority(value: f64, lang: Lang) -> String {
    let decimals = match value.abs() {
        0.0 => 0,
        small if small < 1.0 => 2,
        some if some < 10.0 => 1,
        _ => 0,
    };
    number_text(value, decimals, lang)
}
