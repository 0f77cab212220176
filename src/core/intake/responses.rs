//! Single responses: counted one by one, and forgotten.

use super::tell;
use crate::core::connection::FeedKind;
use crate::core::connection::ResponseFields;
use crate::core::mapping::{
    Broken, Captured, Context, Reason, ReasonKind, ResponseMapper, RowSink,
};
use crate::core::workspace::Workspace;

const FEED: FeedKind = FeedKind::Responses;

pub(super) struct ResponsesSink {
    mapper: ResponseMapper,
    captured: Captured,
    flaws: Vec<Reason>,
    context: Context,
}

impl ResponsesSink {
    pub(super) fn new(fields: &ResponseFields, workspace: &Workspace, context: Context) -> Self {
        let asked = workspace.feedback.surveys().questions();
        let questions = workspace.layout().questions();
        let mapper = ResponseMapper::with_surveys(fields, questions, &asked);
        Self { mapper, captured: Captured::default(), flaws: Vec::new(), context }
    }

    pub(super) fn with<'a>(&'a mut self, workspace: &'a mut Workspace) -> Counting<'a> {
        Counting { sink: self, workspace }
    }
}

pub(super) struct Counting<'a> {
    sink: &'a mut ResponsesSink,
    workspace: &'a mut Workspace,
}

impl RowSink for Counting<'_> {
    fn row(&mut self, row: u64, text: &[u8]) -> Result<usize, Broken> {
        let ResponsesSink { mapper, captured, flaws, context } = &mut *self.sink;
        let length = mapper.plan().read(text, captured)?;
        let problems = &mut self.workspace.problems;
        let text = text.get(..length).unwrap_or_default();
        match mapper.map(captured, text, context, flaws) {
            Ok(response) => {
                if let Err(full) = self.workspace.feedback.count(&response) {
                    problems.add(FEED, row, Reason::new(ReasonKind::TooManyNames, full.0.id(), ""));
                }
            }
            Err(reason) => problems.add(FEED, row, reason),
        }
        flaws.drain(..).for_each(|flaw| problems.add(FEED, row, flaw));
        Ok(length)
    }

    fn unreadable(&mut self, row: u64, why: &str) {
        tell(&mut self.workspace.problems, FEED, row, why);
    }
}
