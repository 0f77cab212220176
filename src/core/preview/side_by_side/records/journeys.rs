//! Rows that are journeys, or touchpoints that repeat theirs.

use super::{Records, in_languages, joined, named, values};
use crate::core::connection::JourneyFields;
use crate::core::mapping::{Broken, ProblemLog, RowSink, Values, map_journeys};
use crate::core::model::{Journey, Touchpoint};
use crate::core::preview::FieldName;
use crate::core::preview::side_by_side::sink::{Made, Maker};

pub(super) fn records(fields: &JourneyFields) -> Records<'_> {
    let maker = Journeys { fields, all: Values::default() };
    (Box::new(maker), named(fields.named()))
}

struct Journeys<'c> {
    fields: &'c JourneyFields,
    all: Values,
}

impl Maker for Journeys<'_> {
    fn make(&mut self, number: u64, text: &[u8]) -> Result<Made, Broken> {
        let mut own = Values::default();
        let length = own.row(number, text)?;
        let mut problems = ProblemLog::default();
        let journeys = map_journeys(&own, self.fields, &mut problems);
        self.all.rows.append(&mut own.rows);
        self.all.unreadable.append(&mut own.unreadable);
        let reasons = problems.first().iter().map(|problem| problem.reason.clone()).collect();
        let values = journeys.first().map(values_of).unwrap_or_default();
        Ok(Made { length, is_usable: !journeys.is_empty(), values, answered: Vec::new(), reasons })
    }

    /// A touchpoint that was there before is known only from all rows.
    fn problems_of_all(&mut self) -> Option<ProblemLog> {
        let mut problems = ProblemLog::default();
        map_journeys(&self.all, self.fields, &mut problems);
        Some(problems)
    }
}

fn values_of(journey: &Journey) -> Vec<(FieldName, String)> {
    let mut all = values(vec![
        (&["id"], Some(journey.id.to_string())),
        (&["name"], in_languages(&journey.name)),
        (&["scenario"], in_languages(&journey.scenario)),
        (&["personas", "id"], joined(journey.personas.iter().map(|one| one.id.to_string()))),
        (
            &["personas", "name"],
            joined(journey.personas.iter().filter_map(|one| in_languages(&one.name))),
        ),
        (&["stages", "id"], joined(journey.stages.iter().map(|stage| stage.id.to_string()))),
        (
            &["stages", "name"],
            joined(journey.stages.iter().filter_map(|stage| in_languages(&stage.name))),
        ),
    ]);
    all.extend(touchpoints(journey));
    all
}

fn touchpoints(journey: &Journey) -> Vec<(FieldName, String)> {
    let of = |value: &dyn Fn(&Touchpoint) -> Option<String>| {
        joined(journey.touchpoints().filter_map(value))
    };
    let field = |name| FieldName::of(&["stages", "touchpoints", name]);
    let all = [
        ("id", of(&|one| Some(one.id.to_string()))),
        ("name", of(&|one| in_languages(&one.name))),
        ("channel", of(&|one| in_languages(&one.channel))),
        ("action", of(&|one| in_languages(&one.action))),
        ("thought", of(&|one| in_languages(&one.thought))),
        ("hearts", of(&|one| joined(one.hearts.iter().map(|heart| heart.id().to_owned())))),
        ("pains", of(&|one| joined(one.pains.iter().filter_map(in_languages)))),
        ("opportunities", of(&|one| joined(one.opportunities.iter().filter_map(in_languages)))),
        ("importance", of(&|one| one.importance.map(|number| number.to_string()))),
        ("assumed_emotion", of(&|one| one.assumed_emotion.map(|number| number.to_string()))),
        ("moment_of_truth", of(&|one| one.moment_of_truth.then(|| one.id.to_string()))),
    ];
    let risks = joined(
        journey
            .touchpoints()
            .flat_map(|one| &one.risks)
            .filter_map(|risk| in_languages(&risk.name)),
    );
    let risks = risks.map(|risks| (field("risks").with("name"), risks));
    let all = all.into_iter().filter_map(|(name, value)| Some((field(name), value?)));
    all.chain(risks).collect()
}
