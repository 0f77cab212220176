//! One question on two sides: the difference, the test of it, and what may be said.

use crate::core::index::{
    Counts, Estimate, Interval, Level, Share, THIN, compare_nps, holm, mann_whitney,
    two_proportions, welch,
};
use crate::core::model::{Question, Role};
use crate::core::tally::Totals;
use crate::core::workspace::Workspace;
use serde::{Deserialize, Serialize};

/// How two sides of a question are tested: by what its figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Test {
    /// Net promoter scores: z test of adjusted scores.
    Nps,
    /// Shares: pooled z test, Newcombe's interval.
    Shares,
    /// Means: Welch's t test.
    Means,
    /// Means that do not vary on either side: the ranks of the answers, by Mann and Whitney's test.
    Ranks,
}

/// What may be said of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// The second side is higher, by more than chance.
    Higher,
    /// The second side is lower, by more than chance.
    Lower,
    /// Chance alone could do this: neither a difference nor that there is none.
    Open,
    /// Too few answers for a test.
    Untested,
    /// The answers of each side are all alike, and too few for a test of their ranks.
    NoSpread,
}

/// One question on two sides. Figures are on 0 to 100, NPS on −100 to 100.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompareRow {
    /// The question's id.
    pub question: String,
    /// What it measures.
    pub role: Role,
    /// True when others measure the same: only its id tells it apart.
    pub is_named: bool,
    /// The first side.
    pub a: Estimate,
    /// The second side.
    pub b: Estimate,
    /// How they are tested.
    pub test: Test,
    /// What the second has more, in points; absent without a test.
    pub difference: Option<f64>,
    /// Its interval, for this question by itself; absent where its test gives none that holds it.
    pub ci: Option<Interval>,
    /// Of this test by itself.
    pub p_value: Option<f64>,
    /// Corrected for all tests of the table (Holm).
    pub p_adjusted: Option<f64>,
    /// Chance that an answer of the second side is the higher one of two, ties counting half, 0 to 1.
    pub superiority: Option<f64>,
    /// What may be said.
    pub verdict: Verdict,
    /// The difference as a bar; absent without a test.
    pub bar: Option<DifferenceBar>,
    /// True when either side rests on few answers.
    pub is_thin: bool,
}

/// A difference with its interval, across a track on which no difference is in the middle. All in percent of the
/// track, which is the same for all rows.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DifferenceBar {
    /// Where the interval begins.
    pub start: f64,
    /// How long it is.
    pub length: f64,
    /// Where the difference is.
    pub at: f64,
}

/// From so many answers a side on the normal law holds for sums of ranks.
const ENOUGH_FOR_RANKS: u64 = 10;

/// A difference as any of the tests gives it.
struct Tested {
    test: Test,
    difference: f64,
    ci: Option<Interval>,
    p_value: f64,
}

/// A row a question that either side answered, corrected for there being many.
pub(super) fn rows(workspace: &Workspace, a: &Totals, b: &Totals) -> Vec<CompareRow> {
    let questions = workspace.layout().questions().iter().enumerate();
    let all = questions.map(|(place, question)| {
        let sides = [a, b].map(|totals| totals.counts(workspace.layout(), place));
        let is_named = workspace.layout().with_role(question.role).count() > 1;
        CompareRow { is_named, ..row(question, &sides, workspace.level) }
    });
    let mut rows: Vec<CompareRow> = all.filter(|row| row.a.n + row.b.n > 0).collect();
    for row in rows.iter_mut().filter(|row| row.p_value.is_none() && row.a.n.min(row.b.n) > 1) {
        row.verdict = Verdict::NoSpread;
    }
    correct(&mut rows, workspace.level);
    draw(&mut rows);
    rows
}

fn row(question: &Question, [a, b]: &[Counts; 2], level: Level) -> CompareRow {
    let test = test_of(question.role);
    let tested = match test {
        Test::Nps => by_nps(a, b, level),
        Test::Shares => by_shares(question.role, a, b, level),
        Test::Means | Test::Ranks => by_means(a, b, level).or_else(|| by_ranks(a, b)),
    };
    let figures = [a, b].map(|side| figure(question.role, side, level));
    CompareRow {
        question: question.id.to_string(),
        role: question.role,
        is_named: false,
        is_thin: figures.iter().any(|figure| figure.n < THIN),
        a: figures[0],
        b: figures[1],
        test: tested.as_ref().map_or(test, |tested| tested.test),
        difference: tested.as_ref().map(|tested| tested.difference),
        ci: tested.as_ref().and_then(|tested| tested.ci),
        p_value: tested.as_ref().map(|tested| tested.p_value),
        p_adjusted: None,
        superiority: mann_whitney(b, a).map(|test| test.superiority),
        verdict: Verdict::Untested,
        bar: None,
    }
}

fn test_of(role: Role) -> Test {
    match role {
        Role::Nps => Test::Nps,
        Role::Csat | Role::Ces => Test::Shares,
        Role::Heart(_) => Test::Means,
    }
}

pub(super) fn figure(role: Role, counts: &Counts, level: Level) -> Estimate {
    use crate::core::index::{ces, csat, nps};
    match role {
        Role::Nps => nps(counts, level).estimate(),
        Role::Csat => csat(counts, level).share.map(percent),
        Role::Ces => ces(counts, level).share.map(percent),
        Role::Heart(_) => counts.mean_estimate(level).map(|mean| (mean - 1.0) * POINTS_A_STEP),
    }
}

fn percent(share: f64) -> f64 {
    share * 100.0
}

/// A step of a scale from 1 to 5 on 0 to 100.
const POINTS_A_STEP: f64 = 25.0;

fn by_nps(a: &Counts, b: &Counts, level: Level) -> Option<Tested> {
    let [a, b] = [a, b].map(|side| crate::core::index::nps(side, level));
    let test = compare_nps(&b, &a, level)?;
    let (difference, ci, p_value) = (test.difference, test.ci, test.p_value);
    Some(Tested { test: Test::Nps, difference, ci, p_value })
}

fn by_shares(role: Role, a: &Counts, b: &Counts, level: Level) -> Option<Tested> {
    let (low, high) = if role == Role::Csat { (4, 5) } else { (5, 7) };
    let share = |side: &Counts| Share { hits: side.between(low, high), n: side.n() };
    let test = two_proportions(share(b), share(a), level)?;
    let ci = Some(test.ci.map(percent));
    let difference = percent(test.difference);
    Some(Tested { test: Test::Shares, difference, ci, p_value: test.p_value })
}

fn by_means(a: &Counts, b: &Counts, level: Level) -> Option<Tested> {
    let test = welch(b, a, level)?;
    let points = |steps: f64| steps * POINTS_A_STEP;
    let ci = Some(test.ci.map(points));
    let difference = points(test.difference);
    Some(Tested { test: Test::Means, difference, ci, p_value: test.p_value })
}

/// Where neither side varies there is no t, but there is an order.
fn by_ranks(a: &Counts, b: &Counts) -> Option<Tested> {
    let is_enough = a.n().min(b.n()) >= ENOUGH_FOR_RANKS;
    let test = mann_whitney(b, a).filter(|_| is_enough)?;
    let difference = (b.mean()? - a.mean()?) * POINTS_A_STEP;
    Some(Tested { test: Test::Ranks, difference, ci: None, p_value: test.p_value })
}

/// Corrects the tests of a table for each other, and says what may be said.
fn correct(rows: &mut [CompareRow], level: Level) {
    let p_values: Vec<f64> = rows.iter().filter_map(|row| row.p_value).collect();
    let mut adjusted = holm(&p_values).into_iter();
    for row in rows.iter_mut().filter(|row| row.p_value.is_some()) {
        row.p_adjusted = adjusted.next();
        row.verdict = verdict(row, level);
    }
}

fn verdict(row: &CompareRow, level: Level) -> Verdict {
    let is_clear = row.p_adjusted.is_some_and(|p| p < 1.0 - level.share());
    match row.difference {
        None => Verdict::Untested,
        Some(difference) if is_clear && difference > 0.0 => Verdict::Higher,
        Some(difference) if is_clear && difference < 0.0 => Verdict::Lower,
        Some(_) => Verdict::Open,
    }
}

/// Gives each difference its bar. The farthest end of all intervals reaches an end of the track.
fn draw(rows: &mut [CompareRow]) {
    let far = |ci: Interval| ci.low.abs().max(ci.high.abs());
    let farthest = rows.iter().filter_map(|row| row.ci).map(far).fold(0.0, f64::max);
    for row in rows.iter_mut() {
        let place = |points: f64| (50.0 + points / farthest * 50.0).clamp(0.0, 100.0);
        let bar = |(difference, ci): (f64, Interval)| DifferenceBar {
            start: place(ci.low),
            length: place(ci.high) - place(ci.low),
            at: place(difference),
        };
        row.bar = row.difference.zip(row.ci).filter(|_| farthest > 0.0).map(bar);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::calendar::{Day, Timestamp};
    use crate::core::connection::Settings;
    use crate::core::model::{Answer, Response};
    use crate::core::tally::{Grain, Slice, Tally};

    /// Totals of so many answers of each value to a question.
    fn totals(workspace: &Workspace, question: &str, answers: &[(f64, usize)]) -> Totals {
        let layout = workspace.feedback.shared_layout();
        let question = layout.find(question).expect("a default question");
        let mut tally = Tally::new(layout, Grain::FINEST);
        for (value, times) in answers {
            for _ in 0..*times {
                let response = Response {
                    id: None,
                    touchpoint: "desk",
                    submitted_at: Timestamp::default(),
                    day: Day(0),
                    dimensions: [None; 3],
                    answers: &[Answer { question, value: Some(*value) }],
                    comment: None,
                };
                tally.count(&response).expect("few names");
            }
        }
        tally.totals(&Slice::default())
    }

    fn compared(question: &str, a: &[(f64, usize)], b: &[(f64, usize)]) -> CompareRow {
        let workspace = Workspace::new(Settings::default(), Day(0));
        let [a, b] = [a, b].map(|answers| totals(&workspace, question, answers));
        let mut rows = rows(&workspace, &a, &b);
        assert_eq!(rows.len(), 1);
        rows.remove(0)
    }

    #[test]
    fn a_clear_difference_is_told_with_its_direction_and_its_size() {
        let row = compared("csat", &[(2.0, 60), (5.0, 40)], &[(2.0, 20), (5.0, 80)]);
        assert_eq!((row.test, row.verdict, row.is_thin), (Test::Shares, Verdict::Higher, false));
        assert!(row.difference.is_some_and(|difference| (difference - 40.0).abs() < 1e-9));
        assert!(row.superiority.is_some_and(|superiority| (superiority - 0.7).abs() < 1e-9));
        let bar = row.bar.expect("a bar");
        assert!(bar.start > 50.0 && bar.at > bar.start && bar.at < bar.start + bar.length);
        let back = compared("care", &[(5.0, 50), (4.0, 50)], &[(1.0, 50), (2.0, 50)]);
        assert_eq!((back.test, back.verdict), (Test::Means, Verdict::Lower));
        assert!(back.difference.is_some_and(|difference| (difference + 75.0).abs() < 1e-9));
    }

    #[test]
    fn what_chance_could_do_is_left_open_and_what_is_too_little_untested() {
        let row = compared("nps", &[(10.0, 5), (3.0, 5)], &[(10.0, 6), (3.0, 4)]);
        assert_eq!((row.test, row.verdict, row.is_thin), (Test::Nps, Verdict::Open, true));
        let row = compared("patience", &[(4.0, 40)], &[]);
        assert_eq!((row.verdict, row.difference, row.p_adjusted), (Verdict::Untested, None, None));
        assert_eq!((row.a.n, row.b.n, row.bar), (40, 0, None));
    }

    #[test]
    fn sides_that_do_not_vary_are_compared_by_rank_or_told_from_too_few_answers() {
        let row = compared("patience", &[(5.0, 15)], &[(4.0, 15)]);
        assert_eq!((row.test, row.verdict, row.ci), (Test::Ranks, Verdict::Lower, None));
        assert!(row.difference == Some(-25.0) && row.superiority == Some(0.0) && row.bar.is_none());
        let row = compared("patience", &[(5.0, 15)], &[(5.0, 15)]);
        assert_eq!((row.test, row.verdict, row.p_value), (Test::Ranks, Verdict::Open, Some(1.0)));
        let row = compared("patience", &[(5.0, 3)], &[(4.0, 3)]);
        assert_eq!((row.verdict, row.p_value), (Verdict::NoSpread, None));
        assert_eq!(compared("patience", &[(5.0, 1)], &[(4.0, 3)]).verdict, Verdict::Untested);
    }
}
