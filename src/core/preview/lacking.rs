//! What is missing to draw which page.

use super::Preview;
use crate::core::connection::{Connection, FeedKind, Settings};
use crate::core::model::{Dimension, Heart, Role, SurveyId};
use facts::Facts;
use serde::{Deserialize, Serialize};

mod facts;
#[cfg(test)]
mod tests;

/// Something pages show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum View {
    /// The overview.
    Overview,
    /// The journey map.
    Map,
    /// The measured emotion curve under it.
    Curve,
    /// The heat map.
    Heat,
    /// The priority matrix.
    Priorities,
    /// The risk matrix.
    Risks,
    /// The loop of hearts with their scores.
    Hearts,
    /// The health index.
    Health,
    /// Distributions of answers.
    Responses,
    /// What customers wrote.
    Comments,
    /// Two sides held against each other.
    Compare,
    /// Surveys.
    Surveys,
}

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lack {
    /// A feed of journeys, or of indicators.
    Feed(FeedKind),
    /// A feed of responses, or of counts.
    Feedback,
    /// The feed has no rows.
    Rows(FeedKind),
    /// The feed has rows, none of which can be used.
    UsableRows(FeedKind),
    /// The feed's rows name no touchpoint.
    Touchpoint(FeedKind),
    /// Most rows of the feed name touchpoints that no journey has.
    KnownTouchpoints(FeedKind),
    /// The feed's rows have no date that can be read: there is nothing over time.
    Date(FeedKind),
    /// Answers to any question.
    Answers,
    /// Answers to a question of this role.
    Role(Role),
    /// A question that the connection has a path for, by its id, is none of the workspace's.
    Question(String),
    /// Comments.
    Comments,
    /// A dimension to tell responses apart by.
    Dimension(Dimension),
    /// The journeys have no touchpoints.
    Touchpoints,
    /// The touchpoints say nothing of the hearts they rely on.
    TouchpointHearts,
    /// The touchpoints say nothing of how much they matter.
    Importance,
    /// The touchpoints say nothing of how they may fail.
    Risks,
    /// The indicators have no values.
    Readings,
    /// No survey is described.
    Surveys,
    /// A survey that nobody has answered.
    Survey(SurveyId),
}

impl Lack {
    /// What cannot be drawn at all, unless another feed gives what is missing here.
    pub fn shuts(&self) -> &'static [View] {
        use View::{
            Comments, Compare, Curve, Health, Hearts, Heat, Map, Priorities, Responses, Risks,
            Surveys,
        };
        const COUNTED: &[View] = &[Curve, Heat, Priorities, Hearts, Responses, Compare];
        const FEEDBACK: &[View] =
            &[Curve, Heat, Priorities, Hearts, Responses, Comments, Compare, Surveys];
        const JOURNEYS: &[View] = &[Map, Curve, Heat, Priorities, Risks];
        match self {
            // A journey is sketched then from the touchpoints that responses name.
            Self::Feed(FeedKind::Journeys) => &[Risks],
            Self::Feed(kind) | Self::Rows(kind) | Self::UsableRows(kind) => match kind {
                FeedKind::Journeys => JOURNEYS,
                FeedKind::Indicators => &[Health],
                FeedKind::Responses => FEEDBACK,
                FeedKind::Tally => COUNTED,
                // Sums stand in for responses until those are read.
                FeedKind::Summary => &[],
            },
            Self::Feedback => FEEDBACK,
            Self::Touchpoints => JOURNEYS,
            Self::Touchpoint(FeedKind::Responses) | Self::Date(FeedKind::Responses) => FEEDBACK,
            Self::Date(_) | Self::Answers => COUNTED,
            Self::Touchpoint(_) | Self::KnownTouchpoints(_) => &[Curve, Heat, Priorities],
            Self::Role(Role::Csat) => &[Curve],
            Self::Comments => &[Comments],
            Self::Risks => &[Risks],
            Self::Readings => &[Health],
            Self::Surveys => &[Surveys],
            _ => &[],
        }
    }

    /// What is drawn with a part missing.
    pub fn thins(&self) -> &'static [View] {
        use View::{Compare, Health, Hearts, Heat, Map, Overview, Priorities, Responses, Surveys};
        match self {
            Self::Feed(FeedKind::Journeys) => &[Map, Priorities],
            Self::Feed(_) | Self::Rows(_) | Self::UsableRows(_) | Self::Feedback => &[Overview],
            Self::Touchpoint(_) | Self::KnownTouchpoints(_) => &[Map],
            Self::Date(_) | Self::Answers | Self::Readings => &[Overview],
            Self::Role(Role::Nps) => &[Overview, Map, Responses],
            Self::Role(Role::Csat) => &[Overview, Heat, Priorities, Responses],
            Self::Role(Role::Ces) => &[Responses],
            Self::Role(Role::Heart(_)) => &[Hearts, Health],
            Self::Question(_) => &[Responses],
            Self::Dimension(_) => &[Heat, Compare],
            Self::TouchpointHearts => &[Map],
            Self::Importance => &[Priorities],
            Self::Survey(_) => &[Surveys],
            _ => &[],
        }
    }
}

/// Everything that is missing to draw every page, the gravest first: from what the connection says, and from what was
/// seen of its feeds. What was not looked at is not said to be missing.
///
/// # Example
/// ```
/// use heartline::core::connection::{Connection, FeedKind, Settings, Written};
/// use heartline::core::preview::{Lack, View, lacking};
/// use serde_json::json;
///
/// let document = json!({"base_url": "/", "feeds": {"responses": {"path": "r", "rows": "$[*]"}}});
/// let connection = Connection::from_json(&document)?;
/// let all = lacking(&connection, &Settings::default(), &[]);
/// assert_eq!(all[0], Lack::Feed(FeedKind::Journeys));
/// assert!(all[0].shuts().contains(&View::Risks) && all[0].thins().contains(&View::Map));
/// # Ok::<(), heartline::core::connection::ConfigError>(())
/// ```
pub fn lacking(connection: &Connection, settings: &Settings, previews: &[Preview]) -> Vec<Lack> {
    let facts = Facts { connection, settings, previews };
    let mut lacks = feeds(&facts);
    lacks.extend(rows(&facts));
    lacks.extend(answers(&facts));
    lacks.extend(journeys(&facts));
    if facts.is_without(FeedKind::Indicators, &["readings", "value"]) {
        lacks.push(Lack::Readings);
    }
    lacks.extend(surveys(&facts));
    lacks
}

fn feeds(facts: &Facts) -> Vec<Lack> {
    let feeds = &facts.connection.feeds;
    let has_feedback = feeds.responses.is_some() || feeds.tally.is_some();
    let all = [
        (feeds.journeys.is_some(), Lack::Feed(FeedKind::Journeys)),
        (has_feedback, Lack::Feedback),
        (feeds.indicators.is_some(), Lack::Feed(FeedKind::Indicators)),
    ];
    all.into_iter().filter(|(is_there, _)| !is_there).map(|(_, lack)| lack).collect()
}

/// What is wrong with the rows of each feed that was looked at.
fn rows(facts: &Facts) -> Vec<Lack> {
    let mut lacks = Vec::new();
    for preview in facts.previews {
        let kind = preview.feed.kind;
        if preview.rows == 0 {
            lacks.push(Lack::Rows(kind));
            continue;
        }
        let before = lacks.len();
        lacks.extend(
            facts.lost_for_want_of(preview, "touchpoint").then_some(Lack::Touchpoint(kind)),
        );
        lacks.extend(facts.knows_no_touchpoint(preview).then_some(Lack::KnownTouchpoints(kind)));
        let date = if kind == FeedKind::Responses { "submitted_at" } else { "period" };
        lacks.extend(facts.lost_for_want_of(preview, date).then_some(Lack::Date(kind)));
        if preview.usable == 0 && lacks.len() == before {
            lacks.push(Lack::UsableRows(kind));
        }
    }
    let is_counted = facts.is_without(FeedKind::Tally, &["touchpoint"]);
    lacks.extend(is_counted.then_some(Lack::Touchpoint(FeedKind::Tally)));
    lacks
}

fn answers(facts: &Facts) -> Vec<Lack> {
    let mut lacks: Vec<Lack> = facts.strangers().into_iter().map(Lack::Question).collect();
    if !facts.has_usable_feedback() {
        return lacks;
    }
    let roles = [Role::Nps, Role::Csat, Role::Ces].into_iter().chain(Heart::ALL.map(Role::Heart));
    let missing: Vec<Role> = roles.filter(|role| !facts.is_answered(*role)).collect();
    match missing.len() {
        8 => lacks.push(Lack::Answers),
        _ => lacks.extend(missing.into_iter().map(Lack::Role)),
    }
    if facts.is_without(FeedKind::Responses, &["comment"]) {
        lacks.push(Lack::Comments);
    }
    let is_missing = |dimension: &Dimension| !facts.is_told_apart(*dimension);
    lacks.extend(Dimension::ALL.into_iter().filter(is_missing).map(Lack::Dimension));
    lacks
}

fn journeys(facts: &Facts) -> Vec<Lack> {
    let is_without = |name: &[&str]| {
        let names = [&["stages", "touchpoints"], name].concat();
        facts.is_without(FeedKind::Journeys, &names)
    };
    if is_without(&["id"]) {
        return vec![Lack::Touchpoints];
    }
    let all = [
        (is_without(&["hearts"]), Lack::TouchpointHearts),
        (is_without(&["importance"]), Lack::Importance),
        (is_without(&["risks", "name"]), Lack::Risks),
    ];
    all.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, lack)| lack).collect()
}

fn surveys(facts: &Facts) -> Vec<Lack> {
    let surveys = &facts.settings.surveys;
    if surveys.is_empty() {
        return vec![Lack::Surveys];
    }
    let is_silent =
        |ids: &[String]| facts.is_looked_at(FeedKind::Responses) && !facts.any_answered(ids);
    let silent = surveys.iter().filter(|survey| {
        let ids: Vec<String> = survey.questions().iter().map(|one| one.id.to_string()).collect();
        is_silent(&ids)
    });
    silent.map(|survey| Lack::Survey(survey.id.clone())).collect()
}
