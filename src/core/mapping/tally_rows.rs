//! Rows that an API grouped beforehand.

use super::selected::Selected;
use super::words::Words;
use super::{Captured, Context, Reason, ReasonKind, RowPlan, Scalar, moment};
use crate::core::calendar::{Day, Month};
use crate::core::connection::{DateForm, Field, Selector, TallyFields};
use crate::core::tally::{Grain, Layout, Resolution};
use serde_json::Value;
use std::sync::Arc;

const TOUCHPOINT: usize = 0;
const PERIOD: usize = 1;
const DIMENSIONS: [usize; 3] = [2, 3, 4];
const RESPONSES: usize = 5;
const QUESTION: usize = 6;
const VALUE: usize = 7;
const COUNT: usize = 8;
const COUNTS: usize = 9;
/// The places of texts.
const TEXTS: [usize; 5] = [TOUCHPOINT, QUESTION, DIMENSIONS[0], DIMENSIONS[1], DIMENSIONS[2]];

/// Counts of one cell, as a grouped row gives them.
#[derive(Clone, Debug, PartialEq)]
pub struct TallyRow<'row> {
    /// The touchpoint; empty when the row sums over all.
    pub touchpoint: &'row str,
    /// The day, or the first day of the month.
    pub day: Day,
    /// Segment, channel and team.
    pub dimensions: [Option<&'row str>; 3],
    /// Counts by slot.
    pub counts: &'row [(u16, u64)],
    /// What the row tells apart.
    pub grain: Grain,
}

/// Makes counts of grouped rows. It is compiled once for a feed.
#[derive(Clone, Debug)]
pub struct TallyMapper {
    plan: RowPlan,
    date: DateForm,
    text_words: Vec<(usize, Words)>,
    value_words: Words,
    layout: Arc<Layout>,
    counts: Vec<(u16, u64)>,
}

impl TallyMapper {
    /// A mapper of these fields, into slots of this layout.
    pub fn new(fields: &TallyFields, layout: Arc<Layout>) -> Self {
        let fixed = [
            fields.touchpoint(),
            fields.period(),
            fields.segment(),
            fields.channel(),
            fields.team(),
            fields.responses(),
            fields.question(),
            fields.value(),
            fields.count(),
        ];
        let lists: Vec<Field> =
            layout.questions().iter().map(|q| fields.counts_of(q.id.as_str())).collect();
        let all: Vec<&Field> = fixed.into_iter().chain(&lists).collect();
        let texts = TEXTS.into_iter().map(|place| (place, Words::of(fixed[place])));
        Self {
            plan: RowPlan::of(&all),
            date: fields.period().date,
            text_words: texts.filter(|(_, words)| !words.are_none()).collect(),
            value_words: Words::of(fields.value()),
            layout,
            counts: Vec::new(),
        }
    }

    /// What a row must be read with.
    pub fn plan(&self) -> &RowPlan {
        &self.plan
    }

    /// The counts of a row: what was captured of it, and its text.
    ///
    /// # Errors
    /// Why the row counts nothing.
    pub fn map<'row>(
        &'row mut self,
        captured: &'row mut Captured,
        text: &'row [u8],
        context: &Context,
    ) -> Result<TallyRow<'row>, Reason> {
        let text = captured.settle(text, None)?;
        if let Some((place, text)) = captured.broken().next() {
            return Err(Reason::new(ReasonKind::NotJson, self.source(*place), text));
        }
        self.make_texts(captured, text)?;
        let row = Selected::new(captured, text);
        let touchpoint = row.text(TOUCHPOINT).unwrap_or_default();
        if context
            .touchpoints
            .as_ref()
            .is_some_and(|known| !touchpoint.is_empty() && !known.contains(touchpoint))
        {
            return Err(self.wrong(row, ReasonKind::UnknownTouchpoint, TOUCHPOINT));
        }
        let (day, resolution) = self.period(row, context)?;
        self.read_counts(row)?;
        let dimensions = DIMENSIONS.map(|place| row.text(place));
        let grain = Grain {
            touchpoint: !touchpoint.is_empty(),
            resolution,
            dimensions: dimensions.map(|d| d.is_some()),
        };
        Ok(TallyRow { touchpoint, day, dimensions, counts: &self.counts, grain })
    }

    /// Ids and names are numbers in some APIs, and words for other words in others.
    fn make_texts(&self, captured: &mut Captured, row: &str) -> Result<(), Reason> {
        TEXTS.into_iter().for_each(|place| captured.make_text(place));
        for (place, words) in &self.text_words {
            let text = Selected::new(captured, row).text(*place).map(str::to_owned);
            let Some(text) = text else { continue };
            if words.lack(&text) {
                return Err(Reason::new(ReasonKind::NotFound, self.source(*place), &text));
            }
            captured.map_text(*place, &text, &words.map);
        }
        Ok(())
    }

    fn period(&self, row: Selected, context: &Context) -> Result<(Day, Resolution), Reason> {
        let wrong = |kind| self.wrong(row, kind, PERIOD);
        let given = row.get(PERIOD).ok_or_else(|| wrong(ReasonKind::Missing))?;
        let text = given.text().ok_or_else(|| wrong(ReasonKind::Missing))?;
        let by_month = Month::parse(&text).map(|month| (month.first_day(), Resolution::Month));
        let by_day = || Day::parse(text.get(..10)?).map(|day| (day, Resolution::Day));
        // Some databases give the first second of a day or month as a number.
        let by_second =
            || Some((moment(given, self.date, context.clock.zone())?.day, Resolution::Day));
        let (day, resolution) = by_month
            .or_else(by_day)
            .or_else(by_second)
            .ok_or_else(|| wrong(ReasonKind::NotADate))?;
        if !context.clock.is_plausible(day) {
            return Err(wrong(ReasonKind::ImplausibleDate));
        }
        Ok((day, resolution))
    }

    fn read_counts(&mut self, row: Selected) -> Result<(), Reason> {
        let mut counts = std::mem::take(&mut self.counts);
        counts.clear();
        if let Some(responses) = self.count(row, RESPONSES)? {
            counts.push((Layout::RESPONSES, responses));
        }
        let lists = self.read_lists(row, &mut counts)?;
        let single = self.read_single(row)?;
        counts.extend(single);
        self.counts = counts;
        if lists || single.is_some() {
            Ok(())
        } else {
            Err(self.wrong(row, ReasonKind::Missing, COUNT))
        }
    }

    /// One answer's count: question, value and count.
    fn read_single(&self, row: Selected) -> Result<Option<(u16, u64)>, Reason> {
        let Some(question) = row.text(QUESTION) else { return Ok(None) };
        let question = self
            .layout
            .find(question)
            .ok_or_else(|| self.wrong(row, ReasonKind::UnknownQuestion, QUESTION))?;
        let count =
            self.count(row, COUNT)?.ok_or_else(|| self.wrong(row, ReasonKind::Missing, COUNT))?;
        let given = row.get(VALUE);
        let value = match given.map(|value| self.value_words.number(value)) {
            // What is not known must not be counted as no answer.
            Some(Err(ReasonKind::NotFound)) => {
                return Err(self.wrong(row, ReasonKind::NotFound, VALUE));
            }
            number => number.and_then(Result::ok).flatten(),
        };
        Ok(self.layout.slot(question, value).map(|slot| (slot, count)))
    }

    /// A list of counts per question, lowest answer first. True when there was any.
    fn read_lists(&self, row: Selected, counts: &mut Vec<(u16, u64)>) -> Result<bool, Reason> {
        let mut any = false;
        for (place, question) in self.layout.questions().iter().enumerate() {
            let Some(Scalar::Composite(Value::Array(list))) = row.get(COUNTS + place) else {
                continue;
            };
            let wrong = || self.wrong(row, ReasonKind::NotACount, COUNTS + place);
            if list.len() != question.scale().len() {
                return Err(wrong());
            }
            let scale = question.scale();
            for (answer, count) in (scale.min..=scale.max).zip(list) {
                let exact = count.as_u64().or_else(|| Scalar::of(count).and_then(whole));
                let count = exact.ok_or_else(wrong)?;
                let slot = self.layout.slot(place, Some(f64::from(answer)));
                counts.extend(slot.filter(|_| count > 0).map(|slot| (slot, count)));
            }
            any = true;
        }
        Ok(any)
    }

    fn count(&self, row: Selected, place: usize) -> Result<Option<u64>, Reason> {
        match row.get(place) {
            None => Ok(None),
            Some(given) => {
                whole(given).map(Some).ok_or_else(|| self.wrong(row, ReasonKind::NotACount, place))
            }
        }
    }

    fn wrong(&self, row: Selected, kind: ReasonKind, place: usize) -> Reason {
        let value = row.get(place).and_then(Scalar::text).unwrap_or_default();
        Reason::new(kind, self.source(place), &value)
    }

    fn source(&self, place: usize) -> &str {
        self.plan.selectors().get(place).map_or("", Selector::source)
    }
}

/// A count: a whole number from 0, as a number or as text (64-bit counts are quoted by some APIs).
fn whole(value: Scalar) -> Option<u64> {
    match value {
        Scalar::Whole(count) => u64::try_from(count).ok(),
        Scalar::Text(text) if text.trim().parse::<u64>().is_ok() => text.trim().parse().ok(),
        other => {
            let number = other.number(&Default::default()).ok()??;
            // 2^64, beyond which no count is kept.
            let fits =
                number >= 0.0 && number.fract() == 0.0 && number < 18_446_744_073_709_551_616.0;
            fits.then_some(number as u64)
        }
    }
}

#[cfg(test)]
mod tests;
