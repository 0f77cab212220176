//! Holds pages back until it is known that they are new.

use super::PagingFault;
use crate::core::connection::{RowsPath, Selector};
use crate::core::mapping::{BodyReader, RowMarks};
use rustc_hash::FxHashMap;

/// Holds the beginning of each page back until its rows tell it from every page before. What is held is bounded by the
/// rows it takes to tell, not by the page.
#[derive(Clone)]
pub struct PageWatch {
    rows: RowsPath,
    id: Option<Selector>,
    /// The pages that have been there, by their marks.
    seen: FxHashMap<u64, u32>,
    /// The page that is being looked at, until it is known to be new.
    page: Option<Held>,
}

#[derive(Clone)]
struct Held {
    body: BodyReader,
    marks: RowMarks,
    text: Vec<u8>,
}

impl PageWatch {
    /// A watch over pages with rows at this path, and with the rows' ids there if they have some.
    pub fn new(rows: RowsPath, id: Option<Selector>) -> Self {
        let mut watch = Self { rows, id, seen: FxHashMap::default(), page: None };
        watch.begin();
        watch
    }

    /// Takes the next piece of a page. Gives what may be read now; `None` when that is the piece as it is.
    ///
    /// # Errors
    /// When its rows have been there before.
    pub fn push(&mut self, piece: &[u8]) -> Result<Option<Vec<u8>>, PagingFault> {
        let Some(held) = &mut self.page else { return Ok(None) };
        held.body.push(piece, &mut held.marks);
        held.text.extend_from_slice(piece);
        if held.marks.are_enough() { self.judge().map(Some) } else { Ok(Some(Vec::new())) }
    }

    /// Takes the end of a page, and looks at the one that follows. Gives what may be read now.
    ///
    /// # Errors
    /// As [`PageWatch::push`].
    pub fn turn(&mut self) -> Result<Vec<u8>, PagingFault> {
        if let Some(held) = &mut self.page {
            // Whoever reads the page says what is wrong with it.
            let _ = held.body.end(&mut held.marks);
        }
        let rest = self.judge();
        self.begin();
        rest
    }

    /// Gives what is held of a page of which no more will come.
    pub fn let_go(&mut self) -> Vec<u8> {
        self.page.take().map(|held| held.text).unwrap_or_default()
    }

    fn begin(&mut self) {
        let (body, marks) = (BodyReader::new(self.rows.clone()), RowMarks::new(self.id.clone()));
        self.page = Some(Held { body, marks, text: Vec::new() });
    }

    /// Lets the page go if it is new.
    fn judge(&mut self) -> Result<Vec<u8>, PagingFault> {
        let Some(held) = self.page.take() else { return Ok(Vec::new()) };
        let Some(digest) = held.marks.digest() else { return Ok(held.text) };
        let number = self.seen.len() as u32 + 1;
        match self.seen.insert(digest, number) {
            Some(earlier) => Err(PagingFault::RepeatedPage(earlier)),
            None => Ok(held.text),
        }
    }
}
