//! A journey as it was measured: the figures of its map.

use super::Named;
use crate::core::calendar::Period;
use crate::core::index::{Estimate, Knot, steffen};
use crate::core::model::{Dimension, Heart, Journey, Lang, Touchpoint};
use crate::core::query::Filters;
use crate::core::tally::{Slice, Totals};
use crate::core::workspace::{Columns, Workspace};
use serde::{Deserialize, Serialize};

/// A curve over a journey's touchpoints: x is a touchpoint's place, y an emotion from −2 to +2. Places
/// without a value have no knot.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Curve {
    /// The line.
    pub line: Vec<Knot>,
    /// The lower edge of its ribbon.
    pub low: Vec<Knot>,
    /// The upper edge of its ribbon.
    pub high: Vec<Knot>,
}

impl Curve {
    /// The curve of measured values, with their intervals as its ribbon.
    pub fn measured(values: &[Estimate]) -> Self {
        Self {
            line: through(values.iter().map(|estimate| estimate.value)),
            low: through(values.iter().map(|estimate| estimate.ci.map(|ci| ci.low.max(-2.0)))),
            high: through(values.iter().map(|estimate| estimate.ci.map(|ci| ci.high.min(2.0)))),
        }
    }

    /// The curve of assumed values, which have no intervals.
    pub fn assumed(values: impl Iterator<Item = Option<f64>>) -> Self {
        Self { line: through(values), ..Self::default() }
    }
}

fn through(values: impl Iterator<Item = Option<f64>>) -> Vec<Knot> {
    let points: Vec<(f64, f64)> =
        values.enumerate().filter_map(|(place, value)| Some((place as f64, value?))).collect();
    // Places differ, so there is always a curve.
    steffen(&points).unwrap_or_default()
}

/// The figures of one touchpoint.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TouchpointScore {
    /// Responses in the period.
    pub responses: u64,
    /// Measured emotion, −2 to +2.
    pub emotion: Estimate,
    /// Share satisfied, in percent.
    pub csat: Estimate,
    /// The hearts it relies on and misses, lowest first, with their scores, 0 to 100.
    pub missed: Vec<(Heart, Estimate)>,
    /// True when the measured emotion is under the assumed one beyond chance.
    pub overrated: bool,
}

/// A segment's curve, laid over the whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OverlayCurve {
    /// The segment.
    pub segment: Named,
    /// Its measured emotions.
    pub emotions: Vec<Estimate>,
    /// Their curve.
    pub curve: Curve,
}

/// The figures of a journey's map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScoresScene {
    /// The days it is about.
    pub period: Period,
    /// A touchpoint each.
    pub touchpoints: Vec<TouchpointScore>,
    /// The measured emotion curve.
    pub measured: Curve,
    /// The assumed emotion curve.
    pub assumed: Curve,
    /// Segments laid over it.
    pub overlays: Vec<OverlayCurve>,
    /// The target of hearts, 0 to 100.
    pub heart_target: f64,
    /// True when nothing here will change as more responses are read.
    pub settled: bool,
}

impl Workspace {
    /// The figures of a journey's map, with some segments laid over.
    pub fn scores(
        &self,
        journey: &Journey,
        filters: &Filters,
        overlays: &[String],
        lang: Lang,
    ) -> ScoresScene {
        let slice = self.slice(filters);
        let touchpoints: Vec<&Touchpoint> = journey.touchpoints().collect();
        let totals = self.by_touchpoint(&slice, &touchpoints);
        let scores: Vec<TouchpointScore> = touchpoints
            .iter()
            .zip(&totals)
            .map(|(touchpoint, totals)| self.score(touchpoint, totals))
            .collect();
        let emotions: Vec<Estimate> = scores.iter().map(|score| score.emotion).collect();
        let overlay = |segment: &String| self.overlay(segment, &slice, &touchpoints, lang);
        ScoresScene {
            period: self.period(filters),
            measured: Curve::measured(&emotions),
            assumed: Curve::assumed(
                touchpoints.iter().map(|touchpoint| touchpoint.assumed_emotion),
            ),
            touchpoints: scores,
            overlays: overlays.iter().map(overlay).collect(),
            heart_target: self.settings.targets.heart,
            settled: self.is_settled(&slice, &Columns::Whole, true),
        }
    }

    pub(super) fn score(&self, touchpoint: &Touchpoint, totals: &Totals) -> TouchpointScore {
        let emotion = self.emotion(totals);
        TouchpointScore {
            responses: totals.responses(),
            emotion,
            csat: totals.csat(self.layout(), self.level).share.map(|share| share * 100.0),
            missed: self.missed_hearts(touchpoint, totals).collect(),
            overrated: touchpoint.assumed_emotion.is_some_and(|assumed| emotion.is_under(assumed)),
        }
    }

    fn overlay(
        &self,
        segment: &str,
        slice: &Slice,
        touchpoints: &[&Touchpoint],
        lang: Lang,
    ) -> OverlayCurve {
        let mut own = slice.clone();
        own.dimensions[Dimension::Segment.index()] = Some(segment.to_owned());
        let totals = self.by_touchpoint(&own, touchpoints);
        let emotions: Vec<Estimate> = totals.iter().map(|totals| self.emotion(totals)).collect();
        OverlayCurve {
            segment: self.named(Dimension::Segment, segment, lang),
            curve: Curve::measured(&emotions),
            emotions,
        }
    }
}
