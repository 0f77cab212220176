//! Several connections as one workspace.

use super::Workspace;
use crate::core::connection::FeedKind;
use crate::core::hearts::catalogue;
use crate::core::mapping::{ProblemLog, Reason, ReasonKind};
use crate::core::model::{Indicator, Journey, TouchpointId};
use crate::core::tally::Feedback;
use std::collections::BTreeSet;

impl Workspace {
    /// What several connections gave, as one: `self` must be new, of the settings that all of them share.
    ///
    /// Journeys stand in the order of their connections. One that is there already is left out and told as a problem,
    /// and so is a touchpoint; its row is its place among the journeys that were read. Of an indicator that several
    /// give, the first one says what it is; its readings are those of all, in a month that several give those of the first.
    pub fn joined(mut self, parts: &[&Workspace]) -> Self {
        self.is_sketched = parts.iter().all(|part| part.is_sketched);
        for (source, part) in parts.iter().enumerate() {
            self.feeds.join(&part.feeds, source);
            let mut problems = part.problems.clone();
            if !part.is_sketched {
                self.join_journeys(&part.journeys, &mut problems);
            }
            self.problems.join(&problems, source);
            part.indicators.iter().for_each(|indicator| self.join_indicator(indicator));
        }
        let feedback: Vec<&Feedback> = parts.iter().map(|part| &part.feedback).collect();
        if let Err(full) = self.feedback.join(&feedback) {
            let reason = Reason::new(ReasonKind::TooManyNames, full.0.id(), "");
            self.problems.add(FeedKind::Responses, 0, reason);
        }
        self.sketch();
        self
    }

    fn join_journeys(&mut self, more: &[Journey], problems: &mut ProblemLog) {
        for (row, journey) in (1..).zip(more) {
            let mut tell = |id: &str| {
                problems.add(FeedKind::Journeys, row, Reason::new(ReasonKind::Duplicate, "", id));
            };
            if self.journey(&journey.id).is_some() {
                tell(journey.id.as_str());
                continue;
            }
            let known: BTreeSet<TouchpointId> =
                self.touchpoints().map(|(_, touchpoint)| touchpoint.id.clone()).collect();
            let mut journey = journey.clone();
            for stage in &mut journey.stages {
                stage.touchpoints.retain(|touchpoint| {
                    let is_new = !known.contains(&touchpoint.id);
                    if !is_new {
                        tell(touchpoint.id.as_str());
                    }
                    is_new
                });
            }
            self.journeys.push(journey);
        }
    }

    fn join_indicator(&mut self, more: &Indicator) {
        match self.indicators.iter_mut().find(|known| known.id == more.id) {
            Some(known) if is_unsaid(known) => known.clone_from(more),
            Some(known) => known.join(more),
            None => self.indicators.push(more.clone()),
        }
    }
}

/// True while nobody has said more of an indicator than the catalogue has.
fn is_unsaid(indicator: &Indicator) -> bool {
    catalogue().iter().any(|known| known == indicator)
}

#[cfg(test)]
mod tests;
