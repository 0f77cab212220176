//! What a refresh takes over from the reading before it.

use super::{FeedState, Phase, Recent, Resumed, Workspace};
use crate::core::calendar::Timestamp;
use crate::core::connection::{FeedId, FeedKind};
use crate::core::mapping::ReasonKind;

impl Workspace {
    /// True when what customers said would be counted just so again in a newer workspace: all of it is there, the
    /// same touchpoints are known, and no row was left out for a date that may have come by now.
    pub fn holds_in(&self, newer: &Workspace) -> bool {
        let are_the_same = || self.all_touchpoints() == newer.all_touchpoints();
        self.feedback.is_complete()
            && (newer.is_sketched || are_the_same())
            && !self.problems.counts().any(|(_, kind, ..)| kind == ReasonKind::ImplausibleDate)
    }

    /// Takes over what a feed gave to an older workspace: counts, problems, how far it was read.
    pub fn carry(&mut self, kind: FeedKind, older: &Workspace) {
        if matches!(kind, FeedKind::Responses | FeedKind::Tally) {
            self.feedback = older.feedback.clone();
            self.recent.clone_from(&older.recent);
            self.sketch();
        }
        self.problems.carry(kind, &older.problems);
        for (id, state) in older.feeds.iter().filter(|(id, _)| id.kind == kind) {
            *self.feeds.of(id) = FeedState { refresh_failed: None, ..state.clone() };
        }
    }

    /// Takes over the responses of an older workspace, to which those that are new will be added. Says from when on
    /// they are to be asked for; `None` when nothing tells, so that all must be read.
    pub fn resume(&mut self, older: &Workspace) -> Option<Timestamp> {
        let since = older.recent.as_ref().and_then(Recent::from)?;
        self.carry(FeedKind::Responses, older);
        self.problems.begin_part(since);
        let state = self.feeds.of(FeedId::only(FeedKind::Responses));
        let before = state.all_rows();
        *state = FeedState {
            resumed: Some(Resumed { since, before, known: 0 }),
            ..FeedState::default()
        };
        Some(since)
    }

    /// Notes what kept a newer workspace from taking this one's place.
    pub fn note_failed_refresh(&mut self, newer: &Workspace) {
        for (id, state) in newer.feeds.iter() {
            let failure = match &state.phase {
                Phase::Failed(failure) => Some(failure.clone()),
                _ => None,
            };
            self.feeds.of(id).refresh_failed = failure;
        }
    }

    /// True when a newer workspace has whatever this one has: no feed that was read whole has failed there.
    pub fn is_outdone_by(&self, newer: &Workspace) -> bool {
        let is_whole = |id| self.feeds.find(id).is_some_and(|state| state.phase == Phase::Done);
        let mut failed = newer.feeds.iter().filter(|(_, state)| state.phase.has_failed());
        !failed.any(|(id, _)| is_whole(id))
    }
}
