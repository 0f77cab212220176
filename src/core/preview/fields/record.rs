//! What records are made of.

use crate::core::connection::{
    FeedKind, IndicatorFields, JourneyFields, PersonaFields, ReadingFields, ResponseFields,
    RiskFields, StageFields, StandardFields, TallyFields, TouchpointFields,
};

/// The fields of a record, and the records inside of it.
pub(super) struct Record {
    pub(super) fields: &'static [&'static str],
    pub(super) levels: &'static [(&'static str, &'static Record)],
    /// True when flat rows may repeat what holds it.
    pub(super) is_repeated: bool,
}

const fn flat(fields: &'static [&'static str], is_repeated: bool) -> Record {
    Record { fields, levels: &[], is_repeated }
}

const PERSONA: Record = flat(PersonaFields::FIELDS, false);
const STANDARD: Record = flat(StandardFields::FIELDS, false);
const RISK: Record = flat(RiskFields::FIELDS, false);
const READING: Record = flat(ReadingFields::FIELDS, true);
const RESPONSE: Record = flat(ResponseFields::FIELDS, false);
const TALLY: Record = flat(TallyFields::FIELDS, false);
const TOUCHPOINT: Record = Record {
    fields: TouchpointFields::FIELDS,
    levels: &[("standards", &STANDARD), ("risks", &RISK)],
    is_repeated: true,
};
const STAGE: Record = Record {
    fields: StageFields::FIELDS,
    levels: &[("touchpoints", &TOUCHPOINT)],
    is_repeated: true,
};
const JOURNEY: Record = Record {
    fields: JourneyFields::FIELDS,
    levels: &[("personas", &PERSONA), ("stages", &STAGE)],
    is_repeated: false,
};
const INDICATOR: Record = Record {
    fields: IndicatorFields::FIELDS,
    levels: &[("readings", &READING)],
    is_repeated: false,
};

/// The record that a feed's rows become.
pub(super) fn record_of(kind: FeedKind) -> &'static Record {
    match kind {
        FeedKind::Journeys => &JOURNEY,
        FeedKind::Responses => &RESPONSE,
        FeedKind::Tally | FeedKind::Summary => &TALLY,
        FeedKind::Indicators => &INDICATOR,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_level_is_forgotten() {
        let names =
            |record: &Record| record.levels.iter().map(|(name, _)| *name).collect::<Vec<_>>();
        assert_eq!(names(&JOURNEY), JourneyFields::LEVELS);
        assert_eq!(names(&STAGE), StageFields::LEVELS);
        assert_eq!(names(&TOUCHPOINT), TouchpointFields::LEVELS);
        assert_eq!(names(&INDICATOR), IndicatorFields::LEVELS);
    }
}
