//! All journeys in brief.

use super::{Curve, Named};
use crate::core::calendar::Period;
use crate::core::index::Estimate;
use crate::core::model::{Journey, Lang, Touchpoint};
use crate::core::query::Filters;
use crate::core::tally::Totals;
use crate::core::workspace::{Columns, Workspace};
use serde::{Deserialize, Serialize};

/// One journey in brief.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JourneyCard {
    /// The journey.
    pub journey: Named,
    /// The situation it tells of.
    pub scenario: String,
    /// Names of its personas.
    pub personas: Vec<String>,
    /// Names of its stages.
    pub stages: Vec<String>,
    /// How many touchpoints it has.
    pub touchpoints: usize,
    /// Responses in the period.
    pub responses: u64,
    /// Share satisfied, in percent.
    pub csat: Estimate,
    /// Net promoter score, in points.
    pub nps: Estimate,
    /// Its measured emotion curve.
    pub curve: Curve,
    /// The touchpoint with the lowest measured emotion that is not thin.
    pub coldest: Option<Named>,
}

/// All journeys in brief.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JourneysScene {
    /// The days it is about.
    pub period: Period,
    /// A card a journey.
    pub cards: Vec<JourneyCard>,
    /// True when nothing here will change as more responses are read.
    pub settled: bool,
}

impl Workspace {
    /// All journeys in brief, for some filters.
    pub fn journeys_scene(&self, filters: &Filters, lang: Lang) -> JourneysScene {
        let slice = self.slice(filters);
        let card = |journey: &Journey| {
            let touchpoints: Vec<&Touchpoint> = journey.touchpoints().collect();
            self.card(journey, &touchpoints, &self.by_touchpoint(&slice, &touchpoints), lang)
        };
        JourneysScene {
            period: self.period(filters),
            cards: self.journeys.iter().map(card).collect(),
            settled: self.is_settled(&slice, &Columns::Whole, true),
        }
    }

    fn card(
        &self,
        journey: &Journey,
        touchpoints: &[&Touchpoint],
        totals: &[Totals],
        lang: Lang,
    ) -> JourneyCard {
        let mut whole = Totals::default();
        totals.iter().for_each(|one| whole.merge(one));
        let emotions: Vec<Estimate> = totals.iter().map(|totals| self.emotion(totals)).collect();
        let name = |text: &crate::core::model::LocalText| text.get(lang).to_owned();
        JourneyCard {
            journey: Named { id: journey.id.to_string(), name: name(&journey.name) },
            scenario: name(&journey.scenario),
            personas: journey.personas.iter().map(|persona| name(&persona.name)).collect(),
            stages: journey.stages.iter().map(|stage| name(&stage.name)).collect(),
            touchpoints: touchpoints.len(),
            responses: whole.responses(),
            csat: whole.csat(self.layout(), self.level).share.map(|share| share * 100.0),
            nps: whole.nps(self.layout(), self.level).estimate(),
            curve: Curve::measured(&emotions),
            coldest: coldest(touchpoints, &emotions, lang),
        }
    }
}

fn coldest(touchpoints: &[&Touchpoint], emotions: &[Estimate], lang: Lang) -> Option<Named> {
    let known = touchpoints.iter().zip(emotions).filter(|(_, emotion)| !emotion.is_thin());
    let known = known.filter_map(|(touchpoint, emotion)| Some((touchpoint, emotion.value?)));
    let (touchpoint, _) = known.min_by(|a, b| a.1.total_cmp(&b.1))?;
    Some(Named { id: touchpoint.id.to_string(), name: touchpoint.name.get(lang).to_owned() })
}
