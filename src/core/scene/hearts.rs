//! The five hearts as a loop, with what stands behind them.

use super::{HealthLine, Label, Trend};
use crate::core::calendar::{Month, Period};
use crate::core::hearts::{
    Gap, HealthRules, HeartLoop, MaturityLevel, Requirement, goalpost_score, heart_loop, maturity,
};
use crate::core::index::Estimate;
use crate::core::model::{Direction, Heart, Indicator, Lang, Role, Touchpoint};
use crate::core::order::sort_by;
use crate::core::query::Filters;
use crate::core::tally::{Slice, Totals};
use crate::core::workspace::{Columns, Workspace};
use serde::{Deserialize, Serialize};

/// Months of history.
const TREND_MONTHS: i32 = 24;

/// One indicator against its target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndicatorLine {
    /// Its heart; none for an outcome of all.
    pub heart: Option<Heart>,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// Its value in the period, with n and interval where it comes from responses.
    pub figure: Estimate,
    /// Its value the period before.
    pub before: Option<f64>,
    /// Where it began.
    pub baseline: Option<f64>,
    /// Where it should be.
    pub target: Option<f64>,
    /// Its score between its goalposts, 0 to 100.
    pub score: Option<f64>,
    /// Its target's score, 0 to 100.
    pub target_score: Option<f64>,
    /// True when less is better.
    pub lower_is_better: bool,
    /// True when it counts in the health index.
    pub counts: bool,
}

/// One criterion of the ladder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rung {
    /// What is measured.
    pub label: Label,
    /// What it must reach.
    pub requirement: Requirement,
    /// The value it has.
    pub value: Option<f64>,
    /// True when it is reached.
    pub met: bool,
}

/// One level of the ladder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LadderStep {
    /// The level.
    pub level: MaturityLevel,
    /// Its criteria; none for L1.
    pub rungs: Vec<Rung>,
    /// True when it and all below are reached.
    pub reached: bool,
}

/// The five hearts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeartsScene {
    /// The days it is about.
    pub period: Period,
    /// The loop.
    pub heart_loop: HeartLoop,
    /// Each heart now and before.
    pub hearts: Vec<HealthLine>,
    /// The health index now.
    pub health: Option<f64>,
    /// How much of its weight is present, 0 to 1.
    pub coverage: f64,
    /// When it is shown, and how it is blended.
    pub health_rules: HealthRules,
    /// The health index month by month.
    pub health_trend: Trend,
    /// Each heart's index month by month, from the same first month.
    pub heart_trends: Vec<Vec<Option<f64>>>,
    /// All indicators with a value or a place in the index.
    pub indicators: Vec<IndicatorLine>,
    /// The maturity ladder, lowest level first.
    pub ladder: Vec<LadderStep>,
    /// The target of a heart's answers, 0 to 100.
    pub heart_target: f64,
    /// True when nothing here will change as more responses are read.
    pub settled: bool,
}

impl Workspace {
    /// The five hearts, for some filters.
    pub fn hearts_scene(&self, filters: &Filters, lang: Lang) -> HeartsScene {
        let slice = self.slice(filters);
        let period = self.period(filters);
        let (now, before) = (self.totals(&slice), self.totals(&slice.over(period.previous())));
        let hearts = self.health_lines(period, [&now, &before]);
        let health = self.health(period, &now).index;
        let (health_trend, heart_trends) = self.trends(&slice, period.last.month());
        HeartsScene {
            period,
            heart_loop: self.heart_loop(&slice, period, &hearts),
            hearts,
            health: health.index,
            coverage: health.coverage,
            health_rules: self.settings.health,
            health_trend,
            heart_trends,
            indicators: self.indicator_lines(period, [&now, &before], lang),
            ladder: self.ladder(period, &now, lang),
            heart_target: self.settings.targets.heart,
            settled: self.is_settled(&slice, &Columns::Whole, true),
        }
    }

    fn heart_loop(&self, slice: &Slice, period: Period, hearts: &[HealthLine]) -> HeartLoop {
        let mut nodes = [None; 5];
        hearts.iter().for_each(|line| nodes[line.heart.index()] = line.now);
        heart_loop(nodes, &self.heart_pairs(slice, period))
    }

    /// For each heart, its score and its successor's in every touchpoint-month that has both.
    fn heart_pairs(&self, slice: &Slice, period: Period) -> [Vec<(f64, f64)>; 5] {
        let touchpoints: Vec<&Touchpoint> =
            self.touchpoints().map(|(_, touchpoint)| touchpoint).collect();
        let (first, last) = period.months();
        let window = self.layout().window(&Heart::ALL.map(Role::Heart));
        let cells = self.cross(slice, &touchpoints, &Columns::Months(first, last), window);
        let mut pairs: [Vec<(f64, f64)>; 5] = Default::default();
        for cell in &cells {
            let scores = Heart::ALL.map(|heart| heart_mean(self, cell, heart));
            for heart in Heart::ALL {
                let pair = scores[heart.index()].zip(scores[heart.next().index()]);
                pairs[heart.index()].extend(pair);
            }
        }
        pairs
    }

    /// The health index and each heart's, month by month until `last`, from the first month with any.
    pub(super) fn trends(&self, slice: &Slice, last: Month) -> (Trend, Vec<Vec<Option<f64>>>) {
        let months = self.health_by_month(slice, (last.plus(1 - TREND_MONTHS), last));
        let is_known = |health: &crate::core::workspace::Health| {
            health.index.index.is_some()
                || health.hearts.iter().any(|heart| heart.index.index.is_some())
        };
        let known: Vec<_> =
            months.into_iter().skip_while(|(_, health)| !is_known(health)).collect();
        let trend = Trend {
            first: known.first().map_or(last, |(month, _)| *month),
            values: known.iter().map(|(_, health)| health.index.index).collect(),
        };
        let of = |heart: Heart| {
            known.iter().map(|(_, health)| health.hearts[heart.index()].index.index).collect()
        };
        (trend, Heart::ALL.map(of).to_vec())
    }

    fn indicator_lines(
        &self,
        period: Period,
        totals: [&Totals; 2],
        lang: Lang,
    ) -> Vec<IndicatorLine> {
        let lines = self
            .indicators
            .iter()
            .map(|indicator| self.indicator_line(indicator, period, totals, lang));
        let mut lines: Vec<IndicatorLine> =
            lines.filter(|line| line.counts || line.figure.value.is_some()).collect();
        // Hearts in the order of the loop; outcomes of all after them.
        let place = |line: &IndicatorLine| line.heart.map_or(usize::MAX, Heart::index);
        sort_by(&mut lines, |a, b| place(a).cmp(&place(b)));
        lines
    }

    fn indicator_line(
        &self,
        indicator: &Indicator,
        period: Period,
        [now, before]: [&Totals; 2],
        lang: Lang,
    ) -> IndicatorLine {
        let figure = self.indicator_value(indicator, period, now);
        let score = |value: Option<f64>| {
            value.zip(indicator.goalposts).and_then(|(v, posts)| goalpost_score(v, &posts))
        };
        let name = indicator.name.get(lang);
        IndicatorLine {
            heart: indicator.heart,
            name: if name.is_empty() { indicator.id.as_str() } else { name }.to_owned(),
            unit: indicator.unit.get(lang).to_owned(),
            figure,
            before: self.indicator_value(indicator, period.previous(), before).value,
            baseline: indicator.baseline,
            target: indicator.target,
            score: score(figure.value),
            target_score: score(indicator.target),
            lower_is_better: indicator.direction == Direction::Lower,
            counts: indicator.weight > 0.0,
        }
    }

    fn ladder(&self, period: Period, totals: &Totals, lang: Lang) -> Vec<LadderStep> {
        let rules = &self.settings.maturity;
        let value_of = |name: &str| self.measure(name, period, totals);
        let reached = maturity(rules, &value_of).level;
        let rung = |criterion: &crate::core::hearts::Criterion| {
            let value = value_of(&criterion.measure);
            Rung {
                label: self.indicator_label_of(&criterion.measure, lang),
                requirement: criterion.requirement,
                value,
                met: value.is_some_and(|value| criterion.requirement.is_met_by(value)),
            }
        };
        let steps = MaturityLevel::ALL.into_iter().enumerate().map(|(place, level)| LadderStep {
            level,
            rungs: place
                .checked_sub(1)
                .and_then(|p| rules.levels.get(p))
                .map_or(Vec::new(), |c| c.iter().map(rung).collect()),
            reached: level <= reached,
        });
        steps.collect()
    }

    /// The unmet criteria with their names.
    pub(super) fn named_gaps(&self, gaps: Vec<Gap>, lang: Lang) -> Vec<(Gap, Label)> {
        let named = |gap: Gap| {
            let label = self.indicator_label_of(&gap.criterion.measure, lang);
            (gap, label)
        };
        gaps.into_iter().map(named).collect()
    }
}

fn heart_mean(workspace: &Workspace, totals: &Totals, heart: Heart) -> Option<f64> {
    totals.heart(workspace.layout(), heart, workspace.level).mean.value
}
