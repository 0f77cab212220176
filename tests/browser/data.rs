//! Workspaces to render: the demo, and one whose every text means harm.

use heartline::core::calendar::{Day, FixedZone, Timestamp};
use heartline::core::connection::{Config, FeedId, FeedKind};
use heartline::core::intake::FeedReader;
use heartline::core::mapping::Clock;
use heartline::core::workspace::{Phase, Workspace};
use serde_json::{Value, json};

const SHANGHAI: FixedZone = FixedZone { seconds: 8 * 3600 };
/// 2026-11-10T00:00:00Z
const NOW: Timestamp = Timestamp(1_794_268_800_000);

const JOURNEYS: &str = include_str!("../../public/demo/journeys.json");
const INDICATORS: &str = include_str!("../../public/demo/indicators.json");
const BY_TOUCHPOINT: &str = include_str!("../../public/demo/by-touchpoint.json");
const BY_TEAM: &str = include_str!("../../public/demo/by-team.json");

/// A text that would act if it were taken for HTML.
pub const HARM: &str = "<img src=x onerror='window.harmed=1'><script>window.harmed=1</script><b class=planted>&amp;</b>";

fn read(workspace: &mut Workspace, config: &Config, kind: FeedKind, number: usize, body: &str) {
    let id = FeedId::numbered(kind, number);
    let connection = config.connections.first().expect("the demo has a connection");
    let clock = Clock::new(SHANGHAI, NOW);
    let mut reader = FeedReader::new(id, connection, workspace, clock).expect("the demo's feed");
    reader.push(body.as_bytes(), workspace);
    reader.finish(workspace).expect("a whole feed");
    workspace.feeds.of(id).phase = Phase::Done;
}

fn workspace(journeys: &str, indicators: &str, responses: &Value) -> Workspace {
    let config = Config::demo().expect("the demo");
    let mut workspace = Workspace::new(config.settings.clone(), Day::of(NOW, &SHANGHAI));
    read(&mut workspace, &config, FeedKind::Journeys, 0, journeys);
    read(&mut workspace, &config, FeedKind::Indicators, 0, indicators);
    read(&mut workspace, &config, FeedKind::Summary, 0, BY_TOUCHPOINT);
    read(&mut workspace, &config, FeedKind::Summary, 1, BY_TEAM);
    let responses = json!({ "responses": responses }).to_string();
    read(&mut workspace, &config, FeedKind::Responses, 0, &responses);
    workspace
}

fn response([segment, channel, team]: [&str; 3], comment: &str) -> Value {
    json!({
        "answers": { "csat": 2, "nps": 3, "ces": 2, "patience": 2 },
        "segment": segment, "channel": channel, "team": team, "comment": comment,
        "submitted_at": "2026-10-05T10:00:00+08:00", "touchpoint": "night-service",
    })
}

/// The demo as its documents and sums tell it, with a few responses.
pub fn demo() -> Workspace {
    let response = response(["business", "phone", "front-desk-night"], "夜里没人 nobody came");
    workspace(JOURNEYS, INDICATORS, &json!([response]))
}

/// The demo with harm in the place of every text that an API gives.
pub fn harmful() -> Workspace {
    let mut journeys: Value = serde_json::from_str(JOURNEYS).expect("the demo's journeys");
    let mut indicators: Value = serde_json::from_str(INDICATORS).expect("the demo's indicators");
    harm(&mut journeys);
    harm(&mut indicators);
    let mut responses = vec![response([HARM; 3], HARM); 40];
    // One that cannot be used is quoted among the problems.
    responses
        .push(json!({ "touchpoint": HARM, "submitted_at": HARM, "answers": { "csat": HARM } }));
    workspace(&journeys.to_string(), &indicators.to_string(), &json!(responses))
}

/// Puts harm in the place of every text for readers: those that come in languages.
fn harm(value: &mut Value) {
    match value {
        Value::Object(texts) if texts.contains_key("zh-CN") => *value = HARM.into(),
        Value::Object(fields) => fields.values_mut().for_each(harm),
        Value::Array(items) => items.iter_mut().for_each(harm),
        _ => (),
    }
}
