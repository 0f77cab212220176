//! What a deployment knows about itself: its clock, its questions, its names, its aims.

use crate::core::hearts::{HealthRules, MaturityRules};
use crate::core::model::{Dimension, Heart, Lang, LocalText, Question, QuestionId, Role};
use serde::{Deserialize, Deserializer, de};
use std::collections::BTreeMap;

/// Names to show for the values of each dimension.
pub type Names = BTreeMap<String, BTreeMap<String, LocalText>>;

/// The aims figures are held against.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Targets {
    /// Share satisfied, in percent.
    pub csat: f64,
    /// Net promoter score, in points.
    pub nps: f64,
    /// A heart's score, 0 to 100.
    pub heart: f64,
}

impl Default for Targets {
    fn default() -> Self {
        Self { csat: 88.0, nps: 45.0, heart: 75.0 }
    }
}

/// What a deployment knows about itself.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The IANA name of the time zone that days are counted in; the browser's own when left out.
    pub time_zone: Option<String>,
    /// What each question measures, by its id: `nps`, `csat`, `ces` or a heart.
    pub questions: BTreeMap<String, QuestionRole>,
    /// Names to show for segments, channels and teams.
    pub names: Names,
    /// What figures are held against.
    pub targets: Targets,
    /// How the health index is made.
    pub health: HealthRules,
    /// What each maturity level asks for.
    pub maturity: MaturityRules,
}

impl Settings {
    /// The questions in use.
    pub fn questions(&self) -> Vec<Question> {
        if self.questions.is_empty() {
            return Question::defaults();
        }
        let one = |(id, role): (&String, &QuestionRole)| Question {
            id: QuestionId::new(id),
            role: role.0,
        };
        self.questions.iter().map(one).collect()
    }

    /// The name to show for a value of a dimension: the value itself unless named.
    pub fn name<'a>(&'a self, dimension: Dimension, value: &'a str, lang: Lang) -> &'a str {
        let names = self.names.get(dimension.id());
        names.and_then(|names| names.get(value)).map_or(value, |name| name.get(lang))
    }
}

/// A question's role by name.
#[derive(Clone, Copy, Debug)]
pub struct QuestionRole(pub Role);

impl<'de> Deserialize<'de> for QuestionRole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let role = match name.as_str() {
            "nps" => Some(Role::Nps),
            "csat" => Some(Role::Csat),
            "ces" => Some(Role::Ces),
            heart => Heart::from_id(heart).map(Role::Heart),
        };
        let wrong = || de::Error::custom(format!("`{name}` is neither nps, csat, ces nor a heart"));
        role.map(QuestionRole).ok_or_else(wrong)
    }
}
