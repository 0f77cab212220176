//! Rows that were grouped beforehand: a tally of their own, handed over when the body ends.

use super::tell;
use crate::core::connection::FeedKind;
use crate::core::connection::TallyFields;
use crate::core::mapping::{Broken, Captured, Context, Reason, ReasonKind, RowSink, TallyMapper};
use crate::core::tally::{Grain, Tally};
use crate::core::workspace::Workspace;

pub(super) struct CountedSink {
    feed: FeedKind,
    mapper: TallyMapper,
    captured: Captured,
    context: Context,
    tally: Tally,
    /// What every row so far tells apart.
    grain: Option<Grain>,
}

impl CountedSink {
    pub(super) fn new(
        feed: FeedKind,
        fields: &TallyFields,
        workspace: &Workspace,
        context: Context,
    ) -> Self {
        let layout = workspace.feedback.shared_layout();
        Self {
            feed,
            mapper: TallyMapper::new(fields, layout.clone()),
            captured: Captured::default(),
            context,
            tally: Tally::new(layout, Grain::FINEST),
            grain: None,
        }
    }

    pub(super) fn with<'a>(&'a mut self, workspace: &'a mut Workspace) -> Adding<'a> {
        Adding { sink: self, workspace }
    }

    /// Hands the tally over. A summary that broke off is no summary: it would pass for the whole.
    pub(super) fn enter(mut self, workspace: &mut Workspace, is_whole: bool) {
        self.tally.set_grain(self.grain.unwrap_or(Grain::FINEST));
        match self.feed {
            FeedKind::Summary if is_whole => workspace.feedback.add_summary(self.tally),
            FeedKind::Summary => {}
            _ => workspace.add_counted(&self.tally),
        }
    }
}

pub(super) struct Adding<'a> {
    sink: &'a mut CountedSink,
    workspace: &'a mut Workspace,
}

impl RowSink for Adding<'_> {
    fn row(&mut self, row: u64, text: &[u8]) -> Result<usize, Broken> {
        let CountedSink { feed, mapper, captured, context, tally, grain } = &mut *self.sink;
        let length = mapper.plan().read(text, captured)?;
        let text = text.get(..length).unwrap_or_default();
        let counted = mapper.map(captured, text, context).and_then(|counted| {
            let full = |full: crate::core::tally::TooManyNames| {
                Reason::new(ReasonKind::TooManyNames, full.0.id(), "")
            };
            tally
                .add(counted.touchpoint, counted.day, counted.dimensions, counted.counts)
                .map_err(full)?;
            Ok(counted.grain)
        });
        match counted {
            Ok(found) => *grain = Some(grain.map_or(found, |known| known.coarser(found))),
            Err(reason) => self.workspace.problems.add(*feed, row, reason),
        }
        Ok(length)
    }

    fn unreadable(&mut self, row: u64, why: &str) {
        tell(&mut self.workspace.problems, self.sink.feed, row, why);
    }

    fn flaw(&mut self, row: u64, reason: Reason) {
        self.workspace.problems.add(self.sink.feed, row, reason);
    }
}
