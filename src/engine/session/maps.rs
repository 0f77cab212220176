//! Journeys of one connection by which responses of another are measured.

use super::Session;
use super::source::Source;
use crate::core::model::TouchpointId;

impl Session {
    /// The touchpoints of all journeys but those of this connection.
    pub(super) fn touchpoints_elsewhere(&self, source: usize) -> Vec<TouchpointId> {
        let state = self.0.borrow();
        let others = state.sources.iter().enumerate().filter(|(place, _)| *place != source);
        let drawn = others.filter(|(_, one)| one.gives_journeys()).flat_map(|(_, one)| {
            // While new journeys are on their way, those on screen hold.
            let read = Some(one.read()).filter(|read| !read.journeys.is_empty());
            read.unwrap_or(&one.shown).touchpoints()
        });
        drawn.map(|(_, touchpoint)| touchpoint.id.clone()).collect()
    }

    /// Has those read again who measured by other journeys than there are by now.
    pub(super) fn tell_maps(&self) {
        let sources = self.0.borrow().sources.len();
        for source in 0..sources {
            let elsewhere = self.touchpoints_elsewhere(source);
            let measures = |one: &Source| one.has_ended && one.counts_answers();
            let is_behind = {
                let state = self.0.borrow();
                let one = &state.sources[source];
                measures(one) && !one.shown.knows(&elsewhere)
            };
            if is_behind {
                self.note_new(source);
            }
        }
    }
}
