//! Bodies into the workspace: what one feed's bytes change as they arrive.

mod counted;
mod documents;
mod lookup;
mod pages;
mod repeats;
mod responses;

pub use lookup::LookupReader;
pub use pages::PageReader;

use super::connection::{Connection, FeedId, FeedKind};
use super::mapping::{BodyReader, Clock, Context, ProblemLog, Reason, ReasonKind};
use super::workspace::{Failure, FeedState, Phase, Recent, Workspace};
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
    /// judged by the journeys the workspace has by now. Responses are added to those the workspace has resumed.
    pub fn new(
        id: FeedId,
        connection: &Connection,
        workspace: &Workspace,
        clock: Clock,
    ) -> Option<Self> {
        let (_, rows) = id.address(connection)?;
        let body = BodyReader::new(rows.clone());
        let feeds = &connection.feeds;
        let context = Context { clock, touchpoints: workspace.known_touchpoints() };
        let sink = match id.kind {
            FeedKind::Journeys | FeedKind::Indicators => {
                Sink::Documents(Documents::new(id.kind, connection, context.clock))
            }
            FeedKind::Responses => {
                let fields = &feeds.responses.as_ref()?.feed.fields;
                let is_resumed =
                    workspace.feeds.find(id).is_some_and(|state| state.resumed.is_some());
                let recent = if is_resumed { workspace.recent.clone() } else { fresh(connection) };
                let sink = ResponsesSink::new(fields, workspace, context, recent, is_resumed);
                Sink::Responses(Box::new(sink))
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
        workspace.sketch();
        let state = workspace.feeds.of(self.feed);
        state.phase = Phase::Reading;
        state.bytes += piece.len() as u64;
        state.rows += self.body.rows() - before;
        self.sink.tell_known(state);
    }

    /// Takes the end of the body: what was read becomes part of the workspace.
    ///
    /// # Errors
    /// When the body was not what the connection says, or not whole. Rows read before still count.
    pub fn finish(self, workspace: &mut Workspace) -> Result<(), Failure> {
        self.end(workspace, true)
    }

    /// Takes that no more of the body will come. Rows read before still count, also when nothing seems to be missing.
    pub fn break_off(self, workspace: &mut Workspace) {
        // Whoever reads the body knows better why it ends here.
        let _ = self.end(workspace, false);
    }

    fn end(mut self, workspace: &mut Workspace, arrived: bool) -> Result<(), Failure> {
        let ended = self.end_body(workspace);
        let Self { body, sink, .. } = self;
        let head = body.head();
        if let Err(newer) = refuse_newer(head.as_ref()) {
            sink.forget(workspace);
            return Err(newer);
        }
        sink.enter(workspace, arrived && ended.is_ok());
        workspace.sketch();
        ended?;
        Ok(())
    }
}

impl Sink {
    /// Hands over what was held until the end.
    fn enter(self, workspace: &mut Workspace, is_whole: bool) {
        match self {
            Self::Documents(documents) => documents.enter(workspace),
            Self::Responses(responses) => responses.enter(workspace),
            Self::Counted(counted) => counted.enter(workspace, is_whole),
        }
    }

    /// Takes back what was counted already.
    fn forget(self, workspace: &mut Workspace) {
        if let Self::Responses(_) = self {
            workspace.forget_feedback();
        }
    }

    fn tell_known(&self, state: &mut FeedState) {
        if let (Self::Responses(sink), Some(resumed)) = (self, &mut state.resumed) {
            resumed.known = sink.known_rows();
        }
    }
}

/// What remembers the rows of a feed that is read from its beginning.
fn fresh(connection: &Connection) -> Option<Recent> {
    connection.feeds.since().map(|since| Recent::new(since.overlap_seconds))
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

fn tell(problems: &mut ProblemLog, feed: FeedKind, row: u64, why: &str) {
    problems.add(feed, row, Reason::new(ReasonKind::Unreadable, "", why));
}
