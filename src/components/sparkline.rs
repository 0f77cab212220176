//! A small line over months.

use crate::core::scene::{Knot, Scale, Trend, coordinate, svg_path};
use leptos::prelude::*;

const WIDTH: f64 = 240.0;
const HEIGHT: f64 = 56.0;
const MARGIN: f64 = 4.0;

/// A line of values from 0 to 100, drawn between its own lowest and highest; a gap where a month has
/// none. `words` says what it shows, for those who do not see it.
pub fn sparkline(trend: &Trend, words: String) -> impl IntoView + use<> {
    let knots = knots(trend);
    let (low, high) = bounds(&knots);
    let months = trend.values.len().saturating_sub(1).max(1) as f64;
    let scale = Scale {
        left: MARGIN,
        x: (WIDTH - 2.0 * MARGIN) / months,
        middle: HEIGHT - MARGIN + low * unit(low, high),
        y: unit(low, high),
    };
    let line = svg_path(&knots, scale, |a, b| b.x - a.x < 1.5);
    let end = knots.last().map(|knot| scale.at(knot.x, knot.y));
    view! {
        <svg class="sparkline" viewBox=format!("0 0 {} {}", WIDTH as u32, HEIGHT as u32) role="img" aria-label=words>
            <path d=line/>
            {end.map(|(x, y)| view! { <circle cx=coordinate(x) cy=coordinate(y) r="3"/> })}
        </svg>
    }
}

fn unit(low: f64, high: f64) -> f64 {
    (HEIGHT - 2.0 * MARGIN) / (high - low).max(1.0)
}

/// Months are joined as touchpoints are on the emotion curve: nothing between two goes beyond either.
fn knots(trend: &Trend) -> Vec<Knot> {
    let points: Vec<(f64, f64)> =
        trend.values.iter().enumerate().filter_map(|(x, y)| Some((x as f64, (*y)?))).collect();
    crate::core::scene::steffen(&points).unwrap_or_default()
}

fn bounds(knots: &[Knot]) -> (f64, f64) {
    let ys = knots.iter().map(|knot| knot.y);
    (ys.clone().fold(f64::INFINITY, f64::min), ys.fold(f64::NEG_INFINITY, f64::max))
}
