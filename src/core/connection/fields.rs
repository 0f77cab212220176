//! The fields of each record, each found under its native name unless a connection says otherwise.

use super::node::{Node, Written};
use super::record::{Act, Fields, by_question, native, read_fields, records};
use super::schema::{Definitions, Described, schema_of_record};
use super::{ConfigError, Field, Level};
use serde_json::Value;

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
        @
        /// The ways it may fail.
        risks: RiskFields,
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
    /// The fields of one way to fail.
    RiskFields {
        /// What may go wrong.
        name,
        /// How badly it hurts, 1 to 10.
        severity,
        /// How often it happens, 1 to 10.
        occurrence,
        /// How hard it is to notice in time, 1 to 10.
        detection,
        /// What is to be done about it.
        action,
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
    /// A response's fields.
    ResponseFields {
        /// Its id.
        id,
        /// The id of the touchpoint it is about.
        touchpoint,
        /// When it was given.
        submitted_at,
        /// What kind of customer.
        segment,
        /// Through which channel.
        channel,
        /// Served by which team.
        team,
        /// What the customer wrote.
        comment,
        *
        /// The answers, by the question's id.
        answers by answer,
    }
    /// The fields of a row that was grouped beforehand. Either it counts one answer (`question`,
    /// `value`, `count`), or it has a list of counts per question (`counts`, lowest answer first).
    TallyFields {
        /// The touchpoint.
        touchpoint,
        /// The day or month.
        period,
        /// The segment.
        segment,
        /// The channel.
        channel,
        /// The team.
        team,
        /// How many responses the row stands for.
        responses,
        /// The question.
        question,
        /// The answer.
        value,
        /// How often it was given.
        count,
        *
        /// Lists of counts, by the question's id.
        counts by counts_of,
    }
}
