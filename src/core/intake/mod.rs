//! Bodies into the workspace: what one feed's bytes change as they arrive.

mod counted;
mod documents;
mod responses;

use super::connection::{Connection, FeedId, FeedKind};
use super::mapping::{BodyReader, Clock, Context, ProblemLog, Reason, ReasonKind};
use super::workspace::{Failure, Phase, Workspace};
use counted::CountedSink;
use documents::Documents;
use responses::ResponsesSink;

/// The newest version of the native formats this program reads.
const VERSION: u64 = 1;

/// Reads one feed's body into a workspace.
pub struct FeedReader {
    feed: FeedId,
    body: BodyReader,
    sink: Sink,
}

enum Sink {
    Documents(Documents),
    Responses(Box<ResponsesSink>),
    Counted(Box<CountedSink>),
}

impl FeedReader {
    /// A reader of one feed; `None` when the connection has no such feed. Responses and counts are
    /// judged by the journeys the workspace has by now.
    pub fn new(
        id: FeedId,
        connection: &Connection,
        workspace: &Workspace,
        clock: Clock,
    ) -> Option<Self> {
        let (_, rows) = id.address(connection)?;
        let body = BodyReader::new(rows.clone());
        let feeds = &connection.feeds;
        let context = context(workspace, clock);
        let sink = match id.kind {
            FeedKind::Journeys | FeedKind::Indicators => {
                Sink::Documents(Documents::new(id.kind, connection))
            }
            FeedKind::Responses => {
                let fields = &feeds.responses.as_ref()?.fields;
                Sink::Responses(Box::new(ResponsesSink::new(fields, workspace, context)))
            }
            FeedKind::Tally => {
                let fields = &feeds.tally.as_ref()?.fields;
                Sink::Counted(Box::new(CountedSink::new(id.kind, fields, workspace, context)))
            }
            FeedKind::Summary => {
                let fields = &feeds.summary.get(id.number)?.fields;
                Sink::Counted(Box::new(CountedSink::new(id.kind, fields, workspace, context)))
            }
        };
        Some(Self { feed: id, body, sink })
    }

    /// Takes the next piece of the body.
    pub fn push(&mut self, piece: &[u8], workspace: &mut Workspace) {
        let before = self.body.rows();
        match &mut self.sink {
            Sink::Documents(documents) => self.body.push(piece, &mut documents.values),
            Sink::Responses(sink) => self.body.push(piece, &mut sink.with(workspace)),
            Sink::Counted(sink) => self.body.push(piece, &mut sink.with(workspace)),
        }
        let state = workspace.feeds.of(self.feed);
        state.phase = Phase::Reading;
        state.bytes += piece.len() as u64;
        state.rows += self.body.rows() - before;
    }

    /// Takes the end of the body: what was read becomes part of the workspace.
    ///
    /// # Errors
    /// When the body was not what the connection says, or not whole. Rows read before still count.
    pub fn finish(self, workspace: &mut Workspace) -> Result<(), Failure> {
        let head = self.body.head();
        let rows_before = self.body.rows();
        let ended = match self.sink {
            Sink::Documents(mut documents) => {
                let ended = self.body.finish(&mut documents.values);
                refuse_newer(head.as_ref())?;
                documents.enter(workspace);
                ended
            }
            Sink::Responses(mut sink) => self.body.finish(&mut sink.with(workspace)),
            Sink::Counted(mut sink) => {
                let ended = self.body.finish(&mut sink.with(workspace));
                sink.enter(workspace, ended.is_ok());
                ended
            }
        };
        if let Err(newer) = refuse_newer(head.as_ref()) {
            workspace.forget_feedback();
            return Err(newer);
        }
        let rows = ended?;
        workspace.feeds.of(self.feed).rows += rows.saturating_sub(rows_before);
        Ok(())
    }
}

/// A native document says its version; one that is newer is refused rather than misread.
fn refuse_newer(head: Option<&serde_json::Value>) -> Result<(), Failure> {
    let Some(head) = head else { return Ok(()) };
    let is_native =
        head.get("format").and_then(|f| f.as_str()).is_some_and(|f| f.starts_with("heartline/"));
    match head.get("version").and_then(serde_json::Value::as_u64) {
        Some(version) if is_native && version > VERSION => Err(Failure::TooNew(version as u32)),
        _ => Ok(()),
    }
}

fn context(workspace: &Workspace, clock: Clock) -> Context {
    let known = workspace.touchpoints().map(|(_, touchpoint)| touchpoint.id.to_string());
    let touchpoints = (!workspace.journeys.is_empty()).then(|| known.collect());
    Context { clock, touchpoints }
}

fn tell(problems: &mut ProblemLog, feed: FeedKind, row: u64, why: &str) {
    problems.add(feed, row, Reason::new(ReasonKind::Unreadable, "", why));
}
