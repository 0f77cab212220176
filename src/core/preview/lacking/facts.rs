//! What is known of a connection's feeds: what it says, and what was seen.

use crate::core::connection::{Connection, FeedKind, Settings};
use crate::core::mapping::ReasonKind;
use crate::core::model::{Dimension, Role, Survey};
use crate::core::preview::{FieldName, Preview};

pub(super) struct Facts<'f> {
    pub(super) connection: &'f Connection,
    pub(super) settings: &'f Settings,
    pub(super) previews: &'f [Preview],
}

impl Facts<'_> {
    /// True when usable rows of such a feed were seen.
    pub(super) fn is_looked_at(&self, kind: FeedKind) -> bool {
        self.usable(kind).next().is_some()
    }

    /// True when usable rows of such a feed were seen, and none has the field.
    pub(super) fn is_without(&self, kind: FeedKind, names: &[&str]) -> bool {
        let name = FieldName::of(names);
        let has = |preview: &Preview| preview.filled.iter().any(|(field, _)| *field == name);
        self.is_looked_at(kind) && !self.usable(kind).any(has)
    }

    pub(super) fn has_usable_feedback(&self) -> bool {
        self.feedback().next().is_some()
    }

    /// True when any row has an answer to a question of this role.
    pub(super) fn is_answered(&self, role: Role) -> bool {
        let questions = self.settings.questions();
        let own = questions.iter().filter(|question| question.role == role);
        self.any_answered(&own.map(|question| question.id.to_string()).collect::<Vec<_>>())
    }

    /// True when any row has an answer to one of these questions.
    pub(super) fn any_answered(&self, ids: &[String]) -> bool {
        self.feedback().any(|preview| preview.answered.iter().any(|(id, _)| ids.contains(id)))
    }

    pub(super) fn is_told_apart(&self, dimension: Dimension) -> bool {
        let name = FieldName::of(&[dimension.id()]);
        self.feedback().any(|preview| preview.filled.iter().any(|(field, _)| *field == name))
    }

    /// True when most rows are lost because this field is not there, or not to be read.
    pub(super) fn lost_for_want_of(&self, preview: &Preview, field: &str) -> bool {
        use ReasonKind::{ImplausibleDate, Missing, NotADate};
        let is_so = |kind| matches!(kind, ImplausibleDate | Missing | NotADate);
        Self::is_common(preview, field, is_so)
    }

    /// True when most rows name a touchpoint that no journey has.
    pub(super) fn knows_no_touchpoint(&self, preview: &Preview) -> bool {
        Self::is_common(preview, "touchpoint", |kind| kind == ReasonKind::UnknownTouchpoint)
    }

    fn is_common(preview: &Preview, field: &str, is_so: impl Fn(ReasonKind) -> bool) -> bool {
        let name = FieldName::of(&[field]);
        let mut fields = preview.shown.iter().flat_map(|row| &row.fields);
        let Some(path) = fields.find(|one| one.field == name).map(|one| &one.path) else {
            return false;
        };
        let own = preview.problems.iter().filter(|one| one.field == *path && is_so(one.kind));
        own.map(|one| one.count).sum::<u64>() * 2 > preview.rows
    }

    /// Questions that the connection has a path for and the workspace does not ask.
    pub(super) fn strangers(&self) -> Vec<String> {
        let feeds = &self.connection.feeds;
        let answers = feeds.responses.iter().flat_map(|responses| &responses.feed.fields.answers);
        let counts = feeds.tally.iter().flat_map(|tally| &tally.fields.counts);
        let named = answers.chain(counts).map(|(id, _)| id);
        let mut strangers: Vec<String> = named.filter(|id| !self.asks(id)).cloned().collect();
        strangers.dedup();
        strangers
    }

    fn asks(&self, id: &str) -> bool {
        let surveyed = || self.settings.surveys.iter().flat_map(Survey::questions);
        self.settings.questions().iter().any(|question| question.id.as_str() == id)
            || surveyed().any(|question| question.id.as_str() == id)
    }

    fn usable(&self, kind: FeedKind) -> impl Iterator<Item = &Preview> {
        self.previews.iter().filter(move |one| one.feed.kind == kind && one.usable > 0)
    }

    /// What customers said, as far as it was seen.
    fn feedback(&self) -> impl Iterator<Item = &Preview> {
        self.usable(FeedKind::Responses).chain(self.usable(FeedKind::Tally))
    }
}
