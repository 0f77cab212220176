//! When a question can be answered at all.

use super::Workspace;
use crate::core::connection::FeedKind;
use crate::core::query::Query;

impl Workspace {
    /// True when what has been read is enough to answer a query, be it with figures that will still
    /// grow. Before that an answer would only say that nothing is known.
    pub fn can_answer(&self, query: &Query) -> bool {
        let ended = |feed| self.feeds.have_ended(feed);
        match query {
            Query::Data => true,
            _ if !self.is_drawn() => false,
            Query::Map(..) | Query::Scores(..) => ended(FeedKind::Journeys),
            _ => {
                [FeedKind::Journeys, FeedKind::Indicators, FeedKind::Summary].into_iter().all(ended)
            }
        }
    }

    /// True unless a journey is still to be sketched from the first responses.
    fn is_drawn(&self) -> bool {
        let counted = [FeedKind::Responses, FeedKind::Tally];
        !self.is_sketched
            || !self.journeys.is_empty()
            || counted.into_iter().all(|feed| self.feeds.have_ended(feed))
    }
}
