//! Rows into journeys.

use super::row::Row;
use super::{ProblemLog, Reason, ReasonKind, Values};
use crate::core::connection::{
    FeedKind, Field, JourneyFields, PersonaFields, RiskFields, StageFields, StandardFields,
    TouchpointFields,
};
use crate::core::model::{
    Evidence, Heart, Journey, JourneyId, Lang, LocalText, Owner, Persona, PersonaId, Risk, Stage,
    StageId, Standard, Touchpoint, TouchpointId,
};
use rustc_hash::FxHashSet;

/// Journeys of rows that are journeys with stages with touchpoints inside, or of flat rows that
/// repeat the journey and the stage each touchpoint belongs to. Order is kept; what repeats is one.
pub fn map_journeys(
    rows: &Values,
    fields: &JourneyFields,
    problems: &mut ProblemLog,
) -> Vec<Journey> {
    rows.tell(FeedKind::Journeys, problems);
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
        row.check(fields.named(), self.problems);
        let Some(id) = row.required(fields.id(), self.problems).map(JourneyId::new) else { return };
        let at = place_of(
            &mut self.journeys,
            |journey| journey.id == id,
            || Journey {
                id: id.clone(),
                name: named(row, fields.name(), id.as_str()),
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
        row.check(fields.named(), self.problems);
        let Some(id) = row.required(fields.id(), self.problems).map(PersonaId::new) else { return };
        let personas = &mut self.journeys[journey].personas;
        place_of(
            personas,
            |persona| persona.id == id,
            || Persona {
                id: id.clone(),
                name: named(row, fields.name(), id.as_str()),
                description: row.text(fields.description()),
                segment: row.word(fields.segment()),
            },
        );
    }

    fn stage(&mut self, journey: usize, row: &Row, fields: &StageFields) {
        row.check(fields.named(), self.problems);
        let Some(id) = row.required(fields.id(), self.problems).map(StageId::new) else { return };
        let stages = &mut self.journeys[journey].stages;
        let at = place_of(
            stages,
            |stage| stage.id == id,
            || Stage {
                id: id.clone(),
                name: named(row, fields.name(), id.as_str()),
                touchpoints: Vec::new(),
            },
        );
        for inner in row.inner(&fields.touchpoints, "touchpoints") {
            if let Some(touchpoint) = self.touchpoint(&inner, &fields.touchpoints.fields) {
                self.journeys[journey].stages[at].touchpoints.push(touchpoint);
            }
        }
    }

    fn touchpoint(&mut self, row: &Row, fields: &TouchpointFields) -> Option<Touchpoint> {
        row.check(fields.named(), self.problems);
        let id = TouchpointId::new(row.required(fields.id(), self.problems)?);
        if !self.seen.insert(id.clone()) {
            row.tell(self.problems, ReasonKind::Duplicate, fields.id(), id.as_str());
            return None;
        }
        let problems = &mut *self.problems;
        Some(Touchpoint {
            name: named(row, fields.name(), id.as_str()),
            id,
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
                .filter_map(|row| standard(row, &fields.standards.fields, problems))
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
                .filter_map(|row| risk(row, &fields.risks.fields, problems))
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

/// A name; the id, where none is given or it is blank.
fn named(row: &Row, field: &Field, id: &str) -> LocalText {
    let name = row.text(field);
    let is_blank = Lang::ALL.into_iter().all(|lang| name.get(lang).trim().is_empty());
    if is_blank { LocalText::plain(id) } else { name }
}

fn owner(row: &Row, fields: &TouchpointFields) -> Owner {
    Owner {
        responsible: row.text(fields.responsible()),
        accountable: row.text(fields.accountable()),
        consulted: row.text(fields.consulted()),
        informed: row.text(fields.informed()),
    }
}

fn standard(row: &Row, fields: &StandardFields, problems: &mut ProblemLog) -> Option<Standard> {
    row.check(fields.named(), problems);
    let standard = Standard {
        scene: row.text(fields.scene()),
        behaviour: row.text(fields.behaviour()),
        effect: row.text(fields.effect()),
    };
    row.says_something(standard, problems)
}

/// A rating off the scale is written down and left out: a risk that is rated in part says so.
fn risk(row: &Row, fields: &RiskFields, problems: &mut ProblemLog) -> Option<Risk> {
    row.check(fields.named(), problems);
    let mut rank = |field| row.whole_between(field, (1, 10), problems);
    let risk = Risk {
        severity: rank(fields.severity()),
        occurrence: rank(fields.occurrence()),
        detection: rank(fields.detection()),
        name: row.text(fields.name()),
        action: row.text(fields.action()),
    };
    row.says_something(risk, problems)
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
mod tests;
