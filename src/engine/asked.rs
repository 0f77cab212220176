//! The questions the page is asking, and what it was last told.

use crate::core::query::Query;
use crate::core::scene::answer;
use crate::core::workspace::Workspace;
use crate::protocol::{Garbled, Reply, Status, encode, encode_answer};

/// A question and the bytes of its last answer.
struct Asked {
    query: Query,
    told: Vec<u8>,
}

/// The questions that are open.
#[derive(Default)]
pub(super) struct Questions {
    open: Vec<(u32, Asked)>,
    told_status: Vec<u8>,
}

impl Questions {
    pub(super) fn ask(&mut self, id: u32, query: Query) {
        self.drop(id);
        self.open.push((id, Asked { query, told: Vec::new() }));
    }

    pub(super) fn drop(&mut self, id: u32) {
        self.open.retain(|(open, _)| *open != id);
    }

    /// The answer to one question, if it differs from the last.
    pub(super) fn answer(
        &mut self,
        id: u32,
        workspace: &Workspace,
    ) -> Result<Option<Vec<u8>>, Garbled> {
        let Some((_, asked)) = self.open.iter_mut().find(|(open, _)| *open == id) else {
            return Ok(None);
        };
        if !workspace.can_answer(&asked.query) {
            return Ok(None);
        }
        let bytes = encode_answer(id, &answer(workspace, &asked.query))?;
        if bytes == asked.told {
            return Ok(None);
        }
        asked.told.clone_from(&bytes);
        Ok(Some(bytes))
    }

    /// Every question that is open.
    pub(super) fn ids(&self) -> Vec<u32> {
        self.open.iter().map(|(id, _)| *id).collect()
    }

    /// The status, if it differs from the last.
    pub(super) fn status(&mut self, status: Status) -> Result<Option<Vec<u8>>, Garbled> {
        let bytes = encode(&Reply::Status(Box::new(status)))?;
        if bytes == self.told_status {
            return Ok(None);
        }
        self.told_status.clone_from(&bytes);
        Ok(Some(bytes))
    }

    /// The page is a new one: it has asked nothing and has been told nothing.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }
}
