//! The emotion curve: measured and assumed, with the interval as a ribbon.

use super::Map;
use super::canvas::Canvas;
use super::cells::{Spot, cell, score};
use super::drag::Drag;
use crate::components::{Unit, estimate_note, value_text};
use crate::core::model::Lang;
use crate::core::scene::{
    Curve, Knot, Scale, ScoresScene, TouchpointScore, coordinate, ribbon_path, svg_path,
};
use crate::locales::map as t;
use crate::platform::{number_text, token_pixels};
use leptos::prelude::*;
use std::ops::Range;

/// Emotions from −2 to +2.
const REACH: f64 = 2.0;
/// The width of the curve on paper, in the units of its own drawing.
const PAPER: f64 = 1000.0;

/// The row of the curve.
pub(super) fn row(map: Map, canvas: Canvas, drag: Drag) -> impl IntoView {
    let lang = map.lang;
    let count = map.count();
    let drawing = move || {
        let columns = canvas.drawn(count);
        let column = canvas.column.get();
        let frame =
            Frame::new(columns, column, token_pixels("map-curve"), token_pixels("map-margin"));
        map.scores.with(|scores| scores.as_ref().map(|scores| drawing(scores, &frame)))
    };
    view! {
        <div class="row curve" role="row" aria-rowindex="3">
            <div class="label" role="rowheader">
                {t::emotion(lang)}
                <span class="axis high" aria-hidden="true">{t::very_positive(lang)}</span>
                <span class="axis zero" aria-hidden="true">"0"</span>
                <span class="axis low" aria-hidden="true">{t::very_negative(lang)}</span>
            </div>
            {drawing}
            <For each=move || canvas.made() key=|column| *column let:column>
                {cell(Spot { row: 1, column }, "gridcell", map, canvas, drag, point(map, column))}
            </For>
        </div>
    }
}

/// The numbers under a point of the curve, and in words for those who do not see it.
fn point(map: Map, column: usize) -> AnyView {
    let lang = map.lang;
    let score = score(map, column);
    let assumed =
        map.scene.with_value(|scene| scene.touchpoints.get(column).and_then(|t| t.assumed));
    (move || {
        let score = score.get();
        let words = score.as_ref().map(|score| words(score, assumed, lang));
        let under = score.as_ref().is_some_and(|score| score.overrated);
        let note = score.and_then(|score| note(&score, lang));
        view! {
            <span class="visually-hidden">{words}</span>
            <span class="point-note" aria-hidden="true" class:under=under>{note}</span>
        }
    })
    .into_any()
}

fn note(score: &TouchpointScore, lang: Lang) -> Option<AnyView> {
    let value = value_text(score.emotion.value?, Unit::Emotion, lang);
    let n = number_text(score.emotion.n as f64, 0, lang);
    let thin = score.emotion.is_thin().then_some("°");
    Some(
        view! { <strong>{value}{thin}</strong><span class="n">{format!("n {n}")}</span> }
            .into_any(),
    )
}

fn words(score: &TouchpointScore, assumed: Option<f64>, lang: Lang) -> String {
    let mut words = match score.emotion.value {
        Some(value) => {
            let value = value_text(value, Unit::Emotion, lang);
            format!(
                "{} {value} · {}",
                t::measured(lang),
                estimate_note(&score.emotion, Unit::Emotion, lang)
            )
        }
        None => t::no_responses(lang).to_owned(),
    };
    if let Some(assumed) = assumed {
        words += &format!(" · {} {}", t::assumed(lang), value_text(assumed, Unit::Emotion, lang));
    }
    if score.overrated {
        words += &format!(" · {}", t::overrated(lang));
    }
    words
}

/// Where a piece of the curve is drawn.
struct Frame {
    columns: Range<usize>,
    width: f64,
    height: f64,
    scale: Scale,
    first: usize,
    column: f64,
}

impl Frame {
    fn new(columns: Range<usize>, column: f64, height: f64, margin: f64) -> Self {
        let first = columns.start;
        let scale = Scale {
            left: column / 2.0 - first as f64 * column,
            x: column,
            middle: (height - margin) / 2.0,
            y: (height - 2.0 * margin) / 2.0 / REACH,
        };
        let width = columns.len() as f64 * column;
        Self { columns, width, height, scale, first, column }
    }

    /// The knots of a curve that are in the frame, and one beyond either edge, to which lines lead.
    fn part<'a>(&self, knots: &'a [Knot]) -> &'a [Knot] {
        let from = knots.partition_point(|knot| knot.x < self.columns.start as f64);
        let to = knots.partition_point(|knot| knot.x < self.columns.end as f64);
        knots.get(from.saturating_sub(1)..(to + 1).min(knots.len())).unwrap_or_default()
    }

    fn line(&self, knots: &[Knot]) -> String {
        svg_path(self.part(knots), self.scale, neighbours)
    }

    fn ribbon(&self, curve: &Curve) -> String {
        ribbon_path(self.part(&curve.low), self.part(&curve.high), self.scale, neighbours)
    }

    fn level(&self, emotion: f64) -> String {
        let (_, y) = self.scale.at(0.0, emotion);
        format!("M0 {} H{}", coordinate(y), coordinate(self.width))
    }
}

/// Lines connect touchpoints that follow each other; where one has no value there is a gap.
fn neighbours(a: &Knot, b: &Knot) -> bool {
    b.x - a.x < 1.5
}

fn drawing(scores: &ScoresScene, frame: &Frame) -> AnyView {
    let overlays = scores.overlays.iter().enumerate().map(|(place, overlay)| {
        let class = ["overlay one", "overlay two", "overlay three", "overlay four"][place % 4];
        view! { <path class=class d=frame.line(&overlay.curve.line)/> }
    });
    // Points are worth drawing where there is room for them.
    let points = (frame.column > 8.0).then(|| {
        let part = frame.part(&scores.measured.line);
        part.iter().map(|knot| dot(knot, scores, frame)).collect_view()
    });
    view! {
        <svg class="drawing" aria-hidden="true" width=coordinate(frame.width) height=coordinate(frame.height)
            style:--place=frame.first.to_string()>
            <path class="level" d=frame.level(REACH)/>
            <path class="level zero" d=frame.level(0.0)/>
            <path class="level" d=frame.level(-REACH)/>
            <path class="ribbon" d=frame.ribbon(&scores.measured)/>
            <path class="assumed" d=frame.line(&scores.assumed.line)/>
            {overlays.collect_view()}
            <path class="measured" d=frame.line(&scores.measured.line)/>
            {points}
        </svg>
    }
    .into_any()
}

fn dot(knot: &Knot, scores: &ScoresScene, frame: &Frame) -> impl IntoView + use<> {
    let (x, y) = frame.scale.at(knot.x, knot.y);
    let thin = scores.touchpoints.get(knot.x as usize).is_some_and(|score| score.emotion.is_thin());
    view! { <circle cx=coordinate(x) cy=coordinate(y) r="5" class:thin=thin/> }
}

/// The whole curve on one sheet, for printing.
pub(super) fn printed(map: Map) -> AnyView {
    let count = map.count().max(1);
    let frame = Frame::new(0..count, PAPER / count as f64, PAPER / 5.0, PAPER / 40.0);
    let view_box = format!("0 0 {} {}", coordinate(frame.width), coordinate(frame.height));
    let inner = map.scores.with(|scores| scores.as_ref().map(|scores| drawing(scores, &frame)));
    view! { <svg class="printed-curve" viewBox=view_box>{inner}</svg> }.into_any()
}
