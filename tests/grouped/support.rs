//! Workspaces of the demo's journeys with feedback from one source or another.

use heartline::core::calendar::{Day, FixedZone, Timestamp};
use heartline::core::connection::{Config, FeedId, FeedKind};
use heartline::core::intake::FeedReader;
use heartline::core::mapping::Clock;
use heartline::core::workspace::Workspace;
use serde_json::Value;

const SHANGHAI: FixedZone = FixedZone { seconds: 8 * 3600 };
/// 2026-11-10T00:00:00Z
const NOW: Timestamp = Timestamp(1_794_268_800_000);
const DEMO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/demo/");

pub fn demo_file(name: &str) -> Vec<u8> {
    std::fs::read(format!("{DEMO}{name}")).expect("demo data: run `make demo` first")
}

/// The demo's journeys and indicators, with the feedback of a body that is read as the configuration says.
pub fn workspace(config: &Value, kind: FeedKind, body: &[u8]) -> Workspace {
    let mut workspace = Workspace::new(settings(), Day::of(NOW, &SHANGHAI));
    let demo = Config::demo().expect("the demo");
    read(&mut workspace, &demo, FeedKind::Journeys, &demo_file("journeys.json"));
    read(&mut workspace, &demo, FeedKind::Indicators, &demo_file("indicators.json"));
    let config = Config::parse(&config.to_string()).expect("a configuration");
    read(&mut workspace, &config, kind, body);
    workspace.feedback.complete();
    workspace
}

/// The demo's, but for its surveys: counts do not say who answered what together.
fn settings() -> heartline::core::connection::Settings {
    let mut settings = Config::demo().expect("the demo").settings;
    settings.surveys.clear();
    settings
}

fn read(workspace: &mut Workspace, config: &Config, kind: FeedKind, body: &[u8]) {
    let connection = config.connections.first().expect("a connection");
    let clock = Clock::new(SHANGHAI, NOW);
    let feed = FeedId::only(kind);
    let mut reader = FeedReader::new(feed, connection, workspace, clock).expect("a feed");
    body.chunks(64 << 10).for_each(|piece| reader.push(piece, workspace));
    reader.finish(workspace).expect("a whole feed");
}
