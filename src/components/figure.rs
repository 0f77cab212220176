//! Figures with their n and their interval.

use crate::core::index::Estimate;
use crate::core::model::Lang;
use crate::core::query::Measure;
use crate::locales::shell as t;
use crate::platform::number_text;
use leptos::prelude::*;

/// How a figure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A share in percent.
    Percent,
    /// Points, whole.
    Points,
    /// A score from 0 to 100, whole.
    Score,
    /// A mean, with one decimal.
    Mean,
    /// An emotion, with its sign and one decimal.
    Emotion,
    /// A mean of a short scale, or a coefficient, with two decimals.
    Rating,
    /// A difference of two of those, with its sign.
    Gap,
    /// A share in percent that counts against when it is below zero.
    Share,
}

impl Unit {
    /// The unit of a measure.
    pub fn of(measure: Measure) -> Self {
        match measure {
            Measure::Csat | Measure::Ces => Self::Percent,
            Measure::Nps => Self::Points,
            Measure::Emotion => Self::Emotion,
            Measure::Heart(_) => Self::Score,
        }
    }
}

impl Unit {
    /// The least and the greatest value there can be.
    fn range(self) -> (f64, f64) {
        match self {
            Self::Percent | Self::Score => (0.0, 100.0),
            Self::Points => (-100.0, 100.0),
            Self::Emotion => (-2.0, 2.0),
            Self::Share => (-100.0, 100.0),
            Self::Mean | Self::Rating | Self::Gap => (f64::NEG_INFINITY, f64::INFINITY),
        }
    }

    /// Whether a value can be.
    pub fn holds(self, value: f64) -> bool {
        let (low, high) = self.range();
        (low..=high).contains(&value)
    }
}

/// A value in its unit.
pub fn value_text(value: f64, unit: Unit, lang: Lang) -> String {
    match unit {
        Unit::Percent | Unit::Share => format!("{}%", number_text(value, 0, lang)),
        Unit::Rating => number_text(value, 2, lang),
        Unit::Gap => crate::platform::signed_text(value, 2, lang),
        Unit::Points | Unit::Score => number_text(value, 0, lang),
        Unit::Mean => number_text(value, 1, lang),
        Unit::Emotion => crate::platform::signed_text(value, 1, lang),
    }
}

/// A value in its unit, or a dash.
pub fn plain(value: Option<f64>, unit: Unit, lang: Lang) -> String {
    value.map_or_else(|| "–".to_owned(), |value| value_text(value, unit, lang))
}

/// What stands behind a figure: its n, its interval, and whether it is thin.
pub fn estimate_note(estimate: &Estimate, unit: Unit, lang: Lang) -> String {
    let mut parts = Vec::new();
    if estimate.value.is_none() {
        parts.push(t::no_value(lang).to_owned());
    }
    parts.push(t::n_is(lang, &number_text(estimate.n as f64, 0, lang)));
    // The interval of a mean may lead beyond the scale's ends, where nothing can be.
    let (least, greatest) = unit.range();
    if let Some(ci) = estimate.ci.map(|ci| ci.clip(least, greatest)) {
        let ends = [ci.low, ci.high].map(|end| value_text(end, unit, lang));
        parts.push(t::interval(lang, &ends[0], &ends[1]));
    }
    if estimate.is_thin() {
        parts.push(t::thin(lang).to_owned());
    }
    parts.join(" · ")
}

/// A figure. What stands behind it is shown while it is pointed at or has the focus, and is read out
/// with it.
pub fn figure(estimate: Estimate, unit: Unit, lang: Lang) -> impl IntoView {
    let thin = estimate.is_thin() && estimate.value.is_some();
    view! {
        <span class="figure" tabindex="0" class:thin=thin>
            <span class="value">{plain(estimate.value, unit, lang)}</span>
            <span class="tip">{estimate_note(&estimate, unit, lang)}</span>
        </span>
    }
}
