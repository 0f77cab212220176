//! Service quality: what was expected and what was perceived, by dimension.

use super::survey_figures::{Gap, QualityFigures, Results};
use super::survey_scale::Reliability;
use super::track::{Tick, Track};
use crate::core::index::{Estimate, Level, Servperf, Servqual, servperf, servqual};
use crate::core::model::{Lang, QualityDimension, QualitySurvey};
use crate::core::tally::QualitySums;
use serde::{Deserialize, Serialize};

/// One dimension.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QualityLine {
    /// The dimension as a whole.
    pub figures: QualityFigures,
    /// Its share of what matters, in percent; absent where nobody is asked.
    pub weight: Option<Estimate>,
    /// Whether its items measure one thing.
    pub reliability: Reliability,
    /// Its items.
    pub items: Vec<QualityFigures>,
}

/// The figures of a survey as a whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QualityOverall {
    /// Mean of the dimensions' gaps; absent where nobody is asked what was expected.
    pub gap: Option<Estimate>,
    /// The same, weighted by what matters to each respondent; absent where nobody is asked what does.
    pub weighted_gap: Option<Estimate>,
    /// Mean of the dimensions' perceptions (SERVPERF).
    pub score: Estimate,
    /// The same, weighted.
    pub weighted_score: Option<Estimate>,
    /// Respondents who left out an item, and so have no overall figure.
    pub n_missing: u64,
}

/// A survey of service quality.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QualityScene {
    /// The whole of it.
    pub overall: QualityOverall,
    /// What may be said of its gap.
    pub said: Gap,
    /// The dimension with the lowest gap, or the lowest perception where there are no gaps.
    pub lowest: Option<String>,
    /// The lowest and the highest answer.
    pub ends: (i16, i16),
    /// What the track names.
    pub ticks: Vec<Tick>,
    /// The dimensions, in the survey's order.
    pub dimensions: Vec<QualityLine>,
}

/// The most steps a track has room for on a phone.
const STEPS: f64 = 10.0;

impl QualityScene {
    pub(super) fn of(survey: &QualitySurvey, sums: &QualitySums, level: Level, lang: Lang) -> Self {
        let ends = (survey.scale.min, survey.scale.max);
        let track = Track { from: f64::from(ends.0), to: f64::from(ends.1) };
        let perceived = servperf(&sums.perception, level);
        let gaps = sums.pairs.as_ref().and_then(|pairs| servqual(pairs, level));
        let results = Results { track, lang, perceived: perceived.as_ref(), gaps: gaps.as_ref() };
        let all = survey.dimensions.iter().enumerate();
        let line = |(at, dimension)| line(at, dimension, survey, sums, &results, level);
        let dimensions: Vec<QualityLine> = all.filter_map(line).collect();
        let overall = overall(survey, &results);
        Self {
            said: overall.gap.as_ref().map_or(Gap::Unknown, Gap::said),
            overall,
            lowest: lowest(&dimensions),
            ends,
            ticks: track.ticks(((track.to - track.from) / STEPS).ceil()),
            dimensions,
        }
    }
}

fn line(
    at: usize,
    dimension: &QualityDimension,
    survey: &QualitySurvey,
    sums: &QualitySums,
    results: &Results,
    level: Level,
) -> Option<QualityLine> {
    let weight = sums.weights.get(at).map(|weight| weight.estimate(level));
    Some(QualityLine {
        figures: results.dimension(at, dimension),
        items: results.items(at, dimension),
        weight: weight.map(|share| share.map(|share| share * 100.0)),
        reliability: Reliability::of(sums.reliability.get(at)?, survey.wanted_alpha, level),
    })
}

fn overall(survey: &QualitySurvey, results: &Results) -> QualityOverall {
    let weighs = survey.asks_weights();
    let gap = |of: fn(&Servqual) -> Estimate| results.gaps.map(of).unwrap_or_default();
    let score = |of: fn(&Servperf) -> Estimate| {
        results.on_scale(results.perceived.map(of).unwrap_or_default())
    };
    let expects = survey.asks_expectations();
    let of_gaps = results.gaps.map(|gaps| gaps.n_missing);
    let of_scores = results.perceived.map(|scores| scores.n_missing);
    QualityOverall {
        gap: expects.then(|| gap(|gaps| gaps.gap)),
        weighted_gap: (expects && weighs).then(|| gap(|gaps| gaps.weighted_gap)),
        score: score(|scores| scores.score),
        weighted_score: weighs.then(|| score(|scores| scores.weighted_score)),
        n_missing: of_gaps.or(of_scores).unwrap_or_default(),
    }
}

fn lowest(dimensions: &[QualityLine]) -> Option<String> {
    let value = |line: &QualityLine| line.figures.gap.unwrap_or(line.figures.perception).value;
    let all = dimensions.iter().filter_map(|line| value(line).map(|value| (line, value)));
    let lowest = all.min_by(|a, b| a.1.total_cmp(&b.1));
    lowest.filter(|_| dimensions.len() > 1).map(|(line, _)| line.figures.name.clone())
}
