//! What all records have in common: fields by their places, records inside them, lists by question.

use super::node::{Node, Written};
use super::{ConfigError, Field, Selector};

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

        impl Described for $record {
            fn schema(known: &mut Definitions) -> Value {
                let levels = vec![
                    $((stringify!($level), <Level<$inner> as Described>::schema(known)),)*
                ];
                schema_of_record(known, Self::FIELDS, levels, Self::LISTS)
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
pub(super) fn native(names: &[&str]) -> Field {
    Field::at(Selector::members(names))
}

/// Each field as it is written under the last of its names, else under its native name.
pub(super) fn read_fields(node: &Node, paths: &[&[&str]]) -> Result<Vec<Field>, ConfigError> {
    let one = |names: &&[&str]| {
        let written = names.last().and_then(|name| node.get(name));
        written.map_or_else(|| Ok(native(names)), |field| Field::read(&field))
    };
    paths.iter().map(one).collect()
}

pub(super) fn by_question(node: &Node, name: &str) -> Result<Vec<(String, Field)>, ConfigError> {
    let Some(list) = node.get(name) else { return Ok(Vec::new()) };
    list.each()?.into_iter().map(|(question, field)| Ok((question, Field::read(&field)?))).collect()
}

pub(super) use records;
