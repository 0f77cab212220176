//! What better service might be worth: a scenario, never a measurement.

use super::Interval;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What one figure is assumed to do to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coefficient {
    /// For this much of the cause …
    pub per: f64,
    /// … this much of the effect, in percent, at least.
    pub low: f64,
    /// And at most; the same for a single figure.
    pub high: f64,
    /// Where it comes from; absent for a planning assumption that nothing was measured for.
    #[serde(default)]
    pub source: Option<String>,
}

/// The assumptions of the chain, from service to profit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProfitChain {
    /// Percent of the heart index → percent of CSAT.
    pub csat_by_heart_index: Coefficient,
    /// Percent of CSAT → percent of margin.
    pub margin_by_csat: Coefficient,
    /// Points of NPS → percent of revenue.
    pub revenue_by_nps: Coefficient,
}

impl Default for ProfitChain {
    /// Heart index +10 % → CSAT +7.6 % → margin +5.2 %; one point of NPS → revenue +0.5 to +2.5 %.
    fn default() -> Self {
        let assumed = |per, low, high| Coefficient { per, low, high, source: None };
        Self {
            csat_by_heart_index: assumed(10.0, 7.6, 7.6),
            margin_by_csat: assumed(7.6, 5.2, 5.2),
            revenue_by_nps: assumed(1.0, 0.5, 2.5),
        }
    }
}

/// The mark every result of the chain carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ScenarioKind {
    /// What would be, if the assumptions held.
    #[default]
    Scenario,
}

/// What the assumptions come to. Each effect is a range, in percent; its ends are equal where the assumptions are
/// single figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    /// That it is one.
    pub kind: ScenarioKind,
    /// Change of CSAT.
    pub csat_percent: Option<Interval>,
    /// Change of the margin.
    pub margin_percent: Option<Interval>,
    /// Change of revenue.
    pub revenue_percent: Option<Interval>,
    /// The assumptions it rests on.
    pub assumptions: ProfitChain,
}

/// The scenario of a change of the heart index, in percent, and of NPS, in points. Effects grow in proportion; ranges
/// stay ranges, and a range of causes times one of effects is the widest there is. An effect is absent when a
/// coefficient is for nothing (`per` = 0) or not finite.
///
/// Source: J. Heskett et al., "Putting the service-profit chain to work", Harvard Business Review 72 (1994), for the
/// chain; its coefficients are each company's own assumptions.
///
/// # Example
/// ```
/// use heartline::core::index::{Interval, ProfitChain, profit_chain};
/// let scenario = profit_chain(5.0, 2.0, &ProfitChain::default());
/// assert_eq!(scenario.csat_percent, Some(Interval { low: 3.8, high: 3.8 }));
/// assert_eq!(scenario.revenue_percent, Some(Interval { low: 1.0, high: 5.0 }));
/// ```
pub fn profit_chain(
    heart_index_percent: f64,
    nps_points: f64,
    assumptions: &ProfitChain,
) -> Scenario {
    let point = |value| Interval { low: value, high: value };
    let csat_percent = effect(point(heart_index_percent), &assumptions.csat_by_heart_index);
    Scenario {
        kind: ScenarioKind::Scenario,
        csat_percent,
        margin_percent: csat_percent.and_then(|csat| effect(csat, &assumptions.margin_by_csat)),
        revenue_percent: effect(point(nps_points), &assumptions.revenue_by_nps),
        assumptions: assumptions.clone(),
    }
}

fn effect(cause: Interval, coefficient: &Coefficient) -> Option<Interval> {
    let Coefficient { per, low, high, .. } = coefficient;
    let end = |cause: f64, effect: f64| cause * effect / per;
    let ends = [
        end(cause.low, *low),
        end(cause.low, *high),
        end(cause.high, *low),
        end(cause.high, *high),
    ];
    let lowest = ends.into_iter().fold(f64::INFINITY, f64::min);
    let highest = ends.into_iter().fold(f64::NEG_INFINITY, f64::max);
    let is_sound = ends.iter().all(|end| end.is_finite());
    is_sound.then_some(Interval { low: lowest, high: highest })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_coefficient_for_nothing_has_no_effect_to_tell() {
        let mut chain = ProfitChain::default();
        chain.csat_by_heart_index.per = 0.0;
        let scenario = profit_chain(10.0, 1.0, &chain);
        assert_eq!((scenario.csat_percent, scenario.margin_percent), (None, None));
        assert!(scenario.revenue_percent.is_some());
    }

    #[test]
    fn a_fall_turns_a_range_round() {
        let scenario = profit_chain(0.0, -2.0, &ProfitChain::default());
        assert_eq!(scenario.revenue_percent, Some(Interval { low: -5.0, high: -1.0 }));
    }

    proptest! {
        #[test]
        fn in_proportion_with_its_ends_in_order(hearts in -50.0f64..50.0, points in -50.0f64..50.0, times in 1.0f64..4.0) {
            let of = |times: f64| profit_chain(times * hearts, times * points, &ProfitChain::default());
            let (once, more) = (of(1.0), of(times));
            let figures = [
                (once.csat_percent, more.csat_percent),
                (once.margin_percent, more.margin_percent),
                (once.revenue_percent, more.revenue_percent),
            ];
            for (once, more) in figures {
                let (once, more) = once.zip(more).expect("coefficients");
                prop_assert!(once.low <= once.high);
                prop_assert!((once.low * times - more.low).abs() < 1e-9);
                prop_assert!((once.high * times - more.high).abs() < 1e-9);
            }
        }
    }
}
