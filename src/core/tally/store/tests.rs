//! What is counted is found again, in any order and in any parts.

use super::*;
use crate::core::calendar::{Period, Timestamp};
use crate::core::model::{Answer, Question};
use proptest::prelude::*;

/// Touchpoint, day, team and the satisfaction answered.
type Row = (u8, i32, u8, i8);

fn tally_of(rows: &[Row]) -> Tally {
    let layout = Arc::new(Layout::new(Question::defaults()));
    let csat = layout.find("csat").expect("a default question");
    let mut tally = Tally::new(layout, Grain::FINEST);
    for (touchpoint, day, team, value) in rows {
        let (touchpoint, team) = (touchpoint.to_string(), team.to_string());
        let answers = [Answer { question: csat, value: Some(f64::from(*value)) }];
        let response = Response {
            id: None,
            touchpoint: &touchpoint,
            submitted_at: Timestamp::default(),
            day: Day(*day),
            dimensions: [None, None, Some(&team)],
            answers: &answers,
            comment: None,
        };
        tally.count(&response).expect("few names");
    }
    tally
}

fn team(name: &str) -> Slice {
    Slice { dimensions: [None, None, Some(name.into())], ..Slice::default() }
}

fn by_touchpoint(tally: &Tally, slice: &Slice) -> Vec<(String, Totals)> {
    let mut groups = vec![Totals::default(); tally.touchpoints().len()];
    tally.group(slice, tally.layout().all(), &mut groups, |group| Some(group.touchpoint as usize));
    let mut named: Vec<_> = tally.touchpoints().names().map(str::to_owned).zip(groups).collect();
    named.sort_by(|a, b| a.0.cmp(&b.0));
    named
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec((0u8..6, 0i32..90, 0u8..4, -1i8..8), 0..120)
}

proptest! {
    #[test]
    fn merged_halves_are_the_whole_in_any_order(rows in rows(), cut in 0usize..120) {
        let whole = tally_of(&rows);
        let (left, right) = rows.split_at(cut.min(rows.len()));
        let mut merged = tally_of(right);
        merged.merge(&tally_of(left)).expect("few names");
        let everything = Slice::default();
        prop_assert_eq!(by_touchpoint(&merged, &everything), by_touchpoint(&whole, &everything));
        prop_assert_eq!(merged.span(), whole.span());
        prop_assert_eq!(merged.cells(), whole.cells());
    }

    #[test]
    fn the_slices_of_a_dimension_add_up_to_everything(rows in rows()) {
        let tally = tally_of(&rows);
        let mut sum = Totals::default();
        for name in ["0", "1", "2", "3", "nobody"] {
            sum.merge(&tally.totals(&team(name)));
        }
        let whole = tally.totals(&Slice::default());
        prop_assert_eq!(sum.responses(), whole.responses());
        prop_assert_eq!(whole.responses(), rows.len() as u64);
    }

    #[test]
    fn a_period_lets_its_days_through_and_no_others(rows in rows(), first in 0i32..90, length in 0i32..40) {
        let period = Period { first: Day(first), last: Day(first + length) };
        let kept = rows.iter().filter(|row| period.contains(Day(row.1))).count() as u64;
        prop_assert_eq!(tally_of(&rows).totals(&Slice::of(period)).responses(), kept);
    }
}

#[test]
fn answers_off_the_scale_and_missing_ones_are_counted_apart() {
    let tally = tally_of(&[(1, 0, 0, 5), (1, 0, 0, 7), (1, 1, 0, -1)]);
    let totals = tally.totals(&Slice::default());
    let csat = totals.csat(tally.layout(), Default::default());
    assert_eq!((csat.n, csat.n_invalid, csat.n_missing), (1, 2, 0));
    let nps = totals.nps(tally.layout(), Default::default());
    assert_eq!((nps.n, nps.n_missing), (0, 3));
}

#[test]
fn an_unknown_value_lets_nothing_through() {
    let tally = tally_of(&[(1, 0, 0, 5)]);
    assert_eq!(tally.totals(&team("nobody")).responses(), 0);
    assert_eq!(
        tally
            .totals(&Slice { dimensions: [Some("".into()), None, None], ..Slice::default() })
            .responses(),
        1
    );
}
