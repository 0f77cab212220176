//! Which of many figures are under their target by more than chance.

use super::Workspace;
use crate::core::index::{Estimate, holm, mean_against, nps_against, share_against};
use crate::core::model::Role;
use crate::core::query::Measure;
use crate::core::tally::Totals;
use serde::{Deserialize, Serialize};

/// What may be said of a figure under its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Shortfall {
    /// It is under by more than chance, though many were tested (Holm).
    Sure,
    /// Chance alone could do that.
    Open,
    /// It rests on too few answers for a test.
    Thin,
}

impl Workspace {
    /// What may be said of each of many figures, against one target in their unit; none of those that reach it. Those
    /// that rest on few answers are not tested: laws of large numbers say little of them.
    pub fn shortfalls(
        &self,
        measure: Measure,
        target: f64,
        figures: &[(&Totals, Estimate)],
    ) -> Vec<Option<Shortfall>> {
        let tested = |(totals, figure): &(&Totals, Estimate)| {
            let p = (!figure.is_thin()).then(|| self.against(totals, measure, target));
            p.flatten()
        };
        let p_values: Vec<Option<f64>> = figures.iter().map(tested).collect();
        let mut adjusted =
            holm(&p_values.iter().flatten().copied().collect::<Vec<_>>()).into_iter();
        let said = figures.iter().zip(p_values).map(|((_, figure), p)| {
            let adjusted = p.and_then(|_| adjusted.next());
            figure.value.filter(|value| *value < target).map(|_| self.said(figure, adjusted))
        });
        said.collect()
    }

    fn said(&self, figure: &Estimate, p_adjusted: Option<f64>) -> Shortfall {
        match p_adjusted {
            _ if figure.is_thin() => Shortfall::Thin,
            Some(p) if p < 1.0 - self.level.share() => Shortfall::Sure,
            _ => Shortfall::Open,
        }
    }

    /// The p-value of a measure of some totals against a target in its unit.
    fn against(&self, totals: &Totals, measure: Measure, target: f64) -> Option<f64> {
        let (layout, level) = (self.layout(), self.level);
        match measure {
            Measure::Csat => share_against(&totals.satisfied(layout, level), target / 100.0),
            Measure::Ces => share_against(&totals.ces(layout, level).share, target / 100.0),
            Measure::Nps => nps_against(&totals.nps(layout, level), target),
            Measure::Emotion => {
                let answers = totals.role(layout, Role::Csat);
                mean_against(&answers, answers.respondents(), target + 3.0)
            }
            Measure::Heart(heart) => {
                let respondents = totals.heart(layout, heart, level).mean.n;
                let answers = totals.role(layout, Role::Heart(heart));
                mean_against(&answers, respondents, 1.0 + target / 25.0)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::calendar::{Day, Timestamp};
    use crate::core::connection::Settings;
    use crate::core::model::{Answer, Response};
    use crate::core::tally::{Grain, Slice, Tally};

    /// Totals of so many satisfied and dissatisfied answers.
    fn totals(workspace: &Workspace, satisfied: usize, not: usize) -> Totals {
        let layout = workspace.feedback.shared_layout();
        let question = layout.find("csat").expect("a default question");
        let mut tally = Tally::new(layout, Grain::FINEST);
        for value in [vec![5.0; satisfied], vec![2.0; not]].concat() {
            let response = Response {
                id: None,
                touchpoint: "desk",
                submitted_at: Timestamp::default(),
                day: Day(0),
                dimensions: [None; 3],
                answers: &[Answer { question, value: Some(value) }],
                comment: None,
            };
            tally.count(&response).expect("few names");
        }
        tally.totals(&Slice::default())
    }

    #[test]
    fn among_many_at_the_target_none_is_surely_under_it_and_few_answers_never_are() {
        let workspace = Workspace::new(Settings::default(), Day(0));
        // 33 of 43 is under 88 % by itself, but among a thousand that is what luck does.
        let lots = [vec![(33, 10); 1], vec![(38, 5); 999]].concat();
        let said = |lots: &[(usize, usize)]| {
            let totals: Vec<Totals> =
                lots.iter().map(|(yes, no)| totals(&workspace, *yes, *no)).collect();
            let figure = |totals: &Totals| {
                let level = workspace.level;
                totals.satisfied(workspace.layout(), level).map(|share| share * 100.0)
            };
            let figures: Vec<_> = totals.iter().map(|totals| (totals, figure(totals))).collect();
            workspace.shortfalls(Measure::Csat, 88.0, &figures)
        };
        assert_eq!(said(&lots)[0], Some(Shortfall::Open));
        assert_eq!(said(&[(33, 10)]), [Some(Shortfall::Sure)]);
        assert_eq!(
            said(&[(0, 1), (0, 29), (40, 0)]),
            [Some(Shortfall::Thin), Some(Shortfall::Thin), None]
        );
    }
}
