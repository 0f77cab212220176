//! Surveys: questions that are judged together.

use super::survey_kano::KanoScene;
use super::survey_quality::QualityScene;
use super::survey_scale::ScaleScene;
use super::{Named, responses::name_of};
use crate::core::calendar::Period;
use crate::core::model::{Lang, Survey, SurveyKind};
use crate::core::query::{Filters, SurveysState};
use crate::core::tally::{SumsOf, SurveySums};
use crate::core::workspace::Workspace;
use serde::{Deserialize, Serialize};

/// One survey, and which others there are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SurveysScene {
    /// The days it is about.
    pub period: Period,
    /// The touchpoint it is about, if one.
    pub touchpoint: Option<Named>,
    /// Every touchpoint one could choose, by journey.
    pub touchpoints: Vec<(Named, Vec<Named>)>,
    /// Every survey the deployment asks; empty when it asks none.
    pub surveys: Vec<Named>,
    /// The one that is shown; none when there is none of the id asked for.
    pub shown: Option<Named>,
    /// Responses that answered any of its questions.
    pub respondents: u64,
    /// Answers off their scale, left out.
    pub n_invalid: u64,
    /// What came of it; none when nobody answered.
    pub findings: Option<Findings>,
    /// True when nothing here will change as more responses are read.
    pub settled: bool,
}

/// What came of a survey, by its kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Findings {
    /// Service quality.
    Quality(Box<QualityScene>),
    /// Features.
    Kano(KanoScene),
    /// A scale.
    Scale(Box<ScaleScene>),
}

impl Workspace {
    /// One survey, about one touchpoint or all: the one asked for, else the first.
    pub fn surveys_scene(
        &self,
        state: &SurveysState,
        filters: &Filters,
        lang: Lang,
    ) -> SurveysScene {
        let all = &self.settings.surveys;
        let shown = match &state.survey {
            Some(id) => all.iter().find(|survey| survey.id == *id),
            None => all.first(),
        };
        let touchpoint = state.touchpoint.as_ref().and_then(|id| self.touchpoint(id));
        let touchpoint = touchpoint.map(|(_, touchpoint)| touchpoint);
        let at = touchpoint.map(|touchpoint| touchpoint.id.as_str());
        let slice = self.slice(filters);
        let sums = shown.and_then(|survey| self.feedback.survey_sums(survey, &slice, at));
        let answered = sums.as_ref().filter(|sums| sums.respondents > 0);
        let findings =
            shown.zip(answered).and_then(|(survey, sums)| self.findings(survey, sums, lang));
        SurveysScene {
            period: self.period(filters),
            touchpoint: touchpoint.map(|touchpoint| name_of(touchpoint, lang)),
            touchpoints: self.touchpoint_choices(lang),
            surveys: all.iter().map(|survey| name(survey, lang)).collect(),
            shown: shown.map(|survey| name(survey, lang)),
            respondents: sums.as_ref().map_or(0, |sums| sums.respondents),
            n_invalid: sums.as_ref().map_or(0, |sums| sums.n_invalid),
            findings,
            settled: self.feedback.is_complete(),
        }
    }

    fn findings(&self, survey: &Survey, sums: &SurveySums, lang: Lang) -> Option<Findings> {
        Some(match (&survey.kind, &sums.of) {
            (SurveyKind::Quality(quality), SumsOf::Quality(sums)) => {
                Findings::Quality(Box::new(QualityScene::of(quality, sums, self.level, lang)))
            }
            (SurveyKind::Kano(features), SumsOf::Kano(counts)) => {
                Findings::Kano(KanoScene::of(features, counts, self.level, lang))
            }
            (SurveyKind::Scale(scale), SumsOf::Scale(sums)) => {
                Findings::Scale(Box::new(ScaleScene::of(scale, sums, self.level, lang)))
            }
            _ => return None,
        })
    }
}

fn name(survey: &Survey, lang: Lang) -> Named {
    Named { id: survey.id.to_string(), name: survey.name.get(lang).to_owned() }
}
