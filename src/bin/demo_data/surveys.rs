//! Surveys that some customers of the last three months filled in beside the usual questions: guests of the hotel on
//! the quality of their stay, borrowers on what they want of a loan, patients on trust and on what they were told.

use crate::dice::Dice;
use crate::responses::{Response, last_month};
use crate::service::Service;
use heartline::core::index::{Feeling, KanoCategory};
use heartline::core::model::{ItemScale, QualitySurvey, Scale, Survey, SurveyKind};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How many months the surveys have run.
const MONTHS: i32 = 3;
/// Few leave out a question they were asked.
const ANSWERED: f64 = 0.995;

/// Of each survey, in the demo's order: the journey whose customers are asked, and how many of them answer.
const ASKED: [(&str, f64); 4] = [
    ("hotel-stay", 0.45),
    ("bank-loan", 0.4),
    ("outpatient-visit", 0.4),
    ("outpatient-visit", 0.35),
];

/// Has the surveys answered by some of those who gave these responses.
pub fn fill_in(responses: &mut [Response], services: &[Service], surveys: &[Survey]) {
    let journeys: BTreeMap<&str, &str> =
        services.iter().map(|one| (one.touchpoint.as_str(), one.journey.as_str())).collect();
    let since = last_month().plus(1 - MONTHS).first_day();
    for (place, (survey, (journey, share))) in surveys.iter().zip(ASKED).enumerate() {
        let mut dice = Dice::new(200 + place as u64);
        let asked = responses.iter_mut().filter(|response| {
            response.day >= since && journeys.get(response.touchpoint.as_str()) == Some(&journey)
        });
        for response in asked {
            if response.survey.is_empty() && dice.chance(share) {
                response.survey = answers(survey, &response.team, &mut dice);
            }
        }
    }
}

fn answers(survey: &Survey, team: &str, dice: &mut Dice) -> Vec<(String, Value)> {
    let values = match &survey.kind {
        SurveyKind::Quality(quality) => stay(quality, team, dice),
        SurveyKind::Kano(_) => WANTED.iter().flat_map(|mix| feelings(mix, dice)).collect(),
        SurveyKind::Scale(scale) if scale.items.len() == 5 => trust(scale, dice),
        SurveyKind::Scale(scale) => instructions(scale, dice),
    };
    let questions = survey.questions();
    let given = questions.iter().zip(values).filter(|_| dice.chance(ANSWERED));
    given.map(|(question, value)| (question.id.to_string(), value)).collect()
}

fn on(scale: Scale, value: f64) -> Value {
    json!((value.round() as i64).clamp(scale.min.into(), scale.max.into()))
}

/// What guests expect of each item and what they find, by dimension. Nobody answers at night, repairs take longer
/// than promised; the rooms are better than expected.
const STAY: [&[(f64, f64)]; 5] = [
    &[(5.7, 5.9), (5.6, 6.0), (4.9, 5.5), (5.2, 5.3)],
    &[(6.3, 5.7), (6.4, 6.0), (6.2, 4.6), (6.5, 6.1), (6.0, 5.6)],
    &[(6.2, 4.2), (6.0, 5.3), (6.1, 4.9), (5.7, 4.8)],
    &[(6.1, 5.8), (6.5, 6.2), (6.0, 5.9), (6.0, 5.0)],
    &[(4.8, 4.6), (5.4, 5.0), (5.3, 5.2), (5.9, 5.0), (5.5, 4.9)],
];

/// How guests share out a hundred points between the dimensions.
const POINTS: [f64; 5] = [12.0, 30.0, 28.0, 17.0, 13.0];

/// Expectations, perceptions, points.
fn stay(survey: &QualitySurvey, team: &str, dice: &mut Dice) -> Vec<Value> {
    let (demanding, content) = (dice.normal(0.45), dice.normal(0.6));
    let night = if team == "front-desk-night" { -0.9 } else { 0.0 };
    let (mut expected, mut found) = (Vec::new(), Vec::new());
    for (dimension, items) in STAY.iter().enumerate() {
        let (own, shift) = (dice.normal(0.55), if dimension == 2 { night } else { night / 3.0 });
        for (expects, finds) in items.iter() {
            expected.push(on(survey.scale, expects + demanding + dice.normal(0.6)));
            found.push(on(survey.scale, finds + content + own + shift + dice.normal(0.7)));
        }
    }
    expected.into_iter().chain(found).chain(points(dice)).collect()
}

/// Shares in fives that need not sum to a hundred, as people give them.
fn points(dice: &mut Dice) -> Vec<Value> {
    let share = |points: f64, dice: &mut Dice| (points / 5.0 + dice.normal(1.1)).round() * 5.0;
    POINTS.map(|points| json!((share(points, dice) as i64).clamp(0, 100))).to_vec()
}

/// Of each feature of a loan: how many borrowers see in it a must, a merit, a delight, nothing, a nuisance, or
/// contradict themselves.
const WANTED: [[f64; 6]; 6] = [
    [0.62, 0.2, 0.04, 0.11, 0.01, 0.02],
    [0.2, 0.52, 0.18, 0.08, 0.0, 0.02],
    [0.03, 0.13, 0.52, 0.27, 0.03, 0.02],
    [0.36, 0.34, 0.1, 0.17, 0.01, 0.02],
    [0.02, 0.05, 0.22, 0.66, 0.04, 0.01],
    [0.01, 0.03, 0.08, 0.33, 0.53, 0.02],
];

/// A pair of feelings of a category that is drawn from a mix.
fn feelings(mix: &[f64; 6], dice: &mut Dice) -> [Value; 2] {
    let mut lot = dice.unit();
    let drawn = KanoCategory::ALL.into_iter().zip(mix).find(|(_, share)| {
        lot -= **share;
        lot < 0.0
    });
    let category = drawn.map_or(KanoCategory::Indifferent, |(category, _)| category);
    let pairs =
        Feeling::ALL.into_iter().flat_map(|with| Feeling::ALL.map(|without| (with, without)));
    let fitting: Vec<_> =
        pairs.filter(|(with, without)| KanoCategory::of(*with, *without) == category).collect();
    let (with, without) = *dice.pick(&fitting).unwrap_or(&(Feeling::Neutral, Feeling::Neutral));
    [with, without].map(|feeling| json!(feeling.id()))
}

/// Five items that go together.
fn trust(survey: &ItemScale, dice: &mut Dice) -> Vec<Value> {
    let trust = 3.7 + dice.normal(0.85);
    let items = survey.items.iter();
    items.map(|_| on(survey.scale, trust + dice.normal(0.55))).collect()
}

/// Four items that go together, one that is worded the other way round, one that everybody answers alike.
fn instructions(survey: &ItemScale, dice: &mut Dice) -> Vec<Value> {
    let clear = 3.1 + dice.normal(0.8);
    let mut values: Vec<Value> =
        (0..4).map(|_| on(survey.scale, clear + dice.normal(0.6))).collect();
    values.push(on(survey.scale, 6.0 - clear + dice.normal(0.7)));
    values.push(json!(survey.scale.max));
    values
}
