//! The priority matrix: what matters against how well it is done.

use super::{Axis, Named};
use crate::core::calendar::{Month, Period};
use crate::core::index::{
    Crosshair, Estimate, Quadrant, Ranked, Rated, importance_performance, pearson, ranked, spearman,
};
use crate::core::model::{Journey, Lang, Touchpoint};
use crate::core::order::{places, sort_by};
use crate::core::query::{Filters, Importance, Lines, PriorityState};
use crate::core::tally::{Slice, Totals};
use crate::core::workspace::{Columns, Shortfall, Workspace};
use serde::{Deserialize, Serialize};

/// Months a derived importance looks back, until the period's end.
const MONTHS: i32 = 24;
/// Fewer months with answers are no ground for a correlation.
const LEAST_MONTHS: u64 = 10;
/// Importance as it is stated.
const STATED: (f64, f64) = (1.0, 10.0);

/// One touchpoint in the matrix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PriorityPoint {
    /// The touchpoint.
    pub touchpoint: Named,
    /// The name of its stage.
    pub stage: String,
    /// How well it is done.
    pub figure: Estimate,
    /// How much it matters.
    pub importance: f64,
    /// The months a derived importance rests on.
    pub months: Option<u64>,
    /// What to do about it; absent while nothing is high or low.
    pub quadrant: Option<Quadrant>,
    /// Importance × shortfall from the target.
    pub priority: f64,
    /// Its place in the order of fixing, from 1; equal priorities share the earlier place.
    pub rank: u64,
    /// What may be said of its shortfall from the target; none where it reaches it.
    pub shortfall: Option<Shortfall>,
    /// Where it stands: along the axis of performance and up the one of importance, each from 0 to 1.
    pub at: (f64, f64),
}

/// Where keys lead from a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// To the next that is done worse.
    Worse,
    /// To the next that is done better.
    Better,
    /// To the next that matters more.
    More,
    /// To the next that matters less.
    Less,
}

/// The priority matrix of a journey.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PriorityScene {
    /// The journey.
    pub journey: Named,
    /// The days performance is about.
    pub period: Period,
    /// What it weighs.
    pub state: PriorityState,
    /// The target of the performance.
    pub target: f64,
    /// The months a derived importance is about.
    pub months: Option<(Month, Month)>,
    /// Where the lines cross; absent while nothing is high or low.
    pub crosshair: Option<Rated>,
    /// Performance, left to right.
    pub across: Axis,
    /// Importance, bottom to top.
    pub up: Axis,
    /// The touchpoints, most urgent first.
    pub points: Vec<PriorityPoint>,
    /// Touchpoints left out for want of a figure.
    pub no_figure: usize,
    /// Touchpoints left out for want of an importance.
    pub no_importance: usize,
    /// True when nothing here will change as more responses are read.
    pub settled: bool,
}

impl PriorityScene {
    /// The point keys lead to: every point is on the way through all of them, whichever way one goes. At the last
    /// one stays.
    pub fn step(&self, from: usize, towards: Towards) -> usize {
        let of = |place: usize| {
            let (across, up) = self.points.get(place).map_or((0.0, 0.0), |point| point.at);
            match towards {
                Towards::Worse | Towards::Better => across,
                Towards::More | Towards::Less => up,
            }
        };
        let order = places(self.points.len(), &|a, b| of(a).total_cmp(&of(b)));
        let now = order.iter().position(|place| *place == from).unwrap_or(0);
        let next = match towards {
            Towards::Worse | Towards::Less => now.saturating_sub(1),
            Towards::Better | Towards::More => now + 1,
        };
        order.get(next).copied().unwrap_or(from)
    }
}

/// A touchpoint that has both.
struct Weighed<'a> {
    touchpoint: &'a Touchpoint,
    stage: &'a str,
    figure: Estimate,
    rated: Rated,
    months: Option<u64>,
    shortfall: Option<Shortfall>,
}

impl Workspace {
    /// The priority matrix of a journey.
    pub fn priority_scene(
        &self,
        journey: &Journey,
        state: PriorityState,
        filters: &Filters,
        lang: Lang,
    ) -> PriorityScene {
        let slice = self.slice(filters);
        let all = super::heat::staged(journey, lang);
        let touchpoints: Vec<&Touchpoint> = all.iter().map(|(_, touchpoint)| *touchpoint).collect();
        let window = self.layout().window(&[state.measure.role()]);
        let totals = self.cross(&slice, &touchpoints, &Columns::Whole, window);
        let figures: Vec<Estimate> =
            totals.iter().map(|totals| self.figure(totals, state.measure)).collect();
        let months = (state.importance != Importance::Stated).then(|| self.derived_months(filters));
        let importances = match months {
            None => touchpoints.iter().map(|t| t.importance.map(|value| (value, None))).collect(),
            Some(months) => self.derived(&slice, &touchpoints, state, months),
        };
        let target = self.scale(state.measure).0;
        // Only what is in the matrix is tested.
        let tested =
            |(importance, figure): (&Option<(f64, Option<u64>)>, Estimate)| match importance {
                Some(_) => figure,
                None => Estimate::default(),
            };
        let tested = importances.iter().zip(figures.iter().copied()).map(tested);
        let tested: Vec<(&Totals, Estimate)> = totals.iter().zip(tested).collect();
        let shortfalls = self.shortfalls(state.measure, target, &tested);
        let weighed: Vec<Weighed> = all
            .iter()
            .zip(figures.iter().zip(&importances))
            .zip(shortfalls)
            .filter_map(|((one, (figure, importance)), shortfall)| {
                weigh(*one, *figure, *importance, shortfall)
            })
            .collect();
        let drawn = Drawn::new(&weighed, state, target);
        let mut points: Vec<PriorityPoint> =
            weighed.iter().enumerate().map(|(place, one)| drawn.point(place, one, lang)).collect();
        sort_by(&mut points, |a, b| b.priority.total_cmp(&a.priority));
        PriorityScene {
            journey: Named { id: journey.id.to_string(), name: journey.name.get(lang).to_owned() },
            period: self.period(filters),
            state,
            target,
            months,
            crosshair: drawn.crosshair,
            across: drawn.across,
            up: drawn.up,
            points,
            no_figure: figures.iter().filter(|figure| figure.value.is_none()).count(),
            no_importance: importances.iter().filter(|importance| importance.is_none()).count(),
            settled: self.is_settled(&slice, &Columns::Whole, true),
        }
    }

    fn derived_months(&self, filters: &Filters) -> (Month, Month) {
        let last = self.period(filters).last.month();
        (last.plus(1 - MONTHS), last)
    }

    /// The correlation of each touchpoint's months with the whole journey's, with its months.
    fn derived(
        &self,
        slice: &Slice,
        touchpoints: &[&Touchpoint],
        state: PriorityState,
        (first, last): (Month, Month),
    ) -> Vec<Option<(f64, Option<u64>)>> {
        let slice = slice.over(Period::of_months(first, last));
        let columns = Columns::Months(first, last);
        let window = self.layout().window(&[state.measure.role()]);
        let cells = self.cross(&slice, touchpoints, &columns, window);
        let value = |totals: &Totals| self.figure(totals, state.measure).value;
        let count = columns.len();
        let wholes: Vec<Option<f64>> = (0..count)
            .map(|month| {
                let mut whole = Totals::default();
                cells.iter().skip(month).step_by(count).for_each(|cell| whole.merge(cell));
                value(&whole)
            })
            .collect();
        let correlate = match state.importance {
            Importance::Spearman => spearman,
            _ => pearson,
        };
        let one = |months: &[Totals]| {
            let pairs: Vec<(f64, f64)> =
                months.iter().zip(&wholes).filter_map(|(own, all)| value(own).zip(*all)).collect();
            let found = correlate(&pairs).filter(|found| found.n >= LEAST_MONTHS)?;
            Some((found.r, Some(found.n)))
        };
        cells.chunks(count).map(one).collect()
    }
}

fn weigh<'a>(
    (stage, touchpoint): (&'a str, &'a Touchpoint),
    figure: Estimate,
    importance: Option<(f64, Option<u64>)>,
    shortfall: Option<Shortfall>,
) -> Option<Weighed<'a>> {
    let (importance, months) = importance?;
    let rated = Rated { importance, performance: figure.value? };
    Some(Weighed { touchpoint, stage, figure, rated, months, shortfall })
}

/// Axes and lines.
struct Drawn {
    crosshair: Option<Rated>,
    quadrants: Vec<Quadrant>,
    ranks: Vec<Ranked>,
    across: Axis,
    up: Axis,
}

impl Drawn {
    fn new(weighed: &[Weighed], state: PriorityState, target: f64) -> Self {
        let (performance, importance) = (state.measure.range(), importance_range(state.importance));
        let crosshair = match state.lines {
            Lines::Means => Crosshair::Means,
            Lines::Middle => Crosshair::At(Rated {
                importance: middle(importance),
                performance: middle(performance),
            }),
        };
        let rated: Vec<Rated> = weighed.iter().map(|one| one.rated).collect();
        let map = importance_performance(&rated, crosshair);
        let crosshair = map.as_ref().map(|map| map.crosshair);
        let values = |of: fn(&Rated) -> f64| rated.iter().chain(&crosshair).map(of);
        Self {
            across: Axis::over(values(|r| r.performance).chain([target]), performance),
            up: Axis::over(values(|r| r.importance), importance),
            crosshair,
            quadrants: map.map(|map| map.quadrants).unwrap_or_default(),
            ranks: ranked(&rated, target),
        }
    }

    fn point(&self, place: usize, one: &Weighed, lang: Lang) -> PriorityPoint {
        let Rated { importance, performance } = one.rated;
        let Ranked { priority, rank } = self.ranks[place];
        PriorityPoint {
            touchpoint: Named {
                id: one.touchpoint.id.to_string(),
                name: one.touchpoint.name.get(lang).to_owned(),
            },
            stage: one.stage.to_owned(),
            figure: one.figure,
            importance,
            months: one.months,
            quadrant: self.quadrants.get(place).copied(),
            priority,
            rank,
            shortfall: one.shortfall,
            at: (self.across.place(performance), self.up.place(importance)),
        }
    }
}

fn importance_range(importance: Importance) -> (f64, f64) {
    match importance {
        Importance::Stated => STATED,
        Importance::Pearson | Importance::Spearman => (-1.0, 1.0),
    }
}

fn middle((low, high): (f64, f64)) -> f64 {
    (low + high) / 2.0
}
