//! How far what customers said has been read, of all connections together.

use crate::core::workspace::{FeedState, Pace, Phase, Workspace};

/// How far what customers said has been read.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Progress {
    pub(super) resuming: bool,
    pub(super) rows: u64,
    pub(super) bytes: u64,
    pub(super) percent: Option<u64>,
    pub(super) page: Option<u32>,
    pub(super) pace: Option<Pace>,
}

impl Progress {
    /// Of the connections that are being read, if any are; else of all. A share, a page is told where one alone is
    /// read: of several there is none.
    pub(super) fn of(read: &[&Workspace]) -> Self {
        let counted: Vec<&FeedState> =
            read.iter().filter_map(|workspace| workspace.feeds.counted()).collect();
        let is_read = |state: &&FeedState| state.phase == Phase::Reading;
        let under_way: Vec<&FeedState> = counted.iter().copied().filter(is_read).collect();
        let told = if under_way.is_empty() { counted } else { under_way };
        let only = match told.as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        Self {
            resuming: !told.is_empty() && told.iter().all(|state| state.resumed.is_some()),
            rows: told.iter().map(|state| state.new_rows()).sum(),
            bytes: told.iter().map(|state| state.bytes).sum(),
            percent: only.and_then(FeedState::percent),
            page: only.and_then(|state| state.pages).map(|pages| pages.number),
            pace: told.iter().filter_map(|state| state.pace).reduce(Pace::and),
        }
    }
}
