//! What becomes of rows, a kind of feed a file: each asks the mapping.

mod indicators;
mod journeys;
mod responses;
mod tally;

use super::sink::Maker;
use crate::core::connection::{Connection, FeedId, FeedKind, Field, Settings};
use crate::core::mapping::Context;
use crate::core::model::{Lang, LocalText};
use crate::core::preview::FieldName;

/// What makes records, and the fields that are looked for right in a row.
type Records<'c> = (Box<dyn Maker + 'c>, Vec<(FieldName, Field)>);

/// The records of a feed; `None` when the connection has no such feed.
pub(super) fn of<'c>(
    feed: FeedId,
    connection: &'c Connection,
    settings: &Settings,
    context: &'c Context,
) -> Option<Records<'c>> {
    let feeds = &connection.feeds;
    Some(match feed.kind {
        FeedKind::Journeys => journeys::records(&feeds.journeys.as_ref()?.fields),
        FeedKind::Indicators => indicators::records(&feeds.indicators.as_ref()?.fields, context),
        FeedKind::Responses => {
            responses::records(&feeds.responses.as_ref()?.feed.fields, settings, context)
        }
        FeedKind::Tally => tally::records(&feeds.tally.as_ref()?.fields, settings, context),
        FeedKind::Summary => {
            tally::records(&feeds.summary.get(feed.number)?.fields, settings, context)
        }
    })
}

fn named<'f>(fields: impl Iterator<Item = (&'static str, &'f Field)>) -> Vec<(FieldName, Field)> {
    fields.map(|(name, field)| (FieldName::of(&[name]), field.clone())).collect()
}

/// A text in its languages, once where they are the same.
fn in_languages(text: &LocalText) -> Option<String> {
    let (en, zh) = (text.get(Lang::En), text.get(Lang::Zh));
    let both = if en == zh { en.to_owned() } else { format!("{en} / {zh}") };
    (!text.is_empty()).then_some(both)
}

/// The values that are there, each by its field.
fn values(all: Vec<(&[&str], Option<String>)>) -> Vec<(FieldName, String)> {
    let there = |(names, value): (&[&str], Option<String>)| Some((FieldName::of(names), value?));
    all.into_iter().filter_map(there).collect()
}

/// Texts one after the other; none where there are none.
fn joined(texts: impl Iterator<Item = String>) -> Option<String> {
    let all: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    (!all.is_empty()).then(|| all.join(", "))
}
