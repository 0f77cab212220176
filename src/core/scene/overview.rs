//! The state of everything on one screen.

use super::{Label, Named};
use crate::core::calendar::{Month, Period};
use crate::core::hearts::{Alert, Gap, HealthRules, MaturityLevel, maturity};
use crate::core::index::Estimate;
use crate::core::model::{Dimension, Heart, Lang};
use crate::core::query::Filters;
use crate::core::tally::{Slice, Totals};
use crate::core::workspace::{Columns, Movement, OutcomeChange, Priority, Why, Workspace};
use serde::{Deserialize, Serialize};

/// How many touchpoints to fix first are named.
const FIX_FIRST: usize = 3;
/// How many movements are named.
const MOVEMENTS: usize = 5;

/// A figure over months.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Trend {
    /// The first month.
    pub first: Month,
    /// A value a month; absent where it is not defined.
    pub values: Vec<Option<f64>>,
}

/// A heart as the overview shows it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct HealthLine {
    /// Which heart.
    pub heart: Heart,
    /// Its composite index now, 0 to 100.
    pub now: Option<f64>,
    /// The same the period before.
    pub before: Option<f64>,
    /// How much of its weight is present, 0 to 1.
    pub coverage: f64,
    /// What customers answered, 0 to 100, with n and interval.
    pub answers: Estimate,
}

/// A touchpoint to fix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FixLine {
    /// The touchpoint.
    pub touchpoint: Named,
    /// Its journey.
    pub journey: Named,
    /// Share satisfied, in percent.
    pub csat: Estimate,
    /// How much it matters, 1 to 10.
    pub importance: f64,
    /// Importance × shortfall.
    pub priority: f64,
    /// Why, most telling first.
    pub why: Vec<Why>,
}

/// An alert and what it is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AlertLine {
    /// What it is about.
    pub label: Label,
    /// The alert.
    pub alert: Alert,
}

/// A change beyond chance and what it is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MovementLine {
    /// What moved.
    pub label: Label,
    /// How.
    pub movement: Movement,
}

/// What an executive sees first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    /// The days it is about.
    pub period: Period,
    /// The days before, for comparison.
    pub previous: Period,
    /// Responses in the period.
    pub responses: u64,
    /// The health index now; absent while too little of its weight is present.
    pub health: Option<f64>,
    /// The health index the period before.
    pub health_before: Option<f64>,
    /// How much of the health index's weight is present, 0 to 1.
    pub coverage: f64,
    /// When the health index is shown, and how it is blended.
    pub health_rules: HealthRules,
    /// How many indicators have a weight in it.
    pub counted: usize,
    /// The target of satisfaction, in percent.
    pub csat_target: f64,
    /// The health index month by month.
    pub trend: Trend,
    /// The five hearts.
    pub hearts: Vec<HealthLine>,
    /// The weakest of them.
    pub weakest: Option<Heart>,
    /// The maturity level.
    pub maturity: MaturityLevel,
    /// What the next level lacks, with the names of what is measured.
    pub lacking: Vec<(Gap, Label)>,
    /// Every open alert, most urgent first.
    pub alerts: Vec<AlertLine>,
    /// What to fix first.
    pub fix_first: Vec<FixLine>,
    /// What changed since the period before.
    pub changes: Vec<OutcomeChange>,
    /// What moved beyond chance.
    pub movements: Vec<MovementLine>,
    /// True when nothing here will change as more responses are read, teams aside.
    pub settled: bool,
    /// True when what is said of teams will not change either.
    pub teams_settled: bool,
}

impl Workspace {
    /// The overview for some filters.
    pub fn overview(&self, filters: &Filters, lang: Lang) -> Overview {
        let slice = self.slice(filters);
        let period = self.period(filters);
        let (now, before) = (self.totals(&slice), self.totals(&slice.over(period.previous())));
        let health = self.health(period, &now);
        let health_before = self.health(period.previous(), &before);
        let hearts = self.health_lines(period, [&now, &before]);
        let found = maturity(&self.settings.maturity, &|name| self.measure(name, period, &now));
        Overview {
            period,
            previous: period.previous(),
            responses: now.responses(),
            health: health.index.index,
            health_before: health_before.index.index,
            coverage: health.index.coverage,
            health_rules: self.settings.health,
            counted: self.indicators.iter().filter(|indicator| indicator.weight > 0.0).count(),
            csat_target: self.settings.targets.csat,
            trend: self.trends(&slice, period.last.month()).0,
            weakest: weakest(&hearts),
            hearts,
            maturity: found.level,
            lacking: self.named_gaps(found.lacking, lang),
            alerts: self.alert_lines(&slice, lang),
            fix_first: self
                .priorities(&slice)
                .iter()
                .take(FIX_FIRST)
                .map(|p| fix_line(p, lang))
                .collect(),
            changes: self.changes(&slice),
            movements: self.movement_lines(&slice, lang),
            settled: self.is_settled(&slice, &Columns::Whole, true),
            teams_settled: self.is_settled(
                &slice,
                &Columns::Values(Dimension::Team, Vec::new()),
                false,
            ),
        }
    }

    /// A named measure of the maturity ladder.
    pub(super) fn measure(&self, name: &str, period: Period, totals: &Totals) -> Option<f64> {
        let indicator = self.indicators.iter().find(|indicator| indicator.id.as_str() == name)?;
        self.indicator_value(indicator, period, totals).value
    }

    pub(super) fn health_lines(
        &self,
        period: Period,
        [now, before]: [&Totals; 2],
    ) -> Vec<HealthLine> {
        let (now, before) = (self.health(period, now), self.health(period.previous(), before));
        let line = |heart: Heart| HealthLine {
            heart,
            now: now.hearts[heart.index()].index.index,
            before: before.hearts[heart.index()].index.index,
            coverage: now.hearts[heart.index()].index.coverage,
            answers: now.hearts[heart.index()].answers.index,
        };
        Heart::ALL.map(line).to_vec()
    }

    fn alert_lines(&self, slice: &Slice, lang: Lang) -> Vec<AlertLine> {
        let line = |alert: Alert| AlertLine { label: self.alert_label(&alert, lang), alert };
        self.alerts(slice).into_iter().map(line).collect()
    }

    fn movement_lines(&self, slice: &Slice, lang: Lang) -> Vec<MovementLine> {
        let line = |movement: Movement| MovementLine {
            label: self.mover_label(&movement.mover, lang),
            movement,
        };
        self.movements(slice).into_iter().take(MOVEMENTS).map(line).collect()
    }
}

fn weakest(hearts: &[HealthLine]) -> Option<Heart> {
    let known = hearts.iter().filter_map(|line| Some((line.heart, line.now?)));
    known.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(heart, _)| heart)
}

fn fix_line(priority: &Priority, lang: Lang) -> FixLine {
    let Priority { journey, touchpoint, csat, importance, priority, why } = priority;
    FixLine {
        touchpoint: Named {
            id: touchpoint.id.to_string(),
            name: touchpoint.name.get(lang).to_owned(),
        },
        journey: Named { id: journey.id.to_string(), name: journey.name.get(lang).to_owned() },
        csat: *csat,
        importance: *importance,
        priority: *priority,
        why: why.clone(),
    }
}
