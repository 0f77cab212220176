//! What the tests share: a connection, a workspace and rows.

use heartline::core::calendar::{Day, FixedZone, Timestamp};
use heartline::core::connection::{Config, Connection, FeedId, FeedKind};
use heartline::core::intake::FeedReader;
use heartline::core::mapping::Clock;
use heartline::core::tally::{Grain, Slice};
use heartline::core::workspace::{Failure, Workspace};
use serde_json::{Value, json};

pub const RESPONSES: FeedId = FeedId::only(FeedKind::Responses);
/// 2026-11-10T00:00:00Z
pub const NOW: Timestamp = Timestamp(1_794_268_800_000);

/// A connection with these feeds.
pub fn connection(feeds: &Value) -> Connection {
    let config = json!({"connection": {"name": "Test", "base_url": "api/", "feeds": feeds}});
    let config = Config::parse(&config.to_string()).expect("a configuration");
    config.connections.into_iter().next().expect("a connection")
}

pub fn workspace() -> Workspace {
    let settings = Config::default().settings;
    Workspace::new(settings, Day::of(NOW, &FixedZone::default()))
}

pub fn reader(id: FeedId, connection: &Connection, workspace: &Workspace) -> FeedReader {
    let clock = Clock::new(FixedZone::default(), NOW);
    FeedReader::new(id, connection, workspace, clock).expect("the connection has this feed")
}

/// Reads a body that arrives in pieces of this size.
pub fn read(
    id: FeedId,
    connection: &Connection,
    workspace: &mut Workspace,
    body: &[u8],
    size: usize,
) -> Result<(), Failure> {
    let mut reader = reader(id, connection, workspace);
    body.chunks(size.max(1)).for_each(|piece| reader.push(piece, workspace));
    reader.finish(workspace)
}

/// How many responses have been counted.
pub fn counted(workspace: &Workspace) -> u64 {
    workspace.feedback.tally(Grain::FINEST).totals(&Slice::default()).responses()
}
