//! Several connections as one workspace.

use super::Workspace;
use crate::core::connection::FeedKind;
use crate::core::hearts::catalogue;
use crate::core::mapping::{ProblemLog, Reason, ReasonKind};
use crate::core::model::{Indicator, Journey, JourneyId, TouchpointId};
use crate::core::tally::Feedback;
use std::collections::BTreeSet;

impl Workspace {
    /// What several connections gave, as one: `self` must be new, of the settings that all of them share.
    ///
    /// Journeys stand in the order of their connections. A touchpoint that is there already is left out and told as a
    /// problem, and so is a journey whose id is there, unless it has touchpoints of its own: then it gets a number
    /// behind its id. Their row is the journey's place among those that were read. Of an indicator that several
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
            let is_there = self.journey(&journey.id).is_some();
            let (mut new, repeated) = self.new_in(journey);
            if is_there {
                tell(journey.id.as_str());
                new.id = self.free_id(&journey.id);
            }
            let says_more = new.touchpoints().next().is_some();
            if !is_there || says_more {
                repeated.iter().for_each(|id| tell(id.as_str()));
                self.journeys.push(new);
            }
        }
    }

    /// A journey without the touchpoints that are there already, and which those are.
    fn new_in(&self, journey: &Journey) -> (Journey, Vec<TouchpointId>) {
        let known: BTreeSet<&TouchpointId> =
            self.touchpoints().map(|(_, touchpoint)| &touchpoint.id).collect();
        let (mut new, mut repeated) = (journey.clone(), Vec::new());
        for stage in &mut new.stages {
            stage.touchpoints.retain(|touchpoint| {
                let is_new = !known.contains(&touchpoint.id);
                if !is_new {
                    repeated.push(touchpoint.id.clone());
                }
                is_new
            });
        }
        (new, repeated)
    }

    /// The id with the first number behind it that makes it one of its own.
    fn free_id(&self, id: &JourneyId) -> JourneyId {
        let numbered = (2..).map(|number: u32| JourneyId::new(format!("{id}-{number}")));
        numbered.into_iter().find(|id| self.journey(id).is_none()).unwrap_or_default()
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
