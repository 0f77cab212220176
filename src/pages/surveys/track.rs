//! Figures along a track: drawn in percent, so that it is as wide as there is room.

use crate::core::model::Lang;
use crate::core::scene::{Mark, Tick, percent_length as percent};
use crate::platform::number_text;
use leptos::prelude::*;

/// The interval of a figure.
pub(super) fn span(mark: Mark, class: &'static str) -> Option<AnyView> {
    let (from, to) = mark.span?;
    Some(view! { <line class=class x1=percent(from) x2=percent(to) y1="50%" y2="50%"/> }.into_any())
}

/// What lies between two figures.
pub(super) fn between(one: Mark, other: Mark, class: &'static str) -> impl IntoView {
    view! { <line class=class x1=percent(one.at) x2=percent(other.at) y1="50%" y2="50%"/> }
}

/// A figure as a disc.
pub(super) fn disc(mark: Mark) -> impl IntoView {
    view! { <circle class="disc" cx=percent(mark.at) cy="50%" r="6"/> }
}

/// A figure as a diamond. It has a coordinate system of its own, for paths know no percent.
pub(super) fn diamond(mark: Mark) -> impl IntoView {
    view! {
        <svg class="diamond" x=percent(mark.at) y="50%" overflow="visible">
            <path d="M-7 0 0-7 7 0 0 7z"/>
        </svg>
    }
}

/// A value to be reached.
pub(super) fn goal(at: f64) -> impl IntoView {
    view! { <line class="goal" x1=percent(at) x2=percent(at) y1="0" y2="100%"/> }
}

/// The track itself, with a line where each value is that it names.
pub(super) fn rail(ticks: &[Tick]) -> impl IntoView + use<> {
    let lines = ticks.iter().map(|tick| {
        view! { <line class="tick" x1=percent(tick.at) x2=percent(tick.at) y1="0" y2="100%"/> }
    });
    view! { {lines.collect_view()}<line class="rail" x1="0" x2="100%" y1="50%" y2="50%"/> }
}

/// The values a track names, over it.
pub(super) fn axis(ticks: &[Tick], decimals: u8, lang: Lang) -> impl IntoView + use<> {
    let names = ticks.iter().map(|tick| {
        view! { <span style:inset-inline-start=percent(tick.at)>{number_text(tick.value, decimals, lang)}</span> }
    });
    view! { <div class="axis" aria-hidden="true">{names.collect_view()}</div> }
}
