//! Rows that were grouped beforehand.

use super::{Records, named, values};
use crate::core::connection::{Settings, TallyFields};
use crate::core::mapping::{Broken, Captured, Context, TallyMapper, TallyRow};
use crate::core::model::Dimension;
use crate::core::preview::FieldName;
use crate::core::preview::side_by_side::sink::{Made, Maker};
use crate::core::tally::{Layout, Resolution};
use std::sync::Arc;

pub(super) fn records<'c>(
    fields: &'c TallyFields,
    settings: &Settings,
    context: &'c Context,
) -> Records<'c> {
    let layout = Arc::new(Layout::new(settings.questions()));
    let lists = layout.questions().iter().map(|question| {
        let id = question.id.as_str();
        (FieldName::of(&["counts", id]), fields.counts_of(id))
    });
    let all = named(fields.named()).into_iter().chain(lists).collect();
    let mapper = TallyMapper::new(fields, layout.clone());
    (Box::new(Counts { mapper, layout, captured: Captured::default(), context }), all)
}

struct Counts<'c> {
    mapper: TallyMapper,
    layout: Arc<Layout>,
    captured: Captured,
    context: &'c Context,
}

impl Maker for Counts<'_> {
    fn make(&mut self, _: u64, text: &[u8]) -> Result<Made, Broken> {
        let Self { mapper, layout, captured, context } = self;
        let length = mapper.plan().read(text, captured)?;
        let text = text.get(..length).unwrap_or_default();
        Ok(match mapper.map(captured, text, context) {
            Ok(row) => {
                let (values, answered) = (values_of(&row, layout), answered(&row, layout));
                Made { length, is_usable: true, values, answered, reasons: Vec::new() }
            }
            Err(reason) => Made::lost(length, reason),
        })
    }
}

fn answered(row: &TallyRow, layout: &Layout) -> Vec<String> {
    let counted =
        row.counts.iter().filter(|(slot, count)| *slot != Layout::RESPONSES && *count > 0);
    let mut ids: Vec<String> = counted
        .filter_map(|(slot, count)| answer(*slot, *count, layout))
        .map(|(id, ..)| id.to_owned())
        .collect();
    ids.dedup();
    ids
}

fn values_of(row: &TallyRow, layout: &Layout) -> Vec<(FieldName, String)> {
    let period = match row.grain.resolution {
        Resolution::Day => row.day.to_string(),
        Resolution::Month => row.day.month().to_string(),
    };
    let touchpoint = Some(row.touchpoint.to_owned()).filter(|id| !id.is_empty());
    let mut all = values(vec![(&["touchpoint"], touchpoint), (&["period"], Some(period))]);
    for (dimension, value) in Dimension::ALL.into_iter().zip(row.dimensions) {
        all.extend(value.map(|value| (FieldName::of(&[dimension.id()]), value.to_owned())));
    }
    let responses = row.counts.iter().find(|(slot, _)| *slot == Layout::RESPONSES);
    all.extend(responses.map(|(_, count)| (FieldName::of(&["responses"]), count.to_string())));
    all.extend(counts(row, layout));
    all
}

/// The counts of answers: of one that stands alone its parts, of lists one line a question.
fn counts(row: &TallyRow, layout: &Layout) -> Vec<(FieldName, String)> {
    let counted = row.counts.iter().filter(|(slot, _)| *slot != Layout::RESPONSES);
    let counted: Vec<(&str, String, u64)> =
        counted.filter_map(|(slot, count)| answer(*slot, *count, layout)).collect();
    if let [(question, value, count)] = counted.as_slice() {
        let named = |name: &str, value: &str| (FieldName::of(&[name]), value.to_owned());
        let count = count.to_string();
        return vec![named("question", question), named("value", value), named("count", &count)];
    }
    let line = |id: &str| {
        let own = counted.iter().filter(|(question, ..)| *question == id);
        let parts: Vec<String> = own.map(|(_, value, count)| format!("{value}: {count}")).collect();
        (!parts.is_empty()).then(|| (FieldName::of(&["counts", id]), parts.join(", ")))
    };
    layout.questions().iter().filter_map(|question| line(question.id.as_str())).collect()
}

/// The question a slot belongs to, and the answer it counts; no answer's text where it is off the scale.
fn answer(slot: u16, count: u64, layout: &Layout) -> Option<(&str, String, u64)> {
    layout.questions().iter().enumerate().find_map(|(place, question)| {
        let scale = question.scale();
        let is_it = |answer: &i16| layout.slot(place, Some(f64::from(*answer))) == Some(slot);
        let value = (scale.min..=scale.max).find(is_it).map(|answer| answer.to_string());
        let off = || (layout.slot(place, None) == Some(slot)).then(String::new);
        Some((question.id.as_str(), value.or_else(off)?, count))
    })
}
