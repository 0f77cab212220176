//! The picture: axes, lines between high and low, points and their labels.

use super::layout::{Layout, RADIUS, label};
use super::words;
use crate::components::{Unit, value_text};
use crate::core::index::Quadrant;
use crate::core::model::Lang;
use crate::core::scene::{LabelPlace, PriorityPoint, PriorityScene, coordinate};
use crate::locales::{map, matrix as t, names};
use leptos::prelude::*;

/// What lies under the points: axes, lines, names of quadrants, labels.
pub(super) fn ground(scene: &PriorityScene, layout: &Layout, lang: Lang) -> AnyView {
    let plot = &layout.plot;
    let unit = Unit::of(scene.state.measure);
    let across = scene.across.ticks.iter().map(|tick| {
        let x = coordinate(plot.x(scene.across.place(*tick)));
        let y = coordinate(plot.y(0.0) + layout.line);
        view! { <text class="tick across" x=x y=y>{value_text(*tick, unit, lang)}</text> }
    });
    let up = scene.up.ticks.iter().map(|tick| {
        let y = coordinate(plot.y(scene.up.place(*tick)));
        let x = coordinate(plot.left - layout.line / 2.0);
        view! { <text class="tick up" x=x y=y>{words::importance(scene, *tick, lang)}</text> }
    });
    let names = layout.corners.iter().map(|(quadrant, place)| {
        let middle = coordinate(place.x + place.width / 2.0);
        view! { <text class="corner" x=middle y=coordinate(place.y)>{t::quadrant(*quadrant, lang)}</text> }
    });
    let placed = layout.labels.iter().enumerate().filter_map(|(place, at)| Some((place, (*at)?)));
    let leaders = placed.clone().filter(|(_, at)| at.leads);
    let leaders = leaders.map(|(place, at)| leader(place, at, layout)).collect_view();
    let labels =
        placed.filter_map(|(place, at)| label_view(place, scene.points.get(place)?, at, layout));
    view! {
        <g aria-hidden="true">
            <path class="frame" d=frame(layout)/>
            {lines(scene, layout, lang)}
            {across.collect_view()}
            {up.collect_view()}
            {axes(scene, layout, lang)}
            {names.collect_view()}
            {leaders}
            {labels.collect_view()}
        </g>
    }
    .into_any()
}

fn frame(layout: &Layout) -> String {
    let plot = &layout.plot;
    let [left, right] = [plot.x(0.0), plot.x(1.0)].map(coordinate);
    let [low, high] = [plot.y(0.0), plot.y(1.0)].map(coordinate);
    format!("M{left} {high} H{right} V{low} H{left}z")
}

/// What is measured along each axis.
fn axes(scene: &PriorityScene, layout: &Layout, lang: Lang) -> impl IntoView + use<> {
    let plot = &layout.plot;
    let across = format!("{} →", names::measure(scene.state.measure, lang));
    let up = format!("↑ {}", t::importance(lang));
    let below = coordinate(plot.height - layout.line / 2.0);
    view! {
        <text class="axis across" x=coordinate(plot.x(1.0)) y=below>{across}</text>
        <text class="axis" x="0" y=coordinate(layout.line / 2.0)>{up}</text>
    }
}

/// The lines between high and low, and the target.
fn lines(scene: &PriorityScene, layout: &Layout, lang: Lang) -> impl IntoView + use<> {
    let plot = &layout.plot;
    let [left, right] = [plot.x(0.0), plot.x(1.0)].map(coordinate);
    let [low, high] = [plot.y(0.0), plot.y(1.0)].map(coordinate);
    let crosshair = scene.crosshair.map(|lines| {
        let x = coordinate(plot.x(scene.across.place(lines.performance)));
        let y = coordinate(plot.y(scene.up.place(lines.importance)));
        view! { <path class="crosshair" d=format!("M{x} {high} V{low} M{left} {y} H{right}")/> }
    });
    let at = plot.x(scene.across.place(scene.target));
    let unit = Unit::of(scene.state.measure);
    let words = map::target(lang, &value_text(scene.target, unit, lang));
    view! {
        {crosshair}
        <path class="target" d=format!("M{} {high} V{low}", coordinate(at))/>
        <text class="target" x=coordinate(at) y=coordinate(plot.y(1.0) - layout.line / 2.0)>{words}</text>
    }
}

/// A line to a label that stands far off.
fn leader(place: usize, at: LabelPlace, layout: &Layout) -> Option<impl IntoView + use<>> {
    let point = layout.points.get(place).copied()?;
    let (to_x, to_y) = at.end(point);
    let [x, y, to_x, to_y] = [point.0, point.1, to_x, to_y].map(coordinate);
    Some(view! { <path class="leader" d=format!("M{x} {y} L{to_x} {to_y}")/> })
}

/// A label. At the left of its point it ends there: texts are rather narrower than they are reckoned.
fn label_view(
    place: usize,
    point: &PriorityPoint,
    at: LabelPlace,
    layout: &Layout,
) -> Option<impl IntoView + use<>> {
    let (x, _) = layout.points.get(place).copied()?;
    let ends = at.x + at.width < x;
    let from = if ends { at.x + at.width - 1.0 } else { at.x + 1.0 };
    let text = if at.short { point.rank.to_string() } else { label(point) };
    Some(
        view! { <text class="label" class:ends=ends x=coordinate(from) y=coordinate(at.y)>{text}</text> },
    )
}

/// A point: its shape says its quadrant, a hollow one is thin.
pub(super) fn point(place: usize, point: &PriorityPoint, layout: &Layout) -> impl IntoView + use<> {
    let (x, y) = layout.points.get(place).copied().unwrap_or_default();
    let at = format!("translate({} {})", coordinate(x), coordinate(y));
    view! {
        <g class="point" role="link" tabindex="-1" aria-label=point.touchpoint.name.clone()
            data-place=place.to_string() data-quadrant=point.quadrant.map(class) class:thin=point.figure.is_thin()
            transform=at>
            <circle class="reach" r=coordinate(layout.reach)/>
            <path d=outline(point.quadrant)/>
        </g>
    }
}

/// The interval of the point that is meant, along the axis of its figure.
pub(super) fn interval(scene: &PriorityScene, layout: &Layout, place: usize) -> Option<AnyView> {
    let ci = scene.points.get(place)?.figure.ci?;
    let (x, y) = layout.points.get(place).copied()?;
    let [low, high] =
        [ci.low, ci.high].map(|end| coordinate(layout.plot.x(scene.across.place(end))));
    let [x, y, r] = [x, y, RADIUS + 4.0].map(coordinate);
    Some(
        view! {
            <path class="interval" d=format!("M{low} {y} H{high} M{low} {y} v-4 v8 M{high} {y} v-4 v8")/>
            <circle class="meant" cx=x cy=y r=r/>
        }
        .into_any(),
    )
}

fn class(quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::ConcentrateHere => "concentrate",
        Quadrant::KeepUp => "keep-up",
        Quadrant::LowPriority => "low",
        Quadrant::PossibleOverkill => "overkill",
    }
}

/// Triangle, circle, square, diamond, all of about one size.
fn outline(quadrant: Option<Quadrant>) -> &'static str {
    match quadrant {
        Some(Quadrant::ConcentrateHere) => "M0-6.4 6.2 4.6H-6.2z",
        Some(Quadrant::KeepUp) | None => "M0-5A5 5 0 1 1 0 5 5 5 0 0 1 0-5z",
        Some(Quadrant::LowPriority) => "M-4.5-4.5H4.5V4.5H-4.5z",
        Some(Quadrant::PossibleOverkill) => "M0-6.2 6.2 0 0 6.2-6.2 0z",
    }
}
