//! What one feed of a connection gives, looked at before anybody relies on it.

mod lookups;
mod samples;

pub(super) use samples::{Fetched, Samples};

use super::door::{Door, Manner, shown};
use super::session::Session;
use crate::core::connection::{
    Call, Connection, DeviceFile, FeedId, FeedKind, Parameters, Settings, Tables, Written, asking,
    connection_document,
};
use crate::core::manners::Gate;
use crate::core::mapping::Context;
use crate::core::paging::Pager;
use crate::core::preview::{
    Lack, Outline, Preview, RowsPlace, field_suggestions, lacking, offer_one_touchpoint, preview,
    preview_looked_up, rows_suggestions,
};
use crate::core::workspace::Failure;
use crate::platform::{Answer, Cancel, Stopwatch, join};
use crate::protocol::{PreviewAsk, Previewed, SampleScene, Source, encode_preview};
use lookups::look_up;
use serde_json::Value;
use std::rc::Rc;

/// So much of an answer is looked at, in bytes.
const ENOUGH: usize = 2_000_000;

/// Looks at what a feed gives, and tells the page.
pub(super) async fn look(session: Session, id: u32, ask: PreviewAsk) {
    let seen = match see(&session, &ask).await {
        Ok(seen) | Err(seen) => seen,
    };
    if let Ok(message) = encode_preview(id, &seen) {
        session.send(&message);
    }
}

/// What is seen; what keeps it from being seen is told as well.
async fn see(session: &Session, ask: &PreviewAsk) -> Result<Previewed, Previewed> {
    session.forgive_at(ask.time);
    let document = connection_document(&ask.document).map_err(Previewed::Wrong)?;
    let fetched = match &ask.pasted {
        Some(text) => Rc::new(Fetched::pasted(text)),
        None => fetch(session, ask, &document).await?,
    };
    let known = look_up(session, ask, &document).await;
    Ok(Previewed::Seen(Box::new(scene(session, ask, &document, &fetched, known))))
}

fn scene(
    session: &Session,
    ask: &PreviewAsk,
    document: &Value,
    fetched: &Fetched,
    (tables, unknown): (Tables, Option<Failure>),
) -> SampleScene {
    let (settings, clock) = session.terms();
    let context = Context { clock, touchpoints: None };
    let (sample, feed) = (fetched.sample(), FeedId::only(ask.feed));
    let places = rows_suggestions(sample);
    let place = RowsPlace::said(document, ask.feed)
        .or_else(|| places.first().map(|suggestion| suggestion.place.clone()));
    let outline = match place {
        Some(RowsPlace::Csv(csv)) => Outline::of_csv(sample, csv),
        _ => Outline::of(sample),
    };
    let lacking = lacking_in(session, ask, document, &settings, &context);
    let in_row = |path: &str| place.as_ref().and_then(|place| place.in_row(path));
    let suggestions = |place| field_suggestions(sample, place, ask.feed, &settings, None);
    let mut fields = place.as_ref().map(suggestions).unwrap_or_default();
    offer_one_touchpoint(&mut fields, document);
    SampleScene {
        source: fetched.source.clone(),
        in_row: outline.nodes.iter().map(|node| in_row(&node.path)).collect(),
        fields,
        preview: preview_looked_up(document, feed, &settings, &context, sample, &tables),
        unknown,
        outline,
        places,
        place,
        lacking,
    }
}

/// What is missing, from every feed of which a sample is at hand; nothing is said of a document that has a mistake.
fn lacking_in(
    session: &Session,
    ask: &PreviewAsk,
    document: &Value,
    settings: &Settings,
    context: &Context,
) -> Vec<Lack> {
    let Ok(connection) = Connection::from_json(document) else { return Vec::new() };
    let seen = |feed: FeedKind| {
        let sample = session.sample(&asked_of(ask, &asking(document, feed)?))?;
        preview(document, FeedId::only(feed), settings, context, sample.sample()).ok()
    };
    let previews: Vec<Preview> = FeedKind::ALL.into_iter().filter_map(seen).collect();
    lacking(&connection, settings, &previews)
}

/// What tells a sample from those of other requests, of other secrets, and of other times.
fn asked_of(ask: &PreviewAsk, asking: &Value) -> String {
    format!("{} {} {asking}", ask.time, secret_of(ask))
}

/// The sample that was fetched for the same request before, or a new one.
async fn fetch(
    session: &Session,
    ask: &PreviewAsk,
    document: &Value,
) -> Result<Rc<Fetched>, Previewed> {
    let asking = asking(document, ask.feed).ok_or(Previewed::NoFeed)?;
    let asked = asked_of(ask, &asking);
    if let Some(known) = session.sample(&asked) {
        return Ok(known);
    }
    let connection = Connection::from_json(&asking).map_err(Previewed::Wrong)?;
    let call = call(&connection, ask.feed).ok_or(Previewed::NoFeed)?;
    let base = join(&session.base(), &connection.base_url).unwrap_or_default();
    let url = join(&base, &call.address).unwrap_or_else(|| call.address.clone());
    let failed = |url: String, why: Failure| {
        let veil = session.veil(&connection.auth, ask.secret.as_ref());
        Previewed::Failed { url, why: why.under(&veil) }
    };
    let shown = DeviceFile::shown(&shown(&url, &connection.auth));
    let door = door(session, &connection, ask).map_err(|why| failed(shown.clone(), why))?;
    let watch = Stopwatch::start();
    let answer = door
        .send(&call, &url)
        .await
        .map_err(|why| failed(DeviceFile::shown(&door.failed_at(&url)), why))?;
    let (bytes, is_whole) = read(answer).await.map_err(|why| failed(shown.clone(), why))?;
    let (bytes, millis, url) = (session.without_tokens(bytes), watch.millis() as u32, shown);
    let source = Source { url, bytes: bytes.len() as u64, is_whole, millis };
    Ok(session.keep_sample(Fetched { asked, source, bytes }))
}

/// The way the connection is asked; what a browser has kept is no news to whoever looks again.
fn door(session: &Session, connection: &Connection, ask: &PreviewAsk) -> Result<Door, Failure> {
    let manner = Manner {
        cancel: Cancel::default(),
        gate: Gate::new(connection.max_requests),
        anew: ask.time > 0,
        timeout_seconds: connection.timeout_seconds,
    };
    Door::new(session, connection, ask.secret.as_ref(), manner)
}

/// What tells an answer that was given to one secret from that to another.
fn secret_of(ask: &PreviewAsk) -> String {
    ask.secret
        .as_ref()
        .map(|secret| format!("{:?}", (&secret.user, &secret.key)))
        .unwrap_or_default()
}

/// The call that asks for the feed, or for the first of its pages.
pub(super) fn call(connection: &Connection, feed: FeedKind) -> Option<Call> {
    let (request, _) = FeedId::only(feed).address(connection)?;
    let call = request.call(connection, &Parameters::default());
    Some(match request.paging.clone() {
        Some(paging) => Pager::new(paging, call).first(),
        None => call,
    })
}

/// The beginning of an answer, and whether that is all of it.
async fn read(answer: Answer) -> Result<(Vec<u8>, bool), Failure> {
    let mut bytes = Vec::new();
    while let Some(piece) = answer.next().await? {
        bytes.extend_from_slice(&piece);
        if bytes.len() >= ENOUGH {
            answer.leave();
            return Ok((bytes, false));
        }
    }
    Ok((bytes, true))
}
