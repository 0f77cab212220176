//! Journeys and their stages.

use super::{JourneyId, LocalText, PersonaId, StageId, Touchpoint};
use serde::{Deserialize, Serialize};

/// Somebody who travels the journey.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Persona {
    /// Its id.
    pub id: PersonaId,
    /// Its name.
    pub name: LocalText,
    /// Who this is, in a sentence.
    pub description: LocalText,
    /// The segment whose responses speak for the persona.
    pub segment: Option<String>,
}

/// A part of the journey: before, during or after the sale, or finer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Stage {
    /// Its id within the journey.
    pub id: StageId,
    /// Its name.
    pub name: LocalText,
    /// Its touchpoints, in the order a customer meets them.
    pub touchpoints: Vec<Touchpoint>,
}

/// One persona's way through a service.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Journey {
    /// Its id.
    pub id: JourneyId,
    /// Its name.
    pub name: LocalText,
    /// The situation it tells of.
    pub scenario: LocalText,
    /// Who travels it.
    pub personas: Vec<Persona>,
    /// Its stages, in order.
    pub stages: Vec<Stage>,
}

impl Journey {
    /// Every touchpoint, in order.
    pub fn touchpoints(&self) -> impl Iterator<Item = &Touchpoint> {
        self.stages.iter().flat_map(|stage| &stage.touchpoints)
    }
}
