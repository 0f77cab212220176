//! A touchpoint's control chart: what is common variation, and what is a signal.

use super::Axis;
use crate::core::calendar::{Month, Period};
use crate::core::index::{ControlChart, ControlPoint, EwmaRule, Share, ewma, p_chart, xmr};
use crate::core::model::Touchpoint;
use crate::core::order::within;
use crate::core::query::{ControlState, Filters, Measure};
use crate::core::tally::Totals;
use crate::core::workspace::{Columns, Workspace};
use serde::{Deserialize, Serialize};

/// Months of history.
const MONTHS: i32 = 24;
/// Months with answers a baseline must have.
const LEAST: usize = 6;

/// Which rule draws the limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ControlChartKind {
    /// Of a share.
    P,
    /// Of single values.
    Xmr,
    /// Of their moving average.
    Ewma,
}

/// A month outside its limits.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ControlSignal {
    /// Its place among the months.
    pub place: usize,
    /// Its value.
    pub value: f64,
    /// The limit it is beyond.
    pub limit: f64,
    /// True when the month belongs to the chosen period.
    pub in_period: bool,
}

/// The chart itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ControlPlot {
    /// The centre line.
    pub centre: f64,
    /// A value a month; absent where there is none.
    pub values: Vec<Option<f64>>,
    /// The lower limits.
    pub lower: Vec<Option<f64>>,
    /// The upper limits.
    pub upper: Vec<Option<f64>>,
    /// The months outside them.
    pub signals: Vec<ControlSignal>,
    /// The value axis.
    pub axis: Axis,
}

/// The control chart of a touchpoint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ControlScene {
    /// What it shows.
    pub state: ControlState,
    /// Which rule draws the limits.
    pub kind: ControlChartKind,
    /// The months, in order, from the first with answers.
    pub months: Vec<Month>,
    /// How many answers each has.
    pub counts: Vec<u64>,
    /// The first and the last month of the baseline.
    pub baseline: Option<(Month, Month)>,
    /// How many of its months have answers.
    pub known: usize,
    /// How many must have.
    pub needed: usize,
    /// How many answers they have.
    pub n: u64,
    /// The chart; absent while the baseline has too few months with answers.
    pub plot: Option<ControlPlot>,
    /// True when nothing here will change as more responses are read.
    pub settled: bool,
}

impl Workspace {
    /// The control chart of a touchpoint, over the months until the period's end.
    pub fn control_scene(
        &self,
        touchpoint: &Touchpoint,
        state: ControlState,
        filters: &Filters,
    ) -> ControlScene {
        let period = self.period(filters);
        let last = period.last.month();
        let first = last.plus(1 - MONTHS);
        let slice = self.slice(filters).over(Period::of_months(first, last));
        let window = self.layout().window(&[state.measure.role()]);
        let columns = Columns::Months(first, last);
        let totals = self.cross(&slice, &[touchpoint], &columns, window);
        let n = |totals: &Totals| self.figure(totals, state.measure).n;
        let skipped = totals.iter().take_while(|totals| n(totals) == 0).count();
        let (months, totals): (Vec<Month>, Vec<Totals>) =
            first.through(last).zip(totals).skip(skipped).unzip();
        let count = state.baseline.months(months.len());
        let base = totals.get(..count).unwrap_or_default();
        let known = base.iter().filter(|totals| n(totals) > 0).count();
        let plot = (known >= LEAST).then(|| self.plot(&totals, &months, state, period)).flatten();
        ControlScene {
            state,
            kind: kind(state),
            baseline: months.first().copied().zip(months.get(count.saturating_sub(1)).copied()),
            counts: totals.iter().map(n).collect(),
            months,
            known,
            needed: LEAST,
            n: base.iter().map(n).sum(),
            plot,
            settled: self.is_settled(&slice, &columns, true),
        }
    }

    fn plot(
        &self,
        totals: &[Totals],
        months: &[Month],
        state: ControlState,
        period: Period,
    ) -> Option<ControlPlot> {
        let values: Vec<Option<f64>> =
            totals.iter().map(|totals| self.figure(totals, state.measure).value).collect();
        let baseline = state.baseline.months(totals.len());
        let (chart, unit) = match kind(state) {
            ControlChartKind::Ewma => (smoothed(&values, baseline)?, 1.0),
            ControlChartKind::P => (p_chart(&self.shares(totals, state.measure), baseline)?, 100.0),
            ControlChartKind::Xmr => (xmr(&values, baseline)?.values, 1.0),
        };
        Some(drawn(&chart, unit, state.measure.range(), (months, period)))
    }

    /// The hits of a measure that is a share.
    fn shares(&self, totals: &[Totals], measure: Measure) -> Vec<Share> {
        let (low, high) = if measure == Measure::Ces { (5, 7) } else { (4, 5) };
        let share = |totals: &Totals| {
            let counts = totals.role(self.layout(), measure.role());
            Share { hits: counts.between(low, high), n: counts.n() }
        };
        totals.iter().map(share).collect()
    }
}

/// Shares have limits of their own; means are taken as single values.
fn kind(state: ControlState) -> ControlChartKind {
    match (state.ewma, state.measure) {
        (true, _) => ControlChartKind::Ewma,
        (false, Measure::Csat | Measure::Ces) => ControlChartKind::P,
        (false, _) => ControlChartKind::Xmr,
    }
}

/// The moving average of values. Their sigma is the baseline's, from how much each month differs from the one
/// before.
fn smoothed(values: &[Option<f64>], baseline: usize) -> Option<ControlChart> {
    let single = xmr(values, baseline)?.values;
    let upper = single.points.iter().find_map(|point| point.upper)?;
    ewma(values, single.centre, (upper - single.centre) / 3.0, EwmaRule::default())
}

/// The chart in the measure's unit, its limits cut to what can be.
fn drawn(
    chart: &ControlChart,
    unit: f64,
    (least, greatest): (f64, f64),
    (months, period): (&[Month], Period),
) -> ControlPlot {
    let edge = |of: fn(&ControlPoint) -> Option<f64>| -> Vec<Option<f64>> {
        let limit = |point| of(point).map(|limit| within(limit * unit, least, greatest));
        chart.points.iter().map(limit).collect()
    };
    let values: Vec<Option<f64>> =
        chart.points.iter().map(|point| Some(point.value? * unit)).collect();
    let (lower, upper) = (edge(|point| point.lower), edge(|point| point.upper));
    let (begins, ends) = period.months();
    let signal = |(place, point): (usize, &ControlPoint)| {
        let (value, low, high) = (values[place]?, lower[place]?, upper[place]?);
        let limit = if value < low { low } else { high };
        let in_period = months.get(place).is_some_and(|month| (begins..=ends).contains(month));
        point.signal.then_some(ControlSignal { place, value, limit, in_period })
    };
    let shown = values.iter().chain(&lower).chain(&upper).flatten().copied();
    ControlPlot {
        centre: chart.centre * unit,
        axis: Axis::over(shown, (least, greatest)),
        signals: chart.points.iter().enumerate().filter_map(signal).collect(),
        values,
        lower,
        upper,
    }
}
