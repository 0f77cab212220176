//! The fields of each record, each found under its native name unless a connection says otherwise.

use super::node::{Node, Written};
use super::{ConfigError, Field, Level, Selector};

/// What is done with each field: it is given where the field is said, below `fields`, such as `.answers.nps`.
pub(super) type Act<'a> = dyn FnMut(&str, &mut Field) + 'a;

/// A record of which every field can be gone through, with those of the records inside it.
pub trait Fields {
    /// Does something with each field.
    fn each(&mut self, at: &str, act: &mut Act);
}

/// Makes a record's fields. They stand in a list, by their place in the record, because a list of
/// fields is read by one piece of code, and a struct of fields by as many as there are records.
macro_rules! records {
    ($($(#[$doc:meta])* $record:ident {
        $($(#[$field_doc:meta])* $field:ident $(in $parent:ident)?,)*
        $(@ $(#[$level_doc:meta])* $level:ident: $inner:ty,)*
        $(* $(#[$list_doc:meta])* $list:ident by $one:ident,)*
    })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $record {
            fields: Vec<Field>,
            $($(#[$level_doc])* pub $level: Level<$inner>,)*
            $($(#[$list_doc])* pub $list: Vec<(String, Field)>,)*
        }

        impl $record {
            /// The names of its single fields.
            pub const FIELDS: &[&str] = &[$(stringify!($field),)*];
            /// The names of the records inside it.
            pub const LEVELS: &[&str] = &[$(stringify!($level),)*];
            /// The names of its lists, which have a field a question.
            pub const LISTS: &[&str] = &[$(stringify!($list),)*];
            const PATHS: &[&[&str]] = &[$(&[$(stringify!($parent),)? stringify!($field)],)*];
            const NAMES: &[&str] =
                &[$(stringify!($field),)* $(stringify!($level),)* $(stringify!($list),)*];

            /// Every single field with its name.
            pub fn named(&self) -> impl Iterator<Item = (&'static str, &Field)> {
                Self::FIELDS.iter().copied().zip(&self.fields)
            }

            $(
                $(#[$field_doc])*
                pub fn $field(&self) -> &Field {
                    &self.fields[places::$record::$field as usize]
                }
            )*

            $(
                /// The field of one question: as named, else under the native name.
                pub fn $one(&self, question: &str) -> Field {
                    let named = self.$list.iter().find(|(name, _)| name == question);
                    let native = || native(&[stringify!($list), question]);
                    named.map_or_else(native, |(_, field)| field.clone())
                }
            )*
        }

        impl Default for $record {
            fn default() -> Self {
                Self {
                    fields: Self::PATHS.iter().map(|names| native(names)).collect(),
                    $($level: Level::default(),)*
                    $($list: Vec::new(),)*
                }
            }
        }

        impl Fields for $record {
            fn each(&mut self, at: &str, act: &mut Act) {
                for (name, field) in Self::FIELDS.iter().zip(&mut self.fields) {
                    act(&format!("{at}.{name}"), field);
                }
                $(self.$level.fields.each(&format!("{at}.{}.fields", stringify!($level)), act);)*
                $(for (question, field) in &mut self.$list {
                    act(&format!("{at}.{}.{question}", stringify!($list)), field);
                })*
            }
        }

        impl Written for $record {
            fn read(node: &Node) -> Result<Self, ConfigError> {
                node.members(Self::NAMES)?;
                Ok(Self {
                    fields: read_fields(node, Self::PATHS)?,
                    $($level: node.or(stringify!($level), Level::default())?,)*
                    $($list: by_question(node, stringify!($list))?,)*
                })
            }
        }
    )*

    /// The place of each field in its record.
    mod places {
        $(
            #[expect(non_camel_case_types, reason = "the variants are the fields' names")]
            pub(super) enum $record { $($field,)* }
        )*
    }};
}

/// The field under its native name.
fn native(names: &[&str]) -> Field {
    Field::at(Selector::members(names))
}

/// Each field as it is written under the last of its names, else under its native name.
fn read_fields(node: &Node, paths: &[&[&str]]) -> Result<Vec<Field>, ConfigError> {
    let one = |names: &&[&str]| {
        let written = names.last().and_then(|name| node.get(name));
        written.map_or_else(|| Ok(native(names)), |field| Field::read(&field))
    };
    paths.iter().map(one).collect()
}

fn by_question(node: &Node, name: &str) -> Result<Vec<(String, Field)>, ConfigError> {
    let Some(list) = node.get(name) else { return Ok(Vec::new()) };
    list.each()?.into_iter().map(|(question, field)| Ok((question, Field::read(&field)?))).collect()
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
