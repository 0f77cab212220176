//! A feed that is handed out in pages, read as one.

use super::{FeedReader, Sink, refuse_newer};
use crate::core::connection::{Call, Connection, FeedId};
use crate::core::mapping::{BodyError, Clock};
use crate::core::paging::{PageEnd, PageWatch, Pager};
use crate::core::workspace::{Failure, Pages, Workspace};

/// Reads the pages of one feed into a workspace. Rows are numbered on from page to page; a page that has been there
/// before changes nothing.
pub struct PageReader {
    reader: FeedReader,
    pager: Pager,
    watch: PageWatch,
    /// The document was written for a newer program: nothing of it counts.
    is_refused: bool,
}

impl PageReader {
    /// A reader of one feed, whose first page the pager has called; `None` when the connection has no such feed.
    pub fn new(
        id: FeedId,
        connection: &Connection,
        pager: Pager,
        workspace: &mut Workspace,
        clock: Clock,
    ) -> Option<Self> {
        let (_, rows) = id.address(connection)?;
        let watch = PageWatch::new(rows.clone(), id.row_id(connection).cloned());
        let mut reader = FeedReader::new(id, connection, workspace, clock)?;
        if pager.needs_last_row() {
            reader.body = reader.body.keeping_last();
        }
        let pages = Self { reader, pager, watch, is_refused: false };
        pages.tell(1, workspace);
        Some(pages)
    }

    /// Takes the next piece of a page.
    ///
    /// # Errors
    /// When the page has been there before.
    pub fn push(&mut self, piece: &[u8], workspace: &mut Workspace) -> Result<(), Failure> {
        match self.watch.push(piece)? {
            Some(held) => self.reader.push(&held, workspace),
            None => self.reader.push(piece, workspace),
        }
        Ok(())
    }

    /// Takes the end of a page. Gives the call for the next one; nothing when it was the last.
    ///
    /// # Errors
    /// When the page was not what the connection says, or not whole, or when the way on is none.
    pub fn turn(
        &mut self,
        header: &dyn Fn(&str) -> Option<String>,
        workspace: &mut Workspace,
    ) -> Result<Option<Call>, Failure> {
        let rest = self.watch.turn()?;
        self.reader.push(&rest, workspace);
        let end = match self.reader.turn_page(workspace) {
            Err(failure) => {
                self.is_refused = matches!(failure, Failure::TooNew(_));
                return Err(failure);
            }
            Ok(end) => end,
        };
        let next = self.pager.turn(&end, header);
        let page = self.pager.pages() + u32::from(matches!(next, Ok(Some(_))));
        self.tell(page, workspace);
        Ok(next?)
    }

    /// True when a server that refuses the next call like this says that there is nothing more.
    pub fn is_past_the_end(&self, failure: &Failure) -> bool {
        matches!(failure, Failure::Status { code, .. } if self.pager.is_past_the_end(*code))
    }

    /// Takes that all pages have been read: what was read becomes part of the workspace.
    pub fn finish(self, workspace: &mut Workspace) {
        self.reader.sink.enter(workspace, true);
    }

    /// Takes that no more will come. What came counts.
    pub fn break_off(mut self, workspace: &mut Workspace) {
        if !self.is_refused {
            let held = self.watch.let_go();
            self.reader.push(&held, workspace);
            self.reader.break_off(workspace);
        }
    }

    /// Tells which page is being read.
    fn tell(&self, number: u32, workspace: &mut Workspace) {
        let total = self.pager.total();
        workspace.feeds.of(self.reader.feed).pages = Some(Pages { number, rows: total });
    }
}

impl FeedReader {
    /// Takes the end of a page, and is ready for the next.
    fn turn_page(&mut self, workspace: &mut Workspace) -> Result<PageEnd, Failure> {
        let rows = self.end_body(workspace);
        let next = self.body.next_page();
        let page = std::mem::replace(&mut self.body, next);
        if let Err(newer) = refuse_newer(page.head().as_ref()) {
            if let Sink::Responses(_) = self.sink {
                workspace.forget_feedback();
            }
            return Err(newer);
        }
        Ok(PageEnd { rows: rows?, around: page.around(), last: page.last_row() })
    }

    /// Ends the body. Says how many rows it had.
    pub(super) fn end_body(&mut self, workspace: &mut Workspace) -> Result<u64, BodyError> {
        let Self { feed, body, sink } = self;
        let before = body.rows();
        let ended = match sink {
            Sink::Documents(documents) => body.end(&mut documents.values),
            Sink::Responses(sink) => body.end(&mut sink.with(workspace)),
            Sink::Counted(sink) => body.end(&mut sink.with(workspace)),
        };
        if let Ok(rows) | Err(BodyError::CutOff { rows }) = &ended {
            let state = workspace.feeds.of(*feed);
            state.rows += rows.saturating_sub(before);
            sink.tell_known(state);
        }
        ended
    }
}
