//! The plane of better and worse: to the right what is missed, upwards what pleases.

use crate::core::index::KanoCategory;
use crate::core::model::Lang;
use crate::core::scene::{KanoLine, KanoPoint, KanoScene, coordinate};
use crate::locales::surveys as t;
use leptos::prelude::*;

/// The quarters, with where their names stand.
const QUARTERS: [(KanoCategory, &str, &str); 4] = [
    (KanoCategory::Attractive, "2", "6"),
    (KanoCategory::OneDimensional, "52", "6"),
    (KanoCategory::Indifferent, "2", "98"),
    (KanoCategory::MustBe, "52", "98"),
];

/// The features in the plane. A feature of a category that is clear is filled, any other hollow.
pub(super) fn plane(scene: &KanoScene, lang: Lang) -> impl IntoView + use<> {
    let quarters = QUARTERS.map(|(category, x, y)| {
        view! { <text class="quarter" x=x y=y>{t::kano(category, lang)}</text> }
    });
    let features = scene.features.iter().enumerate();
    let placed = features.filter_map(|(at, line)| Some((at + 1, line, line.point?)));
    let placed: Vec<_> = placed.collect();
    let crosses = placed.iter().map(|(.., point)| cross(point)).collect_view();
    let discs =
        placed.iter().map(|(number, line, point)| disc(*number, line, point)).collect_view();
    view! {
        <svg class="plane" viewBox="-9 -5 114 114" role="img" aria-label=t::plane_words(lang)>
            <rect class="ground" width="100" height="100"/>
            <path class="middle" d="M50 0V100M0 50H100"/>
            {quarters.into_iter().collect_view()}
            {crosses}
            {discs}
            <text class="axis" x="0" y="107">{t::worse_axis(lang)}</text>
            <text class="axis" transform="translate(-4 100) rotate(-90)">{t::better_axis(lang)}</text>
        </svg>
    }
}

fn cross(point: &KanoPoint) -> impl IntoView + use<> {
    let ends = [point.across.0, point.y, point.across.1, point.x, point.along.0, point.along.1];
    let [left, y, right, x, top, bottom] = ends.map(coordinate);
    view! { <path class="cross" d=format!("M{left} {y}H{right}M{x} {top}V{bottom}")/> }
}

fn disc(number: usize, line: &KanoLine, point: &KanoPoint) -> impl IntoView + use<> {
    let (x, y) = (coordinate(point.x), coordinate(point.y));
    let is_clear = line.kano.is_some_and(|kano| kano.significant);
    view! {
        <g class="feature" class:open=!is_clear transform=format!("translate({x} {y})")>
            <circle r="3.4"/>
            <text y="1.4">{number}</text>
        </g>
    }
}
