//! Every survey finds its own answers, and parts of any kind add up to the whole.

use super::*;
use crate::core::calendar::{Period, Timestamp};
use crate::core::index::{Level, alpha_of_sums, kano, servqual};
use crate::core::model::{
    Feature, ItemScale, LocalText, QualityDimension, QualityItem, QualitySurvey, Question,
    QuestionId, Response, ScaleItem, SurveyId, SurveyKind,
};
use crate::core::tally::{Feedback, Layout, SumsOf};
use proptest::prelude::*;
use std::sync::Arc;

fn id(text: &str) -> QuestionId {
    QuestionId::new(text)
}

fn survey(name: &str, kind: SurveyKind) -> Survey {
    Survey { id: SurveyId::new(name), name: LocalText::plain(name), kind }
}

/// Four quality questions and a weight each, two of a feature, three of a scale.
fn surveys() -> Vec<Survey> {
    let name = LocalText::default;
    let item = || QualityItem { name: name(), expectation: Some(id("e")), perception: id("p") };
    let dimension =
        || QualityDimension { name: name(), weight: Some(id("w")), items: vec![item()] };
    let quality = QualitySurvey {
        scale: Scale::SEVEN,
        dimensions: vec![dimension(), dimension()],
        wanted_alpha: 0.85,
    };
    let feature = Feature { name: name(), functional: id("f"), dysfunctional: id("d") };
    let item = || ScaleItem { name: name(), question: id("s") };
    let scale =
        ItemScale { scale: Scale::FIVE, items: vec![item(), item(), item()], wanted_alpha: 0.85 };
    vec![
        survey("quality", SurveyKind::Quality(quality)),
        survey("needs", SurveyKind::Kano(vec![feature])),
        survey("trust", SurveyKind::Scale(scale)),
    ]
}

const FIRST: usize = 8;

fn feedback() -> Feedback {
    let layout = Layout::new(Question::defaults());
    assert_eq!(layout.questions().len(), FIRST);
    Feedback::with_surveys(Arc::new(layout), &surveys())
}

/// Touchpoint, day, team and the answers by place, from the first survey question.
type Row = (u8, i32, u8, Vec<(usize, Option<f64>)>);

fn count(feedback: &mut Feedback, (touchpoint, day, team, given): &Row) {
    let (touchpoint, team) = (touchpoint.to_string(), team.to_string());
    let answer =
        |(at, value): &(usize, Option<f64>)| Answer { question: FIRST + at, value: *value };
    let mut answers = vec![Answer { question: 1, value: Some(4.0) }];
    answers.extend(given.iter().map(answer));
    let response = Response {
        id: None,
        touchpoint: &touchpoint,
        submitted_at: Timestamp::default(),
        day: Day(*day),
        dimensions: [None, None, Some(&team)],
        answers: &answers,
        comment: None,
    };
    feedback.count(&response).expect("few names");
}

fn sums(feedback: &Feedback, survey: usize, slice: &Slice) -> SurveySums {
    feedback.survey_sums(&surveys()[survey], slice, None).expect("a known survey")
}

fn all(values: &[f64], first: usize) -> Vec<(usize, Option<f64>)> {
    values.iter().enumerate().map(|(at, value)| (first + at, Some(*value))).collect()
}

#[test]
fn each_survey_finds_its_own_answers() {
    let mut feedback = feedback();
    count(&mut feedback, &(1, 0, 0, all(&[7.0, 6.0, 4.0, 6.0, 75.0, 25.0], 0)));
    count(&mut feedback, &(1, 0, 0, all(&[1.0, 5.0], 6)));
    count(&mut feedback, &(2, 1, 1, all(&[5.0, 4.0, 5.0], 8)));
    count(&mut feedback, &(2, 1, 1, all(&[2.0, 2.0, 1.0], 8)));
    count(&mut feedback, &(2, 1, 1, vec![(8, Some(9.0)), (9, None), (10, Some(3.0))]));
    count(&mut feedback, &(2, 1, 1, Vec::new()));
    let everything = Slice::default();
    let [quality, needs, trust] = [0, 1, 2].map(|at| sums(&feedback, at, &everything));
    assert_eq!((quality.respondents, needs.respondents, trust.respondents), (1, 1, 3));
    let SumsOf::Quality(quality) = quality.of else { panic!("a quality survey") };
    let gaps = servqual(quality.pairs.as_ref().expect("pairs"), Level::default()).expect("one");
    assert_eq!((gaps.gap.value, gaps.weighted_gap.value), (Some(-1.5), Some(-2.25)));
    assert_eq!(quality.weights[0].mean(), Some(0.75));
    let SumsOf::Kano(features) = needs.of else { panic!("features") };
    assert_eq!(kano(&features[0].counts).map(|k| k.n), Some(1));
    assert_eq!(features[0].counts.one_dimensional, 1);
    let SumsOf::Scale(items) = trust.of else { panic!("a scale") };
    let alpha = alpha_of_sums(&items, Level::default()).expect("two respondents");
    assert_eq!((alpha.n, alpha.n_missing, trust.n_invalid), (2, 1, 2));
    assert_eq!(
        feedback.survey_sums(&survey("x", SurveyKind::Kano(vec![])), &everything, None),
        None
    );
}

#[test]
fn one_feeling_without_the_other_is_counted_apart() {
    let mut feedback = feedback();
    count(&mut feedback, &(1, 0, 0, vec![(6, Some(1.0))]));
    let SumsOf::Kano(features) = sums(&feedback, 1, &Slice::default()).of else {
        panic!("features")
    };
    assert_eq!((features[0].counts.n(), features[0].n_missing), (0, 1));
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let value = prop::option::weighted(0.9, (0i8..9).prop_map(f64::from));
    let answers = prop::collection::btree_map(0usize..11, value, 0..11);
    let answers = answers.prop_map(|map| map.into_iter().collect::<Vec<_>>());
    prop::collection::vec((0u8..4, 0i32..90, 0u8..3, answers), 0..60)
}

proptest! {
    #[test]
    fn parts_of_any_kind_add_up_to_the_whole_in_any_order(rows in rows(), cut in 0i32..90) {
        let (mut forth, mut back) = (feedback(), feedback());
        rows.iter().for_each(|row| count(&mut forth, row));
        rows.iter().rev().for_each(|row| count(&mut back, row));
        let parts = [Period { first: Day(0), last: Day(cut - 1) }, Period { first: Day(cut), last: Day(89) }];
        for survey in 0..3 {
            let whole = sums(&forth, survey, &Slice::default());
            prop_assert!(alike(&whole, &sums(&back, survey, &Slice::default())));
            let mut merged = SurveySums::empty(&surveys()[survey]);
            parts.iter().for_each(|part| merged.merge(&sums(&forth, survey, &Slice::of(*part))));
            prop_assert!(alike(&whole, &merged));
            let mut by_team = SurveySums::empty(&surveys()[survey]);
            for team in ["0", "1", "2", "nobody"] {
                let slice = Slice { dimensions: [None, None, Some(team.into())], ..Slice::default() };
                by_team.merge(&sums(&forth, survey, &slice));
            }
            prop_assert!(alike(&whole, &by_team));
            let touchpoints = ["0", "1", "2", "3"].map(|touchpoint| {
                forth.survey_sums(&surveys()[survey], &Slice::default(), Some(touchpoint)).map_or(0, |s| s.respondents)
            });
            prop_assert_eq!(touchpoints.iter().sum::<u64>(), whole.respondents);
        }
    }
}

/// Equal, but for the rounding of sums that are no whole numbers.
fn alike(a: &SurveySums, b: &SurveySums) -> bool {
    let counts = (a.respondents, a.n_invalid) == (b.respondents, b.n_invalid);
    let near = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (a, b) => a.is_none() && b.is_none(),
    };
    counts
        && match (&a.of, &b.of) {
            (SumsOf::Quality(a), SumsOf::Quality(b)) => {
                let gaps = [a, b]
                    .map(|sums| sums.pairs.as_ref().and_then(|p| servqual(p, Level::default())));
                let [one, other] = gaps.each_ref().map(|gap| gap.as_ref());
                a.reliability == b.reliability
                    && near(one.and_then(|g| g.gap.value), other.and_then(|g| g.gap.value))
                    && near(
                        one.and_then(|g| g.weighted_gap.value),
                        other.and_then(|g| g.weighted_gap.value),
                    )
                    && near(a.weights[0].mean(), b.weights[0].mean())
            }
            (a, b) => a == b,
        }
}
