//! What to fix first, and why.

use super::{Shortfall, Workspace};
use crate::core::index::{Estimate, csat_change, priority};
use crate::core::model::{Heart, Journey, Touchpoint};
use crate::core::order::sort_by;
use crate::core::query::Measure;
use crate::core::tally::{Slice, Totals};
use serde::{Deserialize, Serialize};

/// One reason why a touchpoint wants fixing; each holds beyond chance.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Why {
    /// Satisfaction is under its target, in percent.
    UnderTarget {
        /// The target, in percent.
        target: f64,
    },
    /// It relies on a heart that customers miss: the score, 0 to 100.
    MissesHeart(Heart, Estimate),
    /// Fewer than half find it easy: the share, in percent.
    Hard(Estimate),
    /// Satisfaction fell since the period before, by so many percent points.
    Falling(f64),
    /// The designers assumed better: the emotion they assumed, −2 to +2.
    Overrated(f64),
    /// It decides the outcome.
    MomentOfTruth,
}

/// One touchpoint that wants fixing.
#[derive(Clone, Debug)]
pub struct Priority<'a> {
    /// Its journey.
    pub journey: &'a Journey,
    /// The touchpoint.
    pub touchpoint: &'a Touchpoint,
    /// Importance × shortfall.
    pub priority: f64,
    /// How much it matters, 1 to 10; the mean of those stated where it is not stated.
    pub importance: f64,
    /// Share satisfied, in percent.
    pub csat: Estimate,
    /// Why, most telling first.
    pub why: Vec<Why>,
}

impl Workspace {
    /// Touchpoints whose satisfaction is under target beyond chance, corrected for how many were tested (Holm), most
    /// urgent first: by importance × shortfall.
    pub fn priorities(&self, slice: &Slice) -> Vec<Priority<'_>> {
        let all: Vec<(&Journey, &Touchpoint)> = self.touchpoints().collect();
        let touchpoints: Vec<&Touchpoint> = all.iter().map(|(_, touchpoint)| *touchpoint).collect();
        let now = self.by_touchpoint(slice, &touchpoints);
        let before = match slice.period {
            Some(period) => self.by_touchpoint(&slice.over(period.previous()), &touchpoints),
            None => vec![Totals::default(); touchpoints.len()],
        };
        let usual = mean_importance(&touchpoints);
        let target = self.settings.targets.csat;
        let satisfied = |totals: &Totals| totals.satisfied(self.layout(), self.level).map(percent);
        let figures: Vec<_> = now.iter().map(|totals| (totals, satisfied(totals))).collect();
        let said = self.shortfalls(Measure::Csat, target, &figures);
        let is_sure = |said: &Option<Shortfall>| *said == Some(Shortfall::Sure);
        let totals = now.iter().zip(&before);
        let judged = all.into_iter().zip(totals).zip(&said).filter(|(_, said)| is_sure(said));
        let found = judged.filter_map(|((one, totals), _)| self.judge(one, totals, usual));
        let mut found: Vec<Priority> = found.collect();
        sort_by(&mut found, |a, b| b.priority.total_cmp(&a.priority));
        found
    }

    fn judge<'a>(
        &self,
        (journey, touchpoint): (&'a Journey, &'a Touchpoint),
        (now, before): (&Totals, &Totals),
        usual_importance: f64,
    ) -> Option<Priority<'a>> {
        let target = self.settings.targets.csat;
        let csat = now.satisfied(self.layout(), self.level).map(percent);
        let importance = touchpoint.importance.unwrap_or(usual_importance);
        Some(Priority {
            journey,
            touchpoint,
            priority: priority(importance, csat.value?, target),
            importance,
            csat,
            why: self.reasons(touchpoint, now, before),
        })
    }

    fn reasons(&self, touchpoint: &Touchpoint, now: &Totals, before: &Totals) -> Vec<Why> {
        let mut why = Vec::new();
        why.extend(self.hard(now));
        why.extend(
            self.missed_hearts(touchpoint, now)
                .map(|(heart, score)| Why::MissesHeart(heart, score)),
        );
        why.extend(self.falling(now, before));
        why.extend(self.overrated(touchpoint, now));
        if touchpoint.moment_of_truth {
            why.push(Why::MomentOfTruth);
        }
        why.push(Why::UnderTarget { target: self.settings.targets.csat });
        why
    }

    /// The hearts a touchpoint relies on and misses, lowest first.
    pub fn missed_hearts(
        &self,
        touchpoint: &Touchpoint,
        totals: &Totals,
    ) -> impl Iterator<Item = (Heart, Estimate)> + use<> {
        let target = self.settings.targets.heart;
        let scores =
            touchpoint.hearts.iter().map(|heart| totals.heart(self.layout(), *heart, self.level));
        let mut missed: Vec<(Heart, Estimate)> = scores
            .filter(|score| score.misses(target))
            .map(|score| (score.heart, score.index))
            .collect();
        let value = |missed: &(Heart, Estimate)| missed.1.value.unwrap_or(0.0);
        sort_by(&mut missed, |a, b| value(a).total_cmp(&value(b)));
        missed.into_iter()
    }

    fn hard(&self, totals: &Totals) -> Option<Why> {
        let easy = totals.ces(self.layout(), self.level).share.map(|share| share * 100.0);
        easy.is_under(50.0).then_some(Why::Hard(easy))
    }

    fn falling(&self, now: &Totals, before: &Totals) -> Option<Why> {
        let [now, before] = [now, before].map(|totals| totals.csat(self.layout(), self.level));
        let change = csat_change(&now, &before, self.level);
        let fall = change.difference.filter(|difference| *difference < 0.0)?;
        change.is_significant(self.level).then_some(Why::Falling(-fall * 100.0))
    }

    fn overrated(&self, touchpoint: &Touchpoint, totals: &Totals) -> Option<Why> {
        let assumed = touchpoint.assumed_emotion?;
        self.emotion(totals).is_under(assumed).then_some(Why::Overrated(assumed))
    }

    /// The measured emotion, −2 to +2: the mean satisfaction (1 to 5) around its middle.
    pub fn emotion(&self, totals: &Totals) -> Estimate {
        totals.csat(self.layout(), self.level).mean.map(|mean| mean - 3.0).clip(-2.0, 2.0)
    }
}

fn percent(share: f64) -> f64 {
    share * 100.0
}

/// The mean of the stated importances; 1 when none is stated, so that all weigh alike.
fn mean_importance(touchpoints: &[&Touchpoint]) -> f64 {
    let stated: Vec<f64> =
        touchpoints.iter().filter_map(|touchpoint| touchpoint.importance).collect();
    if stated.is_empty() { 1.0 } else { stated.iter().sum::<f64>() / stated.len() as f64 }
}
