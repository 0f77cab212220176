//! The responses that `benches/browser/data/stream.mjs` writes, byte for byte: about 300 bytes each.

use crate::dice::Dice;
use heartline::core::calendar::Day;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{LazyLock, Mutex};

/// What both benches make their responses of.
#[derive(Deserialize)]
pub struct Words {
    pub touchpoints: usize,
    first_day: String,
    days: i32,
    pub segments: Vec<String>,
    channels: Vec<String>,
    teams: Vec<String>,
    pub hearts: Vec<String>,
    comments: Vec<String>,
}

pub static WORDS: LazyLock<Words> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../responses.json")).expect("the words of responses")
});

/// The body of so many responses, made once.
pub fn responses(count: usize) -> &'static [u8] {
    static MADE: Mutex<BTreeMap<usize, &'static [u8]>> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().expect("a lock nobody has broken");
    made.entry(count).or_insert_with(|| write(count).into_bytes().leak())
}

/// What a touchpoint is known for.
struct Service {
    mood: f64,
    hearts: [usize; 2],
    channels: &'static [String],
    teams: &'static [String],
}

fn services() -> Vec<Service> {
    let mut dice = Dice::new(1);
    let some = |all: &'static [String], first: usize, more: usize| &all[first..=first + more];
    let service = |place: usize| Service {
        mood: 2.0 + 2.0 * dice.unit(),
        hearts: [place % 5, (place * 3 + 1) % 5],
        channels: some(&WORDS.channels, place % 4, place % 2),
        teams: some(&WORDS.teams, place % 5, place / 2 % 2),
    };
    (0..WORDS.touchpoints).map(service).collect()
}

/// Oldest first, over all days.
fn write(count: usize) -> String {
    let (services, mut dice) = (services(), Dice::new(5));
    let first = Day::parse(&WORDS.first_day).expect("a first day");
    let seconds = i64::from(WORDS.days) * 86_400;
    let rows = (0..count).map(|place| {
        let second = seconds * place as i64 / count as i64;
        let touchpoint = (dice.unit() * services.len() as f64) as usize;
        row(place, touchpoint, &services[touchpoint], (first, second), &mut dice)
    });
    let rows: Vec<String> = rows.collect();
    format!(
        "{{\"format\":\"heartline/responses\",\"version\":1,\"responses\":[\n{}\n]}}\n",
        rows.join(",\n")
    )
}

fn row(
    place: usize,
    touchpoint: usize,
    service: &Service,
    (first, second): (Day, i64),
    dice: &mut Dice,
) -> String {
    let segment = dice.pick(&WORDS.segments);
    let channel = dice.pick(service.channels);
    let team = dice.pick(service.teams);
    let answers = answers(service, dice);
    let is_escaped = dice.chance(0.15);
    let comment = json_text(dice.pick::<String>(&WORDS.comments), is_escaped);
    let time = time(first, second, dice);
    format!(
        "{{\"id\":\"fb-{:08}\",\"touchpoint\":\"touchpoint-{}\",\"submitted_at\":\"{time}\",\"segment\":\"{segment}\",\
         \"channel\":\"{channel}\",\"team\":\"{team}\",{answers},\"comment\":{comment}}}",
        place + 1,
        touchpoint + 1,
    )
}

fn answers(service: &Service, dice: &mut Dice) -> String {
    let felt = service.mood + 3.0 * dice.unit() - 1.0;
    let near = |low: f64, high: f64, at: f64, spread: f64, dice: &mut Dice| {
        (at + spread * (dice.unit() - 0.5)).round().clamp(low, high)
    };
    let mut given = Vec::new();
    if dice.chance(0.45) {
        // A few recommend beyond the scale.
        let nps = if dice.chance(0.0005) { 11.0 } else { near(0.0, 10.0, 2.0 * felt, 4.0, dice) };
        given.push(format!("\"nps\":{nps}"));
    }
    if dice.chance(0.97) {
        given.push(format!("\"csat\":{}", near(1.0, 5.0, felt, 1.0, dice)));
    }
    if dice.chance(0.4) {
        given.push(format!("\"ces\":{}", near(1.0, 7.0, 1.4 * felt, 3.0, dice)));
    }
    let asks_all = dice.chance(0.3);
    let mut scores = Vec::new();
    for (place, heart) in WORDS.hearts.iter().enumerate() {
        if (asks_all || service.hearts.contains(&place)) && dice.chance(0.92) {
            scores.push(format!("\"{heart}\":{}", near(1.0, 5.0, felt, 2.0, dice)));
        }
    }
    format!("\"answers\":{{{}}},\"hearts\":{{{}}}", given.join(","), scores.join(","))
}

/// A local second since the first day, written with one offset or another.
fn time(first: Day, second: i64, dice: &mut Dice) -> String {
    let lot = dice.unit();
    let (ahead, offset) = match lot {
        lot if lot < 0.9 => (0, "+08:00"),
        lot if lot < 0.95 => (1, "+09:00"),
        _ => (-8, "Z"),
    };
    let shown = second + ahead * 3600;
    let (day, second) = (shown.div_euclid(86_400), shown.rem_euclid(86_400));
    let day = first.plus(day as i32);
    format!("{day}T{:02}:{:02}:{:02}{offset}", second / 3600, second / 60 % 60, second % 60)
}

/// A text as JSON; escaped, what is not ASCII is written by its numbers.
fn json_text(text: &str, is_escaped: bool) -> String {
    let json = serde_json::to_string(text).expect("a text");
    if !is_escaped {
        return json;
    }
    json.chars().fold(String::new(), |mut escaped, letter| {
        let mut units = [0; 2];
        match letter {
            ' '..='~' => escaped.push(letter),
            _ => letter.encode_utf16(&mut units).iter().for_each(|unit| {
                let _ = write!(escaped, "\\u{unit:04x}");
            }),
        }
        escaped
    })
}
