//! Rows that are indicators, or readings that repeat theirs.

use super::{Records, in_languages, joined, named, values};
use crate::core::connection::{FeedKind, IndicatorFields};
use crate::core::mapping::{Broken, Clock, Context, ProblemLog, RowSink, Values, map_indicators};
use crate::core::model::{Direction, Indicator, Source};
use crate::core::preview::FieldName;
use crate::core::preview::side_by_side::sink::{Made, Maker};

pub(super) fn records<'c>(fields: &'c IndicatorFields, context: &'c Context) -> Records<'c> {
    let clock = &context.clock;
    let catalogue = map_indicators(&Values::default(), fields, clock, &mut ProblemLog::default());
    (Box::new(Indicators { fields, clock, catalogue }), named(fields.named()))
}

struct Indicators<'c> {
    fields: &'c IndicatorFields,
    clock: &'c Clock,
    /// What is known without any row.
    catalogue: Vec<Indicator>,
}

impl Maker for Indicators<'_> {
    fn make(&mut self, number: u64, text: &[u8]) -> Result<Made, Broken> {
        let mut own = Values::default();
        let length = own.row(number, text)?;
        let mut problems = ProblemLog::default();
        let indicators = map_indicators(&own, self.fields, self.clock, &mut problems);
        // The catalogue's come first, so a new one is the last; of the others one is not as it was.
        let known = self.catalogue.iter().map(Some).chain(std::iter::repeat(None));
        let mut told = indicators.iter().zip(known).filter(|(one, known)| Some(*one) != *known);
        let values = told.next().map(|(one, _)| values_of(one)).unwrap_or_default();
        let reasons: Vec<_> = problems.first().iter().map(|one| one.reason.clone()).collect();
        let is_usable = !reasons.iter().any(|reason| reason.kind.loses_row(FeedKind::Indicators));
        Ok(Made { length, is_usable, values, answered: Vec::new(), reasons })
    }
}

fn values_of(one: &Indicator) -> Vec<(FieldName, String)> {
    let number = |number: Option<f64>| number.map(|number| number.to_string());
    let months = one.readings.iter().map(|reading| reading.month.to_string());
    let readings = one.readings.iter().map(|reading| reading.value.to_string());
    values(vec![
        (&["id"], Some(one.id.to_string())),
        (&["heart"], one.heart.map(|heart| heart.id().to_owned())),
        (&["name"], in_languages(&one.name)),
        (&["unit"], in_languages(&one.unit)),
        (&["direction"], Some(direction(one.direction).to_owned())),
        (&["baseline"], number(one.baseline)),
        (&["target"], number(one.target)),
        (&["zero"], number(one.goalposts.map(|posts| posts.zero))),
        (&["hundred"], number(one.goalposts.map(|posts| posts.hundred))),
        (&["weight"], number(Some(one.weight))),
        (&["source"], Some(source(one.source).to_owned())),
        (&["behaviour_rate"], Some(one.behaviour_rate.to_string())),
        (&["readings", "period"], joined(months)),
        (&["readings", "value"], joined(readings)),
    ])
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Higher => "higher",
        Direction::Lower => "lower",
    }
}

fn source(source: Source) -> &'static str {
    match source {
        Source::Readings => "readings",
        Source::Csat => "csat",
        Source::Nps => "nps",
    }
}
