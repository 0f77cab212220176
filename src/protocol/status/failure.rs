//! What could not be read, and why.

use crate::core::connection::{FeedId, FeedKind};
use crate::core::workspace::{Failure, FeedState};
use serde::{Deserialize, Serialize};

/// A feed that could not be read, or not whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedFailure {
    /// Which feed.
    pub feed: FeedId,
    /// Where it is.
    pub url: String,
    /// Why.
    pub why: Failure,
    /// On which page, where the feed comes in pages.
    pub page: Option<u32>,
    /// Rows that came before, and count; none where older figures stand instead.
    pub rows: u64,
    /// True when what an earlier reading gave still stands.
    pub stands: bool,
}

impl FeedFailure {
    pub(super) fn of((id, state): (FeedId, &FeedState)) -> Option<Self> {
        let why = state.failure()?.clone();
        let stands = state.refresh_failed.is_some();
        // Sums that are not whole would pass for all there is: none of them is used.
        let counts = !stands && id.kind != FeedKind::Summary;
        let rows = if counts { state.rows } else { 0 };
        // An older reading's page says nothing of where the newer one failed.
        let page = state.pages.filter(|_| !stands).map(|pages| pages.number);
        Some(Self { feed: id, url: state.url.clone(), why, page, rows, stands })
    }
}

impl FeedFailure {
    /// True when the feed's API would not let the request in.
    pub(super) fn wants_secret(&self) -> bool {
        wants_secret(&self.why)
    }
}

fn wants_secret(failure: &Failure) -> bool {
    match failure {
        Failure::Lookup(_, why) => wants_secret(why),
        Failure::Status { code, .. } => matches!(code, 401 | 403),
        failure => {
            matches!(failure, Failure::NeedsSecret | Failure::UnfitSecret | Failure::NoToken(..))
        }
    }
}
