//! The fields of each record, each found under its native name unless a connection says otherwise.

use super::{Field, Level, Selector};
use serde::Deserialize;
use std::collections::BTreeMap;

macro_rules! records {
    ($($(#[$doc:meta])* $record:ident {
        $($(#[$field_doc:meta])* $field:ident $(in $parent:ident)?,)*
        $(@ $(#[$level_doc:meta])* $level:ident: $inner:ty,)*
    })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct $record {
            $($(#[$field_doc])* pub $field: Field,)*
            $($(#[$level_doc])* pub $level: Level<$inner>,)*
        }

        impl Default for $record {
            fn default() -> Self {
                Self {
                    $($field: Field::at(Selector::members(&[
                        $(stringify!($parent),)?
                        stringify!($field),
                    ])),)*
                    $($level: Level::default(),)*
                }
            }
        }
    )*};
}

records! {
    /// A journey's own fields.
    JourneyFields {
        /// Its id.
        id,
        /// Its name.
        name,
        /// The situation it tells of.
        scenario,
        @
        /// Who travels it.
        personas: PersonaFields,
        @
        /// Its stages.
        stages: StageFields,
    }
    /// A persona's fields.
    PersonaFields {
        /// Its id.
        id,
        /// Its name.
        name,
        /// Who this is.
        description,
        /// The segment that speaks for it.
        segment,
    }
    /// A stage's own fields.
    StageFields {
        /// Its id.
        id,
        /// Its name.
        name,
        @
        /// Its touchpoints.
        touchpoints: TouchpointFields,
    }
    /// A touchpoint's fields.
    TouchpointFields {
        /// Its id.
        id,
        /// Its name.
        name,
        /// Where the contact happens.
        channel,
        /// What the customer does.
        action,
        /// What the customer thinks.
        thought,
        /// What staff do out of sight.
        backstage,
        /// The supporting system.
        support,
        /// Who does the work.
        responsible in owner,
        /// Who answers for it.
        accountable in owner,
        /// Who is asked before.
        consulted in owner,
        /// Who is told after.
        informed in owner,
        /// The hearts it relies on, a list.
        hearts,
        /// What hurts, a list.
        pains,
        /// What could be better, a list.
        opportunities,
        /// What happens today.
        as_is,
        /// What should happen.
        to_be,
        /// True when it decides the outcome.
        moment_of_truth,
        /// The emotion assumed, −2 to +2.
        assumed_emotion,
        /// How much it matters, 1 to 10.
        importance,
        /// The NPS it should reach.
        nps_benchmark,
        /// `none`, `partial` or `researched`.
        evidence,
        /// The journey that tells it in detail.
        sub_journey,
        @
        /// The standards agreed for it.
        standards: StandardFields,
    }
    /// A service standard's fields.
    StandardFields {
        /// The situation.
        scene,
        /// What is done.
        behaviour,
        /// To what effect.
        effect,
    }
    /// An indicator's own fields.
    IndicatorFields {
        /// Its id.
        id,
        /// The heart it speaks for.
        heart,
        /// Its name.
        name,
        /// Its unit.
        unit,
        /// `higher` or `lower` is better.
        direction,
        /// The value before improvement began.
        baseline,
        /// The value aimed at.
        target,
        /// The value that scores 0.
        zero,
        /// The value that scores 100.
        hundred,
        /// Its weight in the health index.
        weight,
        /// `readings`, `csat` or `nps`.
        source,
        /// True for a behaviour rate.
        behaviour_rate,
        @
        /// Its values.
        readings: ReadingFields,
    }
    /// A reading's fields.
    ReadingFields {
        /// The month.
        period,
        /// The value.
        value,
    }
}

/// A response's fields.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ResponseFields {
    /// Its id.
    pub id: Field,
    /// The id of the touchpoint it is about.
    pub touchpoint: Field,
    /// When it was given.
    pub submitted_at: Field,
    /// What kind of customer.
    pub segment: Field,
    /// Through which channel.
    pub channel: Field,
    /// Served by which team.
    pub team: Field,
    /// What the customer wrote.
    pub comment: Field,
    /// The answer to each question by its id; one that is not named here stands under
    /// `$.answers.<id>`.
    pub answers: BTreeMap<String, Field>,
}

impl Default for ResponseFields {
    fn default() -> Self {
        let field = Field::member;
        Self {
            id: field("id"),
            touchpoint: field("touchpoint"),
            submitted_at: field("submitted_at"),
            segment: field("segment"),
            channel: field("channel"),
            team: field("team"),
            comment: field("comment"),
            answers: BTreeMap::new(),
        }
    }
}

impl ResponseFields {
    /// Where the answer to a question is.
    pub fn answer(&self, question: &str) -> Field {
        let native = || Field::at(Selector::members(&["answers", question]));
        self.answers.get(question).cloned().unwrap_or_else(native)
    }
}

/// The fields of a row that was grouped beforehand. Either it counts one answer (`question`,
/// `value`, `count`), or it has a list of counts per question (`counts`, lowest answer first).
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TallyFields {
    /// The touchpoint.
    pub touchpoint: Field,
    /// The day or month.
    pub period: Field,
    /// The segment.
    pub segment: Field,
    /// The channel.
    pub channel: Field,
    /// The team.
    pub team: Field,
    /// How many responses the row stands for.
    pub responses: Field,
    /// The question.
    pub question: Field,
    /// The answer.
    pub value: Field,
    /// How often it was given.
    pub count: Field,
    /// Lists of counts by question id; one that is not named here stands under `$.counts.<id>`.
    pub counts: BTreeMap<String, Field>,
}

impl Default for TallyFields {
    fn default() -> Self {
        let field = Field::member;
        Self {
            touchpoint: field("touchpoint"),
            period: field("period"),
            segment: field("segment"),
            channel: field("channel"),
            team: field("team"),
            responses: field("responses"),
            question: field("question"),
            value: field("value"),
            count: field("count"),
            counts: BTreeMap::new(),
        }
    }
}

impl TallyFields {
    /// Where the list of counts of a question is.
    pub fn counts_of(&self, question: &str) -> Field {
        let native = || Field::at(Selector::members(&["counts", question]));
        self.counts.get(question).cloned().unwrap_or_else(native)
    }
}
