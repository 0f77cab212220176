//! Two sides of the responses held against each other, question by question.

use super::Named;
use super::compare_row::{CompareRow, rows};
use crate::core::calendar::{Day, Period};
use crate::core::model::{Lang, Touchpoint};
use crate::core::order::places;
use crate::core::query::{CompareState, Filters, Sides};
use crate::core::tally::{Slice, Totals};
use crate::core::workspace::{Columns, Workspace};
use serde::{Deserialize, Serialize};

/// One of two sides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Side {
    /// The value of the dimension; none for a side of days.
    pub value: Option<Named>,
    /// The days it is about; none when no day is left for it.
    pub period: Option<Period>,
    /// Responses on it.
    pub responses: u64,
}

/// Two sides held against each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompareScene {
    /// The days it is about.
    pub period: Period,
    /// The touchpoint it is about, if one.
    pub touchpoint: Option<Named>,
    /// Every touchpoint one could choose, by journey.
    pub touchpoints: Vec<(Named, Vec<Named>)>,
    /// What the sides are, with everything chosen.
    pub sides: Sides,
    /// What there is to choose of the dimension.
    pub values: Vec<Named>,
    /// The side held against, and the side that is held against it.
    pub a: Side,
    /// The other side: differences are what it has more.
    pub b: Side,
    /// True when both sides are the same: there is nothing to compare.
    pub is_same: bool,
    /// What stands in the address for a day and is none; the sides are split elsewhere.
    pub unread: Option<String>,
    /// A row a question that either side answered.
    pub rows: Vec<CompareRow>,
    /// True when nothing here will change as more responses are read.
    pub settled: bool,
}

/// One side as it is asked of the tally.
struct Asked {
    value: Option<String>,
    slice: Option<Slice>,
}

impl Workspace {
    /// Two sides of the responses, of one touchpoint or of all.
    pub fn compare_scene(
        &self,
        state: &CompareState,
        filters: &Filters,
        lang: Lang,
    ) -> CompareScene {
        let touchpoint = state.touchpoint.as_ref().and_then(|id| self.touchpoint(id));
        let touchpoint = touchpoint.map(|(_, touchpoint)| touchpoint);
        let sides = self.chosen(&state.sides, touchpoint, filters);
        let is_same = matches!(&sides, Sides::Values(_, Some(a), Some(b)) if a == b);
        let [a, b] = self.asked(&sides, filters);
        let totals = [&a, &b].map(|side| self.side_totals(side, touchpoint));
        CompareScene {
            period: self.period(filters),
            touchpoint: touchpoint.map(|touchpoint| super::responses::name_of(touchpoint, lang)),
            touchpoints: self.touchpoint_choices(lang),
            values: self.side_values(&sides, lang),
            settled: [&a, &b].iter().all(|side| self.side_is_settled(side, touchpoint.is_some())),
            rows: if is_same { Vec::new() } else { rows(self, &totals[0], &totals[1]) },
            unread: state.unread.clone().filter(|_| state.sides == Sides::default()),
            is_same,
            a: self.side(a, &totals[0], &sides, lang),
            b: self.side(b, &totals[1], &sides, lang),
            sides,
        }
    }

    /// The sides with everything chosen: the period's last month against what was before, or the two values that have
    /// most to say in one journey.
    fn chosen(&self, sides: &Sides, touchpoint: Option<&Touchpoint>, filters: &Filters) -> Sides {
        match sides {
            Sides::Date(day) => {
                let last = self.period(filters).last.month().first_day();
                Sides::Date(Some(day.unwrap_or(last)))
            }
            Sides::Values(dimension, a, b) => {
                let values = self.values(*dimension);
                let place = |name: &Option<String>| {
                    values.iter().position(|value| Some(value) == name.as_ref())
                };
                let mut slice = self.slice(filters);
                slice.dimensions[dimension.index()] = None;
                let journeys = self.responses_by_journey(&slice, touchpoint, *dimension, &values);
                let [one, other] = pair(&journeys, values.len(), [place(a), place(b)]);
                let named =
                    |place: Option<usize>| place.and_then(|place| values.get(place)).cloned();
                Sides::Values(*dimension, a.clone().or(named(one)), b.clone().or(named(other)))
            }
        }
    }

    fn asked(&self, sides: &Sides, filters: &Filters) -> [Asked; 2] {
        let slice = self.slice(filters);
        match sides {
            Sides::Date(day) => {
                let [before, after] = split(self.period(filters), day.unwrap_or_default());
                [before, after].map(|period| Asked {
                    value: None,
                    slice: period.map(|period| slice.over(period)),
                })
            }
            Sides::Values(dimension, a, b) => [a, b].map(|value| {
                let mut slice = slice.clone();
                slice.dimensions[dimension.index()].clone_from(value);
                Asked { value: value.clone(), slice: value.is_some().then_some(slice) }
            }),
        }
    }

    fn side_totals(&self, side: &Asked, touchpoint: Option<&Touchpoint>) -> Totals {
        match (&side.slice, touchpoint) {
            (None, _) => Totals::default(),
            (Some(slice), Some(touchpoint)) => {
                self.by_touchpoint(slice, &[touchpoint]).pop().unwrap_or_default()
            }
            (Some(slice), None) => self.totals(slice),
        }
    }

    fn side_is_settled(&self, side: &Asked, of_touchpoint: bool) -> bool {
        let settled = |slice| self.is_settled(slice, &Columns::Whole, of_touchpoint);
        side.slice.as_ref().is_none_or(settled)
    }

    fn side(&self, side: Asked, totals: &Totals, sides: &Sides, lang: Lang) -> Side {
        let value = match (sides, side.value) {
            (Sides::Values(dimension, ..), Some(value)) => {
                Some(self.named(*dimension, &value, lang))
            }
            _ => None,
        };
        let period = side.slice.and_then(|slice| slice.period);
        Side { value, period, responses: totals.responses() }
    }

    fn side_values(&self, sides: &Sides, lang: Lang) -> Vec<Named> {
        let Sides::Values(dimension, a, b) = sides else { return Vec::new() };
        let mut values = self.values(*dimension);
        // A value nobody gave may stand in a link: it is shown as chosen, with nothing on its side.
        for chosen in [a, b].into_iter().flatten() {
            if !values.contains(chosen) {
                values.push(chosen.clone());
            }
        }
        values.iter().map(|value| self.named(*dimension, value, lang)).collect()
    }
}

/// Two of so many values: those given, and beside them the largest of one journey, whose customers can be held against
/// each other. `journeys` are the responses of each value, journey after journey.
fn pair(journeys: &[Vec<u64>], count: usize, given: [Option<usize>; 2]) -> [Option<usize>; 2] {
    let of = |journey: &Vec<u64>, value: usize| journey.get(value).copied().unwrap_or_default();
    let known = given[0].or(given[1]);
    let second = |journey: &Vec<u64>| {
        let mut all = journey.clone();
        all.sort_unstable();
        all.iter().rev().nth(1).copied().unwrap_or_default()
    };
    // The journey of the value that is given, or the one with the most to say of two.
    let weight =
        |journey: &Vec<u64>| known.map_or_else(|| second(journey), |value| of(journey, value));
    let home = journeys.iter().rev().max_by_key(|journey| weight(journey));
    let everywhere = |value: usize| journeys.iter().map(|journey| of(journey, value)).sum::<u64>();
    let size = |value: usize| (home.map_or(0, |home| of(home, value)), everywhere(value));
    let order = places(count, &|a, b| size(b).cmp(&size(a)));
    let other = |taken: Option<usize>| order.iter().copied().find(|place| Some(*place) != taken);
    let one = given[0].or_else(|| other(given[1]));
    [one, given[1].or_else(|| other(one))]
}

/// The days before a day, and those from it on; none where no day is left.
fn split(period: Period, day: Day) -> [Option<Period>; 2] {
    let before = Period { first: period.first, last: period.last.min(day.plus(-1)) };
    let after = Period { first: period.first.max(day), last: period.last };
    [before, after].map(|side| (side.first <= side.last).then_some(side))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(first: i32, last: i32) -> Period {
        Period { first: Day(first), last: Day(last) }
    }

    #[test]
    fn sides_nobody_chose_are_the_largest_of_one_journey() {
        // Of a hotel, a hospital and a shop that nobody answered.
        let journeys = [vec![0, 90, 0, 80, 0], vec![300, 0, 10, 0, 0], vec![0; 5]];
        assert_eq!(pair(&journeys, 5, [None, None]), [Some(1), Some(3)]);
        assert_eq!(pair(&journeys, 5, [None, Some(0)]), [Some(2), Some(0)]);
        assert_eq!(pair(&journeys, 5, [Some(3), None]), [Some(3), Some(1)]);
        assert_eq!(pair(&journeys, 5, [Some(4), Some(4)]), [Some(4), Some(4)]);
        assert_eq!(pair(&[], 2, [None, None]), [Some(0), Some(1)]);
        assert_eq!(pair(&[vec![5]], 1, [None, None]), [Some(0), None]);
    }

    #[test]
    fn a_day_splits_a_period_and_leaves_out_nothing() {
        assert_eq!(split(days(10, 20), Day(15)), [Some(days(10, 14)), Some(days(15, 20))]);
        assert_eq!(split(days(10, 20), Day(10)), [None, Some(days(10, 20))]);
        assert_eq!(split(days(10, 20), Day(2)), [None, Some(days(10, 20))]);
        assert_eq!(split(days(10, 20), Day(30)), [Some(days(10, 20)), None]);
        assert_eq!(split(days(10, 20), Day(20)), [Some(days(10, 19)), Some(days(20, 20))]);
    }
}
