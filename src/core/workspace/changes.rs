//! What changed since the period before, and what may be said of it.

use super::{Columns, Workspace};
use crate::core::index::{Change, Csat, csat_change, holm, mean_change, nps_change};
use crate::core::model::{Dimension, Heart, Role, Touchpoint, TouchpointId};
use crate::core::order::sort_by;
use crate::core::tally::{Slice, Totals};
use serde::{Deserialize, Serialize};

/// A figure of the whole that is watched from period to period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// Net promoter score, in points.
    Nps,
    /// Share satisfied, 0 to 1.
    Csat,
    /// Mean ease, 1 to 7.
    Ces,
    /// Mean answer about a heart, 1 to 5.
    Heart(Heart),
}

/// The change of one figure, judged among all that were tested.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeChange {
    /// Which figure.
    pub outcome: Outcome,
    /// Its change.
    pub change: Change,
    /// The p-value corrected for testing several figures (Holm).
    pub p_adjusted: Option<f64>,
}

/// What moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mover {
    /// A touchpoint.
    Touchpoint(TouchpointId),
    /// A team.
    Team(String),
}

/// Something whose satisfaction changed beyond chance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Movement {
    /// What moved.
    pub mover: Mover,
    /// The share satisfied, 0 to 1.
    pub change: Change,
    /// The p-value corrected for testing all of its kind (Holm).
    pub p_adjusted: f64,
}

impl Workspace {
    /// The change of the watched figures since the period before, corrected for their number.
    pub fn changes(&self, slice: &Slice) -> Vec<OutcomeChange> {
        let Some(period) = slice.period else { return Vec::new() };
        let (now, before) = (self.totals(slice), self.totals(&slice.over(period.previous())));
        let hearts = Heart::ALL.map(Outcome::Heart);
        let outcomes = [Outcome::Nps, Outcome::Csat, Outcome::Ces].into_iter().chain(hearts);
        let mut changes: Vec<OutcomeChange> = outcomes
            .map(|outcome| OutcomeChange {
                outcome,
                change: self.change(outcome, &now, &before),
                p_adjusted: None,
            })
            .collect();
        let tested: Vec<usize> =
            (0..changes.len()).filter(|i| changes[*i].change.p_value.is_some()).collect();
        let p_values: Vec<f64> = tested.iter().filter_map(|i| changes[*i].change.p_value).collect();
        for (place, p) in tested.into_iter().zip(holm(&p_values)) {
            changes[place].p_adjusted = Some(p);
        }
        changes
    }

    /// Touchpoints and teams whose satisfaction changed beyond chance since the period before, the
    /// largest change first. Each kind is corrected for its own number.
    pub fn movements(&self, slice: &Slice) -> Vec<Movement> {
        let Some(period) = slice.period else { return Vec::new() };
        let before = slice.over(period.previous());
        let mut movements = self.touchpoint_movements(slice, &before);
        movements.extend(self.team_movements(slice, &before));
        let size = |m: &Movement| m.change.difference.unwrap_or(0.0).abs();
        sort_by(&mut movements, |a, b| size(b).total_cmp(&size(a)));
        movements
    }

    fn touchpoint_movements(&self, now: &Slice, before: &Slice) -> Vec<Movement> {
        let touchpoints: Vec<&Touchpoint> =
            self.touchpoints().map(|(_, touchpoint)| touchpoint).collect();
        let movers = touchpoints.iter().map(|touchpoint| Mover::Touchpoint(touchpoint.id.clone()));
        let now = self.by_touchpoint(now, &touchpoints);
        let before = self.by_touchpoint(before, &touchpoints);
        self.significant(movers.collect(), &now, &before)
    }

    fn team_movements(&self, now: &Slice, before: &Slice) -> Vec<Movement> {
        let teams = Columns::Values(Dimension::Team, self.values(Dimension::Team));
        if !self.is_settled(now, &teams, false) {
            return Vec::new();
        }
        let (now, before) = (self.by_column(now, &teams), self.by_column(before, &teams));
        let Columns::Values(_, teams) = teams else { return Vec::new() };
        self.significant(teams.into_iter().map(Mover::Team).collect(), &now, &before)
    }

    fn significant(&self, movers: Vec<Mover>, now: &[Totals], before: &[Totals]) -> Vec<Movement> {
        let csat = |totals: &Totals| -> Csat { totals.csat(self.layout(), self.level) };
        let changes =
            now.iter().zip(before).map(|(n, b)| csat_change(&csat(n), &csat(b), self.level));
        let tested: Vec<(Mover, Change, f64)> = movers
            .into_iter()
            .zip(changes)
            .filter_map(|(mover, change)| Some((mover, change, change.p_value?)))
            .collect();
        let adjusted = holm(&tested.iter().map(|(.., p)| *p).collect::<Vec<_>>());
        let movements = tested.into_iter().zip(adjusted);
        movements
            .filter(|(_, p)| *p < 1.0 - self.level.share())
            .map(|((mover, change, _), p_adjusted)| Movement { mover, change, p_adjusted })
            .collect()
    }

    fn change(&self, outcome: Outcome, now: &Totals, before: &Totals) -> Change {
        let (layout, level) = (self.layout(), self.level);
        let counts = |role| (now.role(layout, role), before.role(layout, role));
        match outcome {
            Outcome::Nps => nps_change(&now.nps(layout, level), &before.nps(layout, level), level),
            Outcome::Csat => {
                csat_change(&now.csat(layout, level), &before.csat(layout, level), level)
            }
            Outcome::Ces => {
                let (now, before) = counts(Role::Ces);
                mean_change(&now, &before, level)
            }
            Outcome::Heart(heart) => {
                let (now, before) = counts(Role::Heart(heart));
                mean_change(&now, &before, level)
            }
        }
    }
}
