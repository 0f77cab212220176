//! Two years of responses.

use crate::dice::Dice;
use crate::service::Service;
use crate::staff::teams;
use crate::story::{LEARNING, Twist, twist};
use heartline::core::calendar::{Day, Month};
use heartline::core::model::Heart;
use serde_json::{Map, Value, json};

/// How many responses there are.
const COUNT: usize = 20_000;
/// The first month and how many there are: November 2024 to October 2026.
const FIRST: (i32, u32) = (2024, 11);
const MONTHS: i32 = 24;

/// One response.
pub struct Response {
    /// The local day.
    pub day: Day,
    /// Seconds after midnight.
    second: u32,
    /// The touchpoint.
    pub touchpoint: String,
    segment: String,
    channel: String,
    /// The team that served.
    pub team: String,
    /// Answers by question.
    pub answers: Vec<(&'static str, i64)>,
    comment: Option<String>,
    /// Answers to a survey that came with it.
    pub survey: Vec<(String, Value)>,
}

impl Response {
    /// The response as a native row.
    pub fn row(&self) -> Value {
        let answers: Map<String, Value> = self
            .answers
            .iter()
            .map(|(question, answer)| ((*question).to_owned(), json!(answer)))
            .chain(self.survey.iter().cloned())
            .collect();
        let (hour, minute, second) = (self.second / 3600, self.second / 60 % 60, self.second % 60);
        let mut row = json!({
            "touchpoint": self.touchpoint,
            "submitted_at": format!("{}T{hour:02}:{minute:02}:{second:02}+08:00", self.day),
            "segment": self.segment,
            "channel": self.channel,
            "team": self.team,
            "answers": answers,
        });
        if let Some(comment) = &self.comment {
            row["comment"] = json!(comment);
        }
        row
    }
}

/// The last month of the demo.
pub fn last_month() -> Month {
    first_month().plus(MONTHS - 1)
}

/// The first month of the demo.
pub fn first_month() -> Month {
    Month::new(FIRST.0, FIRST.1)
}

/// All responses, oldest first.
pub fn responses(services: &[Service]) -> Vec<Response> {
    let mut dice = Dice::new(2);
    let total: f64 = services.iter().map(|service| service.volume).sum();
    let days = last_month().last_day().0 - first_month().first_day().0 + 1;
    let mut all: Vec<Response> = (0..COUNT)
        .filter_map(|_| {
            let service = by_volume(services, dice.unit() * total)?;
            // A little more is answered every month.
            let day = (dice.unit().powf(0.85) * f64::from(days)) as i32;
            response(service, first_month().first_day().plus(day), &mut dice)
        })
        .collect();
    all.sort_by_key(|response| (response.day, response.second));
    all
}

fn by_volume(services: &[Service], mut at: f64) -> Option<&Service> {
    services.iter().find(|service| {
        at -= service.volume;
        at <= 0.0
    })
}

fn response(service: &Service, day: Day, dice: &mut Dice) -> Option<Response> {
    let team = *dice.pick(&teams(service))?;
    let segment = dice.pick(&service.segments)?.clone();
    let twist = twist(&service.touchpoint, team, day.month());
    let age = f64::from(day.month().0 - first_month().0);
    let mood = dice.normal(0.62) + segment_mood(&segment) + LEARNING * age;
    let quality = service.quality + twist.quality + mood;
    let answers = answers(service, &twist, quality, mood, dice);
    Some(Response {
        day,
        second: second_of_day(&service.touchpoint, dice),
        touchpoint: service.touchpoint.clone(),
        channel: dice.pick(&service.channels)?.clone(),
        comment: comment(service, &answers, dice),
        survey: Vec::new(),
        segment,
        team: team.to_owned(),
        answers,
    })
}

/// Some are harder to please.
fn segment_mood(segment: &str) -> f64 {
    match segment {
        "business" | "small-business" => -0.12,
        "elderly" => -0.08,
        "family" | "parent" => 0.05,
        _ => 0.03,
    }
}

fn answers(
    service: &Service,
    twist: &Twist,
    quality: f64,
    mood: f64,
    dice: &mut Dice,
) -> Vec<(&'static str, i64)> {
    let mut answers = Vec::new();
    if dice.chance(0.97) {
        answers.push(("csat", whole(quality + dice.normal(0.35), 1, 5)));
    }
    if dice.chance(0.45) {
        answers.push(("nps", whole(quality * 1.9 + 0.35 + dice.normal(1.2), 0, 10)));
    }
    if dice.chance(0.4) {
        answers
            .push(("ces", whole(service.ease + twist.ease + mood * 0.8 + dice.normal(0.7), 1, 7)));
    }
    let asks_all = dice.chance(0.3);
    for heart in Heart::ALL {
        if (asks_all || service.hearts.contains(&heart)) && dice.chance(0.92) {
            let place = heart.index();
            let felt = quality - 0.25 + service.heart_shift[place] + twist.hearts[place];
            answers.push((heart.id(), whole(felt + dice.normal(0.45), 1, 5)));
        }
    }
    answers
}

fn whole(value: f64, low: i64, high: i64) -> i64 {
    (value.round() as i64).clamp(low, high)
}

/// The unhappy write more often than the happy.
fn comment(service: &Service, answers: &[(&'static str, i64)], dice: &mut Dice) -> Option<String> {
    let csat = answers.iter().find(|(question, _)| *question == "csat")?.1;
    let (texts, rate) =
        if csat >= 4 { (&service.praise, 0.14) } else { (&service.complaints, 0.42) };
    if !dice.chance(rate) {
        return None;
    }
    let [english, chinese] = dice.pick(texts)?;
    Some(if dice.chance(0.45) { english } else { chinese }.clone())
}

/// Services keep hours; the night service keeps the others.
fn second_of_day(touchpoint: &str, dice: &mut Dice) -> u32 {
    let hour = match touchpoint {
        "night-service" => (23.0 + dice.unit() * 6.0) % 24.0,
        _ => 8.0 + dice.unit() * 13.0,
    };
    (hour * 3600.0) as u32
}
