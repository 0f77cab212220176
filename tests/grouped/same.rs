//! Whether two workspaces say the same of everything.

use heartline::core::calendar::Period;
use heartline::core::index::Level;
use heartline::core::model::{Dimension, Lang, Touchpoint};
use heartline::core::query::{Filters, HeatState, PeriodChoice, ResponsesState};
use heartline::core::tally::{Layout, Slice, Totals};
use heartline::core::workspace::Workspace;

/// Compares counts and indices of every touchpoint in every month and of every value of every dimension, then pages.
/// Says in how many of them there is something, and how many responses were compared.
pub fn assert_same(one: &Workspace, other: &Workspace) -> (usize, u64) {
    let periods = periods(one);
    assert_eq!(periods, self::periods(other), "the months there are");
    let slices = periods.iter().flat_map(|period| slices(one, *period));
    let cells = slices.map(|slice| assert_same_slice(one, other, &slice)).sum();
    assert_same_pages(one, other);
    let months = periods.iter().map(|period| one.totals(&Slice::of(*period)).responses());
    (cells, months.sum())
}

fn periods(workspace: &Workspace) -> Vec<Period> {
    let (first, last) = workspace.choices(Lang::En).months.expect("months");
    first.through(last).map(|month| Period::of_months(month, month)).collect()
}

/// A month as a whole, and of each segment, channel and team alone.
fn slices(workspace: &Workspace, period: Period) -> Vec<Slice> {
    let values = |dimension| workspace.values(dimension).into_iter().map(move |v| (dimension, v));
    let of = |(dimension, value): (Dimension, String)| {
        let mut slice = Slice::of(period);
        slice.dimensions[dimension.index()] = Some(value);
        slice
    };
    let each = Dimension::ALL.into_iter().flat_map(values).map(of);
    std::iter::once(Slice::of(period)).chain(each).collect()
}

fn assert_same_slice(one: &Workspace, other: &Workspace, slice: &Slice) -> usize {
    let touchpoints: Vec<&Touchpoint> =
        one.touchpoints().map(|(_, touchpoint)| touchpoint).collect();
    let [first, second] = [one, other].map(|all| all.by_touchpoint(slice, &touchpoints));
    for ((touchpoint, a), b) in touchpoints.iter().zip(&first).zip(&second) {
        let place = format!("{} in {slice:?}", touchpoint.id.as_str());
        assert_same_counts(one.layout(), a, b, &place);
        if a.responses() > 0 {
            assert_same_indices(one.layout(), a, b, &place);
        }
    }
    first.iter().filter(|totals| totals.responses() > 0).count()
}

/// Also how many answers are missing or off the scale.
fn assert_same_counts(layout: &Layout, one: &Totals, other: &Totals, place: &str) {
    assert_eq!(one.responses(), other.responses(), "{place}");
    for question in 0..layout.questions().len() {
        assert_eq!(one.counts(layout, question), other.counts(layout, question), "{place}");
    }
}

fn assert_same_indices(layout: &Layout, one: &Totals, other: &Totals, place: &str) {
    let level = Level::default();
    assert_eq!(one.nps(layout, level), other.nps(layout, level), "{place}");
    assert_eq!(one.csat(layout, level), other.csat(layout, level), "{place}");
    assert_eq!(one.ces(layout, level), other.ces(layout, level), "{place}");
    assert_eq!(one.hearts(layout, level), other.hearts(layout, level), "{place}");
}

fn assert_same_pages(one: &Workspace, other: &Workspace) {
    for period in [PeriodChoice::default(), PeriodChoice::All] {
        let filters = Filters { period, ..Filters::default() };
        let overviews = [one, other].map(|all| all.overview(&filters, Lang::En));
        assert_eq!(overviews[0], overviews[1]);
        let hearts = [one, other].map(|all| all.hearts_scene(&filters, Lang::En));
        assert_eq!(hearts[0], hearts[1]);
        let distributions = [one, other].map(|all| {
            all.responses_scene(&ResponsesState::of(None), &filters, Lang::En).distributions
        });
        assert_eq!(distributions[0], distributions[1]);
        for journey in &one.journeys {
            let heat = [one, other]
                .map(|all| all.heat(journey, &HeatState::default(), &filters, Lang::En));
            assert_eq!(heat[0], heat[1]);
        }
    }
}
