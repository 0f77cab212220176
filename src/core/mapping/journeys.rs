//! Rows into journeys.

use super::row::Row;
use super::{ProblemLog, Reason, ReasonKind, Values};
use crate::core::connection::{
    FeedKind, Field, JourneyFields, PersonaFields, RiskFields, StageFields, StandardFields,
    TouchpointFields,
};
use crate::core::model::{
    Evidence, Heart, Journey, JourneyId, Owner, Persona, PersonaId, Risk, Stage, StageId, Standard,
    Touchpoint, TouchpointId,
};
use rustc_hash::FxHashSet;

/// Journeys of rows that are journeys with stages with touchpoints inside, or of flat rows that
/// repeat the journey and the stage each touchpoint belongs to. Order is kept; what repeats is one.
pub fn map_journeys(
    rows: &Values,
    fields: &JourneyFields,
    problems: &mut ProblemLog,
) -> Vec<Journey> {
    for (row, why) in &rows.unreadable {
        problems.add(FeedKind::Journeys, *row, Reason::new(ReasonKind::Unreadable, "", why));
    }
    let mut reading =
        Reading { fields, problems, seen: FxHashSet::default(), journeys: Vec::new() };
    for (number, value) in &rows.rows {
        reading.journey(&Row { value, feed: FeedKind::Journeys, number: *number });
    }
    reading.journeys
}

struct Reading<'a> {
    fields: &'a JourneyFields,
    problems: &'a mut ProblemLog,
    /// Touchpoints that are in some journey already.
    seen: FxHashSet<TouchpointId>,
    journeys: Vec<Journey>,
}

impl Reading<'_> {
    fn journey(&mut self, row: &Row) {
        if !row.value.is_object() && !row.value.is_array() {
            let reason = Reason::new(ReasonKind::NotAnObject, "", &row.value.to_string());
            return self.problems.add(row.feed, row.number, reason);
        }
        let fields = self.fields;
        let Some(id) = row.required(fields.id(), self.problems).map(JourneyId::new) else { return };
        let at = place_of(
            &mut self.journeys,
            |journey| journey.id == id,
            || Journey {
                id: id.clone(),
                name: row.text(fields.name()),
                scenario: row.text(fields.scenario()),
                ..Journey::default()
            },
        );
        for inner in row.inner(&fields.personas, "personas") {
            self.persona(at, &inner, &fields.personas.fields);
        }
        for inner in row.inner(&fields.stages, "stages") {
            self.stage(at, &inner, &fields.stages.fields);
        }
    }

    fn persona(&mut self, journey: usize, row: &Row, fields: &PersonaFields) {
        let Some(id) = row.required(fields.id(), self.problems).map(PersonaId::new) else { return };
        let personas = &mut self.journeys[journey].personas;
        place_of(
            personas,
            |persona| persona.id == id,
            || Persona {
                id: id.clone(),
                name: row.text(fields.name()),
                description: row.text(fields.description()),
                segment: row.word(fields.segment()),
            },
        );
    }

    fn stage(&mut self, journey: usize, row: &Row, fields: &StageFields) {
        let Some(id) = row.required(fields.id(), self.problems).map(StageId::new) else { return };
        let stages = &mut self.journeys[journey].stages;
        let at = place_of(
            stages,
            |stage| stage.id == id,
            || Stage { id: id.clone(), name: row.text(fields.name()), touchpoints: Vec::new() },
        );
        for inner in row.inner(&fields.touchpoints, "touchpoints") {
            if let Some(touchpoint) = self.touchpoint(&inner, &fields.touchpoints.fields) {
                self.journeys[journey].stages[at].touchpoints.push(touchpoint);
            }
        }
    }

    fn touchpoint(&mut self, row: &Row, fields: &TouchpointFields) -> Option<Touchpoint> {
        let id = TouchpointId::new(row.required(fields.id(), self.problems)?);
        if !self.seen.insert(id.clone()) {
            row.tell(self.problems, ReasonKind::Duplicate, fields.id(), id.as_str());
            return None;
        }
        let problems = &mut *self.problems;
        Some(Touchpoint {
            id,
            name: row.text(fields.name()),
            channel: row.text(fields.channel()),
            action: row.text(fields.action()),
            thought: row.text(fields.thought()),
            backstage: row.text(fields.backstage()),
            support: row.text(fields.support()),
            owner: owner(row, fields),
            hearts: hearts(row, fields.hearts(), problems),
            standards: row
                .inner(&fields.standards, "standards")
                .iter()
                .map(|row| standard(row, &fields.standards.fields))
                .collect(),
            pains: row.texts(fields.pains()),
            opportunities: row.texts(fields.opportunities()),
            as_is: row.text(fields.as_is()),
            to_be: row.text(fields.to_be()),
            moment_of_truth: row.truth(fields.moment_of_truth(), problems),
            assumed_emotion: row.number_between(fields.assumed_emotion(), (-2.0, 2.0), problems),
            importance: row.number_between(fields.importance(), (1.0, 10.0), problems),
            nps_benchmark: row.number_between(fields.nps_benchmark(), (-100.0, 100.0), problems),
            evidence: row.parsed(fields.evidence(), problems, evidence).unwrap_or_default(),
            risks: row
                .inner(&fields.risks, "risks")
                .iter()
                .map(|row| risk(row, &fields.risks.fields, problems))
                .collect(),
            sub_journey: row.word(fields.sub_journey()).map(JourneyId::new),
        })
    }
}

/// The place of the item that is meant, adding it when it is not there.
fn place_of<T>(
    items: &mut Vec<T>,
    is_meant: impl Fn(&T) -> bool,
    new: impl FnOnce() -> T,
) -> usize {
    items.iter().position(is_meant).unwrap_or_else(|| {
        items.push(new());
        items.len() - 1
    })
}

fn owner(row: &Row, fields: &TouchpointFields) -> Owner {
    Owner {
        responsible: row.text(fields.responsible()),
        accountable: row.text(fields.accountable()),
        consulted: row.text(fields.consulted()),
        informed: row.text(fields.informed()),
    }
}

fn standard(row: &Row, fields: &StandardFields) -> Standard {
    Standard {
        scene: row.text(fields.scene()),
        behaviour: row.text(fields.behaviour()),
        effect: row.text(fields.effect()),
    }
}

/// A rating off the scale is written down and left out: a risk that is rated in part says so.
fn risk(row: &Row, fields: &RiskFields, problems: &mut ProblemLog) -> Risk {
    let mut rank = |field| row.whole_between(field, (1, 10), problems);
    Risk {
        severity: rank(fields.severity()),
        occurrence: rank(fields.occurrence()),
        detection: rank(fields.detection()),
        name: row.text(fields.name()),
        action: row.text(fields.action()),
    }
}

fn hearts(row: &Row, field: &Field, problems: &mut ProblemLog) -> Vec<Heart> {
    let mut hearts = Vec::new();
    for name in row.texts(field) {
        let name = name.get(Default::default()).to_owned();
        match Heart::from_id(&name) {
            Some(heart) => hearts.push(heart),
            None => row.tell(problems, ReasonKind::NotAllowed, field, &name),
        }
    }
    hearts
}

fn evidence(word: &str) -> Option<Evidence> {
    match word {
        "none" => Some(Evidence::None),
        "partial" => Some(Evidence::Partial),
        "researched" => Some(Evidence::Researched),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::Written;
    use crate::core::model::Lang;
    use serde_json::{Value, json};

    fn map(fields: Value, rows: Value) -> (Vec<Journey>, ProblemLog) {
        let fields = JourneyFields::from_json(&fields).expect("fields");
        let rows = rows.as_array().cloned().unwrap_or_default();
        let rows = rows.into_iter().zip(1..).map(|(row, number)| (number, row)).collect();
        let mut problems = ProblemLog::default();
        let values = Values { rows, unreadable: Vec::new() };
        (map_journeys(&values, &fields, &mut problems), problems)
    }

    #[test]
    fn nested_documents_in_the_native_shape() {
        let (journeys, problems) = map(
            json!({}),
            json!([{
                "id": "stay", "name": {"en": "Stay", "zh-CN": "入住"},
                "personas": [{"id": "p", "name": "Li", "segment": "vip"}],
                "stages": [{"id": "before", "name": "Before", "touchpoints": [
                    {"id": "book", "name": "Book", "hearts": ["care", "confidence"], "moment_of_truth": true,
                     "owner": {"responsible": "Web team"}, "assumed_emotion": 1.5, "importance": 9,
                     "pains": ["slow", {"zh-CN": "慢"}], "standards": [{"scene": "a", "behaviour": "b", "effect": "c"}],
                     "evidence": "researched"}]}],
            }]),
        );
        assert!(problems.is_empty());
        let touchpoint = journeys[0].touchpoints().next().expect("a touchpoint");
        assert_eq!(journeys[0].name.get(Lang::Zh), "入住");
        assert_eq!(journeys[0].personas[0].segment.as_deref(), Some("vip"));
        assert_eq!(touchpoint.hearts, [Heart::Care, Heart::Confidence]);
        assert_eq!(touchpoint.owner.responsible.get(Lang::En), "Web team");
        assert_eq!((touchpoint.pains.len(), touchpoint.standards.len()), (2, 1));
        assert_eq!((touchpoint.assumed_emotion, touchpoint.importance), (Some(1.5), Some(9.0)));
        assert!(touchpoint.moment_of_truth && touchpoint.evidence == Evidence::Researched);
    }

    #[test]
    fn risks_keep_what_is_rated_and_ratings_off_the_scale_are_counted() {
        let (journeys, problems) = map(
            json!({}),
            json!([{"id": "stay", "stages": [{"id": "a", "touchpoints": [{"id": "1", "risks": [
                {"name": {"en": "No answer", "zh-CN": "无人应答"}, "severity": 7, "occurrence": "6", "detection": 4, "action": "Call back"},
                {"name": "Lost", "severity": 11, "occurrence": 0, "detection": 2.5},
                {"name": "Unrated"},
            ]}]}]}]),
        );
        let risks = &journeys[0].touchpoints().next().expect("a touchpoint").risks;
        let ratings: Vec<_> =
            risks.iter().map(|risk| [risk.severity, risk.occurrence, risk.detection]).collect();
        assert_eq!(ratings, [[Some(7), Some(6), Some(4)], [None; 3], [None; 3]]);
        assert_eq!(risks[0].name.get(Lang::Zh), "无人应答");
        assert_eq!(risks[0].action.get(Lang::En), "Call back");
        let told: Vec<_> =
            problems.first().iter().map(|p| (&*p.reason.field, &*p.reason.value)).collect();
        assert_eq!(told, [("$.severity", "11"), ("$.occurrence", "0"), ("$.detection", "2.5")]);
        assert!(problems.first().iter().all(|p| p.reason.kind == ReasonKind::OffScale));
    }

    #[test]
    fn flat_rows_that_repeat_their_journey_and_stage() {
        let fields = json!({
            "id": "$.j", "name": {"languages": {"en": "$.j_en", "zh-CN": "$.j_zh"}},
            "stages": {"rows": "$", "fields": {"id": "$.s", "touchpoints": {"rows": "$", "fields": {
                "id": "$.t", "name": "$.t_name", "hearts": {"path": "$.h", "split": ","},
                "moment_of_truth": "$.mot", "importance": "$.imp"}}}},
        });
        let (journeys, problems) = map(
            fields,
            json!([
                {"j": 1, "j_en": "Stay", "j_zh": "入住", "s": "a", "t": "1", "t_name": "One", "h": "care, patience", "mot": "1", "imp": "7"},
                {"j": 1, "s": "b", "t": "2", "t_name": "Two", "h": "", "mot": 0},
                {"j": 1, "s": "a", "t": "3", "t_name": "Three", "h": null},
            ]),
        );
        assert!(problems.is_empty());
        assert_eq!((journeys.len(), journeys[0].stages.len()), (1, 2));
        let ids: Vec<&str> = journeys[0].touchpoints().map(|t| t.id.as_str()).collect();
        assert_eq!(ids, ["1", "3", "2"]);
        let first = journeys[0].touchpoints().next().expect("a touchpoint");
        assert_eq!(
            (first.hearts.len(), first.moment_of_truth, first.importance),
            (2, true, Some(7.0))
        );
    }

    #[test]
    fn what_is_wrong_is_told_and_what_is_right_stays() {
        let (journeys, problems) = map(
            json!({}),
            json!([
                7,
                {"name": "no id"},
                {"id": "stay", "stages": [{"id": "a", "touchpoints": [
                    {"id": "1", "hearts": ["care", "greed"], "assumed_emotion": 5, "importance": "high", "evidence": "maybe"},
                    {"id": "1"}, {"name": "no id"}]}]},
            ]),
        );
        assert_eq!((journeys.len(), journeys[0].touchpoints().count()), (1, 1));
        let kinds: Vec<_> = problems.first().iter().map(|p| (p.row, p.reason.kind)).collect();
        use ReasonKind::{Duplicate, Missing, NotANumber, NotAllowed, NotAnObject, OffScale};
        assert_eq!(
            kinds,
            [
                (1, NotAnObject),
                (2, Missing),
                (3, NotAllowed),
                (3, OffScale),
                (3, NotANumber),
                (3, NotAllowed),
                (3, Duplicate),
                (3, Missing)
            ]
        );
    }
}
