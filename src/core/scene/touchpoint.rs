//! One touchpoint in detail.

use super::responses::{CommentLine, Distribution};
use super::{Named, TouchpointScore};
use crate::core::calendar::{Month, Period};
use crate::core::index::Estimate;
use crate::core::model::{Evidence, Heart, Journey, Lang, LocalText, Owner, Standard, Touchpoint};
use crate::core::query::{Filters, Measure};
use crate::core::workspace::{Columns, Workspace};
use serde::{Deserialize, Serialize};

/// Months of history.
const MONTHS: i32 = 24;
/// Comments shown.
const COMMENTS: usize = 8;

/// One month of a touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MonthPoint {
    /// The month.
    pub month: Month,
    /// Share satisfied, in percent.
    pub csat: Estimate,
}

/// One touchpoint in detail.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TouchpointScene {
    /// The touchpoint.
    pub touchpoint: Named,
    /// Its journey.
    pub journey: Named,
    /// The name of its stage.
    pub stage: String,
    /// The days it is about.
    pub period: Period,
    /// Its description: a key and a text each, without the empty ones.
    pub facts: Vec<(Fact, String)>,
    /// Service standards: scene, behaviour and effect.
    pub standards: Vec<[String; 3]>,
    /// What hurts.
    pub pains: Vec<String>,
    /// What could be better.
    pub opportunities: Vec<String>,
    /// True when it decides the outcome.
    pub moment_of_truth: bool,
    /// How well the description is researched.
    pub evidence: Evidence,
    /// The emotion assumed, −2 to +2.
    pub assumed: Option<f64>,
    /// How much it matters, 1 to 10.
    pub importance: Option<f64>,
    /// Its figures.
    pub score: TouchpointScore,
    /// Net promoter score, in points.
    pub nps: Estimate,
    /// The NPS it should reach.
    pub nps_benchmark: Option<f64>,
    /// Share that found it easy, in percent.
    pub ces: Estimate,
    /// All five hearts: score 0 to 100, and whether the touchpoint relies on it.
    pub hearts: Vec<(Heart, Estimate, bool)>,
    /// The target of hearts, 0 to 100.
    pub heart_target: f64,
    /// The target of satisfaction, in percent.
    pub csat_target: f64,
    /// How each question was answered.
    pub distributions: Vec<Distribution>,
    /// Satisfaction month by month.
    pub months: Vec<MonthPoint>,
    /// The latest comments.
    pub comments: Vec<CommentLine>,
    /// True when nothing here will change as more responses are read.
    pub settled: bool,
}

/// One thing said of a touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fact {
    /// Where the contact happens.
    Channel,
    /// What the customer does.
    Action,
    /// What the customer thinks.
    Thought,
    /// What staff do out of sight.
    Backstage,
    /// The supporting system.
    Support,
    /// Does the work.
    Responsible,
    /// Answers for it.
    Accountable,
    /// Is asked before.
    Consulted,
    /// Is told after.
    Informed,
    /// What happens today.
    AsIs,
    /// What should happen.
    ToBe,
}

impl Workspace {
    /// One touchpoint in detail.
    pub fn touchpoint_scene(
        &self,
        (journey, touchpoint): (&Journey, &Touchpoint),
        filters: &Filters,
        lang: Lang,
    ) -> TouchpointScene {
        let slice = self.slice(filters);
        let one = [touchpoint];
        let totals = self.by_touchpoint(&slice, &one).pop().unwrap_or_default();
        let text = |text: &LocalText| text.get(lang).to_owned();
        let hearts = totals.hearts(self.layout(), self.level);
        let stage = journey
            .stages
            .iter()
            .find(|stage| stage.touchpoints.iter().any(|t| t.id == touchpoint.id));
        TouchpointScene {
            touchpoint: Named { id: touchpoint.id.to_string(), name: text(&touchpoint.name) },
            journey: Named { id: journey.id.to_string(), name: text(&journey.name) },
            stage: stage.map(|stage| text(&stage.name)).unwrap_or_default(),
            period: self.period(filters),
            facts: facts(touchpoint, lang),
            standards: touchpoint
                .standards
                .iter()
                .map(|standard| standard_texts(standard, lang))
                .collect(),
            pains: touchpoint.pains.iter().map(text).collect(),
            opportunities: touchpoint.opportunities.iter().map(text).collect(),
            moment_of_truth: touchpoint.moment_of_truth,
            evidence: touchpoint.evidence,
            assumed: touchpoint.assumed_emotion,
            importance: touchpoint.importance,
            score: self.score(touchpoint, &totals),
            nps: self.figure(&totals, Measure::Nps),
            nps_benchmark: touchpoint.nps_benchmark,
            ces: self.figure(&totals, Measure::Ces),
            hearts: hearts
                .map(|h| (h.heart, h.index, touchpoint.hearts.contains(&h.heart)))
                .to_vec(),
            heart_target: self.settings.targets.heart,
            csat_target: self.settings.targets.csat,
            distributions: self.distributions(&totals),
            months: self.month_points(touchpoint, filters),
            comments: self.comments(touchpoint, &slice, COMMENTS, lang),
            settled: self.is_settled(&slice, &Columns::Whole, true),
        }
    }

    fn month_points(&self, touchpoint: &Touchpoint, filters: &Filters) -> Vec<MonthPoint> {
        let last = self.period(filters).last.month();
        let first = last.plus(1 - MONTHS);
        let slice = self.slice(filters).over(Period::of_months(first, last));
        let window = self.layout().window(&[crate::core::model::Role::Csat]);
        let totals = self.cross(&slice, &[touchpoint], &Columns::Months(first, last), window);
        let points = first.through(last).zip(&totals);
        points
            .map(|(month, totals)| MonthPoint { month, csat: self.figure(totals, Measure::Csat) })
            .collect()
    }
}

fn facts(touchpoint: &Touchpoint, lang: Lang) -> Vec<(Fact, String)> {
    let Owner { responsible, accountable, consulted, informed } = &touchpoint.owner;
    let all = [
        (Fact::Action, &touchpoint.action),
        (Fact::Thought, &touchpoint.thought),
        (Fact::Channel, &touchpoint.channel),
        (Fact::AsIs, &touchpoint.as_is),
        (Fact::ToBe, &touchpoint.to_be),
        (Fact::Backstage, &touchpoint.backstage),
        (Fact::Support, &touchpoint.support),
        (Fact::Responsible, responsible),
        (Fact::Accountable, accountable),
        (Fact::Consulted, consulted),
        (Fact::Informed, informed),
    ];
    let known = all.into_iter().filter(|(_, text)| !text.is_empty());
    known.map(|(fact, text)| (fact, text.get(lang).to_owned())).collect()
}

fn standard_texts(standard: &Standard, lang: Lang) -> [String; 3] {
    [&standard.scene, &standard.behaviour, &standard.effect].map(|text| text.get(lang).to_owned())
}
