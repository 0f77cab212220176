//! Everything that has been read, and what can be said of it.

mod alerts;
mod breakdown;
mod carry;
mod changes;
mod failure;
mod feeds;
mod health;
mod joined;
mod kept;
mod pace;
mod priorities;
mod readiness;
mod recent;
mod shortfall;
mod sketch;
mod timeline;

pub use breakdown::Columns;
pub use changes::{Movement, Mover, Outcome, OutcomeChange};
pub use failure::{BodyFailure, Failure, NotKept};
pub use feeds::{FeedState, Feeds, Pages, Pause, Phase, Resumed};
pub use health::{Health, HeartHealth};
pub use pace::{Meter, Pace};
pub use priorities::{Priority, Why};
pub use recent::{Known, Recent};
pub use shortfall::Shortfall;

use crate::core::calendar::Day;
use crate::core::connection::FeedKind;
use crate::core::connection::{Settings, Veil};
use crate::core::hearts::catalogue;
use crate::core::index::Level;
use crate::core::mapping::{ProblemLog, Reason, ReasonKind};
use crate::core::model::{Indicator, Journey, JourneyId, Touchpoint, TouchpointId};
use crate::core::tally::{Feedback, Layout, Tally};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Everything that has been read from a connection.
#[derive(Clone, Debug)]
pub struct Workspace {
    /// What the deployment knows about itself.
    pub settings: Settings,
    /// The day it is, in the workspace's time zone.
    pub today: Day,
    /// The confidence level of every interval and test.
    pub level: Level,
    /// The journeys, in the order the feed gave them.
    pub journeys: Vec<Journey>,
    /// The indicators.
    pub indicators: Vec<Indicator>,
    /// What customers said.
    pub feedback: Feedback,
    /// How far each feed has been read.
    pub feeds: Feeds,
    /// What was wrong with rows.
    pub problems: ProblemLog,
    /// The newest responses, where a refresh can ask for what is new alone.
    pub recent: Option<Recent>,
    /// True when the journey is sketched from what customers spoke of.
    is_sketched: bool,
    /// The touchpoints of other connections' journeys, which responses may be about too.
    elsewhere: BTreeSet<TouchpointId>,
}

impl Workspace {
    /// A workspace into which nothing has been read yet.
    pub fn new(settings: Settings, today: Day) -> Self {
        let layout = Arc::new(Layout::new(settings.questions()));
        let feedback = Feedback::with_surveys(layout, &settings.surveys);
        Self {
            settings,
            today,
            level: Level::default(),
            journeys: Vec::new(),
            indicators: catalogue(),
            feedback,
            feeds: Feeds::default(),
            problems: ProblemLog::default(),
            recent: None,
            is_sketched: false,
            elsewhere: BTreeSet::new(),
        }
    }

    /// What the slots of the tally count.
    pub fn layout(&self) -> &Layout {
        self.feedback.layout()
    }

    /// Forgets everything customers said.
    pub fn forget_feedback(&mut self) {
        self.feedback = self.feedback.emptied();
    }

    /// Hides secrets in what is told of failures and rows: an API may say again what it was told.
    pub fn conceal(&mut self, veil: &Veil) {
        if !veil.is_empty() {
            self.feeds.conceal(veil);
            self.problems.conceal(veil);
        }
    }

    /// Adds counts that were grouped beforehand.
    pub fn add_counted(&mut self, counted: &Tally) {
        if let Err(full) = self.feedback.add(counted) {
            let reason = Reason::new(ReasonKind::TooManyNames, full.0.id(), "");
            self.problems.add(FeedKind::Tally, 0, reason);
        }
    }

    /// The ids responses may be about; any when no journey is given.
    pub fn known_touchpoints(&self) -> Option<FxHashSet<String>> {
        let known = self.all_touchpoints();
        let is_given = !self.is_sketched && !known.is_empty();
        is_given.then(|| known.into_iter().map(TouchpointId::to_string).collect())
    }

    /// Says which touchpoints the journeys of other connections have: responses may be about those too.
    pub fn know(&mut self, elsewhere: impl IntoIterator<Item = TouchpointId>) {
        self.elsewhere = elsewhere.into_iter().collect();
    }

    /// True when these are the touchpoints it knows of other connections.
    pub fn knows(&self, elsewhere: &[TouchpointId]) -> bool {
        self.elsewhere == elsewhere.iter().cloned().collect()
    }

    /// The touchpoints of every journey, those of other connections too.
    fn all_touchpoints(&self) -> BTreeSet<&TouchpointId> {
        let own = self.touchpoints().map(|(_, touchpoint)| &touchpoint.id);
        own.chain(&self.elsewhere).collect()
    }

    /// The journey of an id.
    pub fn journey(&self, id: &JourneyId) -> Option<&Journey> {
        self.journeys.iter().find(|journey| journey.id == *id)
    }

    /// Every touchpoint with its journey, in order.
    pub fn touchpoints(&self) -> impl Iterator<Item = (&Journey, &Touchpoint)> {
        self.journeys.iter().flat_map(|j| j.touchpoints().map(move |touchpoint| (j, touchpoint)))
    }

    /// The touchpoint of an id, with its journey.
    pub fn touchpoint(&self, id: &TouchpointId) -> Option<(&Journey, &Touchpoint)> {
        self.touchpoints().find(|(_, touchpoint)| touchpoint.id == *id)
    }
}
