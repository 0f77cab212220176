//! Every index against implementations others trust: scipy, statsmodels, numpy, mpmath.
//!
//! The cases are in `reference/indices.json`; `reference/generate.py` computes them and says how
//! to renew them. A case gives an input and the figures expected of it, null where a figure is not
//! defined. A test compares every case of its index before it fails, and names those that differ.

#![expect(clippy::expect_used, reason = "the helpers of tests may stop a test")]

use heartline::core::hearts::{
    Blend, HealthRules, Weighted, health_index, heart_loop, heart_score,
};
use heartline::core::index::{
    Correlation, Counts, Estimate, Interval, Level, Share, ces, compare_nps, csat, holm, mid_ranks,
    nps, pearson, spearman, two_proportions, welch, wilson,
};
use heartline::core::model::{Heart, Scale};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

const CASES: &str = include_str!("reference/indices.json");

/// How far a figure may be off, as a share of what is expected.
const RELATIVE: f64 = 1e-9;

/// How far a figure near zero may be off; a p-value may not, however small it is.
const NEAR_ZERO: f64 = 1e-12;

/// How long a case may take: far more than any needs.
const PATIENCE: Duration = Duration::from_secs(5);

/// One input with the figures expected of it.
#[derive(Deserialize)]
struct Case<I> {
    case: String,
    input: I,
    expected: Value,
}

/// What the library says of an input.
#[derive(Debug)]
enum Figure {
    Absent,
    Count(u64),
    Number(f64),
    PValue(f64),
    List(Vec<Figure>),
    Record(Vec<(&'static str, Figure)>),
}

// Inputs ------------------------------------------------------------------------------------------

/// A histogram, or the answers to count, with what is counted apart.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Histogram {
    #[serde(default)]
    values: Vec<u64>,
    #[serde(default)]
    answers: Vec<f64>,
    #[serde(default)]
    missing: u64,
    #[serde(default)]
    invalid: u64,
}

#[derive(Deserialize)]
struct Counted {
    counts: Histogram,
    level: f64,
}

#[derive(Deserialize)]
struct Opposed<T> {
    a: T,
    b: T,
    level: f64,
}

#[derive(Deserialize)]
struct Quantile {
    level: f64,
    df: f64,
}

#[derive(Deserialize)]
struct Hits {
    hits: u64,
    n: u64,
    level: f64,
}

#[derive(Deserialize)]
struct Composite {
    scores: Vec<Option<f64>>,
    weights: Vec<f64>,
    min_coverage: f64,
    blend: Blend,
}

#[derive(Deserialize)]
struct Hearts {
    nodes: [Option<f64>; 5],
    pairs: [Vec<(f64, f64)>; 5],
}

type Pairs = Vec<(f64, f64)>;

impl Histogram {
    fn on(&self, scale: Scale) -> Counts {
        let mut counts = match self.answers.as_slice() {
            [] => Counts::empty(scale),
            answers => Counts::of(scale, answers),
        };
        self.values.iter().enumerate().for_each(|(place, count)| counts.add(place, *count));
        counts.n_missing += self.missing;
        counts.n_invalid += self.invalid;
        counts
    }
}

fn level(share: f64) -> Level {
    Level::new(share).expect("a level between 0 and 1")
}

// Figures -----------------------------------------------------------------------------------------

impl From<u64> for Figure {
    fn from(count: u64) -> Self {
        Figure::Count(count)
    }
}

impl From<f64> for Figure {
    fn from(number: f64) -> Self {
        Figure::Number(number)
    }
}

impl<T: Into<Figure>> From<Option<T>> for Figure {
    fn from(figure: Option<T>) -> Self {
        figure.map_or(Figure::Absent, Into::into)
    }
}

impl<T: Into<Figure>> From<Vec<T>> for Figure {
    fn from(figures: Vec<T>) -> Self {
        Figure::List(figures.into_iter().map(Into::into).collect())
    }
}

impl From<Interval> for Figure {
    fn from(ci: Interval) -> Self {
        Figure::Record(vec![("low", ci.low.into()), ("high", ci.high.into())])
    }
}

impl From<Estimate> for Figure {
    fn from(estimate: Estimate) -> Self {
        let Estimate { value, n, ci } = estimate;
        Figure::Record(vec![("value", value.into()), ("n", n.into()), ("ci", ci.into())])
    }
}

impl From<Correlation> for Figure {
    fn from(correlation: Correlation) -> Self {
        Figure::Record(vec![("n", correlation.n.into()), ("r", correlation.r.into())])
    }
}

// Comparison --------------------------------------------------------------------------------------

/// Holds every case of an index to what is expected of it.
fn check<I, F>(index: &str, figure: fn(I) -> F)
where
    I: DeserializeOwned + Send + 'static,
    F: Into<Figure> + 'static,
{
    let cases = cases(index);
    assert!(!cases.is_empty(), "{index} has no cases");
    let wrong: Vec<String> = cases.into_iter().flat_map(|case| mismatches(case, figure)).collect();
    assert!(wrong.is_empty(), "{index}, {} figures differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// The figures of a case that differ. The case has a thread of its own, so that one that never
/// ends fails by name instead of holding up the rest.
fn mismatches<I, F>(case: Case<I>, figure: fn(I) -> F) -> Vec<String>
where
    I: Send + 'static,
    F: Into<Figure> + 'static,
{
    let Case { case, input, expected } = case;
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(figure(input).into()));
    let mut wrong = Vec::new();
    match receiver.recv_timeout(PATIENCE) {
        Ok(got) => compare(&format!("\"{case}\""), &got, &expected, &mut wrong),
        Err(error) => wrong.push(format!("\"{case}\": no answer, {error}")),
    }
    wrong
}

fn cases<I: DeserializeOwned>(index: &str) -> Vec<Case<I>> {
    let mut all: BTreeMap<String, Value> = serde_json::from_str(CASES).expect("cases in JSON");
    let cases = all.remove(index).expect("cases of the index");
    serde_json::from_value(cases).expect("cases in the shape of the index")
}

fn compare(path: &str, got: &Figure, want: &Value, wrong: &mut Vec<String>) {
    match (got, want) {
        (Figure::List(got), Value::Array(want)) if got.len() == want.len() => {
            for (place, (got, want)) in got.iter().zip(want).enumerate() {
                compare(&format!("{path}[{place}]"), got, want, wrong);
            }
        }
        (Figure::Record(got), Value::Object(want)) if got.len() == want.len() => {
            for (name, got) in got {
                compare(&format!("{path}: {name}"), got, &want[*name], wrong);
            }
        }
        _ => wrong.extend(difference(got, want).map(|difference| format!("{path}: {difference}"))),
    }
}

/// What sets a single figure apart from what is expected; `None` when they agree.
fn difference(got: &Figure, want: &Value) -> Option<String> {
    match (got, want.as_f64()) {
        (Figure::Absent, None) if want.is_null() => None,
        (Figure::Count(got), _) if want.as_u64() == Some(*got) => None,
        (Figure::Number(got), Some(want)) => far(*got, want, NEAR_ZERO),
        (Figure::PValue(got), Some(want)) => far(*got, want, 0.0),
        _ => Some(format!("got {got:?}, want {want}")),
    }
}

fn far(got: f64, want: f64, near_zero: f64) -> Option<String> {
    let off = (got - want).abs();
    // Not `>`: whatever is not a number differs.
    let agrees = off <= (RELATIVE * want.abs()).max(near_zero);
    (!agrees).then(|| format!("got {got:e}, want {want:e}, off by {:.1e} of it", off / want.abs()))
}

// Tests -------------------------------------------------------------------------------------------

#[test]
fn normal_quantiles() {
    check("level_z", |share: f64| level(share).z());
}

#[test]
fn student_quantiles() {
    check("level_t", |input: Quantile| level(input.level).t(input.df));
}

#[test]
fn wilson_intervals() {
    check("wilson", |input: Hits| wilson(input.hits, input.n, level(input.level)));
}

#[test]
fn net_promoter_scores() {
    check("nps", |input: Counted| {
        let level = level(input.level);
        let nps = nps(&input.counts.on(Scale::NPS), level);
        Figure::Record(vec![
            ("n", nps.n.into()),
            ("promoters", nps.promoters.into()),
            ("passives", nps.passives.into()),
            ("detractors", nps.detractors.into()),
            ("score", nps.score.into()),
            ("se", nps.se.into()),
            ("ci", nps.ci.into()),
            ("wald", nps.wald(level).into()),
            ("n_missing", nps.n_missing.into()),
            ("n_invalid", nps.n_invalid.into()),
        ])
    });
}

#[test]
fn net_promoter_scores_compared() {
    check("compare_nps", |input: Opposed<Histogram>| {
        let level = level(input.level);
        let [a, b] = [input.a, input.b].map(|group| nps(&group.on(Scale::NPS), level));
        compare_nps(&a, &b, level).map(|test| {
            Figure::Record(vec![
                ("difference", test.difference.into()),
                ("ci", test.ci.into()),
                ("z", test.z.into()),
                ("p_value", Figure::PValue(test.p_value)),
            ])
        })
    });
}

#[test]
fn customer_satisfaction() {
    check("csat", |input: Counted| {
        let csat = csat(&input.counts.on(Scale::FIVE), level(input.level));
        Figure::Record(vec![
            ("n", csat.n.into()),
            ("satisfied", csat.satisfied.into()),
            ("share", csat.share.into()),
            ("mean", csat.mean.into()),
            ("index", csat.index.into()),
            ("n_missing", csat.n_missing.into()),
            ("n_invalid", csat.n_invalid.into()),
        ])
    });
}

#[test]
fn customer_effort() {
    check("ces", |input: Counted| {
        let ces = ces(&input.counts.on(Scale::SEVEN), level(input.level));
        Figure::Record(vec![
            ("n", ces.n.into()),
            ("agreeing", ces.agreeing.into()),
            ("mean", ces.mean.into()),
            ("share", ces.share.into()),
            ("n_missing", ces.n_missing.into()),
            ("n_invalid", ces.n_invalid.into()),
        ])
    });
}

#[test]
fn heart_scores_of_one_item() {
    check("heart_score", |input: Counted| {
        let item = input.counts.on(Scale::FIVE);
        let score = heart_score(Heart::Care, &[item], level(input.level));
        Figure::Record(vec![
            ("mean", score.mean.into()),
            ("index", score.index.into()),
            ("evidence", score.evidence.into()),
        ])
    });
}

#[test]
fn welch_tests() {
    check("welch", |input: Opposed<Histogram>| {
        let [a, b] = [input.a, input.b].map(|lot| lot.on(Scale::FIVE));
        welch(&a, &b, level(input.level)).map(|test| {
            Figure::Record(vec![
                ("difference", test.difference.into()),
                ("ci", test.ci.into()),
                ("t", test.t.into()),
                ("df", test.df.into()),
                ("p_value", Figure::PValue(test.p_value)),
            ])
        })
    });
}

#[test]
fn two_proportions_compared() {
    check("two_proportions", |input: Opposed<(u64, u64)>| {
        let [a, b] = [input.a, input.b].map(|(hits, n)| Share { hits, n });
        two_proportions(a, b, level(input.level)).map(|test| {
            Figure::Record(vec![
                ("difference", test.difference.into()),
                ("ci", test.ci.into()),
                ("z", test.z.into()),
                ("p_value", Figure::PValue(test.p_value)),
            ])
        })
    });
}

#[test]
fn holm_adjustments() {
    check("holm", |p_values: Vec<f64>| {
        holm(&p_values).into_iter().map(Figure::PValue).collect::<Vec<_>>()
    });
}

#[test]
fn pearson_correlations() {
    check("pearson", |pairs: Pairs| pearson(&pairs));
}

#[test]
fn spearman_correlations() {
    check("spearman", |pairs: Pairs| spearman(&pairs));
}

#[test]
fn middle_ranks() {
    check("mid_ranks", |values: Vec<f64>| mid_ranks(&values));
}

#[test]
fn health_indices() {
    check("health_index", |input: Composite| {
        let rules = HealthRules { min_coverage: input.min_coverage, blend: input.blend };
        let parts = input.scores.into_iter().zip(input.weights);
        let scores: Vec<_> = parts.map(|(score, weight)| Weighted { score, weight }).collect();
        let health = health_index(&scores, &rules);
        Figure::Record(vec![("index", health.index.into()), ("coverage", health.coverage.into())])
    });
}

#[test]
fn heart_loops() {
    check("heart_loop", |input: Hearts| {
        let heart_loop = heart_loop(input.nodes, &input.pairs);
        Figure::Record(vec![
            ("strength", heart_loop.strength.into()),
            ("links", heart_loop.links.to_vec().into()),
        ])
    });
}
