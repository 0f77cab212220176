//! From the bytes of a body to every index of every touchpoint and month, as the engine goes.

use crate::data::{WORDS, responses};
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use heartline::core::calendar::{Day, FixedZone, Timestamp};
use heartline::core::connection::{Config, FeedId, FeedKind};
use heartline::core::intake::FeedReader;
use heartline::core::mapping::Clock;
use heartline::core::model::{Heart, JourneyId, Lang};
use heartline::core::query::{Filters, HeatBy, HeatState, Measure, PeriodChoice};
use heartline::core::scene::HeatScene;
use heartline::core::workspace::Workspace;
use serde_json::{Map, Value, json};

const SHANGHAI: FixedZone = FixedZone { seconds: 8 * 3600 };
/// 2026-01-02T00:00:00Z, when all has been said.
const NOW: Timestamp = Timestamp(1_767_312_000_000);
/// About what a browser hands over at once.
pub const PIECE: usize = 64 << 10;

/// What is asked for of every touchpoint and month.
pub const INDICES: [Measure; 8] = [
    Measure::Nps,
    Measure::Csat,
    Measure::Ces,
    Measure::Heart(Heart::Care),
    Measure::Heart(Heart::Patience),
    Measure::Heart(Heart::Attentiveness),
    Measure::Heart(Heart::Responsibility),
    Measure::Heart(Heart::Confidence),
];

/// The connection both benches read from: hearts stand in an object of their own.
pub fn config() -> Config {
    let heart = |heart: &String| (heart.clone(), json!(format!("$.hearts.{heart}")));
    let answers: Map<String, Value> = WORDS.hearts.iter().map(heart).collect();
    let feeds = json!({
        "journeys": {"path": "journeys.json", "rows": "$.journeys[*]"},
        "responses": {"path": "responses.json", "rows": "$.responses[*]", "fields": {"answers": answers}},
    });
    let connection = json!({"name": "Bench", "base_url": "api/", "feeds": feeds});
    Config::parse(&json!({"connection": connection}).to_string()).expect("a configuration")
}

/// The workspace's clock.
pub fn clock() -> Clock {
    Clock::new(SHANGHAI, NOW)
}

/// A workspace that knows its journey and has read no responses.
pub fn workspace(config: &Config) -> Workspace {
    let mut workspace = Workspace::new(config.settings.clone(), Day::of(NOW, &SHANGHAI));
    let touchpoint = |place| json!({"id": format!("touchpoint-{place}"), "name": "Touchpoint"});
    let touchpoints: Vec<Value> = (1..=WORDS.touchpoints).map(touchpoint).collect();
    let stages = json!([{"id": "stage", "name": "Stage", "touchpoints": touchpoints}]);
    let body = json!({"journeys": [{"id": "bench", "name": "Bench", "stages": stages}]});
    let mut reader = reader(FeedKind::Journeys, config, &workspace);
    reader.push(body.to_string().as_bytes(), &mut workspace);
    reader.finish(&mut workspace).expect("a journey");
    workspace
}

/// A reader of one feed.
pub fn reader(kind: FeedKind, config: &Config, workspace: &Workspace) -> FeedReader {
    let connection = config.connections.first().expect("a connection");
    FeedReader::new(FeedId::only(kind), connection, workspace, clock()).expect("a feed")
}

/// A workspace that has read this body of responses.
pub fn read(body: &[u8]) -> Workspace {
    let config = config();
    let mut workspace = workspace(&config);
    let mut reader = reader(FeedKind::Responses, &config, &workspace);
    body.chunks(PIECE).for_each(|piece| reader.push(piece, &mut workspace));
    reader.finish(&mut workspace).expect("a whole body");
    workspace.feedback.complete();
    workspace
}

/// A heat map of all touchpoints and months.
pub fn heat(workspace: &Workspace, by: HeatBy, measure: Measure, filters: &Filters) -> HeatScene {
    let journey = workspace.journey(&JourneyId::new("bench")).expect("the bench's journey");
    let state = HeatState { by, measure, ..HeatState::default() };
    workspace.heat(journey, &state, filters, Lang::En)
}

/// All there is.
pub fn everything() -> Filters {
    Filters { period: PeriodChoice::All, ..Filters::default() }
}

/// Every index of every touchpoint and month.
pub fn indices(workspace: &Workspace) -> [HeatScene; 8] {
    INDICES.map(|measure| heat(workspace, HeatBy::Month, measure, &everything()))
}

#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 3, sample_size = 1)]
fn every_index(bencher: Bencher, count: usize) {
    let body = responses(count);
    bencher
        .counter(BytesCount::of_slice(body))
        .counter(ItemsCount::new(count))
        .bench(|| indices(&read(body)));
}
