//! The heat map: touchpoints by heart, month or dimension.

use super::Named;
use crate::core::calendar::{Month, Period};
use crate::core::index::Estimate;
use crate::core::model::{Dimension, Heart, Journey, Lang, Role, Touchpoint};
use crate::core::order::{sort_by, within};
use crate::core::query::{Filters, HeatBy, HeatOrder, HeatState, Measure};
use crate::core::tally::{Totals, Window};
use crate::core::workspace::{Columns, Workspace};
use serde::{Deserialize, Serialize};

/// Steps of the diverging scale on either side of the target.
pub const STEPS: i8 = 4;

/// One cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HeatCell {
    /// The figure.
    pub figure: Estimate,
    /// Its colour: −[`STEPS`] coldest to +[`STEPS`] warmest, 0 at the target; absent for an empty cell.
    pub step: Option<i8>,
}

/// What a column stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HeatColumn {
    /// A heart.
    Heart(Heart),
    /// A month.
    Month(Month),
    /// A value of a dimension.
    Value(Dimension, Named),
}

/// A row of the heat map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeatRow {
    /// The touchpoint.
    pub touchpoint: Named,
    /// The name of its stage.
    pub stage: String,
    /// The figure over all columns.
    pub whole: HeatCell,
    /// A cell a column.
    pub cells: Vec<HeatCell>,
}

/// A heat map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeatScene {
    /// The journey.
    pub journey: Named,
    /// The days it is about.
    pub period: Period,
    /// What the cells show, or the first column alone where the others are hearts.
    pub measure: Measure,
    /// The measure's target.
    pub measure_target: f64,
    /// The value that is neither warm nor cold.
    pub target: f64,
    /// How far from the target the scale ends, on either side.
    pub reach: f64,
    /// The columns.
    pub columns: Vec<HeatColumn>,
    /// The rows, in order.
    pub rows: Vec<HeatRow>,
    /// How many touchpoints the search left out.
    pub left_out: usize,
    /// True when nothing here will change as more responses are read.
    pub settled: bool,
}

impl Workspace {
    /// The heat map of a journey.
    pub fn heat(
        &self,
        journey: &Journey,
        state: &HeatState,
        filters: &Filters,
        lang: Lang,
    ) -> HeatScene {
        let slice = self.slice(filters);
        let period = self.period(filters);
        let all = staged(journey, lang);
        let touchpoints: Vec<&Touchpoint> = all.iter().map(|(_, touchpoint)| *touchpoint).collect();
        let columns = self.heat_columns(state.by, period);
        let window = self.window(state);
        let totals = self.cross(&slice, &touchpoints, &columns, window);
        let wholes = self.cross(&slice, &touchpoints, &Columns::Whole, window);
        let per_row = columns.len().max(1);
        let rows = all.iter().enumerate().map(|(row, (stage, touchpoint))| HeatRow {
            touchpoint: Named {
                id: touchpoint.id.to_string(),
                name: touchpoint.name.get(lang).to_owned(),
            },
            stage: (*stage).to_owned(),
            whole: self.cell(&wholes[row], state.measure),
            cells: self.heat_row(state, totals.get(row * per_row..).unwrap_or_default(), &columns),
        });
        let mut rows: Vec<HeatRow> = rows.collect();
        let mut columns_named = self.name_columns(state.by, &columns, lang);
        if let HeatBy::Dimension(_) = state.by {
            drop_empty(&mut columns_named, &mut rows);
        }
        let search = state.search.to_lowercase();
        rows.retain(|row| row.touchpoint.name.to_lowercase().contains(&search));
        sort(&mut rows, state.order);
        let shown = match state.by {
            HeatBy::Heart => Measure::Heart(Heart::Care),
            _ => state.measure,
        };
        let (target, reach) = self.scale(shown);
        HeatScene {
            journey: Named { id: journey.id.to_string(), name: journey.name.get(lang).to_owned() },
            period,
            measure: state.measure,
            measure_target: self.scale(state.measure).0,
            target,
            reach,
            columns: columns_named,
            left_out: all.len() - rows.len(),
            rows,
            settled: self.is_settled(&slice, &columns, true),
        }
    }

    /// The value that is neither warm nor cold, and how far from it the scale ends.
    pub(super) fn scale(&self, measure: Measure) -> (f64, f64) {
        let targets = &self.settings.targets;
        match measure {
            Measure::Csat => (targets.csat, 40.0),
            Measure::Nps => (targets.nps, 80.0),
            Measure::Ces => (75.0, 40.0),
            Measure::Emotion => (0.0, 2.0),
            Measure::Heart(_) => (targets.heart, 30.0),
        }
    }

    /// One figure of some totals.
    pub(super) fn figure(&self, totals: &Totals, measure: Measure) -> Estimate {
        let (layout, level) = (self.layout(), self.level);
        let percent = |share: Estimate| share.map(|share| share * 100.0);
        match measure {
            Measure::Csat => percent(totals.satisfied(layout, level)),
            Measure::Nps => totals.nps(layout, level).estimate(),
            Measure::Ces => percent(totals.ces(layout, level).share),
            Measure::Emotion => self.emotion(totals),
            Measure::Heart(heart) => totals.heart(layout, heart, level).index,
        }
    }

    fn cell(&self, totals: &Totals, measure: Measure) -> HeatCell {
        let figure = self.figure(totals, measure);
        let (target, reach) = self.scale(measure);
        HeatCell { figure, step: figure.value.map(|value| step(value, target, reach)) }
    }

    fn heat_row(&self, state: &HeatState, totals: &[Totals], columns: &Columns) -> Vec<HeatCell> {
        match (state.by, totals.first()) {
            (HeatBy::Heart, Some(whole)) => {
                Heart::ALL.map(|heart| self.cell(whole, Measure::Heart(heart))).to_vec()
            }
            _ => totals
                .iter()
                .take(columns.len())
                .map(|totals| self.cell(totals, state.measure))
                .collect(),
        }
    }

    fn heat_columns(&self, by: HeatBy, period: Period) -> Columns {
        match by {
            HeatBy::Heart => Columns::Whole,
            HeatBy::Month => {
                let (first, last) = period.months();
                Columns::Months(first, last)
            }
            HeatBy::Dimension(dimension) => Columns::Values(dimension, self.values(dimension)),
        }
    }

    fn name_columns(&self, by: HeatBy, columns: &Columns, lang: Lang) -> Vec<HeatColumn> {
        match (by, columns) {
            (HeatBy::Heart, _) => Heart::ALL.map(HeatColumn::Heart).to_vec(),
            (_, Columns::Whole) => Vec::new(),
            (_, Columns::Months(first, last)) => {
                first.through(*last).map(HeatColumn::Month).collect()
            }
            (_, Columns::Values(dimension, values)) => values
                .iter()
                .map(|value| HeatColumn::Value(*dimension, self.named(*dimension, value, lang)))
                .collect(),
        }
    }

    /// The slots the map needs.
    fn window(&self, state: &HeatState) -> Window {
        let hearts = Heart::ALL.map(Role::Heart);
        let own = state.measure.role();
        match state.by {
            HeatBy::Heart => self.layout().window(&[&[own], &hearts[..]].concat()),
            _ => self.layout().window(&[own]),
        }
    }
}

/// Every touchpoint with the name of its stage.
pub(super) fn staged(journey: &Journey, lang: Lang) -> Vec<(&str, &Touchpoint)> {
    let stages = journey.stages.iter();
    stages
        .flat_map(|stage| stage.touchpoints.iter().map(move |t| (stage.name.get(lang), t)))
        .collect()
}

/// Leaves out the columns in which the journey has no answer at all: other journeys' teams, for one.
fn drop_empty(columns: &mut Vec<HeatColumn>, rows: &mut [HeatRow]) {
    let is_used = |column: usize| {
        rows.iter().any(|row| row.cells.get(column).is_some_and(|cell| cell.figure.n > 0))
    };
    let used: Vec<bool> = (0..columns.len()).map(is_used).collect();
    let mut kept = used.iter();
    columns.retain(|_| kept.next().copied().unwrap_or_default());
    for row in rows {
        let mut kept = used.iter();
        row.cells.retain(|_| kept.next().copied().unwrap_or_default());
    }
}

/// The step of the diverging scale: 0 within half a step of the target.
fn step(value: f64, target: f64, reach: f64) -> i8 {
    let steps = f64::from(STEPS);
    within(((value - target) / reach * steps).round(), -steps, steps) as i8
}

/// Rows without a value go last, whichever way the others stand.
fn sort(rows: &mut Vec<HeatRow>, order: HeatOrder) {
    let key = |row: &HeatRow| {
        let whole = row.whole.figure.value;
        let (value, sign) = match order {
            HeatOrder::Warmest => (whole, -1.0),
            HeatOrder::Column(column) => {
                (row.cells.get(usize::from(column)).and_then(|cell| cell.figure.value), 1.0)
            }
            _ => (whole, 1.0),
        };
        value.map_or(f64::INFINITY, |value| value * sign)
    };
    match order {
        HeatOrder::Journey => {}
        HeatOrder::Name => sort_by(rows, |a, b| a.touchpoint.name.cmp(&b.touchpoint.name)),
        _ => sort_by(rows, |a, b| key(a).total_cmp(&key(b))),
    }
}
