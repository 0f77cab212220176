//! Touchpoints: one contact between customer and company.

use super::{Heart, JourneyId, LocalText, TouchpointId};
use serde::{Deserialize, Serialize};

/// How well researched a touchpoint's description is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Assumed.
    #[default]
    None,
    /// Seen in part.
    Partial,
    /// Researched.
    Researched,
}

/// Who stands for a touchpoint (RACI).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Owner {
    /// Does the work.
    pub responsible: LocalText,
    /// Answers for it.
    pub accountable: LocalText,
    /// Is asked before.
    pub consulted: LocalText,
    /// Is told after.
    pub informed: LocalText,
}

/// One service standard: in this scene, this behaviour, to this effect.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Standard {
    /// The situation.
    pub scene: LocalText,
    /// What is done.
    pub behaviour: LocalText,
    /// What the customer should feel or have.
    pub effect: LocalText,
}

/// One way a touchpoint may fail. Ratings are whole numbers from 1 to 10, 10 being worst; absent where none was given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Risk {
    /// What may go wrong.
    pub name: LocalText,
    /// How badly it hurts.
    pub severity: Option<u8>,
    /// How often it happens.
    pub occurrence: Option<u8>,
    /// How hard it is to notice in time.
    pub detection: Option<u8>,
    /// What is to be done about it.
    pub action: LocalText,
}

/// One contact between customer and company.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Touchpoint {
    /// Its id, unique across journeys.
    pub id: TouchpointId,
    /// Its name.
    pub name: LocalText,
    /// Where the contact happens.
    pub channel: LocalText,
    /// What the customer does.
    pub action: LocalText,
    /// What the customer thinks or says.
    pub thought: LocalText,
    /// What staff do out of sight.
    pub backstage: LocalText,
    /// The system that supports it.
    pub support: LocalText,
    /// Who stands for it.
    pub owner: Owner,
    /// The hearts it relies on.
    pub hearts: Vec<Heart>,
    /// The standards agreed for it.
    pub standards: Vec<Standard>,
    /// What hurts.
    pub pains: Vec<LocalText>,
    /// What could be better.
    pub opportunities: Vec<LocalText>,
    /// What happens today.
    pub as_is: LocalText,
    /// What should happen.
    pub to_be: LocalText,
    /// True when this contact decides the outcome.
    pub moment_of_truth: bool,
    /// The emotion its authors assume, −2 to +2.
    pub assumed_emotion: Option<f64>,
    /// How much it matters to customers as they state it, 1 to 10.
    pub importance: Option<f64>,
    /// The NPS this touchpoint should reach, in points.
    pub nps_benchmark: Option<f64>,
    /// How well researched this is.
    pub evidence: Evidence,
    /// The ways it may fail.
    pub risks: Vec<Risk>,
    /// A journey that tells this touchpoint in detail.
    pub sub_journey: Option<JourneyId>,
}
