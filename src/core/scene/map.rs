//! A journey as it was designed: what its map says in words.

use super::Named;
use crate::core::model::{Evidence, Heart, Journey, Lang, LocalText, Touchpoint};
use crate::core::workspace::Workspace;
use serde::{Deserialize, Serialize};

/// A persona of the journey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonaLine {
    /// The persona.
    pub persona: Named,
    /// Who this is.
    pub description: String,
    /// The segment whose responses speak for it.
    pub segment: Option<String>,
}

/// A stage of the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapStage {
    /// Its name.
    pub name: String,
    /// The place of its first touchpoint.
    pub first: usize,
    /// How many touchpoints it has.
    pub count: usize,
}

/// A touchpoint of the map, in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapTouchpoint {
    /// The touchpoint.
    pub touchpoint: Named,
    /// What the customer does.
    pub action: String,
    /// What the customer thinks.
    pub thought: String,
    /// Where the contact happens.
    pub channel: String,
    /// What staff do out of sight.
    pub backstage: String,
    /// The supporting system.
    pub support: String,
    /// Who does the work.
    pub owner: String,
    /// The hearts it relies on.
    pub hearts: Vec<Heart>,
    /// What hurts.
    pub pains: Vec<String>,
    /// What could be better.
    pub opportunities: Vec<String>,
    /// True when it decides the outcome.
    pub moment_of_truth: bool,
    /// The emotion assumed, −2 to +2.
    pub assumed: Option<f64>,
    /// How well researched it is.
    pub evidence: Evidence,
}

/// A journey in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapScene {
    /// The journey.
    pub journey: Named,
    /// The situation it tells of.
    pub scenario: String,
    /// Who travels it.
    pub personas: Vec<PersonaLine>,
    /// Its stages.
    pub stages: Vec<MapStage>,
    /// Its touchpoints.
    pub touchpoints: Vec<MapTouchpoint>,
}

impl Workspace {
    /// A journey in words.
    pub fn map_scene(&self, journey: &Journey, lang: Lang) -> MapScene {
        let text = |text: &LocalText| text.get(lang).to_owned();
        let personas = journey.personas.iter().map(|persona| PersonaLine {
            persona: Named { id: persona.id.to_string(), name: text(&persona.name) },
            description: text(&persona.description),
            segment: persona.segment.clone(),
        });
        MapScene {
            journey: Named { id: journey.id.to_string(), name: text(&journey.name) },
            scenario: text(&journey.scenario),
            personas: personas.collect(),
            stages: stages(journey, lang),
            touchpoints: journey
                .touchpoints()
                .map(|touchpoint| map_touchpoint(touchpoint, lang))
                .collect(),
        }
    }
}

fn stages(journey: &Journey, lang: Lang) -> Vec<MapStage> {
    let mut first = 0;
    let stage = |stage: &crate::core::model::Stage| {
        let count = stage.touchpoints.len();
        first += count;
        MapStage { name: stage.name.get(lang).to_owned(), first: first - count, count }
    };
    journey.stages.iter().map(stage).collect()
}

fn map_touchpoint(touchpoint: &Touchpoint, lang: Lang) -> MapTouchpoint {
    let text = |text: &LocalText| text.get(lang).to_owned();
    let texts = |texts: &[LocalText]| texts.iter().map(text).collect();
    MapTouchpoint {
        touchpoint: Named { id: touchpoint.id.to_string(), name: text(&touchpoint.name) },
        action: text(&touchpoint.action),
        thought: text(&touchpoint.thought),
        channel: text(&touchpoint.channel),
        backstage: text(&touchpoint.backstage),
        support: text(&touchpoint.support),
        owner: text(&touchpoint.owner.responsible),
        hearts: touchpoint.hearts.clone(),
        pains: texts(&touchpoint.pains),
        opportunities: texts(&touchpoint.opportunities),
        moment_of_truth: touchpoint.moment_of_truth,
        assumed: touchpoint.assumed_emotion,
        evidence: touchpoint.evidence,
    }
}
