//! Ids as newtypes, so that a stage's id is never taken for a touchpoint's.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as the API gave it; a number there is its decimal text here.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The id's text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// Names one journey.
    JourneyId
    /// Names one stage within its journey.
    StageId
    /// Names one touchpoint, across all journeys.
    TouchpointId
    /// Names one persona within its journey.
    PersonaId
    /// Names one operational indicator.
    IndicatorId
    /// Names one case.
    CaseId
    /// Names one question of a form.
    QuestionId
    /// Names one survey.
    SurveyId
}
