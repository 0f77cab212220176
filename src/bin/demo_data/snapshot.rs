//! The answers a page wants first, given beforehand by the very code that will give them again.

use heartline::core::calendar::{Day, FixedZone, Timestamp};
use heartline::core::connection::{Config, FeedId, FeedKind};
use heartline::core::intake::FeedReader;
use heartline::core::mapping::Clock;
use heartline::core::model::Lang;
use heartline::core::query::{Filters, Query};
use heartline::core::scene::answer;
use heartline::core::workspace::Workspace;
use heartline::protocol::{Garbled, Snapshot, SourceStatus, Status, encode};
use std::error::Error;
use std::path::Path;

const SHANGHAI: FixedZone = FixedZone { seconds: 8 * 3600 };

/// Reads the documents and sums in a folder and writes down what the overview says of them.
pub fn write(folder: &Path, today: Day) -> Result<(), Box<dyn Error>> {
    let config = Config::demo()?;
    let mut workspace = Workspace::new(config.settings.clone(), today);
    let feeds = [
        FeedId::only(FeedKind::Journeys),
        FeedId::only(FeedKind::Indicators),
        FeedId::only(FeedKind::Summary),
        FeedId::numbered(FeedKind::Summary, 1),
    ];
    for id in feeds {
        read(&mut workspace, &config, id, folder, today)?;
    }
    let answers = Lang::ALL.iter().flat_map(|lang| {
        let queries = [Query::Overview(Filters::default(), *lang), Query::Choices(*lang)];
        queries.map(|query| Ok((query.clone(), encode(&answer(&workspace, &query))?)))
    });
    let answers = answers.collect::<Result<_, Garbled>>()?;
    let demo = SourceStatus { is_demo: true, ..SourceStatus::default() };
    let status = Status { sources: vec![demo], reading: true, ..Status::default() };
    let snapshot = Snapshot { status, answers };
    std::fs::write(folder.join("first-answers.bin"), encode(&snapshot)?)?;
    Ok(())
}

fn read(
    workspace: &mut Workspace,
    config: &Config,
    id: FeedId,
    folder: &Path,
    today: Day,
) -> Result<(), Box<dyn Error>> {
    let connection = config.connections.first().ok_or("the demo has a connection")?;
    let (request, _) = id.address(connection).ok_or("the demo has this feed")?;
    let body = std::fs::read(folder.join(&request.path))?;
    let now = Timestamp::from_seconds(i64::from(today.0) * 86_400);
    let clock = Clock::new(SHANGHAI, now);
    let mut reader =
        FeedReader::new(id, connection, workspace, clock).ok_or("the demo has this feed")?;
    reader.push(&body, workspace);
    reader.finish(workspace).map_err(|failure| format!("{}: {failure:?}", request.path))?;
    Ok(())
}
