//! Single responses: counted one by one, and forgotten.

use super::repeats::Repeats;
use super::tell;
use crate::core::calendar::Timestamp;
use crate::core::connection::FeedKind;
use crate::core::connection::ResponseFields;
use crate::core::mapping::{
    Broken, Captured, Context, Reason, ReasonKind, ResponseMapper, RowSink,
};
use crate::core::workspace::{Known, Recent, Workspace};

const FEED: FeedKind = FeedKind::Responses;

pub(super) struct ResponsesSink {
    mapper: ResponseMapper,
    captured: Captured,
    flaws: Vec<Reason>,
    context: Context,
    met: Met,
    repeats: Repeats,
}

impl ResponsesSink {
    /// `recent` remembers the rows, if a refresh will be able to ask for what is new alone. Where this is such a
    /// refresh, it knows those read before.
    pub(super) fn new(
        fields: &ResponseFields,
        workspace: &Workspace,
        context: Context,
        recent: Option<Recent>,
        is_resumed: bool,
    ) -> Self {
        let known = recent.as_ref().filter(|_| is_resumed).and_then(Recent::known);
        let asked = workspace.feedback.surveys().questions();
        let questions = workspace.layout().questions();
        Self {
            mapper: ResponseMapper::with_surveys(fields, questions, &asked),
            captured: Captured::default(),
            flaws: Vec::new(),
            met: Met { recent, known, now: context.clock.now(), again: 0 },
            context,
            repeats: Repeats::default(),
        }
    }

    pub(super) fn with<'a>(&'a mut self, workspace: &'a mut Workspace) -> Counting<'a> {
        Counting { sink: self, workspace }
    }

    /// Hands over what is remembered of the rows.
    pub(super) fn enter(self, workspace: &mut Workspace) {
        workspace.recent = self.met.recent;
    }

    /// Rows that had been read before.
    pub(super) fn known_rows(&self) -> u64 {
        self.met.again
    }
}

/// Which rows have been met before.
struct Met {
    recent: Option<Recent>,
    known: Option<Known>,
    now: Timestamp,
    again: u64,
}

impl Met {
    /// True when the row was met in an earlier reading. A new one is remembered for the next.
    fn before(&mut self, at: Option<Timestamp>, id: Option<&str>) -> bool {
        let Some(recent) = &mut self.recent else { return false };
        let is_known = self.known.as_ref().is_some_and(|known| known.has(at, id));
        self.again += u64::from(is_known);
        // One that says no time comes again and again: it is remembered as long as it does.
        if !is_known || at.is_none() {
            recent.note(at, id, self.now);
        }
        is_known
    }
}

pub(super) struct Counting<'a> {
    sink: &'a mut ResponsesSink,
    workspace: &'a mut Workspace,
}

impl RowSink for Counting<'_> {
    fn row(&mut self, row: u64, text: &[u8]) -> Result<usize, Broken> {
        let ResponsesSink { mapper, captured, flaws, context, met, repeats } = &mut *self.sink;
        let length = mapper.plan().read(text, captured)?;
        let Workspace { problems, feedback, .. } = &mut *self.workspace;
        let text = text.get(..length).unwrap_or_default();
        match mapper.map(captured, text, context, flaws) {
            Ok(response) if met.before(Some(response.submitted_at), response.id) => {
                flaws.clear();
            }
            Ok(response) if repeats.have(&response) => {
                let id = response.id.unwrap_or_default().to_owned();
                flaws.clear();
                problems.add(FEED, row, mapper.repeated(&id));
            }
            Ok(response) => {
                if let Err(full) = feedback.count(&response) {
                    problems.add(FEED, row, Reason::new(ReasonKind::TooManyNames, full.0.id(), ""));
                }
            }
            Err(reason) => {
                let (at, id) = mapper.trace(captured, text, &context.clock);
                if !met.before(at, id) {
                    problems.add(FEED, row, reason);
                }
            }
        }
        flaws.drain(..).for_each(|flaw| problems.add(FEED, row, flaw));
        Ok(length)
    }

    fn unreadable(&mut self, row: u64, why: &str) {
        tell(&mut self.workspace.problems, FEED, row, why);
    }

    fn flaw(&mut self, row: u64, reason: Reason) {
        self.workspace.problems.add(FEED, row, reason);
    }
}
