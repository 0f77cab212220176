//! The risk matrix: what may fail at a journey's touchpoints, how badly and how often.

use super::Named;
use crate::core::index::{ActionPriority, Fmea, Rating, fmea};
use crate::core::model::{Journey, Lang, Risk};
use crate::core::order::sort_by;
use crate::core::query::RiskCell;
use serde::{Deserialize, Serialize};

/// One way to fail.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RiskLine {
    /// Where.
    pub touchpoint: Named,
    /// What may go wrong.
    pub name: String,
    /// How badly it hurts, 1 to 10.
    pub severity: Option<u8>,
    /// How often it happens, 1 to 10.
    pub occurrence: Option<u8>,
    /// How hard it is to notice, 1 to 10.
    pub detection: Option<u8>,
    /// What that comes to; absent while a rating is missing.
    pub fmea: Option<Fmea>,
    /// What is to be done about it.
    pub action: String,
}

impl RiskLine {
    /// Its cell, if both ratings are there.
    pub fn cell(&self) -> Option<RiskCell> {
        RiskCell::new(self.severity?, self.occurrence?)
    }

    fn urgency(&self) -> Option<ActionPriority> {
        self.fmea.map(|fmea| fmea.action_priority)
    }
}

/// What stands in one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskGroup {
    /// The cell.
    pub cell: RiskCell,
    /// How many risks.
    pub count: usize,
    /// The most urgent of them; absent while none is rated whole.
    pub worst: Option<ActionPriority>,
}

/// The risk matrix of a journey.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RisksScene {
    /// The journey.
    pub journey: Named,
    /// The risks, most urgent first: by action priority, then by risk priority number.
    pub lines: Vec<RiskLine>,
    /// The cells with risks in them.
    pub groups: Vec<RiskGroup>,
    /// How many risks there are of high, medium and low action priority.
    pub counts: [usize; 3],
    /// Risks that lack a rating.
    pub unrated: usize,
    /// Touchpoints without any risk.
    pub touchpoints_without: usize,
}

impl RisksScene {
    /// What stands in a cell, if anything does.
    pub fn group(&self, cell: RiskCell) -> Option<RiskGroup> {
        self.groups.iter().copied().find(|group| group.cell == cell)
    }

    /// The risks of a cell, or all.
    pub fn listed(&self, cell: Option<RiskCell>) -> impl Iterator<Item = &RiskLine> {
        self.lines.iter().filter(move |line| cell.is_none() || line.cell() == cell)
    }
}

impl crate::core::workspace::Workspace {
    /// The risk matrix of a journey.
    pub fn risks_scene(&self, journey: &Journey, lang: Lang) -> RisksScene {
        let all = journey.touchpoints().flat_map(|touchpoint| {
            let name = touchpoint.name.get(lang).to_owned();
            let named = Named { id: touchpoint.id.to_string(), name };
            touchpoint.risks.iter().map(move |risk| line(risk, named.clone(), lang))
        });
        let mut lines: Vec<RiskLine> = all.collect();
        let key = |line: &RiskLine| (line.urgency(), line.fmea.map(|fmea| fmea.rpn), line.severity);
        sort_by(&mut lines, |a, b| key(b).cmp(&key(a)));
        use ActionPriority::{High, Low, Medium};
        let of = |urgency| lines.iter().filter(|line| line.urgency() == Some(urgency)).count();
        RisksScene {
            journey: Named { id: journey.id.to_string(), name: journey.name.get(lang).to_owned() },
            groups: groups(&lines),
            counts: [High, Medium, Low].map(of),
            unrated: lines.iter().filter(|line| line.fmea.is_none()).count(),
            touchpoints_without: journey.touchpoints().filter(|t| t.risks.is_empty()).count(),
            lines,
        }
    }
}

fn line(risk: &Risk, touchpoint: Named, lang: Lang) -> RiskLine {
    let Risk { severity, occurrence, detection, .. } = *risk;
    let rank = |rank: Option<u8>| rank.map(f64::from);
    let rating = (|| Rating::new(rank(severity)?, rank(occurrence)?, rank(detection)?))();
    RiskLine {
        touchpoint,
        name: risk.name.get(lang).to_owned(),
        severity,
        occurrence,
        detection,
        fmea: rating.map(fmea),
        action: risk.action.get(lang).to_owned(),
    }
}

/// The cells of some risks. The most urgent come first, so the first of a cell is its worst.
fn groups(lines: &[RiskLine]) -> Vec<RiskGroup> {
    let mut groups: Vec<RiskGroup> = Vec::new();
    for line in lines {
        let Some(cell) = line.cell() else { continue };
        match groups.iter_mut().find(|group| group.cell == cell) {
            Some(group) => group.count += 1,
            None => groups.push(RiskGroup { cell, count: 1, worst: line.urgency() }),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::calendar::Day;
    use crate::core::connection::Settings;
    use crate::core::model::{LocalText, Stage, Touchpoint};
    use crate::core::workspace::Workspace;

    fn risk(name: &str, ranks: [u8; 3]) -> Risk {
        let [severity, occurrence, detection] = ranks.map(|rank| (rank > 0).then_some(rank));
        Risk {
            name: LocalText::plain(name),
            severity,
            occurrence,
            detection,
            action: LocalText::default(),
        }
    }

    fn scene(risks: Vec<Risk>) -> RisksScene {
        let touchpoints =
            vec![Touchpoint { risks, ..Touchpoint::default() }, Touchpoint::default()];
        let stages = vec![Stage { touchpoints, ..Stage::default() }];
        let journey = Journey { stages, ..Journey::default() };
        Workspace::new(Settings::default(), Day(0)).risks_scene(&journey, Lang::En)
    }

    #[test]
    fn action_priority_comes_before_the_number() {
        let scene = scene(vec![risk("frequent", [3, 10, 10]), risk("severe", [10, 4, 2])]);
        let names: Vec<&str> = scene.lines.iter().map(|line| line.name.as_str()).collect();
        assert_eq!(names, ["severe", "frequent"]);
        assert!(scene.lines[0].fmea.map(|f| f.rpn) < scene.lines[1].fmea.map(|f| f.rpn));
        assert_eq!((scene.counts, scene.touchpoints_without), ([1, 1, 0], 1));
    }

    #[test]
    fn a_crowded_cell_counts_and_shows_its_worst() {
        let scene = scene(vec![risk("a", [7, 5, 1]), risk("b", [7, 5, 9]), risk("c", [7, 4, 9])]);
        let cell = RiskCell::new(7, 5).expect("a cell");
        let group = scene.group(cell).expect("two risks");
        assert_eq!((group.count, group.worst), (2, Some(ActionPriority::High)));
        assert_eq!(scene.listed(Some(cell)).count(), 2);
        assert_eq!(scene.listed(None).count(), 3);
        assert_eq!(scene.groups.len(), 2);
    }

    #[test]
    fn what_lacks_a_rating_is_listed_last_and_counted() {
        let scene =
            scene(vec![risk("half", [9, 9, 0]), risk("none", [0; 3]), risk("a", [1, 1, 1])]);
        let names: Vec<&str> = scene.lines.iter().map(|line| line.name.as_str()).collect();
        assert_eq!((names, scene.unrated), (vec!["a", "half", "none"], 2));
        let half = RiskCell::new(9, 9).expect("a cell");
        assert_eq!(scene.group(half).map(|group| group.worst), Some(None));
    }
}
