//! What a deployment knows about itself: its clock, its questions, its names, its aims.

use super::ConfigError;
use super::config::{Fault, Kind};
use super::node::{Node, Written, word};
use super::surveys::surveys;
use crate::core::hearts::{Blend, Criterion, HealthRules, MaturityRules, Requirement};
use crate::core::model::{Dimension, Heart, Lang, LocalText, Question, QuestionId, Role, Survey};

/// A value of a dimension and the name to show for it.
pub type Name = (Dimension, String, LocalText);

/// The aims figures are held against.
#[derive(Clone, Copy, Debug, PartialEq)]
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
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The IANA name of the time zone that days are counted in; the browser's own when left out.
    pub time_zone: Option<String>,
    /// The questions answered; the defaults when there are none.
    pub questions: Vec<Question>,
    /// Questions that are judged together.
    pub surveys: Vec<Survey>,
    /// Names to show for segments, channels and teams.
    pub names: Vec<Name>,
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
        if self.questions.is_empty() { Question::defaults() } else { self.questions.clone() }
    }

    /// The name to show for a value of a dimension: the value itself unless named.
    pub fn name<'a>(&'a self, dimension: Dimension, value: &'a str, lang: Lang) -> &'a str {
        let mut names = self.names.iter();
        let named = names.find(|(of, named, _)| *of == dimension && named == value);
        named.map_or(value, |(.., name)| name.get(lang))
    }
}

impl Written for Settings {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.members(&[
            "time_zone",
            "questions",
            "surveys",
            "names",
            "targets",
            "health",
            "maturity",
        ])?;
        Ok(Self {
            time_zone: node.optional("time_zone")?,
            questions: questions(node)?,
            surveys: surveys(node)?,
            names: names(node)?,
            targets: node.or("targets", Targets::default())?,
            health: node.or("health", HealthRules::default())?,
            maturity: node.or("maturity", MaturityRules::default())?,
        })
    }
}

fn questions(node: &Node) -> Result<Vec<Question>, ConfigError> {
    let Some(questions) = node.get("questions") else { return Ok(Vec::new()) };
    let one = |(id, role): &(String, Node)| {
        Ok(Question { id: QuestionId::new(id), role: Role::read(role)? })
    };
    questions.each()?.iter().map(one).collect()
}

fn names(node: &Node) -> Result<Vec<Name>, ConfigError> {
    let mut names = Vec::new();
    let Some(dimensions) = node.get("names") else { return Ok(names) };
    dimensions.members(&Dimension::ALL.map(Dimension::id))?;
    for (dimension, values) in dimensions.each()? {
        let dimension =
            Dimension::from_id(&dimension).ok_or_else(|| values.wrong(Fault::Unknown))?;
        for (value, name) in values.each()? {
            names.push((dimension, value, LocalText::read(&name)?));
        }
    }
    Ok(names)
}

impl Written for Role {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        let hearts = Heart::ALL.map(|heart| (heart.id(), Role::Heart(heart)));
        let indices = [("nps", Role::Nps), ("csat", Role::Csat), ("ces", Role::Ces)];
        word(node, &[&indices[..], &hearts[..]].concat())
    }
}

impl Written for Targets {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.members(&["csat", "nps", "heart"])?;
        let usual = Targets::default();
        Ok(Self {
            csat: node.or("csat", usual.csat)?,
            nps: node.or("nps", usual.nps)?,
            heart: node.or("heart", usual.heart)?,
        })
    }
}

impl Written for HealthRules {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.members(&["min_coverage", "blend"])?;
        let usual = HealthRules::default();
        Ok(Self {
            min_coverage: node.or("min_coverage", usual.min_coverage)?,
            blend: node.or("blend", usual.blend)?,
        })
    }
}

impl Written for Blend {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        word(node, &[("linear", Blend::Linear), ("geometric", Blend::Geometric)])
    }
}

/// The criteria of L2 to L5, a list each.
impl Written for MaturityRules {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        let levels: Vec<Vec<Criterion>> = Vec::read(node)?;
        let levels = levels.try_into().map_err(|_| node.wrong(Fault::Expected(Kind::List)))?;
        Ok(Self { levels })
    }
}

impl Written for Criterion {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.members(&["measure", "at_least", "at_most"])?;
        let most = node.optional("at_most")?.map(Requirement::AtMost);
        let requirement = match most {
            Some(most) => most,
            None => Requirement::AtLeast(node.required("at_least")?),
        };
        Ok(Self { measure: node.required("measure")?, requirement })
    }
}
