//! Rows into indicators.

use super::row::Row;
use super::{Clock, ProblemLog, Reason, ReasonKind, Scalar, Values, moment};
use crate::core::calendar::Month;
use crate::core::connection::{DateForm, FeedKind, IndicatorFields, ReadingFields};
use crate::core::hearts::catalogue;
use crate::core::model::{Direction, Goalposts, Heart, Indicator, IndicatorId, Reading, Source};
use crate::core::order::sort_by;

/// Indicators of rows that hold their readings, or of flat rows, one a reading. An indicator of the
/// catalogue need only give what differs from it; those the rows do not name keep their place
/// without readings, so that what is missing counts as missing.
pub fn map_indicators(
    rows: &Values,
    fields: &IndicatorFields,
    clock: &Clock,
    problems: &mut ProblemLog,
) -> Vec<Indicator> {
    rows.tell(FeedKind::Indicators, problems);
    let mut indicators = catalogue();
    for (number, value) in &rows.rows {
        let row = Row { value, feed: FeedKind::Indicators, number: *number };
        read_row(&row, fields, clock, &mut indicators, problems);
    }
    for indicator in &mut indicators {
        sort_by(&mut indicator.readings, |a, b| a.month.cmp(&b.month));
    }
    indicators
}

fn read_row(
    row: &Row,
    fields: &IndicatorFields,
    clock: &Clock,
    indicators: &mut Vec<Indicator>,
    problems: &mut ProblemLog,
) {
    if !row.value.is_object() && !row.value.is_array() {
        let reason = Reason::new(ReasonKind::NotAnObject, "", &row.value.to_string());
        return problems.add(row.feed, row.number, reason);
    }
    row.check(fields.named(), problems);
    let Some(id) = row.required(fields.id(), problems).map(IndicatorId::new) else { return };
    let known = indicators.iter().position(|indicator| indicator.id == id);
    let at = known.unwrap_or_else(|| {
        indicators.push(Indicator::unknown(id));
        indicators.len() - 1
    });
    describe(&mut indicators[at], row, fields, problems);
    for inner in row.inner(&fields.readings, "readings") {
        if let Some(reading) = read_reading(&inner, &fields.readings.fields, clock, problems) {
            put(&mut indicators[at].readings, reading);
        }
    }
}

/// Overwrites what the row says of the indicator.
fn describe(
    indicator: &mut Indicator,
    row: &Row,
    fields: &IndicatorFields,
    problems: &mut ProblemLog,
) {
    let texts = [(&mut indicator.name, fields.name()), (&mut indicator.unit, fields.unit())];
    for (text, field) in texts {
        let given = row.text(field);
        if !given.is_empty() {
            *text = given;
        }
    }
    indicator.heart = row.parsed(fields.heart(), problems, Heart::from_id).or(indicator.heart);
    if let Some(direction) = row.parsed(fields.direction(), problems, direction) {
        indicator.direction = direction;
    }
    if let Some(source) = row.parsed(fields.source(), problems, source) {
        indicator.source = source;
    }
    indicator.baseline = row.number(fields.baseline(), problems).or(indicator.baseline);
    indicator.target = row.number(fields.target(), problems).or(indicator.target);
    let goalposts = row.number(fields.zero(), problems).zip(row.number(fields.hundred(), problems));
    indicator.goalposts =
        goalposts.map(|(zero, hundred)| Goalposts { zero, hundred }).or(indicator.goalposts);
    if let Some(weight) = row.number_between(fields.weight(), (0.0, f64::MAX), problems) {
        indicator.weight = weight;
    }
    indicator.behaviour_rate |= row.truth(fields.behaviour_rate(), problems);
}

fn read_reading(
    row: &Row,
    fields: &ReadingFields,
    clock: &Clock,
    problems: &mut ProblemLog,
) -> Option<Reading> {
    row.check(fields.named(), problems);
    let Some(period) = row.word(fields.period()) else {
        // A row that only describes its indicator has no reading; one with a value, or without names, should have one.
        if row.word(fields.value()).is_some() || !row.value.is_object() {
            row.tell(problems, ReasonKind::Missing, fields.period(), "");
        }
        return None;
    };
    let month = month(&period, fields.period().date, clock);
    if let Err(kind) = month {
        row.tell(problems, kind, fields.period(), &period);
    }
    let value = row.number(fields.value(), problems)?;
    Some(Reading { month: month.ok()?, value })
}

/// The month a period is or falls into: `2026-10`, a day of it, or an instant in any form that dates have.
fn month(period: &str, form: DateForm, clock: &Clock) -> Result<Month, ReasonKind> {
    let is_auto = form == DateForm::Auto;
    let written = || period.get(..7).filter(|_| is_auto).and_then(Month::parse);
    let is_day = period.len() <= "2026-10-31".len();
    if let Some(month) = written().filter(|_| is_day) {
        return Ok(month);
    }
    match moment(Scalar::Text(period), form, clock.zone()) {
        // A number may be one of anything.
        Some(at) if period.parse::<f64>().is_ok() && !clock.is_plausible(at.day) => {
            Err(ReasonKind::ImplausibleDate)
        }
        Some(at) => Ok(at.day.month()),
        None => written().ok_or(ReasonKind::NotADate),
    }
}

/// Adds a reading; a later one for the same month replaces it.
fn put(readings: &mut Vec<Reading>, reading: Reading) {
    match readings.iter_mut().find(|known| known.month == reading.month) {
        Some(known) => *known = reading,
        None => readings.push(reading),
    }
}

fn direction(word: &str) -> Option<Direction> {
    match word {
        "higher" => Some(Direction::Higher),
        "lower" => Some(Direction::Lower),
        _ => None,
    }
}

fn source(word: &str) -> Option<Source> {
    match word {
        "readings" => Some(Source::Readings),
        "csat" => Some(Source::Csat),
        "nps" => Some(Source::Nps),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::calendar::{FixedZone, Timestamp};
    use crate::core::connection::Written;
    use serde_json::{Value, json};

    fn map(fields: Value, rows: Value) -> (Vec<Indicator>, ProblemLog) {
        let fields = IndicatorFields::from_json(&fields).expect("fields");
        let rows = rows.as_array().cloned().unwrap_or_default();
        let rows = rows.into_iter().zip(1..).map(|(row, number)| (number, row)).collect();
        let mut problems = ProblemLog::default();
        let values = Values { rows, ..Values::default() };
        // 2026-11-10T00:00:00Z, in a zone that is eight hours ahead.
        let clock = Clock::new(FixedZone { seconds: 8 * 3600 }, Timestamp(1_794_268_800_000));
        (map_indicators(&values, &fields, &clock, &mut problems), problems)
    }

    fn named<'a>(indicators: &'a [Indicator], id: &str) -> &'a Indicator {
        indicators.iter().find(|indicator| indicator.id.as_str() == id).expect("the indicator")
    }

    #[test]
    fn a_row_adds_to_what_the_catalogue_knows() {
        let (indicators, problems) = map(
            json!({}),
            json!([
                {"id": "service_error", "target": 0.2, "readings": [
                    {"period": "2026-10", "value": 1.5}, {"period": "2026-09", "value": "1.7"}]},
                {"id": "queue", "name": "Queue", "direction": "lower", "zero": 30, "hundred": 0, "weight": 2},
            ]),
        );
        assert!(problems.is_empty());
        let errors = named(&indicators, "service_error");
        assert_eq!((errors.target, errors.direction), (Some(0.2), Direction::Lower));
        assert_eq!(errors.readings[0], Reading { month: Month::new(2026, 9), value: 1.7 });
        assert_eq!(named(&indicators, "queue").weight, 2.0);
        assert!(named(&indicators, "vip_care_coverage").readings.is_empty());
    }

    #[test]
    fn flat_rows_are_one_reading_each() {
        let fields = json!({"id": "$.k", "readings": {"rows": "$", "fields": {"period": "$.m", "value": "$.v"}}});
        let (indicators, problems) = map(
            fields,
            json!([
                {"k": "service_error", "m": "2026-09-30T00:00:00Z", "v": "1.5"},
                {"k": "service_error", "m": "2026-10-31", "v": 1.4},
                {"k": "service_error", "m": "2026-10-31", "v": 1.3},
                {"k": "service_error", "m": "autumn", "v": 1},
            ]),
        );
        let values: Vec<f64> =
            named(&indicators, "service_error").readings.iter().map(|r| r.value).collect();
        assert_eq!(values, [1.5, 1.3]);
        assert_eq!(problems.first()[0].reason.kind, ReasonKind::NotADate);
    }

    /// Series of numbers as databases of measurements give them.
    fn series(values: Value, rows: &str) -> (Vec<Reading>, ProblemLog) {
        let fields = json!({"id": "$.metric.name", "readings": {"rows": rows, "fields": {"period": "$[0]", "value": "$[1]"}}});
        let row = json!([{"metric": {"name": "service_error"}, "values": values}]);
        let (indicators, problems) = map(fields, row);
        (named(&indicators, "service_error").readings.clone(), problems)
    }

    #[test]
    fn readings_may_be_arrays_with_seconds_since_1970() {
        // 2026-09-30T23:59:59Z is in October eight hours further east.
        let values = json!([[1_790_812_799, "1.5"], ["1793460600.25", "1.25"]]);
        for rows in ["$.values", "$.values[*]"] {
            let (readings, problems) = series(values.clone(), rows);
            assert_eq!(problems.first(), []);
            assert_eq!(readings, [Reading { month: Month::new(2026, 10), value: 1.25 }]);
        }
        let (readings, _) =
            series(json!([["2026-09-30T12:00:00Z", 1], ["2026-10-W1", 2]]), "$.values");
        let months: Vec<Month> = readings.iter().map(|reading| reading.month).collect();
        assert_eq!(months, [Month::new(2026, 9), Month::new(2026, 10)]);
    }

    #[test]
    fn what_is_no_reading_is_told() {
        use ReasonKind::{ImplausibleDate, Missing, NotANumber};
        let values =
            json!([[1_793_460_600, "+Inf"], [1_793_460_600, "NaN"], [202_610, 1], [null, 3], 7]);
        let (readings, problems) = series(values, "$.values[*]");
        assert_eq!(readings, []);
        let told: Vec<_> = problems.first().iter().map(|problem| problem.reason.kind).collect();
        assert_eq!(told, [NotANumber, NotANumber, ImplausibleDate, Missing, Missing]);
    }
}
